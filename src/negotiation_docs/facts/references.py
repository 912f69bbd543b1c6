"""What refers to what inside a case: ids that must differ, and ids of evidence that must exist."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from negotiation_docs.facts.values.fault import Fault
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.facts.values.place import Loc

if TYPE_CHECKING:
    from negotiation_docs.facts.case import Case


def repeated(key: str, ids: list[str], what: str) -> Iterator[Fault]:
    """A fault for every id that was used before; ids name files, so case does not tell them apart."""
    counts = Counter(name.lower() for name in ids)
    seen: set[str] = set()
    for position, name in enumerate(ids):
        if name.lower() in seen:
            hint = "请给每一项不同的编号；只差大小写也算相同"
            yield Fault(
                (key, position, "id"), "id_repeated", f"{what}编号“{echo(name)}”出现了{counts[name.lower()]}次", hint
            )
        seen.add(name.lower())


def references(case: "Case") -> Iterator[tuple[Loc, str]]:
    """Every place that names a piece of evidence (a test compares this list with the models)."""
    yield from _named_in(case.hardship, ("hardship",))
    yield from _named_in(case.updates, ("updates",))
    for line in ("income", "essentials", "other_debts", "assets"):
        yield from _named_in(getattr(case.finances, line, None) or (), ("finances", line))
    yield from _named_in(case.debts, ("debts",))
    for position, debt in enumerate(case.debts):
        here: Loc = ("debts", position)
        yield from _named_in(debt.parties, (*here, "parties"))
        yield from _named_in(debt.payments, (*here, "payments"))
        if debt.deferral:
            yield from _names(debt.deferral.evidence, (*here, "deferral"))
        if debt.dispute:
            yield from _names(debt.dispute.evidence, (*here, "dispute"))
        if debt.agreement and debt.agreement.confirmed:
            yield from _names(debt.agreement.confirmed.evidence, (*here, "agreement", "confirmed"))


def _named_in(entries: Iterable[Any], loc: Loc) -> Iterator[tuple[Loc, str]]:
    for position, entry in enumerate(entries):
        yield from _names(entry.evidence, (*loc, position))


def _names(evidence: Iterable[str], loc: Loc) -> Iterator[tuple[Loc, str]]:
    return (((*loc, "evidence", position), name) for position, name in enumerate(evidence))
