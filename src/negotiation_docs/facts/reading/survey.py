"""Everything that is wrong with a case, at once: what cannot be read is set aside, and the reading goes on.

Pydantic reports every unreadable value, but the rules between values only speak once all values are read. So each
unreadable value is replaced by a stand-in, and a rule stays silent where it would judge a stand-in.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts.base import RULES_LATER, Facts
from negotiation_docs.facts.case import Case
from negotiation_docs.facts.reading.locate import locate
from negotiation_docs.facts.reading.refusals import explain
from negotiation_docs.facts.reading.source import MOST_TOLD, and_more
from negotiation_docs.facts.reading.standin import copied, fill, is_text, set_aside
from negotiation_docs.facts.values.fault import fault

_ROUNDS = 12  # each round goes at least one level deeper; the format nests ten levels


def survey(data: object, *, draft: bool) -> tuple[Case | None, list[Problem]]:
    """The case, if it can be had, and all findings (empty when the case is sound).

    With ``draft``, a missing text becomes the visible ``【待填：标签】`` instead of a finding.
    """
    sheet: Any = copied(data)
    findings: list[Problem] = []
    aside = _Aside()
    for _ in range(_ROUNDS):
        try:
            case = Case.model_validate(sheet, context=RULES_LATER)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False)[:MOST_TOLD]:
                loc: Place = detail["loc"]
                spot = locate(data, loc)
                if draft and detail["type"] == "missing" and fill(sheet, loc, spot):
                    continue
                if not aside.touches(loc):
                    absent = detail["type"] == "missing"
                    findings.append(fault(spot.place, *explain(detail, spot, data), absent=absent))
                aside.add(loc)
                set_aside(sheet, loc, spot)
            if error.error_count() > MOST_TOLD:
                return None, [*findings, and_more(error.error_count() - MOST_TOLD)]
            continue
        faults = [one for one in _faults(case, ()) if not any(map(aside.touches, (one.place, *one.reads)))]
        gaps = [one for one in faults if draft and one.absent and is_text(locate(data, one.place))]
        if not gaps:
            findings += [replace(one, place=locate(data, one.place).place) for one in faults]
            return case, findings
        for gap in gaps:
            fill(sheet, gap.place, locate(data, gap.place))
    return None, findings or [fault((), "value", "案件文件读不下去", "请对照样例检查")]


class _Aside:
    """The places that were set aside: a place touches them if it lies in, at, or above one."""

    def __init__(self) -> None:
        self._places: set[Place] = set()
        self._above: set[Place] = set()

    def add(self, loc: Place) -> None:
        self._places.add(loc)
        self._above.update(loc[:end] for end in range(len(loc) + 1))

    def touches(self, loc: Place) -> bool:
        return loc in self._above or any(loc[:end] in self._places for end in range(len(loc) + 1))


def _faults(facts: Facts, loc: Place) -> Iterator[Problem]:
    """The faults of a model and of all models inside it, with full places."""
    for one in facts.faults():
        yield replace(one, place=loc + one.place, reads=tuple(loc + other for other in one.reads))
    for name, field in type(facts).model_fields.items():
        value = getattr(facts, name)
        here = (*loc, field.alias or name)
        if isinstance(value, Facts):
            yield from _faults(value, here)
        elif isinstance(value, tuple):
            for position, entry in enumerate(value):
                if isinstance(entry, Facts):
                    yield from _faults(entry, (*here, position))
