"""Where strangers' bytes come in: a target ends quietly or raises what is a fault, an error that is not our own."""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import negotiation_docs as nd
from negotiation_docs.errors import MissingGlyphs, NegotiationDocsError
from negotiation_docs.interview.asking import Interview
from negotiation_docs.interview.sheet import Sheet
from negotiation_docs.tables.blank import blank
from negotiation_docs.templating.markup import parse
from negotiation_docs.templating.templates import render_template
from negotiation_docs.tree import lines
from negotiation_docs.words.formats import FILTERS
from negotiation_docs.writers.calendar import to_ics
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.fonts import chosen
from negotiation_docs.writers.fonts.opened import APOSTROPHE, DASH, face
from negotiation_docs.writers.lines.linebreak import Run, break_lines
from negotiation_docs.writers.pdf import scanned, to_pdf
from negotiation_docs.writers.scans.reading import read_scan
from negotiation_docs.writers.scans.scan import Exhibit
from negotiation_docs.writers.sheets import to_csv
from tests.make import damaged, scans
from tests.make.answers import FIRST, REST, Scripted
from tests.make.word_letters import letter, runs

_FOLDER = Path(tempfile.mkdtemp(prefix="soak-"))
_EXAMPLES = Path(__file__).parents[2] / "examples"
_TEMPLATES = Path(__file__).parents[2] / "templates" / "zh"
_VIEW = {
    "name": "周启明",
    "list": ("甲", "乙"),
    "plain": {"a": "甲"},
    "number": 3,
    "nothing": None,
    "many": tuple(range(99)),
}


def load_yaml(data: bytes) -> None:
    _load(data, "case.yaml")


def load_json(data: bytes) -> None:
    _load(data, "case.json")


def _load(data: bytes, name: str) -> None:
    path = _FOLDER / name
    path.write_bytes(data)
    with contextlib.suppress(NegotiationDocsError):
        nd.check(nd.load(path))


def markup(data: bytes) -> None:
    with contextlib.suppress(NegotiationDocsError):
        list(lines(parse(data.decode("utf-8", "replace"), template="x")))


def template(data: bytes) -> None:
    (_FOLDER / "zh").mkdir(exist_ok=True)
    (_FOLDER / "zh" / "paper.html").write_bytes(data)
    with contextlib.suppress(NegotiationDocsError):
        render_template("paper", "zh", _VIEW, filters=FILTERS["zh"], functions={"tell": str}, folder=_FOLDER)


def breaker(data: bytes) -> None:
    """The words of all lines are the words that were given."""
    if len(data) < 2:
        return
    told = data[1:].decode("utf-8", "ignore")
    never = f"[\n\r{DASH}{APOSTROPHE}]"  # what no text that reaches it can hold
    measure, text = 20 + data[0] * 2, re.sub(never, "", told)
    align = ("justify", "left", "center", "right")[data[0] % 4]
    try:
        set_ = break_lines([Run(text, face("song"), 12)], measure, indent=24 if data[0] > 60 else 0, align=align)
    except MissingGlyphs:
        return
    assert "".join(line.text for line in set_) == text, "characters were lost"


def picture(data: bytes) -> None:
    with contextlib.suppress(NegotiationDocsError):
        to_docx(damaged.PAPER, signature=data)


def letterhead(data: bytes) -> None:
    with contextlib.suppress(NegotiationDocsError):
        to_docx(damaged.PAPER, base=data)


def word_letter(data: bytes) -> None:
    with contextlib.suppress(NegotiationDocsError):
        nd.fill_word(data, nd.load(_EXAMPLES / "zhou.yaml"), draft=True)


def font(data: bytes) -> None:
    path = _FOLDER / "font.otf"
    path.write_bytes(data)
    try:
        to_pdf(damaged.PAPER, fonts={"song": path})
    except NegotiationDocsError:
        pass
    finally:
        chosen._opened.cache_clear()


def csv_log(data: bytes) -> None:
    _add(data, "log.csv")


def xlsx_log(data: bytes) -> None:
    _add(data, "log.xlsx")


def _add(data: bytes, name: str) -> None:
    """A table of talks, as the former log and into a case file."""
    case, table = _FOLDER / "talks.yaml", _FOLDER / name
    case.write_bytes((_EXAMPLES / "he.yaml").read_bytes())
    table.write_bytes(data)
    with contextlib.suppress(NegotiationDocsError):
        nd.contact_log(nd.load(case), before=table)
    with contextlib.suppress(NegotiationDocsError):
        nd.add_contacts(case, table)


def csv_table(data: bytes) -> None:
    _read(data, "people.csv")


