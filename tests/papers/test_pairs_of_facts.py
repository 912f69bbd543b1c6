"""Any two facts in one case: what a clerk asks who knows nothing of the code.

It asks for sums, contradictions, holes, doubled sentences, figures told in one language only, and marks of one fact
that are in no paper any more once another stands beside it, without a word from ``check``. It cannot see a sentence
that is wrong in the same way in both languages, three facts at once, nor what belongs to a lender, a court or a form
not in the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

import pytest

import negotiation_docs as nd
from negotiation_docs.outlook import outlook
from negotiation_docs.standing import standing
from tests.make.pairs import PAIRS, joined, places
from tests.make.schedule import share
from tests.make.singles import SINGLES
from tests.read import questions
from tests.read.questions import Papers
from tests.read.some import some
from tests.shipped import ALL, INTERNAL

Question = Callable[[Papers], Iterator[str]]


@lru_cache(maxsize=2 * len(SINGLES))
def asked(*names: str) -> tuple[Papers, set[tuple[str, str]]]:
    """Every paper that is due, in both languages; and which cannot be made, as the check says."""
    case = nd.load(joined(*names))
    looks = [(debt.id, look) for debt in case.debts for look in outlook(case, debt.id, ALL) if not look.idle]
    made = {
        (debt, look.kind.name, lang): nd.render(look.kind.name, case, debt, lang=lang).text
        for debt, look in looks
        if look.ready
        for lang in ("zh", "en")
    }
    return made, {(debt, look.kind.name) for debt, look in looks if not look.ready}


def papers(*names: str) -> Papers:
    return asked(*names)[0]


@lru_cache(maxsize=2 * len(SINGLES))
def states(*names: str) -> dict[str, str]:
    case = nd.load(joined(*names))
    return {debt.id: standing(case, debt).state for debt in case.debts}


@lru_cache(maxsize=2 * len(SINGLES))
def noticed(*names: str) -> set[tuple[str, str, str]]:
    """How grave, what and where: all that the check says."""
    return {(found.severity, found.message, found.path) for found in nd.check(nd.load(joined(*names)))}


def names_it(path: str, place: str) -> bool:
    """At the place or below it, or at the part of a group that it belongs to: never at a whole group, as a plan is."""
    return path.startswith(place) or (path.count(".") > 1 and place.startswith(f"{path}."))


def lost(name: str, beside: str, made: Papers) -> Iterator[str]:
    """A mark that nobody reads any more, though the debt stands where it stood and the check names nothing of it."""
    mark = SINGLES[name][0]
    alone = {key for key, text in papers(name).items() if mark and key[2] == "zh" and mark in text}
    sent = {key for key in alone if key[1] not in INTERNAL} or alone
    for debt in sorted({key[0] for key in sent}):
        kinds = {key[1] for key in sent if key[0] == debt}
        if any(
            mark in text
            for (owed, kind, _), text in made.items()
            if owed == debt and (kind in kinds or kind not in INTERNAL)
        ):
            continue
        new = noticed(name, beside) - noticed(name)
        refused = (
            any(grave == "error" for grave, _, _ in new) and {(debt, kind) for kind in kinds} & asked(name, beside)[1]
        )
        moved = states(name)[debt] != states(name, beside)[debt]
        if (refused or moved) and not any((debt, kind, "zh") in made for kind in kinds):
            continue  # the papers that told it are stopped by an error, or of no use any more
        if not any(names_it(path, place) for place in places(name, beside) for _, _, path in new):
            yield f"{name}: {mark} is in no paper of {debt}"


def faults(names: tuple[str, str]) -> list[str]:
    made = papers(*names)
    clerk = (
        questions.holes,
        questions.doubled,
        questions.told_in_one_language,
        questions.sums,
        questions.unlike_its_table,
        questions.contradicted,
    )
    found = [fault for question in clerk for fault in question(made)]
    return [*found, *lost(names[0], names[1], made), *lost(names[1], names[0], made)]


@pytest.mark.parametrize("names", share(PAIRS, 0, 40), ids=" + ".join)
def test_two_facts_leave_each_other_as_they_are(names: tuple[str, str]) -> None:
    try:
        some(papers(*names))
    except nd.FactsError:  # the two cannot both be true, and the file is refused by name
        return
    assert not faults(names)


@pytest.mark.parametrize("name", [name for name, (mark, _) in SINGLES.items() if mark])
def test_a_fact_alone_leaves_its_mark(name: str) -> None:
    assert any(SINGLES[name][0] in text for text in papers(name).values())


PLAN = """期数\t2期
还款总额\t300.00元
分期计划
期次\t还款日\t应还金额（元）\t剩余本金（元）
1\t2026-12-25\t100.00\t200.00
2\t2027-01-25\t200.00\t0.00
合计\t\t300.00\t
"""


def test_a_sound_plan_raises_no_question() -> None:
    made = {("one", "repayment_plan", "zh"): PLAN}
    assert not [*questions.sums(made), *questions.unlike_its_table(made), *questions.holes(made)]


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (questions.sums, "2027-01-25\t200.00", "2027-01-25\t200.01"),
        (questions.unlike_its_table, "期数\t2期", "期数\t3期"),
        (questions.unlike_its_table, "还款总额\t300.00元", "还款总额\t301.00元"),
        (questions.holes, "分期计划", "分期，，计划"),
        (
            questions.doubled,
            "分期计划",
            "本人拟于每月二十五日还款一次。本人拟于每月二十五日还款一次。本人拟于每月二十五日还款一次。",
        ),
        (questions.contradicted, "分期计划", "本人未收到答复。2026年11月18日，本人致电贵行，贵行答复：“不符合政策”。"),
    ],
)
def test_a_clerk_sees_what_is_wrong(question: Question, right: str, wrong: str) -> None:
    assert some(question({("one", "repayment_plan", "zh"): PLAN.replace(right, wrong)}))


def test_a_clerk_sees_an_amount_and_a_day_that_one_language_leaves_out() -> None:
    english = PLAN.replace("2027-01-25\t200.00", "")
    assert some(questions.told_in_one_language({("one", "p", "zh"): PLAN, ("one", "p", "en"): english}))
