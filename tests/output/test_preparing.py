"""A process made ready for many papers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "zhou.yaml"
PAPERS = """
import gc, hashlib, sys
from random import Random
import negotiation_docs as nd
from negotiation_docs.document import Document
from negotiation_docs.tree import Heading, Paper, Paragraph, Text
from negotiation_docs.preparing import prepare
if "prepared" in sys.argv:
    prepare(freeze=True)
    assert gc.get_freeze_count() > 10000
some = Random(7)
for number in range(100):
    words = "".join(map(chr, some.sample(range(0x4E00, 0x9FA6), some.randrange(1, 300))))
    title, rest = words[:20], words[20:] + some.choice(["", "：2026年1月，", "“Wi-Fi”——𬭎", "1,440.35元"])
    paper = Paper("x", "题", "zh-CN", (Heading(1, (Text(title),)), Paragraph((Text(rest), Text(title, strong=True)))))
    document = Document(paper)
    print(hashlib.sha256(document.to_pdf() + document.to_docx()).hexdigest())
case = nd.load(sys.argv[1])
for kind in nd.kinds():
    for lang in kind.langs:
        try:
            document = nd.render(kind.name, case, lang=lang)
        except nd.FactsError:
            continue
        print(hashlib.sha256(document.to_pdf()).hexdigest(), hashlib.sha256(document.to_docx()).hexdigest())
"""


@pytest.fixture
def digests(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(EXAMPLE.parents[1] / "src"))

    def digests(*arguments: str) -> list[str]:
        command = [sys.executable, "-c", PAPERS, str(EXAMPLE), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    return digests


def test_a_prepared_process_writes_the_same_bytes_whatever_the_glyphs(digests):
    plain = digests()
    assert len(plain) >= 106
    assert len(set(plain)) == len(plain)
    assert digests("prepared") == plain
