"""What refers to what inside a case: ids that must differ, and ids of evidence that must exist."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.texts import texts
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.question import worked_out_once

if TYPE_CHECKING:
    from negotiation_docs.facts.case import Case


def repeated(key: str, ids: list[str], what: str) -> Iterator[Problem]:
    """A fault for every id that was used before; ids name files, so case does not tell them apart."""
    counts = Counter(name.lower() for name in ids)
    seen: set[str] = set()
    for position, name in enumerate(ids):
        if name.lower() in seen:
            hint = "请给每一项不同的编号；只差大小写也算相同"
            yield fault(
                (key, position, "id"), "id_repeated", f"{what}编号“{echo(name)}”出现了{counts[name.lower()]}次", hint
            )
        seen.add(name.lower())


def references(facts: Facts, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every place below ``facts`` (which stand at ``place``) that names a piece of evidence, with the id it names."""
    return ((text.place, text.words) for text in texts(facts, place) if text.mark.use == "reference")


@worked_out_once
def of_one_creditor(case: "Case") -> frozenset[str]:
    """The papers named below a debt and nowhere else: they go to the creditors of those debts only.

    What hardship, income, property or a change of them names speaks of the borrower, whatever a debt uses it for.
    """
    named = {name for debt in case.debts for _, name in references(debt)}
    return frozenset(named - {name for place, name in references(case) if place[0] != "debts"})
