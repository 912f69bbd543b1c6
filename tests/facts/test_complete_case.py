"""The whole case format, loaded."""

import json
import pickle
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import yaml

from negotiation_docs import facts
from negotiation_docs.facts import Case, CreditorKind, DebtPart, Method, Outcome, PartialPlan
from negotiation_docs.facts.base import Facts, keys
from negotiation_docs.facts.reading.load import load
from negotiation_docs.facts.reading.locate import fields, inner
from negotiation_docs.facts.references import references
from tests.make.least import COMPLETE, case_with, loaded
from tests.read.some import some

EXAMPLES = sorted((COMPLETE.parents[2] / "examples").glob("*.yaml"))
MODELS = [thing for thing in vars(facts).values() if isinstance(thing, type) and issubclass(thing, Facts)]


def stated_fields(item: Facts) -> set[tuple[str, str]]:
    found = set()
    for name in item.model_fields_set:
        found.add((type(item).__name__, name))
        value = getattr(item, name)
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, Facts):
                found |= stated_fields(entry)
    return found


def in_chinese(data: Any, model: type[Facts] | None) -> Any:
    """The same data with labels in place of keys."""
    if isinstance(data, list):
        return [in_chinese(entry, model) for entry in data]
    if not isinstance(data, dict) or model is None:
        return data
    table = fields(model)
    return {table[key].title: in_chinese(value, inner(table[key])) for key, value in data.items()}


def test_the_complete_case_states_every_field_of_every_model():
    stated = stated_fields(load(COMPLETE)) | stated_fields(load(EXAMPLES[0]))  # there is one document of identity only
    # An alternative, an agreed plan and a change share their fields with the proposal.
    everything = {
        (model.__name__, name)
        for model in MODELS
        if model.__name__ not in ("PartialPlan", "Change", "Confirmation")
        for name in model.model_fields
    }
    assert everything - stated == set()


def test_every_example_of_the_repository_loads():
    assert len(EXAMPLES) >= 2
    for path in EXAMPLES:
        assert isinstance(load(path), Case)


