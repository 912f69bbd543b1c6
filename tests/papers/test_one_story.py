"""The papers of one case tell one story: no amount, date or name differs between them, nor between the languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import negotiation_docs as nd
from tests.make.variants import made, paper, papers_of, variants
from tests.papers.allowed import shown_amounts, shown_dates
from tests.papers.tracing import MONTHS
from tests.read.some import some
from tests.shipped import COURT, COVERS, INTERNAL, having

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.yaml"))
# What a sentence calls a figure, and the figure; the plan paper states those of the alternative besides.
LABELLED = {
    "balance": r"(?:本金|利息|违约金|罚息|逾期利息|费用)\d[\d,]*\.\d\d元",
    "in total": r"合计\d[\d,]*\.\d\d元（人民币",
    "course": r"自\d+年\d+月\d+日起分\d+期偿还[^，。]*，每月\d+日还款[^，。；]*(?:，(?:第?\d|每期)[^，。；]*元)+",
    "last payment": r"末期还款日为\d+年\d+月\d+日",
    "overdue": r"逾期\d+日",
    "left": r"每月余\d[\d,]*\.\d\d元|，余\d[\d,]*\.\d\d元",
    "share": r"份额为(?:每月)?\d[\d,]*\.\d\d元",
    "account": r"(?:卡号尾号|合同编号)[\w-]+",
}
CONTACT = "^(?:公民身份号码|手机号码|电子邮箱|通讯地址)\\t.*$"
CHANGING = {"plan_change_request", "deferral_request"}
"""They speak of one instalment, or of another course, on purpose."""
SINGLE = ("in total", "overdue", "left", "share", "account")  # one value in whatever paper says it


def stories() -> Iterator[tuple[str, nd.Case, str]]:
    for path in EXAMPLES:
        case = nd.load(path)
        for debt in case.debts:
            yield f"{path.stem}-{debt.id}", case, debt.id


STORIES = {name: (case, debt) for name, case, debt in stories()}


@cache
def papers(story: str) -> dict[str, nd.Document]:
    """The papers of a story by kind."""
    case, debt = STORIES[story]
    return dict(some((kind, document) for (to, kind), document in papers_of(case, "zh").items() if to == debt))


@pytest.mark.parametrize("name", STORIES)
def test_figures_of_one_name_are_the_same_in_every_paper(name):
    case, debt = STORIES[name]
    written = papers(name)
    said = {
        label: {kind: found(pattern, document.text + document.short) for kind, document in written.items()}
        for label, pattern in LABELLED.items()
    }
    for label in SINGLE:  # what is kept for oneself shares out what all creditors get, and takes off what is confirmed
        values = set().union(*(values for kind, values in said[label].items() if kind not in INTERNAL))
        assert len(values) <= 1, (label, said[label])
    plans = [kind for kind in having("plan") if kind in written]
    if plans and not case.debt(debt).proposal.settlement:
        for label in ("course", "last payment"):
            stated = set().union(*(said[label][kind] for kind in plans))
            for kind in written.keys() - CHANGING:
                assert said[label][kind] <= stated, (label, kind)
    letter = set().union(*(said["balance"][cover.name] for cover in COVERS if cover.name in written))
    for kind in written.keys() - CHANGING if letter else ():
        stated = {figure for figure in said["balance"][kind] if figure.startswith("本金")}
        assert stated <= letter, (kind, "the principal")


def found(pattern: str, text: str) -> set[str]:
    """What the pattern matches; of a share or what is left, the amount alone."""
    matches = re.findall(pattern, text)
    return {re.sub(r"^.*?(?=\d)", "", match) if re.match("[每，份]", match) else match for match in matches}


@pytest.mark.parametrize("label", LABELLED)
def test_every_pattern_finds_its_figure_in_some_paper(label):
    said = [document.text + document.short for story in STORIES for document in papers(story).values()]
    assert any(found(LABELLED[label], text) for text in said)


@pytest.mark.parametrize("name", STORIES)
def test_names_addresses_and_the_day_are_the_same_in_every_paper(name):
    case, _ = STORIES[name]
    documents = [document for kind, document in papers(name).items() if kind not in INTERNAL]
    elsewhere = {*having("escalates", "outside", "appoints", "binds"), *COURT}
    lenders = [document for document in documents if document.kind not in elsewhere]
    assert len({re.search("^尊敬的.*：$", one.text, re.MULTILINE)[0] for one in lenders}) == 1
    masked = [document for document in documents if document.kind not in having("identifies")]
    assert len({re.search(CONTACT, one.text, re.MULTILINE)[0] for one in masked}) == 1
    for one in documents:
        assert case.borrower.name in one.text
        assert nd.chinese_date(case.dated) in one.text.splitlines()


@pytest.mark.parametrize("name", sorted(variants()))
def test_both_languages_show_the_same_amounts_and_dates(name):
    assert [kind for kind, _, _ in made(name, "zh")] == [kind for kind, _, _ in made(name, "en")]
    for kind, _, chinese in made(name, "zh"):
        assert differing(chinese, paper(name, kind, "en")) == [], kind


@pytest.mark.parametrize("name", STORIES)
def test_both_languages_of_a_story_show_the_same_amounts_and_dates(name):
    case, debt = STORIES[name]
    english = papers_of(case, "en")
    for kind, chinese in papers(name).items():
        assert differing(chinese, english[debt, kind]) == [], kind


def differing(chinese: nd.Document, english: nd.Document) -> list[object]:
    """The amounts and days that stand in one language alone."""
    texts = ((chinese.text, english.text), (chinese.short, english.short))
    return [one for ours, theirs in texts for read in (shown_amounts, days) for one in read(ours) ^ read(theirs)]


def days(text: str) -> set[tuple[int, int]]:
    """(month, day) of every date, also of those that leave out the year of the one before."""
    numbers = {name: number for number, name in enumerate(MONTHS, 1)}
    found = {(int(month), int(day)) for month, day in re.findall(r"(\d+)月(\d+)日", text)}
    found |= {(numbers[month], int(day)) for day, month in re.findall(rf"(\d+) ({'|'.join(MONTHS)})", text)}
    return found | {(day.month, day.day) for day in shown_dates(text)}
