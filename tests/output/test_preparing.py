"""A process made ready for many papers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "zhou.yaml"
PAPERS = """
import gc, hashlib, sys
import negotiation_docs as nd
from negotiation_docs.preparing import prepare
if "prepared" in sys.argv:
    prepare()
    assert gc.get_freeze_count() > 10000
case = nd.load(sys.argv[1])
for kind in nd.kinds():
    if kind.name in ("hardship_letter", "repayment_plan", "evidence_list", "confirmation_request"):
        for lang in kind.langs:
            document = nd.render(kind.name, case, lang=lang)
            print(hashlib.sha256(document.to_pdf()).hexdigest(), hashlib.sha256(document.to_docx()).hexdigest())
"""


@pytest.fixture
def digests(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(EXAMPLE.parents[1] / "src"))

    def digests(*arguments: str) -> list[str]:
        command = [sys.executable, "-c", PAPERS, str(EXAMPLE), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    return digests


def test_a_prepared_process_writes_the_same_bytes(digests):
    plain = digests()
    assert len(plain) >= 6
    assert digests("prepared") == plain
