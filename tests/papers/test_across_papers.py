"""Papers of one case agree with each other; papers to one creditor know nothing of another."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

import negotiation_docs as nd
from tests.make.proposals import three_lenders
from tests.make.variants import LANGS, papers_of
from tests.papers.allowed import shown_amounts
from tests.read.some import some
from tests.shipped import COVERS, INTERNAL, having

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_instalments_are_the_same_in_letter_plan_and_request(path):
    case = nd.load(path)
    made = papers_of(case)
    for debt in case.debts:
        stating = [
            made[debt.id, kind]
            for kind in having("offers", "agreed")
            if (debt.id, kind) in made and kind not in INTERNAL
        ]
        if len(stating) > 1 and debt.proposal and not debt.proposal.settlement:
            schedule = nd.schedule(case, debt.id)
            for document in stating:
                assert {schedule.first, schedule.last} <= shown_amounts(document.text), document.kind


@pytest.mark.parametrize(
    "cover", [kind for kind in COVERS if "evidence_list" in kind.encloses], ids=lambda kind: kind.name
)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_attachment_numbers_agree_in_letter_and_checklist(path, cover):
    case = nd.load(path)
    for debt in case.debts:
        try:
            letter, checklist = (
                nd.render(kind, case, debt.id, enclose=cover.encloses).text for kind in (cover.name, "evidence_list")
            )
        except nd.FactsError:
            continue
        rows = re.split(r"^\d+\t", checklist, flags=re.MULTILINE)[1:]
        listed = dict(
            re.match(r"([^\t\n]+).*已附（附件(\d+)）", row, re.DOTALL).groups() for row in rows if "已附" in row
        )
        assert listed
        for name, number in listed.items():
            assert f"{number}.{name}（" in letter
        assert min(map(int, listed.values())) == len(cover.encloses) + 1, "our own papers are enclosed first"


@pytest.mark.parametrize("lang", LANGS)
def test_no_creditor_reads_the_name_of_another(lang):
    for case in (three_lenders(), nd.load(EXAMPLES[1])):
        names = {debt.id: debt.creditor.name for debt in case.debts}
        made = papers_of(case, lang)
        assert len(made) >= len(case.debts) * 3
        for (debt, kind), document in made.items():
            for other, name in names.items() if kind not in INTERNAL else ():
                assert other == debt or name not in document.text + document.short, (debt, kind)


def test_evidence_of_one_debt_goes_to_its_creditor_only():
    made = papers_of(three_lenders(), "zh")
    assert "借条照片" in made["three", "evidence_list"].text
    assert "借条照片" not in made["one", "evidence_list"].text
    assert "消费分期账单" not in made["three", "hardship_letter"].text


def test_shares_of_all_creditors_add_up_to_no_more_than_what_is_left():
    case = three_lenders()
    shares = nd.allocation(case)
    assert sum(shares.values()) <= nd.budget(case).disposable
    for debt, share in some(shares.items()):
        assert f"{share:,.2f}元" in nd.render("hardship_letter", case, debt).text


def test_two_people_do_not_send_the_same_letter():
    people = [path for path in EXAMPLES if path.parent.name == "examples"]
    letters = [
        sentences(nd.render("hardship_letter", nd.load(path), nd.load(path).debts[0].id).text) for path in people
    ]
    assert min(map(len, letters)) > 5
    for first, second in some(combinations(letters, 2)):
        assert len(first & second) <= 0.3 * min(len(first), len(second)), first & second


def sentences(text: str) -> set[str]:
    """The sentences of the prose, without headings and table rows."""
    prose = "".join(line for line in text.splitlines() if line.endswith("。"))
    return set(prose.split("。")) - {""}


def test_every_paper_carries_the_date_of_its_case():
    case = nd.load(EXAMPLES[0])
    dates = {document.paper.dated for document in papers_of(case, "zh").values()}
    assert dates == {case.dated}
