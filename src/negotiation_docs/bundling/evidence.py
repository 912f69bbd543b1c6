"""The attached evidence of a bundle: which scan belongs to which number, read with all that is wrong at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from negotiation_docs.bundling.fetching import Files, fetch
from negotiation_docs.errors import FactsError, Place, Problem
from negotiation_docs.facts import Case, Debt, EvidenceItem
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.views.order import Numbers
from negotiation_docs.words.voice import Voice
from negotiation_docs.writers.scans.limits import MOST_SHEETS
from negotiation_docs.writers.scans.reading import read_scan
from negotiation_docs.writers.scans.scan import Exhibit, Scan, ScanError

_TOO_MANY: Final = ScanError(f"以后合订本超过{MOST_SHEETS}页", "请只留下要用的页，或者分几次提交")


class Attached(Struct, frozen=True):
    """One attached item of the evidence: its 附件 number, its name in the papers' language, its file if it has one.

    ``label`` is the number in that language: 附件2.
    """

    id: str
    number: int
    label: str
    name: str
    file: str | None


def attached(case: Case, numbers: Numbers, voice: Voice) -> tuple[Attached, ...]:
    """The evidence in the order of its numbers."""
    items, label = case.evidence_by_id, voice.words.bundle["label"]
    return tuple(
        Attached(name, number, label.format(number=number), voice.say(items[name].name), items[name].file)
        for name, number in sorted(numbers.evidence.items(), key=lambda pair: pair[1])
    )


def read(
    case: Case, debt: Debt, items: Sequence[Attached], files: Files | None, voice: Voice
) -> tuple[tuple[Exhibit, ...], tuple[Problem, ...]]:
    """The scans of the items that have one, and warnings. Raises FactsError with all that cannot be used."""
    known = {item.id: (place, item) for place, item in enumerate(case.evidence)}
    found: list[Exhibit] = []
    wrong: list[Problem] = []
    warnings: list[Problem] = []
    for each in items:
        place, item = known[each.id]
        if each.file is None:
            warnings.append(_without(case, place, each))
            continue
        try:
            scan = read_scan(fetch(each.file, files))
        except ScanError as error:
            wrong.append(_unusable(case, place, each.file, error))
            continue
        found.append(_exhibit(scan, each, item, debt, voice))
        warnings += _miscounted(case, place, item, scan)
        if sum(len(one.scan.sheets) for one in found) > MOST_SHEETS:
            wrong.append(_unusable(case, place, each.file, _TOO_MANY))
            break
    if wrong:
        raise FactsError(wrong)
    return tuple(found), tuple(warnings)


def _exhibit(scan: Scan, each: Attached, item: EvidenceItem, debt: Debt, voice: Voice) -> Exhibit:
    words = voice.words.bundle
    purpose = words["purpose"].format(creditor=voice.name(debt.creditor.name)) if item.group.value == "identity" else ""
    return Exhibit(scan, each.label, words["titled"].format(label=each.label, name=each.name), purpose)


def _unusable(case: Case, place: int, name: str, error: ScanError) -> Problem:
    where, written = _where(case, place)
    return Problem("error", where, f"扫描件“{echo(name)}”{error.told}", error.hint, "scan.unusable", written=written)


def _without(case: Case, place: int, each: Attached) -> Problem:
    message = f"附件{each.number}没有写明扫描件，合订本里没有它"
    where, written = _where(case, place)
    return Problem("warning", where, message, "请写明文件（file），或者另附纸质材料", "scan.absent", written=written)


def _miscounted(case: Case, place: int, item: EvidenceItem, scan: Scan) -> Iterator[Problem]:
    """A file of several pages that are not as many as the checklist says; a picture may take several sheets."""
    if scan.source and item.pages and item.pages != len(scan.sheets):
        message = f"清单写的是{item.pages}页，扫描件“{echo(item.file or '')}”有{len(scan.sheets)}页"
        where, written = _where(case, place)
        yield Problem("warning", where, message, "请核对页数，看是不是漏了页", "scan.pages", written=written)


def _where(case: Case, place: int) -> tuple[Place, str]:
    """The place of a file, and how the case file writes it."""
    where = ("evidence", place, "file")
    return where, case.written(where)[0]
