"""The page about batches works as printed."""

from __future__ import annotations

import os
import subprocess
import sys

from negotiation_docs.batch.made import Made
from tests.packaging.snippets import ROOT, blocks


def test_the_example_of_the_page_runs(tmp_path):
    (code,) = blocks("docs/batches.md", "python")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "batch.py").write_text(code.replace('out="out/batch"', 'out="out/batch", workers=1'), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-W", "error", "batch.py"], check=True, cwd=tmp_path, env=environment)
    assert len({path.parent.parent.name for path in tmp_path.rglob("*.pdf")}) == 2
    assert list(tmp_path.rglob("A-0002/3/*.docx"))


def test_the_page_names_every_field_and_state_of_a_record():
    page = (ROOT / "docs/batches.md").read_text(encoding="utf-8")
    for name in (*Made.__struct_fields__, "made", "kept", "failed", "noted", "stale"):
        assert f"`{name}`" in page, name
