"""The scans of a bundle: which belongs to which number, read with all that is wrong at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from operator import add
from typing import Final

from msgspec import Struct

from negotiation_docs.bundling.fetching import Files, fetch
from negotiation_docs.errors import FactsError, Place, Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.logbook.seals import altered
from negotiation_docs.views.order import Numbers
from negotiation_docs.words.formats import FILTERS
from negotiation_docs.words.voice import Voice
from negotiation_docs.writers.scans import limits
from negotiation_docs.writers.scans.reading import read_scan
from negotiation_docs.writers.scans.scan import Exhibit, Scan, ScanError

_APART: Final = "请只留下要用的页，或者分几次提交"
_LIMITS: Final = (
    (limits.MOST_SHEETS, f"以后合订本超过{limits.MOST_SHEETS}页"),
    (limits.BUNDLE_BYTES, f"以后各个文件合计超过{limits.BUNDLE_BYTES // 1_000_000}兆字节"),
    (limits.BUNDLE_PIXELS, f"以后各张图片合计超过{limits.BUNDLE_PIXELS // 100_000_000}亿像素"),
    (limits.BUNDLE_UNFOLDED, "以后各个PDF展开的内容合计过多"),
)
"""The most that a bundle takes, and what is said of the scan with which it is more."""


class Attached(Struct, frozen=True):
    """An attachment: its number, its name in the papers' language, its file if it has one and where that is stated.

    ``label`` is the number in that language: 附件2. ``pages`` is what the checklist says, ``identity`` whether a copy
    tells for which creditor it is, ``id`` the evidence, empty for a file kept of a talk.

    >>> import negotiation_docs as nd
    >>> [item.label for item in nd.bundle(nd.load("examples/zhou.yaml")).evidence][:1]
    ['附件4']
    """

    id: str
    number: int
    label: str
    name: str
    file: str | None
    place: Place
    pages: int | None = None
    identity: bool = False


def attached(case: Case, debt: Debt, numbers: Numbers, voice: Voice) -> tuple[Attached, ...]:
    """The evidence, then what was kept of the talks, in the order of the numbers."""
    found = [*_evidence(case, numbers, voice), *_talks(case, debt, numbers, voice)]
    return tuple(sorted(found, key=lambda one: one.number))


def _evidence(case: Case, numbers: Numbers, voice: Voice) -> Iterator[Attached]:
    label = voice.words.bundle["label"]
    for place, item in enumerate(case.evidence):
        if number := numbers.evidence.get(item.id):
            identity = item.group.value == "identity"
            named, where = label.format(number=number), ("evidence", place, "file")
            yield Attached(item.id, number, named, voice.say(item.name), item.file, where, item.pages, identity)


def _talks(case: Case, debt: Debt, numbers: Numbers, voice: Voice) -> Iterator[Attached]:
    """Each file once, under the talk that names it first; a file that is a piece of evidence has its number there."""
    words, taken = voice.words.bundle, set(numbers.evidence.values())
    for place, contact in enumerate(debt.contacts):
        for index, name in enumerate(contact.attachments):
            number = numbers.talks.get(name)
            if number is not None and number not in taken:
                taken.add(number)
                said = words["talk"].format(date=FILTERS[voice.lang]["date"](contact.day), name=name)
                where = (*debt_place(case, debt), "contacts", place, "attachments", index)
                yield Attached("", number, words["label"].format(number=number), said, name, where)


def read(
    case: Case, debt: Debt, items: Sequence[Attached], files: Files | None, voice: Voice
) -> tuple[tuple[Exhibit, ...], tuple[Problem, ...]]:
    """The scans of the items that have one, and warnings. Raises FactsError with all that cannot be used."""
    found: list[Exhibit] = []
    wrong: list[Problem] = []
    warnings: list[Problem] = []
    seals = {seal.file: seal for contact in debt.contacts for seal in contact.seals}
    total = _Total()
    for each in items:
        if each.file is None:
            warnings.append(_without(case, each))
            continue
        try:
            data = fetch(each.file, files)
            scan = read_scan(data)
        except ScanError as error:
            wrong.append(_unusable(case, each, error))
            if total.with_failed(error):
                wrong.append(_unusable(case, each, ScanError(_LIMITS[-1][1], _APART)))
                break
            continue
        seal = seals.get(each.file)
        if seal is not None and seal.sha256 != hashlib.sha256(data).hexdigest():
            wrong.append(altered(case, each.place, each.file, seal.taken))
        found.append(_exhibit(scan, each, debt, voice))
        warnings += [*_miscounted(case, each, scan), *_copied(case, each, scan)]
        if beyond := total.with_(scan, len(data)):
            wrong.append(_unusable(case, each, ScanError(beyond, _APART)))
            break
    if wrong:
        raise FactsError(wrong)
    return tuple(found), tuple(warnings)


class _Total(Struct):
    """What the scans of a bundle come to: sheets, bytes, pixels, bytes of drawings."""

    sums: tuple[int, ...] = (0, 0, 0, 0)

    def with_(self, scan: Scan, size: int) -> str:
        """Count a scan; which limit it goes beyond, in words, if any."""
        self.sums = tuple(map(add, self.sums, (len(scan.sheets), size, scan.pixels, scan.unfolded)))
        return next((told for value, (most, told) in zip(self.sums, _LIMITS, strict=True) if value > most), "")

    def with_failed(self, error: ScanError) -> bool:
        """Count a file that cost much to refuse; whether that is the last."""
        return bool(error.unfolded and self.with_(Scan((), unfolded=error.unfolded), 0))


def _exhibit(scan: Scan, each: Attached, debt: Debt, voice: Voice) -> Exhibit:
    words = voice.words.bundle
    purpose = words["purpose"].format(creditor=voice.name(debt.creditor.name)) if each.identity else ""
    return Exhibit(scan, each.label, words["titled"].format(label=each.label, name=each.name), purpose)


def _unusable(case: Case, each: Attached, error: ScanError) -> Problem:
    message = f"扫描件“{_name(each)}”{error.told}"
    return Problem("error", each.place, message, error.hint, "scan.unusable", written=_written(case, each))


def _without(case: Case, each: Attached) -> Problem:
    message = f"附件{each.number}没有写明扫描件，合订本里没有它"
    hint = "请写明文件（file），或者另附纸质材料"
    return Problem("warning", each.place, message, hint, "scan.absent", written=_written(case, each))


def _miscounted(case: Case, each: Attached, scan: Scan) -> Iterator[Problem]:
    """A file of several pages that are not as many as the checklist says; a picture may take several sheets."""
    if scan.source and each.pages and each.pages != len(scan.sheets):
        message = f"清单写的是{each.pages}页，扫描件“{_name(each)}”有{len(scan.sheets)}页"
        hint = "请核对页数，看是不是漏了页"
        yield Problem("warning", each.place, message, hint, "scan.pages", written=_written(case, each))


def _copied(case: Case, each: Attached, scan: Scan) -> Iterator[Problem]:
    """A signature of the file is void in what is made of its pages."""
    if scan.signed:
        message = f"扫描件“{_name(each)}”带有电子签名，合订本里的是它的副本，验证不了签名"
        hint = "请保留原文件，不要改动或者另存；对方要核对的，另行发送原文件"
        yield Problem("warning", each.place, message, hint, "scan.signed", written=_written(case, each))


def _name(each: Attached) -> str:
    return echo(each.file or "")


def _written(case: Case, each: Attached) -> str:
    """The place of the file as the case file writes it."""
    return case.written(each.place)[0]
