"""Talks out of a table into a case file: checked as the file itself is, and written where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError, OutputError, Problem
from negotiation_docs.facts import Case, Contact, Seal
from negotiation_docs.facts.reading.load import load
from negotiation_docs.facts.reading.source import encoded, read_text
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.files import write
from negotiation_docs.logbook.columns import DEBT, FIELDS, HEADING, LISTS, SEALED, SEALS, cell, field_of
from negotiation_docs.logbook.inserting import inserted
from negotiation_docs.logbook.sheet import rows_of, sealed

_OURS: Final = (DEBT, SEALS, SEALED)
Talk = tuple[int, str, Mapping[str, object]]
"""The row of a table (counted from 1), the id of its debt, and what is stated of the talk."""


@told
def add_contacts(case_file: str | Path, table: str | Path) -> tuple[Contact, ...]:
    """Adds the talks of a ``table`` (``.csv`` or ``.xlsx``) that ``case_file`` (YAML) does not hold; gives those added.

    The headings are those that ``contact_log`` writes, in any order; columns may be missing. A row whose debt, time,
    direction and channel are those of a talk in the file is that talk, and refused if it says something else: what is
    in the file is changed there. Every byte of the file stays but for the lines that are added, comments too. Raises
    FactsError naming row and column, OutputError.

    >>> import negotiation_docs as nd
    >>> from pathlib import Path
    >>> from shutil import copy
    >>> _ = copy("examples/zhou.yaml", "案件.yaml")
    >>> _ = nd.contact_log(nd.load("案件.yaml")).save("表格.csv")
    >>> nd.add_contacts("案件.yaml", "表格.csv")  # all of them are there already
    ()
    """
    path = Path(case_file)
    if path.suffix.lower() == ".json":
        raise OutputError("只能写进 YAML 案件文件；JSON 文件请由生成它的程序写入")
    case = load(path)
    known = {(debt.id, *_same(one)): one for debt in case.debts for one in debt.contacts}
    added, problems = dict[str, list[Contact]](), list[Problem]()
    for number, debt, contact in _read(case, rows_of(table)):
        old = known.setdefault((debt, *_same(contact)), contact)
        if old is contact:
            added.setdefault(debt, []).append(contact)
        elif different := [name for name in FIELDS if cell(contact, name) not in ("", cell(old, name))]:
            problems.append(_refusal(number, str(Contact.model_fields[different[0]].title)))
    if problems:
        raise FactsError(problems)
    if added:
        text = read_text(path)
        for debt, contacts in added.items():
            text = inserted(text, debt, contacts)
        _prove(case, text, added)
        write(path, encoded(text, path), overwrite=True)
    return tuple(contact for contacts in added.values() for contact in contacts)


def _same(contact: Contact) -> tuple[object, ...]:
    return contact.at, contact.direction, contact.channel


def _refusal(number: int, label: str) -> Problem:
    message = "案件文件里已有这次沟通，内容和表格里的不一样"
    return Problem(
        "error", (), message, "请直接改案件文件，或者把表格改回原样", "log.different", written=f"第{number}行“{label}”"
    )


def _read(case: Case, rows: list[list[str]]) -> list[tuple[int, str, Contact]]:
    """The talks of a table, every cell checked as in a case file."""
    talks = list(_talks(case, rows))
    debt = {"id": "a", "creditor": {"name": "银行", "kind": "bank_card"}, "contacts": [stated for *_, stated in talks]}
    try:
        least = load({"dated": "2026-01-01", "borrower": {"name": "本人"}, "debts": [debt]})
    except FactsError as error:
        raise FactsError(_at(talks, problem) for problem in error.problems) from None
    return [(number, owner, one) for (number, owner, _), one in zip(talks, least.debts[0].contacts, strict=True)]


def _at(talks: list[Talk], problem: Problem) -> Problem:
    """The problem at its row and column."""
    _, _, _, place, *rest = problem.place
    field = field_of(str(next(iter(rest), "")))
    column = f"“{Contact.model_fields[field].title}”" if field else ""
    return replace(problem, written=f"第{talks[int(place)][0]}行{column}")


def _talks(case: Case, rows: list[list[str]]) -> Iterator[Talk]:
    if not rows:
        raise OutputError("表格是空的，第一行应是列名")
    head = [each.strip() for each in rows[0]]
    if unknown := [each for each in head if each and each not in _OURS and field_of(each) is None]:
        raise OutputError(f"表格里有不认识的列：{'、'.join(unknown[:5])}；可用的列：{'、'.join(HEADING)}")
    for number, row in enumerate(rows[1:], start=2):
        cells = {name: text.strip() for name, text in zip(head, row, strict=False) if name and text.strip()}
        stated = {field: _value(field, text) for name, text in cells.items() if (field := field_of(name))}
        if stated:
            sums = [_seal(seal) for seal in sealed(cells.get(SEALS, ""), cells.get(SEALED, ""))]
            yield number, case.debt(cells.get(DEBT)).id, stated | ({"seals": sums} if sums else {})


def _seal(seal: Seal) -> dict[str, str]:
    return {"file": seal.file, "sha256": seal.sha256, "taken": seal.taken.isoformat()}


def _value(field: str, text: str) -> object:
    if field not in LISTS:
        return text
    return [part.strip() for part in text.replace(";", "；").replace("\n", "；").split("；") if part.strip()]


def _prove(case: Case, text: str, added: Mapping[str, list[Contact]]) -> None:
    """The new file holds the old facts and the talks that were added, and nothing else: or it is not written."""
    read = read_yaml(text)
    new = load(read.data, today=case.dated) if isinstance(read.data, Mapping) and not read.findings else None
    wanted = case.model_copy(
        update={
            "debts": tuple(
                one.model_copy(update={"contacts": (*one.contacts, *added.get(one.id, ()))}) for one in case.debts
            )
        }
    )
    if new is None or new.model_dump() != wanted.model_dump():
        raise OutputError("这个案件文件的写法特别，不能自动写入；请照表格在案件文件里手工添加")
