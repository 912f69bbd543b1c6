"""A fictional household: one card debt, 2,350.00 元 left a month; every test changes a little."""

from __future__ import annotations

from copy import deepcopy

from negotiation_docs.facts import Case

CARD = {
    "id": "bank1",
    "creditor": {"name": "示例银行股份有限公司信用卡中心", "kind": "bank_card"},
    "due": "2026-08-20",
    "balance": {
        "as_of": "2026-11-21",
        "principal": "86421.37",
        "interest": "3912.08",
        "penalty": "1260.00",
        "fees": "0.00",
    },
    "proposal": {
        "method": "interest_free",
        "periods": 60,
        "first_due": "2026-12-25",
        "waive": {"penalty": "1260.00"},
        "alternative": {"periods": 48},
    },
}
FINANCE = {
    "id": "finance",
    "creditor": {"name": "示例消费金融股份有限公司", "kind": "consumer_finance"},
    "due": "2026-09-02",
    "balance": {"as_of": "2026-11-20", "principal": "23000.00"},
}
FRIEND = {
    "id": "friend",
    "creditor": {"name": "沈国安", "kind": "private", "salutation": "先生"},
    "due": "2026-05-06",
    "balance": {"as_of": "2026-11-20", "principal": "8100.00", "interest": "0.00", "penalty": "0.00", "fees": "0.00"},
}
HOUSEHOLD = {
    "dated": "2026-11-21",
    "borrower": {"name": "周启明"},
    "finances": {
        "as_of": "2026-11-21",
        "income": [{"name": "工资", "amount": "8200.00", "regular": True}],
        "essentials": [
            {"name": "房租", "amount": "1800.00", "fixed": True},
            {"name": "伙食", "amount": "2850.00"},
        ],
        "other_debts": [{"creditor": "住房贷款", "monthly": "1200.00", "priority": True}],
        "assets": [
            {"name": "存款", "amount": "1860.00", "realisable": True},
            {"name": "轿车", "amount": "30000.00", "realisable": False},
        ],
    },
}


def debt(base: dict, **facts: object) -> dict:
    """``base`` with other facts; a dict changes inside (balance, proposal), None removes."""
    changed = deepcopy(base)
    for key, value in facts.items():
        if value is None:
            changed.pop(key, None)
        elif isinstance(value, dict) and isinstance(changed.get(key), dict):
            changed[key] = {name: entry for name, entry in (changed[key] | value).items() if entry is not None}
        else:
            changed[key] = value
    return changed


def household(*debts: dict, **facts: object) -> Case:
    """The household with these debts (the card by default) and other facts of the case."""
    return Case.model_validate({**deepcopy(HOUSEHOLD), "debts": list(debts) or [deepcopy(CARD)], **facts})


def earning(income: str, essentials: str = "4650.00", others: str = "1200.00") -> dict:
    """Finances of three figures."""
    return {
        "income": [{"name": "工资", "amount": income}],
        "essentials": [{"name": "生活", "amount": essentials}],
        "other_debts": [{"creditor": "住房贷款", "monthly": others}],
    }
