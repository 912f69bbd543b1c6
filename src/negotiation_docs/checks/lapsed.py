"""Law that is not in force on the day of the letters: the sentence that would quote it is left out, and it is said."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.checks.rule import Words, found
from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.law.citations import lapsed

WORDS = Words(
    "law.out_of_force",
    "warning",
    "{rule}在落款日期{dated}不在施行期内，《{title}》里引用它的话已略去",
    "落款日期写错的请改正；没有写错的，寄出前读一遍，看略去以后是否仍说得清楚",
)


def lapsed_rules(case: Case, debts: Collection[Debt], paper: Kind | None) -> Iterator[Problem]:
    """Every rule that ``paper``, or any paper of ours, would quote to these creditors but for its time."""
    if not lapsed(case.dated):
        return
    for kind in (paper,) if paper else _shipped():
        for debt in debts:
            for rule in kind.citing(case, debt).lapsed():
                values = {"rule": rule.text, "dated": case.dated.isoformat(), "title": kind.spoken}
                yield WORDS.about(found("dated", **values))


def _shipped() -> tuple[Kind, ...]:
    from negotiation_docs.catalogue.kinds import kinds  # noqa: PLC0415 - heads are read when they are asked for

    return kinds()