def xlsx_table(data: bytes) -> None:
    _read(data, "people.xlsx")


def _read(data: bytes, name: str) -> None:
    """A table of borrowers."""
    table = _FOLDER / name
    table.write_bytes(data)
    with contextlib.suppress(NegotiationDocsError):
        for row in nd.read_table(table):
            with contextlib.suppress(NegotiationDocsError):
                row.load()


def calendar(data: bytes) -> None:
    """The calendar made last time."""
    with contextlib.suppress(NegotiationDocsError):
        to_ics((), date(2026, 11, 21), data)


def scan(data: bytes) -> None:
    """A piece of evidence, laid on its sheets."""
    with contextlib.suppress(NegotiationDocsError):
        scanned(Exhibit(read_scan(data), "附件1", "附件1　材料", "仅供使用"), None)


def interview(data: bytes) -> None:
    """The questions of ``new``: the first half is the file that is there already, the lines of the rest are typed."""
    path, (file, _, typed) = _FOLDER / "begun.yaml", data.partition(b"\0")
    path.write_bytes(file)
    person = Scripted(*typed.decode(errors="replace").split("\n"), *[""] * 20)
    with contextlib.suppress(NegotiationDocsError):
        sheet = Sheet(path)
        Interview(sheet, person).run()
        assert Sheet(path).data == sheet.data


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each
    for each in (
        load_yaml, load_json, markup, template, breaker, picture, letterhead, word_letter, font, csv_log, xlsx_log,
        calendar, csv_table, xlsx_table, scan, interview,
    )
}  # fmt: skip


_OWN: dict[str, Callable[[nd.Case], bytes]] = {
    "csv_log": lambda case: nd.contact_log(case).to_csv(),
    "xlsx_log": lambda case: nd.contact_log(case).to_xlsx(),
    "csv_table": lambda _: to_csv(
        [["编号", "姓名", "债务1.债权人", "收入2.金额"], ["A-1", "周启明", "示例银行", "12.50"]]
    ),
    "xlsx_table": lambda _: blank(),
    "calendar": lambda case: nd.reminders(case).to_ics(),
}


def _letters() -> list[bytes]:
    return [letter("【姓名】", header="{{ 欠款：大写 }}", inner=[runs("【首期", "还款日】")])]


def _scans() -> list[bytes]:
    return [scans.png(), scans.pdf(), scans.loaded_pdf(), scans.tiff(scans.chat(4)), *damaged.pictures()]


def _begun() -> list[bytes]:
    typed = "\n".join(line for _, line in (*FIRST, *REST)).encode()
    files = [b"", *(path.read_bytes() for path in sorted(_EXAMPLES.glob("?e*.yaml")))]
    return [b"\0".join((file, (b"2\n\n<\n1\n" if file else b"") + typed)) for file in files]


@cache
def seeds(name: str) -> list[bytes]:
    """Inputs to begin with."""
    if name == "load_yaml":
        return [path.read_bytes() for path in sorted(_EXAMPLES.glob("*.yaml"))]
    if name == "load_json":
        return [
            b'{"borrower": {"name": "x"}, "debts": [{"id": "a", "creditor": {"kind": "bank_card"}}]}',
            b'{"debts": [1, {}]}',
        ]
    if name in ("template", "markup"):
        own = b"<p>{{ name }}{% for x in list %}{{ x ~ 1 }}{% endfor %}</p><table><tr><td>1</td></tr></table>"
        return [own, *(path.read_bytes().split(b"\n---\n", 1)[-1] for path in sorted(_TEMPLATES.glob("[a-z]*.html")))]
    if name == "breaker":
        return [
            b"\x50" + words.encode()
            for words in ("本人自2026年7月8日起失业，月收入1,440.35元。", "（一）“Wi-Fi”——𬭎；见附件1、2")
        ]
    if name in _OWN:
        return [_OWN[name](nd.load(_EXAMPLES / "zhou.yaml"))]
    made = {"picture": damaged.pictures, "letterhead": damaged.letterheads, "font": damaged.fonts}
    return {"scan": _scans, "interview": _begun, "word_letter": _letters, **made}[name]()


def mutated(name: str, chance: Random) -> bytes:
    """A seed, damaged or with a piece of another one in it."""
    data = chance.choice(seeds(name))
    if chance.random() < 0.3:
        other = chance.choice(seeds(name))
        begin, at = chance.randrange(len(other)), chance.randrange(len(data))
        return data[:at] + other[begin : begin + chance.randrange(1, 400)] + data[at + chance.randrange(400) :]
    return damaged.damaged(data, chance)
