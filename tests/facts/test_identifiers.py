"""Identity numbers, telephone numbers, addresses, ids and files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from negotiation_docs.facts.values.identifiers import (
    id_check_character,
    is_luhn,
    parse_email,
    parse_hotline,
    parse_id_number,
    parse_phone,
)
from negotiation_docs.facts.values.plain import parse_count, parse_file, parse_flag, parse_id
from tests.make.least import case_with, loaded, only_problem


def refused(read, value, **options):
    with pytest.raises(PydanticCustomError) as caught:
        read(value, **options)
    return caught.value.context["message"]


@pytest.mark.parametrize(
    "number",
    [
        "11010519491231002X",  # GB 11643-1999's own examples
        "440524188001010014",
        "110101199001011237",
        "310115199003070017",
        "440306198802290015",  # a leap day, and a county that did not exist yet
        "500101197912318882",
    ],
)
def test_valid_identity_numbers_pass(number):
    assert parse_id_number(number) == number


def test_a_lower_case_x_is_the_same_person():
    assert parse_id_number("11010519491231002x") == "11010519491231002X"


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("110101199001011230", "公民身份号码的末位校验码不对，可能有一位写错"),
        ("110101199013011234", "公民身份号码第7至14位不是有效的出生日期"),
        ("110101199002301234", "公民身份号码第7至14位不是有效的出生日期"),
        ("11010119900101123", "公民身份号码应是18位，末位可以是X；现在是17位"),
        ("11010119900101123A", "公民身份号码应是18位，末位可以是X；现在有空格或其他字符"),
        ("110101900101123", "15位的旧身份号码不能再使用"),
        ("１１０１０１１９９００１０１１２３７", "公民身份号码应是18位，末位可以是X；现在有全角字符、引号或汉字"),
        ("1.10101E+17", "公民身份号码应是18位，末位可以是X；现在是表格软件改写过的数字，后几位已经丢失"),
    ],
)
def test_a_wrong_identity_number_is_refused_without_being_repeated(number, message):
    assert refused(parse_id_number, number) == message


@given(st.integers(0, 9), st.integers(0, 16))
def test_one_wrong_digit_is_always_found(digit, position):
    number = "310115199003070017"
    if number[position] != str(digit):
        wrong = number[:position] + str(digit) + number[position + 1 :]
        assert refused(parse_id_number, wrong).startswith("公民身份号码")


def test_check_characters_follow_the_standard():
    assert id_check_character("11010519491231002") == "X"
    assert id_check_character("44052418800101001") == "4"


@pytest.mark.parametrize("digits", ["6222020000000007", "6225881234567898", "6228480402564890018"])
def test_card_numbers_are_recognised_by_their_check_digit(digits):
    assert is_luhn(digits)
    assert not is_luhn(digits[:-1] + str((int(digits[-1]) + 1) % 10))


@pytest.mark.parametrize(
    "number", ["13800138000", "138 0013 8000", "+86 13800138000", "010-12345678", "0755-1234567", "+852 9123 4567"]
)
def test_a_persons_number_is_kept_as_typed(number):
    assert parse_phone(number) == number


@pytest.mark.parametrize("number", ["12345678901", "10086", "95588", "1380013800", "138001380000", "abc", "4000000000"])
def test_what_is_no_persons_number_is_refused(number):
    assert refused(parse_phone, number) == "电话号码不对"


@pytest.mark.parametrize("number", ["95588", "4000000000", "400-000-0000", "010-12345678转2", "12378"])
def test_hotlines_may_be_short_or_have_an_extension(number):
    assert parse_hotline(number) == number


def test_a_hotline_is_made_of_digits():
    assert refused(parse_hotline, "客服电话") == "电话号码不对"


@pytest.mark.parametrize("address", ["zhou@example.com", "a.b+c@mail.example.com", "周@例子.中国"])
def test_addresses_of_any_plausible_shape_pass(address):
    assert parse_email(address) == address


@pytest.mark.parametrize(
    "address", ["zhou", "zhou@", "@example.com", "zhou@example", "z hou@example.com", "zhou＠example.com"]
)
def test_what_is_no_address_is_refused(address):
    assert refused(parse_email, address) == "电子邮箱的格式不对"


@pytest.mark.parametrize("name", ["bank1", "亲友", "a-b_c", "2026"])
def test_ids_are_short_and_plain(name):
    assert parse_id(name) == name


@pytest.mark.parametrize("name", ["a b", "a/b", "..", "a.b", "-a", "a:b", "", "x" * 41, "a\u202eb"])
def test_ids_that_could_confuse_a_command_line_or_a_file_name_are_refused(name):
    refused(parse_id, name)


@pytest.mark.parametrize("path", ["/etc/passwd", "../a.pdf", "a/../../b.pdf", "C:\\a.pdf", "\\\\host\\a.pdf"])
def test_files_lie_beside_the_case(path):
    assert refused(parse_file, path) == "只能用案件文件所在文件夹里的文件"


def test_scans_are_pdf_or_pictures():
    assert parse_file("scans\\a.PDF", kinds=(".pdf",)) == "scans/a.PDF"
    assert refused(parse_file, "a.docx", kinds=(".pdf", ".jpg")) == "文件类型应是.pdf、.jpg"


@pytest.mark.parametrize(
    ("word", "meaning"), [("true", True), ("是", True), ("YES", True), ("no", False), ("否", False), (True, True)]
)
def test_yes_and_no_are_understood(word, meaning):
    assert parse_flag(word) is meaning


def test_maybe_is_not():
    assert refused(parse_flag, "也许") == "应写“是”或“否”，现在是“也许”"
    assert refused(parse_flag, 1) == "应写“是”或“否”，现在是“1”"


@pytest.mark.parametrize(
    ("written", "number"), [("60", 60), ("60期", 60), ("第9期", 9), (" 3 人", 3), (5, 5), ("007", 7)]
)
def test_counts_may_carry_their_unit(written, number):
    assert parse_count(written, least=0, most=99) == number


@pytest.mark.parametrize("written", ["六十", "1.5", "-1", "1e2", "", True, 1.0, None, "9" * 5000])
def test_what_is_no_whole_number_is_refused(written):
    assert refused(parse_count, written, least=0, most=99).startswith("应是整数")


def test_counts_have_limits():
    assert refused(parse_count, "601", least=1, most=600) == "应在1和600之间，现在是“601”"


@pytest.mark.parametrize("account", ["4021", "HT2026-0001", "借条2025-1", "2026 1118"])
def test_the_end_of_a_card_or_the_number_of_a_contract_is_an_account(account):
    assert loaded(debt={"account": account}).debts[0].account == account


@pytest.mark.parametrize("account", ["6222020000000007", "6222 0200 0000 0007", "6228480402564890018"])
def test_a_full_card_number_is_refused_for_any_lender(account):
    debt = {"account": account, "creditor": {"name": "某公司", "kind": "microloan"}}
    assert only_problem(case_with(debt=debt)) == (
        "debts[0].account",
        "这像是完整的银行卡号，文书里不能出现",
        "只写卡号的最后四位",
    )


def test_a_card_account_never_holds_twelve_digits_in_a_row():
    assert only_problem(case_with(debt={"account": "123456789012"}))[:2] == (
        "debts[0].account",
        "信用卡账号不能写完整卡号",
    )
    loan = {"account": "123456789012", "creditor": {"name": "某银行", "kind": "bank_loan"}}
    assert loaded(debt=loan).debts[0].account == "123456789012"


def test_a_card_debt_that_was_sold_is_still_a_card_debt():
    sold = {"name": "某公司", "kind": "transferee", "transferred_from": {"name": "某银行", "kind": "bank_card"}}
    assert only_problem(case_with(debt={"account": "123456789012", "creditor": sold}))[0] == "debts[0].account"


@pytest.mark.parametrize(
    ("account", "message"),
    [
        ("尾号4021", "账号里不用写“尾号”"),
        ("合同号HT-2025-77", "账号里不用写“合同号”"),
        ("4021 旧卡", "账号里不能有空格"),
    ],
)
def test_an_account_is_only_the_number(account, message):
    assert only_problem(case_with(debt={"account": account}))[1] == message


def test_the_id_of_a_debt_holds_no_digits_of_its_account():
    assert only_problem(case_with(debt={"id": "card4021", "account": "4021"}))[:2] == (
        "debts[0].id",
        "编号里有账号的数字",
    )
    assert only_problem(case_with(debt={"id": "loan20261118"}))[1] == "编号里有一长串数字，可能泄露账号"
    assert loaded(debt={"id": "loan2026"}).debts[0].id == "loan2026"
