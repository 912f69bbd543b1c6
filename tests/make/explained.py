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


def examples() -> dict[str, dict[str, str]]:
    """For every rule that a file can break: what is written, where it is found, and in which words."""
    cases: dict[str, Mapping[str, object] | str] = {}
    for rule, changes, *_ in CASES:
        cases.setdefault(rule, changes)
    cases |= SPOILT | {rule: text for rule, text in TEXTS.items() if text}
    return {rule: dict(_example(rule, changes)) for rule, changes in cases.items() if rule != "more"}


def _example(rule: str, changes: Mapping[str, object] | str) -> Iterator[tuple[str, str]]:
    found = next(problem for problem in problems(changes) if problem.rule == rule)
    written = changes.strip() if isinstance(changes, str) else "\n".join(_line(*each) for each in changes.items())
    yield "written", mask_text(written)
    yield "where", found.path
    yield "message", found.message
    yield "hint", found.hint


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
