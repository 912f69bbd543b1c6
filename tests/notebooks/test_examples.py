"""The example notebooks run from top to bottom and show what their words promise, and nothing private."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import negotiation_docs as nd
from tests.read.some import some

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("one_letter", "affordable_plan")


def stored(name: str) -> nbformat.NotebookNode:
    return nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4)


@cache
def run(name: str) -> dict[str, str]:
    """What each code cell shows, by the cell's id: printed text, and the HTML of what it displays."""
    notebook = stored(name)
    client = NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(EXAMPLES)}})
    client.execute(env={**os.environ, "PYTHONPATH": str(Path(nd.__file__).parents[1])})  # the library under test
    return {cell.id: "\n".join(map(shown, cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"}


def shown(output: nbformat.NotebookNode) -> str:
    if output.output_type == "stream":
        assert output.name == "stdout", output.text
        return output.text
    return output.data.get("text/html") or output.data["text/plain"]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_stored_clean(name):
    notebook = stored(name)
    nbformat.validate(notebook)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    for cell in some(notebook.cells):
        assert not cell.metadata
        assert cell.cell_type == "markdown" or (not cell.outputs and cell.execution_count is None)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_notebook_is_in_chinese_and_in_english(name):
    for cell in some(cell for cell in stored(name).cells if cell.cell_type == "markdown"):
        assert re.search(r"[\u4e00-\u9fff]", cell.source), cell.id
        assert re.search(r"^\*[A-Z].*\*$", cell.source, re.MULTILINE), cell.id


@pytest.mark.parametrize("name", NAMES)
def test_every_code_cell_shows_something(name):
    assert all(words.strip() for words in some(words for cell, words in run(name).items() if cell != "import"))


@pytest.mark.parametrize("name", NAMES)
def test_no_output_holds_a_path_of_the_machine_or_a_time_of_day(name):
    for words in some(run(name).values()):
        assert str(EXAMPLES.parent) not in words
        assert not re.search(r"/tmp/|/home/|\d\d:\d\d:\d\d", words)


def test_a_case_shows_itself_masked():
    assert "周*明" in run("one_letter")["load"]
    assert not re.search("周启明|13800138000|示例街道", run("one_letter")["load"])


def test_the_letter_and_its_figures_are_on_the_page():
    cells = run("one_letter")
    assert "2,350.00" in cells["budget"]
    assert "86,421.37" in cells["schedule"]
    assert "困难情况说明" in cells["letter"]
    assert "Statement of Hardship" in cells["english"]
    assert cells["save"].split() == [f"困难情况说明{suffix}" for suffix in (".pdf", ".docx", ".html", ".txt")]


def test_what_is_missing_is_named_all_at_once():
    assert re.search("缺少“收入”.*缺少“最早逾期还款日”", run("one_letter")["missing"], re.DOTALL)


def test_the_shares_of_the_lenders_add_up_to_what_is_left():
    assert "2,350.00" in run("affordable_plan")["budget"]
    assert "份额合计每月2,350.00元" in run("affordable_plan")["allocation"]


def test_an_unaffordable_plan_is_refused_and_what_would_be_affordable_is_shown():
    cells = run("affordable_plan")
    assert "超过每月可用于偿还的2,350.00元" in cells["refused"]
    term = re.search(r"最短可负担期限为(\d+)期", cells["refused"])[1]
    assert f"{term}期，年利率4.8%" in cells["suggestion"]
    assert "阶梯" in cells["suggestion"]


def test_plan_alternative_and_original_contract_stand_side_by_side():
    assert re.search("首选方案.*原合同", run("affordable_plan")["compare-bank"])
    assert re.search("首选方案.*备选方案.*按原合同利率", run("affordable_plan")["compare-finance"])
