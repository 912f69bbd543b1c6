"""Personal data stays out of reprs, messages and notebooks; masks keep what a reader needs."""

import pytest
from pydantic import ValidationError

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case
from negotiation_docs.facts.reading.load import load
from negotiation_docs.facts.values.masking import (
    echo,
    mask_email,
    mask_id,
    mask_name,
    mask_text,
)
from tests.make.least import COMPLETE, case_with, problems_of

SECRETS = ["欧阳敏", "830000197912318844", "138-0013-8000", "ouyang@example.com", "示例路", "李敏", "急性阑尾炎"]


def parts_of(item):
    yield item
    for _, value in item:
        for entry in value if isinstance(value, tuple) else (value,):
            if hasattr(entry, "model_fields_set"):
                yield from parts_of(entry)


def test_no_repr_of_any_part_of_a_case_shows_a_fact():
    for part in parts_of(load(COMPLETE)):
        for shown in (repr(part), str(part), f"{part}"):
            assert shown == f"{type(part).__name__}()"


def test_a_notebook_shows_a_case_masked():
    shown = load(COMPLETE)._repr_html_()
    assert "欧*敏" in shown
    assert "card" in shown
    assert "86,421.37" in shown
    for secret in SECRETS:
        assert secret not in shown


def test_a_notebook_shows_an_unknown_principal_as_such():
    assert "待核对" in load(case_with())._repr_html_()


def test_pydantics_own_error_does_not_repeat_the_input():
    secret = "110101199001011237"
    for broken in ({"borrower": secret}, {"borrower": {"name": [secret], secret * 2: "x"}}, {"debts": secret}):
        with pytest.raises(ValidationError) as caught:
            Case.model_validate(broken)
        assert secret not in str(caught.value).replace(secret * 2, "")


@pytest.mark.parametrize(
    "section",
    [
        {"finances": {"income": [{"name": "甲", "amount": "110101199001011237元钱"}]}},
        {"hardship": [{"cause": "13800138000"}]},
        {"updates": [{"date": "13800138000", "statement": "甲"}]},
        {"110101199001011237": "x"},
        {"zhou.qiming@example.com": "x"},
        {"measures": {"13800138000": "x"}},
        {"hardship": [{"cause": "illness", "evidence": ["13800138000"]}]},
        {"debt": {"id": "13800138000"}},
        {"debt": {"paid_on_time": "13800138000"}},
        {"choices": {"apology": "6222020000000007"}},
        {"borrower": {"name": "甲", "id_number": "110101199001011230", "phone": "23800138000", "email": "zhou@x"}},
    ],
)
def test_identifiers_in_echoed_input_are_masked(section):
    said = "\n".join(map(str, problems_of(case_with(**section))))
    for secret in ("19900101", "0013800", "00138000", "zhou.qiming", "0200000"):
        assert secret not in said


def test_echoed_input_is_short_and_on_one_line():
    assert echo("甲\n乙") == "甲〔U+000A〕乙"
    assert len(echo("很" * 5000)) == 25
    assert echo("a\u202eb") == "a〔U+202E〕b"


def test_masks_keep_what_a_reader_needs_to_recognise():
    assert mask_id("110101199001011237") == "110101********1237"
    assert mask_name("周启明") == "周*明"
    assert mask_name("周明") == "周*"
    assert mask_name("周") == "周"
    assert mask_email("zhou@example.com") == "zh***@example.com"
    assert mask_email("ab@example.com") == "a***@example.com"


def test_masked_text_keeps_dates_and_amounts_readable():
    assert mask_text("2026-11-21还款86421.37元") == "2026-11-21还款86421.37元"
    assert mask_text("卡号6222 0200 0000 0007") == "卡号622************0007"
    assert (
        mask_text("身份证11010519491231002X，邮箱zhou@example.com") == "身份证110105********002X，邮箱zh***@example.com"
    )


def test_no_problem_of_a_debt_that_is_not_there_lists_more_than_ids():
    with pytest.raises(FactsError) as caught:
        load(COMPLETE).debt("13800138000")
    ids = "card、亲友、card2、quick、home、later、anew、sued"
    assert str(caught.value) == f"错误 debts：没有编号为“138****8000”的债务\n  → 请写明债务编号：{ids}"
    with pytest.raises(FactsError, match="有8笔债务，没有写明是哪一笔"):
        load(COMPLETE).debt()
