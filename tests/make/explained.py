"""A case for every problem that reading a file or checking it may find, and the examples of the pages made from them.

``python -m tests.make.explained > src/negotiation_docs/guide/data/examples.json``
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import yaml

import negotiation_docs as nd
from negotiation_docs.facts.values.masking import mask_text
from tests.checks.test_rules import CASES, D
from tests.make.spoiled import GONE, changed
from tests.make.word_letters import ATTACHED, field, letter, repacked, runs

LONGEST = 90
B = f"{D}.balance"
STEPS = {"method": "stepped", "first_due": "2027-01-25", "waive": None}
SUIT = {"stage": "sued", "received": "2026-11-10", "cause": "card"}
DEFERRED = {"instalment": 1, "from": "2026-12-25", "to": "2026-12-01", "reason": "工资晚发"}

# rule → what is changed in the clean case
SPOILT: dict[str, Mapping[str, object]] = {
    "key_unknown": {"borrower.身份证号": "x"},
    "key_repeated": {"borrower.姓名": "周明"},
    "missing": {"borrower.name": GONE},
    "list": {"measures": "已停卡"},
    "too_many": {"debts": [{"id": f"a{n}", "creditor": {"name": "某行", "kind": "bank_card"}} for n in range(101)]},
    "group": {"borrower": "周启明"},
    "more": {f"k{number}": "1" for number in range(300)},
    "text": {"measures": [None]},
    "line_break": {"borrower.name": "周\n启明"},
    "character": {"borrower.name": "周\u200b启明"},
    "length": {"borrower.name": "周" * 200},
    "choice": {f"{D}.creditor.kind": "银行"},
    "flag": {"choices.apology": "也许"},
    "count": {"finances.household_size": "三"},
    "count_range": {f"{D}.proposal.periods": "0"},
    "date": {"dated": "26-11-21"},
    "datetime": {f"{D}.agreement.reached": "2026-11-18 25:20"},
    "money": {f"{B}.principal": "8万多"},
    "money_float": {f"{B}.principal": 86421.37},
    "money_decimals": {f"{B}.principal": "86421.375"},
    "money_negative": {f"{B}.principal": "-1"},
    "money_zero": {f"{D}.payments": [{"date": "2026-11-21", "amount": "0"}]},
    "money_limit": {f"{B}.principal": "10000000000"},
    "currency": {f"{B}.principal": "100美元"},
    "rate": {f"{D}.contract.annual_rate": "很高"},
    "rate_float": {f"{D}.contract.annual_rate": 0.18},
    "rate_percent": {f"{D}.contract.annual_rate": "18"},
    "rate_period": {f"{D}.contract.annual_rate": "万分之五"},
    "rate_limit": {f"{D}.contract.annual_rate": "日50%"},
    "day_count": {f"{D}.proposal.day_count": "364"},
    "id": {f"{D}.id": "a b"},
    "id_account": {f"{D}.id": "card-62220212"},
    "id_repeated": {"evidence[1].id": "termination"},
    "id_number": {"borrower.id_number": "110101199001011238"},
    "phone": {"borrower.phone": "1380013800"},
    "email": {"borrower.email": "zhou.example.com"},
    "account": {f"{D}.account": "尾号4021"},
    "account_full": {f"{D}.account": "6222021234567894"},
    "file_path": {"evidence[0].file": "/home/zhou/a.pdf"},
    "file_kind": {"evidence[0].file": "a.docx"},
    "debts": {"debts": []},
    "evidence_id": {"hardship[0].evidence": ["nowhere"]},
    "seal_file": {f"{D}.contacts[0].seals": [{"file": "a.m4a", "sha256": "0" * 64, "taken": "2026-11-18"}]},
    "checksum": {
        f"{D}.contacts[0].attachments": ["a.m4a"],
        f"{D}.contacts[0].seals": [{"file": "a.m4a", "sha256": "1f", "taken": "2026-11-18"}],
    },
    "evidence_due": {"evidence[0].status": "pending"},
    "evidence_reason": {"evidence[0].status": "unavailable"},
    "charges_total": {f"{B}.interest": "5", f"{B}.charges": [{"kind": "interest", "amount": "4"}]},
    "disputed": {f"{B}.disputed": "一部分"},
    "steps_method": {f"{D}.proposal.steps": [{"periods": "3", "payment": "100"}]},
    "steps_missing": {f"{D}.proposal": {**STEPS, "periods": "60"}},
    "steps_open": {f"{D}.proposal": {**STEPS, "steps": [{"periods": "3"}, {"periods": "57", "payment": "1500"}]}},
    "steps_periods": {f"{D}.proposal": {**STEPS, "periods": "60", "steps": [{"periods": "3", "payment": "100"}]}},
    "waive_principal": {f"{D}.proposal.waive": {"principal": "100"}},
    "agreed_plan": {f"{D}.agreement.terms.plan": "也许"},
    "promise": {f"{D}.contacts[0].promise_due": "2026-12-01", f"{D}.contacts[0].promise": None},
    "deferral_order": {f"{D}.deferral": DEFERRED},
    "addressee": {f"{D}.escalation": {"level": "regulator"}},
    "transferred_from": {f"{D}.creditor.kind": "transferee"},
    "salutation": {f"{D}.creditor.salutation": "先生"},
    "id_document": {"borrower.id_document": {"kind": "passport", "number": "E12345678"}},
    "postcode": {"borrower.postcode": "1000"},
    "special_powers": {"borrower.agent": {"name": "张某", "kind": "lawyer", "powers": "special"}},
    "income_amount": {"finances.income[0].amount": GONE},
    "household": {"finances.household": [{"relation": "女儿", "age": "8", "income": "false"}]},
    "assets_none": {"finances.assets_none": ["deposit"]},
    "charge_period": {f"{B}.charges": [{"kind": "interest", "amount": "1", "from": "2026-11-20", "to": "2026-10-20"}]},
    "deferral_holiday": {
        f"{D}.deferral": {**DEFERRED, "to": "2027-01-25", "holiday": {"from": "2026-12", "to": "2027-02"}}
    },
    "arrears": {f"{D}.change": {"arrears": "也许"}},
    "admitted": {f"{D}.litigation": {**SUIT, "claims": [{"item": "principal", "amount": "1", "answer": "partly"}]}},
    "english": {"english": ["x"]},
}

# rule → the text of a whole file
TEXTS: dict[str, str] = {
    "empty": "# 还没有填写\n",
    "syntax": "borrower:\n  name: 周启明\n phone: 1\n",
    "shape": "周启明\n",
    "documents": "borrower: {name: 周}\n---\nborrower: {name: 王}\n",
    "depth": "[" * 30,
    "anchor": "borrower: &a {name: 周}\n",
    "tag": "borrower: !x {name: 周}\n",
    "merge": "borrower:\n  <<: {name: 周}\n",
    "comment": "notes: 见附件 #3\n",
    "key": "? [a]\n: 1\n",
    "path": "",
    "file_missing": "",
    "file_unreadable": "",
    "file_size": "",
    "encoding": "",
    "debt_id": "",
}
_SHOWN = runs("【姓名】")
# rule → what is written in a Word file, the letter, and what its places are filled with if that is said
WORD: dict[str, tuple[str, bytes, Mapping[str, str] | None]] = {
    "word.none": ("尊敬的客户经理：", letter("尊敬的客户经理："), None),
    "word.place_unknown": ("【客户经理】", letter("【客户经理】"), None),
    "word.name": ("【姓名】，对照表里写着 applicant.nam", letter("【姓名】"), {"【姓名】": "applicant.nam"}),
    "word.unfit": ("【日期：大写】", letter("【日期：大写】"), None),
    "word.empty": ("【延期至】", letter("【延期至】"), None),
    "word.place_gone": ("【姓名】，对照表里写着【名字】", letter("【姓名】"), {"【姓名】": "姓名", "【名字】": "姓名"}),
    "word.mapping": ("【姓名】，对照表里没有写“空:”", letter("【姓名】"), None),
    "word.unclosed": ("【姓名", letter("【姓名"), None),
    "word.code": ("{% for 债务 in 债务 %}", letter("{% for 债务 in 债务 %}"), None),
    "word.changes": (
        "【姓名】，有一处修订",
        letter(inner=[f'{_SHOWN}<w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins>']),
        None,
    ),
    "word.field": ("域 DOCPROPERTY，显示【姓名】", letter(inner=[field("DOCPROPERTY a", "【姓名】")]), None),
    "word.control": (
        "内容控件的提示【姓名】",
        letter(inner=[f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_SHOWN}</w:sdtContent></w:sdt>"]),
        None,
    ),
    "word.drawn": ("图形里的【姓名】", letter(inner=["<w:r><w:drawing><a:t>【姓名】</a:t></w:drawing></w:r>"]), None),
    "word.embeds": ("插入的另一份文件", letter(inner=[f'{_SHOWN}<w:altChunk r:id="rId1"/>']), None),
    "word.fetches": ("域 INCLUDETEXT", letter(inner=[field("INCLUDETEXT a.txt", "x") + _SHOWN]), None),
    "word.remote": (
        "文档模板：https://example.com/a.dotm",
        repacked(letter("【姓名】"), {"word/_rels/settings.xml.rels": ATTACHED % b"https://example.com/a.dotm"}),
        None,
    ),
    "word.signed": ("一个数字签名", repacked(letter("【姓名】"), {"_xmlsignatures/sig1.xml": b"<x/>"}), None),
    "word.comments": ("一条批注", repacked(letter("【姓名】"), {"word/comments.xml": b"<x/>"}), None),
    "word.blank": ("身份证号：____", letter("【姓名】身份证号：____"), None),
    "word.law": ("依据《民法典》第五百四十三条", letter("【姓名】依据《民法典》第五百四十三条"), None),
    "word.said": ("逾期未答复视为同意", letter("【姓名】逾期未答复视为同意"), None),
}
NO_EXAMPLE = {"path", "file_missing", "file_unreadable", "file_size", "encoding", "debt_id", "value"}
"""What is no fact of a file: tests/facts/test_sources.py makes them. ``value`` stands for what pydantic may yet add."""


def problems(changes: Mapping[str, object] | str) -> list[nd.Problem]:
    """What is found in the clean case with ``changes``, or in a text."""
    try:
        if isinstance(changes, str):
            nd.loads(changes)
            return []
        return nd.check(nd.load(changed(changes), today=date(2026, 11, 21)))
    except nd.FactsError as error:
        return list(error.problems)


def in_word(rule: str) -> nd.Problem:
    """The problem that the letter for ``rule`` makes, as it is told."""
    _, data, names = WORD[rule]
    case = nd.load(changed({}), today=date(2026, 11, 21))
    found = [*nd.word_template(data).problems]
    try:
        nd.fill_word(data, case, places=b"a: 1" if rule == "word.mapping" else names)
    except nd.FactsError as error:
        found += error.problems
    except nd.TemplateError as error:
        found += error.problems
    return next(problem for problem in found if problem.rule == rule)


def examples() -> dict[str, dict[str, str]]:
    """For every rule that a file can break: what is written, where it is found, and in which words."""
    cases: dict[str, Mapping[str, object] | str] = {}
    for rule, changes, *_ in CASES:
        cases.setdefault(rule, changes)
    cases |= SPOILT | {rule: text for rule, text in TEXTS.items() if text}
    told = {rule: dict(_example(rule, changes)) for rule, changes in cases.items() if rule != "more"}
    return told | {rule: _told(WORD[rule][0], in_word(rule)) for rule in WORD}


def _example(rule: str, changes: Mapping[str, object] | str) -> Iterator[tuple[str, str]]:
    found = next(problem for problem in problems(changes) if problem.rule == rule)
    written = changes.strip() if isinstance(changes, str) else "\n".join(_line(*each) for each in changes.items())
    yield from _told(mask_text(written), found).items()


def _told(written: str, found: nd.Problem) -> dict[str, str]:
    return {"written": written, "where": found.path, "message": found.message, "hint": found.hint}


def _line(path: str, value: object) -> str:
    if value is GONE:
        return f"{path} 没有写"
    said: Any = yaml.dump(_short(value), allow_unicode=True, default_flow_style=True, width=9999, sort_keys=False)
    return f"{path}: {said.removesuffix('...' + chr(10)).strip()}"


def _short(value: object) -> object:
    if isinstance(value, dict):
        return {key: _short(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_short(one) for one in value[:4]]
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value


if __name__ == "__main__":
    sys.stdout.write(json.dumps(examples(), ensure_ascii=False, indent=1) + "\n")
