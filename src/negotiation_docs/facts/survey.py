"""Everything that is wrong with a case, at once: what cannot be read is set aside, and the reading goes on.

Pydantic reports every unreadable value, but the rules between values only speak once all values are read. So each
unreadable value is replaced by a stand-in, and a rule stays silent where it would judge a stand-in.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from .base import RULES_LATER, Facts
from .case import Case
from .fault import Fault, Loc
from .finding import Finding
from .locate import Spot, locate
from .standin import copied, fill, is_text, set_aside
from .wording import explain

_ROUNDS = 12  # each round goes at least one level deeper; the format nests ten levels


def survey(data: object, *, draft: bool) -> tuple[Case | None, list[Finding]]:
    """The case, if it can be had, and all findings (empty when the case is sound).

    With ``draft``, a missing text becomes the visible ``【待填：标签】`` instead of a finding.
    """
    sheet: Any = copied(data)
    findings: list[Finding] = []
    aside: list[Loc] = []
    for _ in range(_ROUNDS):
        try:
            case = Case.model_validate(sheet, context=RULES_LATER)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                loc: Loc = detail["loc"]
                spot = locate(data, loc)
                if draft and detail["type"] == "missing" and fill(sheet, loc, spot):
                    continue
                if not _touches(loc, aside):
                    findings.append(Finding(spot.place, *explain(detail, spot, data)))
                aside.append(loc)
                set_aside(sheet, loc, spot)
            continue
        faults = [fault for fault in _faults(case, ()) if not any(_touches(loc, aside) for loc in _reads(fault))]
        gaps = [fault for fault in faults if draft and fault.absent and is_text(locate(data, fault.loc))]
        if not gaps:
            findings += [_finding(fault, locate(data, fault.loc)) for fault in faults]
            return case, findings
        for gap in gaps:
            fill(sheet, gap.loc, locate(data, gap.loc))
    return None, findings


def _touches(loc: Loc, aside: list[Loc]) -> bool:
    return any(loc[: len(other)] == other or other[: len(loc)] == loc for other in aside)


def _reads(fault: Fault) -> tuple[Loc, ...]:
    return (fault.loc, *fault.reads)


def _finding(fault: Fault, spot: Spot) -> Finding:
    return Finding(spot.place, fault.rule, fault.message, fault.hint)


def _faults(facts: Facts, loc: Loc) -> Iterator[Fault]:
    """The faults of a model and of all models inside it, with full places."""
    for fault in facts.faults():
        yield fault._replace(loc=loc + fault.loc, reads=tuple(loc + other for other in fault.reads))
    for name, field in type(facts).model_fields.items():
        value = getattr(facts, name)
        here = (*loc, field.alias or name)
        if isinstance(value, Facts):
            yield from _faults(value, here)
        elif isinstance(value, tuple):
            for position, entry in enumerate(value):
                if isinstance(entry, Facts):
                    yield from _faults(entry, (*here, position))
