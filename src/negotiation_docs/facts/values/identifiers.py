"""Identity numbers, telephone numbers and e-mail addresses: checked as far as it helps, and no further."""

import re
from datetime import date
from typing import Annotated

from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.marks import NUMBER
from negotiation_docs.facts.values.prose import one_line

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_ID_NUMBER = re.compile(r"[0-9]{17}[0-9X]")
_MOBILE = re.compile(r"(?:\+86)?1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"0[1-9][0-9]{8,10}|\+86[2-9][0-9]{8,10}")
_ABROAD = re.compile(r"\+(?!86)[1-9][0-9]{6,14}")
_HOTLINE = re.compile(r"\+?[0-9]{3,16}")
_EMAIL = re.compile(r"[^\s@，。；、（）,;:<>()\[\]\"\\]+@[A-Za-z0-9\-\u4e00-\u9fff]+(?:\.[A-Za-z0-9\-\u4e00-\u9fff]+)+")


def id_check_character(first_seventeen: str) -> str:
    """The last character of a 公民身份号码 (GB 11643-1999, 4.4: ISO 7064 MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first_seventeen, strict=True))
    return _CHECK_CHARACTERS[total % 11]


def parse_id_number(value: object) -> str:
    """A 公民身份号码: length, date of birth and check character only; the region is not judged, its lists change.

    Raises pydantic's custom error in Chinese, without the number.
    """
    text = one_line(value, longest=100).upper()
    if len(text) == 15 and text.isdigit():
        raise refusal("id_number", "15位的旧身份号码不能再使用", "请填写现在身份证上的18位号码")
    if not _ID_NUMBER.fullmatch(text):
        raise refusal(
            "id_number", f"公民身份号码应是18位，末位可以是X；现在{_instead(text)}", "请对照身份证逐位核对，不要带空格"
        )
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        raise refusal("id_number", "公民身份号码第7至14位不是有效的出生日期", "请对照身份证逐位核对") from None
    if id_check_character(text[:17]) != text[17]:
        raise refusal("id_number", "公民身份号码的末位校验码不对，可能有一位写错", "请对照身份证逐位核对")
    return text


def is_id_number(text: str) -> bool:
    """Whether eighteen characters hold a date of birth and the right check character (GB 11643)."""
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    return id_check_character(text[:17]) == text[17]


def born_and_male(number: str) -> tuple[date, bool] | None:
    """What an identity number of eighteen characters holds (GB 11643); None for a passport and the like."""
    if len(number) != 18 or not number[:17].isdigit() or not is_id_number(number):
        return None
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14])), int(number[16]) % 2 == 1


def parse_document_number(value: object) -> str:
    """The number of an identity document, in capitals, without blanks and brackets; its form depends on the kind."""
    text = re.sub(r"[ \-()（）]", "", one_line(value, longest=40)).upper()
    if not re.fullmatch(r"[A-Z0-9]{5,20}", text):
        raise refusal("id_document", "证件号码只有字母和数字", "请对照证件逐位核对")
    return text


def parse_postcode(value: object) -> str:
    """A 邮政编码 of the mainland: six digits."""
    text = one_line(value, longest=20)
    if not re.fullmatch(r"[0-9]{6}", text):
        raise refusal("postcode", "邮政编码应是6位数字", "请写6位数字，如 100010")
    return text


def _instead(text: str) -> str:
    """What is written where an id number should be, without saying any of it."""
    if re.fullmatch(r"[0-9.]+E\+?[0-9]+", text):
        return "是表格软件改写过的数字，后几位已经丢失"
    if not text.isascii():
        return "有全角字符、引号或汉字"
    if len(text) == 18 or not text.isalnum():
        return "有空格或其他字符"
    return f"是{len(text)}位"


def is_luhn(digits: str) -> bool:
    """Whether the digits pass the check of a bank card number (ISO/IEC 7812-1, annex B)."""
    doubled = (int(digit) * (1 + position % 2) for position, digit in enumerate(reversed(digits)))
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def parse_phone(value: object) -> str:
    """The borrower's own number, as typed: a mobile or fixed line of the mainland, or ``+`` and a foreign number."""
    text = one_line(value, longest=30)
    bare = re.sub(r"[ \-()（）]", "", text)
    if not any(form.fullmatch(bare) for form in (_MOBILE, _LANDLINE, _ABROAD)):
        raise refusal("phone", "电话号码不对", "手机号码是以1开头的11位数字，固定电话带区号，境外号码以+和国家代码开头")
    return text


def is_mobile(number: str) -> bool:
    """Whether a number that was read is that of a mobile telephone of the mainland."""
    return _MOBILE.fullmatch(re.sub(r"[ \-()（）]", "", number)) is not None


def parse_hotline(value: object) -> str:
    """A number of a creditor, as typed: short codes, 400 numbers and extensions (转2) included."""
    text = one_line(value, longest=40)
    if not _HOTLINE.fullmatch(re.sub(r"[ \-()（）]|转[0-9]{1,6}", "", text)):
        raise refusal("phone", "电话号码不对", "请写数字，如 95588、400-000-0000 或 010-12345678转2")
    return text


def parse_email(value: object) -> str:
    """An e-mail address, as typed; only its shape is looked at."""
    text = one_line(value, longest=254)
    if not _EMAIL.fullmatch(text):
        raise refusal("email", "电子邮箱的格式不对", "请写成 name@example.com")
    return text


IdNumber = Annotated[str, Door(parse_id_number, {"type": "string", "minLength": 18, "maxLength": 18}), NUMBER]
"""A 公民身份号码, upper case X."""
DocumentNumber = Annotated[str, Door(parse_document_number, {"type": "string", "maxLength": 40}), NUMBER]
"""The number of an identity document other than the identity card."""
Postcode = Annotated[str, Door(parse_postcode, {"type": "string", "pattern": "^[0-9]{6}$"}), NUMBER]
"""A 邮政编码."""
Phone = Annotated[str, Door(parse_phone, {"type": "string"}), NUMBER]
"""A number at which a person is reached."""
Hotline = Annotated[str, Door(parse_hotline, {"type": "string"}), NUMBER]
"""A number of an organisation."""
Email = Annotated[str, Door(parse_email, {"type": "string", "format": "email"}), NUMBER]
"""An e-mail address."""