def test_labels_are_accepted_as_keys_at_every_level():
    raw = yaml.load(COMPLETE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert Case.model_validate(in_chinese(raw, Case)) == Case.model_validate(raw)


def test_json_says_the_same_as_yaml(tmp_path):
    raw = yaml.load(COMPLETE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    path = tmp_path / "case.json"
    path.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    assert load(path).model_dump() == load(COMPLETE).model_dump()


def test_values_have_the_types_their_fields_promise():
    case = load(COMPLETE)
    debt = case.debt("card")
    assert case.borrower.address == '重庆市万州区示例路8号 "3单元" & 2层'
    assert case.choices.apology is False
    assert case.hardship[0].paragraphs == ("因病治疗，其间没有工资收入", "治疗结束后仍需复诊")
    assert case.finances is not None
    assert case.finances.other_debts[0].balance == Decimal("220000.00")
    assert debt.account == "0012"
    assert debt.contract.annual_rate == Decimal("0.1825")
    assert debt.proposal is not None
    assert debt.proposal.annual_rate == Decimal("0.06")
    assert debt.proposal.method is Method.STEPPED
    assert debt.balance.disputed == (DebtPart.PENALTY, DebtPart.FEES)
    assert debt.contacts[0].at == datetime(2027, 6, 18, 14, 20)  # noqa: DTZ001
    assert debt.contacts[0].sent == ("hardship_letter", "还款计划", "my_own_paper"), "as typed"
    assert debt.contacts[1].at == debt.contacts[1].day == date(2027, 6, 20)
    assert debt.contacts[1].outcome is Outcome.PENDING
    assert debt.contacts[1].moment < datetime(2027, 6, 20, 0, 1)  # noqa: DTZ001
    assert debt.agreement is not None
    assert debt.agreement.unclear == ("credit_reporting", "是否需要面签")
    assert debt.agreement.in_force.plan == "alternative"
    assert debt.deferral is not None
    assert (debt.deferral.start, debt.deferral.to) == (date(2028, 3, 25), date(2028, 4, 25))
    assert debt.creditor.is_card
    assert case.evidence_by_id["leave"].file == "scans/leave.pdf"
    assert case.folder == COMPLETE.parent


def test_what_is_not_stated_is_none_or_the_documented_default():
    case = loaded(borrower={"name": "周启明", "phone": None, "email": "", "address": "  "}, finances=None)
    debt = case.debts[0]
    assert (case.borrower.phone, case.borrower.email, case.borrower.address) == (None, None, None)
    assert case.finances is None
    assert case.choices.apology is True
    assert (debt.balance.principal, debt.balance.disputed, debt.contract.annual_rate) == (None, (), None)


def test_an_empty_list_of_income_is_no_income_and_not_an_unknown_one():
    assert loaded(finances={"income": []}).finances.income == ()
    assert loaded(finances={"household_size": 1}).finances.income is None


def test_disputed_true_means_every_part():
    balance = loaded(debt={"balance": {"principal": "5", "disputed": "是"}}).debts[0].balance
    assert balance.disputed == tuple(DebtPart)
    assert balance.is_disputed(DebtPart.PRINCIPAL)
    assert not loaded(debt={"balance": {"disputed": False}}).debts[0].balance.disputed


def test_a_plan_inherits_what_an_alternative_leaves_out():
    proposal = load(COMPLETE).debt("card").proposal
    other = proposal.with_changes(proposal.alternative)
    assert (other.method, other.periods, other.steps) == (Method.BULLET, 1, None)
    assert (other.first_due, other.day_count, other.alternative) == (proposal.first_due, 360, None)


def test_new_steps_bring_their_own_number_of_instalments():
    debt = load(COMPLETE).debt("card")
    changed = debt.proposal.with_changes(debt.change)
    assert changed.periods == 42
    assert [step.periods for step in changed.steps] == [2, 40]


def test_steps_stay_while_their_number_of_instalments_does():
    proposal = load(COMPLETE).debt("card").proposal
    assert proposal.with_changes(PartialPlan(remainder="last")).steps == proposal.steps
    assert proposal.with_changes(PartialPlan(periods=60)).steps == proposal.steps
    assert proposal.with_changes(PartialPlan(periods=48)).steps is None
    assert proposal.with_changes(PartialPlan(method="equal_payment")).steps is None


def test_an_interest_free_plan_asks_for_a_pause_unless_told_otherwise():
    def pauses(**proposal):
        return loaded(debt={"proposal": proposal}).debts[0].proposal.pauses_charges

    assert pauses(method="interest_free")
    assert not pauses(method="interest_free", pause_charges="no")
    assert not pauses(method="equal_payment")


def test_terms_that_were_not_stated_are_open_unless_listed():
    agreement = {"reached": "2026-11-18", "terms": {"plan": "true", "pause_charges": "true"}}
    assert loaded(debt={"agreement": agreement}).debts[0].agreement.open_terms == (
        "payment_account",
        "waive",
        "pause_collection",
        "credit_reporting",
        "early_settlement",
        "breach",
    )
    assert loaded(debt={"agreement": {**agreement, "unclear": []}}).debts[0].agreement.open_terms == ()


def test_an_agreed_plan_is_true_or_the_alternative_or_what_differs():
    def plan(value):
        return (
            loaded(debt={"agreement": {"reached": "2026-11-18", "terms": {"plan": value}}})
            .debts[0]
            .agreement.terms.plan
        )

    assert plan("true") is True
    assert plan("备选方案") == "alternative"
    assert plan({"期数": "48"}).periods == 48
    assert plan("no") is None


def test_a_debt_is_found_by_its_id_and_the_only_debt_without_one():
    assert loaded().debt().id == "bank1"
    assert loaded().debt("bank1").creditor.kind is CreditorKind.BANK_CARD


def test_every_reference_to_evidence_is_looked_at():
    owners = {model.__name__ for model in MODELS if "evidence" in model.model_fields} - {"Case"}
    case = load(COMPLETE)
    seen = set()
    for loc, _ in references(case):
        item: Any = case
        for step in loc[:-2]:
            item = item[step] if isinstance(step, int) else getattr(item, step)
        seen.add(type(item).__name__)
    assert seen == owners


def test_no_label_is_used_twice_in_a_model_and_none_is_missing():
    for model in some(MODELS):
        labels = some(field.title for field in model.model_fields.values())
        assert all(labels), model
        assert len(set(labels)) == len(labels), model
        assert len(keys(model)) >= 2 * len(labels), model


def test_the_json_schema_carries_the_chinese_labels():
    schema = Case.model_json_schema()
    assert schema["properties"]["borrower"]["title"] == "借款人"
    assert schema["$defs"]["Borrower"]["properties"]["name"]["title"] == "姓名"
    assert "失业" in schema["$defs"]["Hardship"]["properties"]["cause"]["enum"]
    assert "from" in schema["$defs"]["Deferral"]["properties"]


def test_a_case_survives_pickling_and_a_round_trip_through_its_own_dump():
    case = load(COMPLETE)
    assert pickle.loads(pickle.dumps(case)) == case
    again = Case.model_validate(case.model_dump(mode="json", by_alias=True, exclude_unset=True))
    assert again.model_dump() == case.model_dump()


def test_the_day_is_read_once_and_only_if_the_file_does_not_state_it():
    undated = case_with()
    del undated["dated"]
    assert load(undated, today=date(2026, 1, 2)).dated == date(2026, 1, 2)
    assert load({**undated, "落款日期": "2026-03-04"}, today=date(2026, 1, 2)).dated == date(2026, 3, 4)
    assert load({**undated, "dated": " "}, today=date(2026, 1, 2)).dated == date(2026, 1, 2)
    assert isinstance(load(undated).dated, date)
