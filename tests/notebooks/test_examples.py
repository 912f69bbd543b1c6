"""The example notebooks run from top to bottom and show what their words promise, and nothing private."""

from __future__ import annotations

import re
from functools import cache

import nbformat
import pytest

from tests.notebooks.store import EXAMPLES, NAMES, ran
from tests.read.some import some


def stored(name: str) -> nbformat.NotebookNode:
    return nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4)


@cache
def run(name: str) -> dict[str, str]:
    """What each code cell shows, by the cell's id: printed text, and the HTML of what it displays."""
    return outputs(ran(name))


def outputs(notebook: nbformat.NotebookNode) -> dict[str, str]:
    return {cell.id: "\n".join(map(shown, cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"}


def shown(output: nbformat.NotebookNode) -> str:
    if output.output_type == "stream":
        assert output.name == "stdout", output.text
        return output.text
    if "image/png" in output.data:  # another matplotlib draws other pixels
        return output.data["text/plain"]
    return output.data.get("text/html") or output.data["text/plain"]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_stored_with_what_a_run_shows_and_nothing_of_a_machine(name):
    notebook = stored(name)
    nbformat.validate(notebook)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert not any(cell.metadata for cell in some(notebook.cells))
    assert outputs(notebook) == run(name), "make notebooks"


def test_every_notebook_of_the_examples_is_among_them():
    assert {path.stem for path in EXAMPLES.glob("*.ipynb")} == set(NAMES)


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


def test_plans_months_and_comparisons_are_drawn():
    drawn = [
        (name, cell.id)
        for name in NAMES
        for cell in stored(name).cells
        for output in cell.get("outputs", ())
        if "image/png" in output.get("data", {})
    ]
    assert {cell for _, cell in drawn} >= {"plot-budget", "plot-schedule", "plot-compare", "plot-friend"}


def test_one_wrong_row_of_a_table_stops_no_other_and_is_made_once_it_is_mended():
    cells = run("batch_from_table")
    assert "第4行“收入1.金额”列" in cells["problems"]
    assert "A-003 failed" in cells["batch"]
    assert "A-001 kept" in cells["mend"]
    assert "A-003 made" in cells["mend"]
    assert not re.search("周启明|林小满|何秀兰", cells["files"])


def test_the_mistakes_of_a_template_are_told_at_once_with_what_was_meant():
    cells = run("own_template")
    assert cells["write"] == "()"
    assert "请求回电" in cells["letter"]
    assert re.search("第12行：.*totl.*是不是 total.*第13行：“【姓名】”", cells["mistakes"], re.DOTALL)


def test_no_lender_reads_the_name_of_another():
    assert run("several_lenders")["external"].strip().endswith("False")
