"""Everything that is wrong with a case, at once: what cannot be read is set aside, and the reading goes on.

Pydantic reports every unreadable value, but the rules between values only speak once all values are read. So each
unreadable value is replaced by a stand-in, and a rule stays silent where it would judge a stand-in.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from negotiation_docs.facts.base import RULES_LATER, Facts
from negotiation_docs.facts.case import Case
from negotiation_docs.facts.reading.finding import MORE, Finding
from negotiation_docs.facts.reading.locate import Spot, locate
from negotiation_docs.facts.reading.refusals import explain
from negotiation_docs.facts.reading.standin import copied, fill, is_text, set_aside
from negotiation_docs.facts.values.fault import Fault
from negotiation_docs.facts.values.place import Loc

_MOST = 200  # nobody mends more at a time, and a hostile file must not keep us busy
_ROUNDS = 12  # each round goes at least one level deeper; the format nests ten levels


def survey(data: object, *, draft: bool) -> tuple[Case | None, list[Finding]]:
    """The case, if it can be had, and all findings (empty when the case is sound).

    With ``draft``, a missing text becomes the visible ``【待填：标签】`` instead of a finding.
    """
    sheet: Any = copied(data)
    findings: list[Finding] = []
    aside = _Aside()
    for _ in range(_ROUNDS):
        try:
            case = Case.model_validate(sheet, context=RULES_LATER)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False)[:_MOST]:
                loc: Loc = detail["loc"]
                spot = locate(data, loc)
                if draft and detail["type"] == "missing" and fill(sheet, loc, spot):
                    continue
                if not aside.touches(loc):
                    findings.append(Finding(spot.place, *explain(detail, spot, data)))
                aside.add(loc)
                set_aside(sheet, loc, spot)
            if error.error_count() > _MOST:
                return None, [*findings, _and_more(error.error_count() - _MOST)]
            continue
        faults = [fault for fault in _faults(case, ()) if not any(map(aside.touches, (fault.loc, *fault.reads)))]
        gaps = [fault for fault in faults if draft and fault.absent and is_text(locate(data, fault.loc))]
        if not gaps:
            findings += [_finding(fault, locate(data, fault.loc)) for fault in faults]
            return case, findings
        for gap in gaps:
            fill(sheet, gap.loc, locate(data, gap.loc))
    return None, findings or [Finding((), "value", "案件文件读不下去", "请对照样例检查")]


class _Aside:
    """The places that were set aside: a place touches them if it lies in, at, or above one."""

    def __init__(self) -> None:
        self._places: set[Loc] = set()
        self._above: set[Loc] = set()

    def add(self, loc: Loc) -> None:
        self._places.add(loc)
        self._above.update(loc[:end] for end in range(len(loc) + 1))

    def touches(self, loc: Loc) -> bool:
        return loc in self._above or any(loc[:end] in self._places for end in range(len(loc) + 1))


def _and_more(number: int) -> Finding:
    return Finding((), MORE, f"问题太多，还有{number}处没有列出", "请先检查是不是选错了文件，再从上面列出的改起")


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
