"""The door for money: 人民币 as an exact Decimal in 元 with at most two decimals, and nothing that was ever a float."""

import re
from decimal import Decimal
from typing import Annotated

from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.facts.values.ourcontext import in_our_context

_FORM = re.compile(
    r"(?:人民币|RMB|CNY|[¥￥])?\s*(?P<digits>[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)(?P<fraction>\.[0-9]*)?\s*(?P<unit>[万亿])?\s*(?P<yuan>元整?|圆整?)?",
    re.IGNORECASE,
)
_UNITS = {"万": 4, "亿": 8}
_LIMIT = Decimal(10_000_000_000)
_CURRENCIES: tuple[tuple[str, str], ...] = (
    (r"HKD|HK\$|港币|港元", "港元"),
    (r"EUR|€|欧元", "欧元"),
    (r"GBP|£|英镑", "英镑"),
    (r"JPY|日元|円", "日元"),
    (r"TWD|NT\$|台币", "新台币"),
    (r"MOP|澳门元|澳门币", "澳门元"),
    (r"KRW|₩|韩元", "韩元"),
    (r"SGD|S\$|新加坡元|新币", "新加坡元"),
    (r"AUD|A\$|澳元", "澳元"),
    (r"CAD|C\$|加元", "加元"),
    (r"THB|泰铢", "泰铢"),
    (r"RUB|₽|卢布", "卢布"),
    (r"USDT|BTC|比特币|泰达币", "虚拟货币"),
    (r"\$|USD|美元|美金", "美元"),  # the bare sign last: others contain it
)
_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")  # typed with a Chinese input method
_LONGEST = 60  # characters: no bill words an amount at greater length
_EXAMPLE = "请写成 86421.37、86,421.37元 或 1.2万元"


@in_our_context
def parse_money(value: object) -> Decimal:
    """An amount in 元, ``0 ≤ amount < 10^10``, always with two decimals; raises pydantic's custom error in Chinese.

    Accepts ``86421.37``, ``86,421.37``, ``86421.37元``, ``1.2万元``, an int or a Decimal. A third decimal, a float and
    another currency are refused: an amount is never rounded and never guessed.
    """
    if isinstance(value, float):
        raise refusal(
            "money_float",
            "金额不能用浮点数，浮点数存不准分",
            '请写成文字 "86421.37" 或 Decimal("86421.37")；JSON 用 nd.loads 读取',
        )
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise refusal("money", "应是金额", _EXAMPLE)
    amount = _from_text(value) if isinstance(value, str) else Decimal(value)
    if not amount.is_finite():
        raise refusal("money", "应是金额", _EXAMPLE)
    return _checked(amount)


def _from_text(text: str) -> Decimal:
    text = text.strip().translate(_WIDE)
    found = _FORM.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or found["fraction"] == ".":
        raise refusal(*_unreadable(text))
    number = Decimal(re.sub("[,，]", "", found["digits"]) + (found["fraction"] or ""))
    return number.scaleb(_UNITS[found["unit"]]) if found["unit"] else number


def _unreadable(text: str) -> tuple[str, str, str]:
    for pattern, currency in _CURRENCIES:
        if re.search(pattern, text, re.IGNORECASE):
            return "currency", f"金额是{currency}，这里只收人民币", "请按合同约定折算成人民币后填写，折算依据写在说明里"
    if re.match(r"[-−－—][0-9]", text):
        return "money_negative", f"金额不能是负数：“{echo(text)}”", "没有欠款写 0.00；多还的部分请在说明里写明"
    if re.search(r"[零一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟约余多左右]", text):
        return "money", f"看不懂金额“{echo(text)}”", f"金额要用阿拉伯数字写准，不能写大写或约数；{_EXAMPLE}"
    return "money", f"看不懂金额“{echo(text)}”", _EXAMPLE


def _checked(amount: Decimal) -> Decimal:
    if amount < 0:
        raise refusal(
            "money_negative", f"金额不能是负数：“{echo(amount)}”", "没有欠款写 0.00；多还的部分请在说明里写明"
        )
    if amount >= _LIMIT:
        raise refusal("money_limit", "金额达到或超过一百亿元，请核对", "请检查是否多写了零，或单位写错")
    cents = amount.quantize(Decimal("0.01"))
    if cents != amount:
        raise refusal("money_decimals", f"金额“{echo(amount)}”的小数超过两位", "请按账单写到分，程序不会替您四舍五入")
    return abs(cents)  # a Decimal("-0") is nothing owed, too


def parse_positive_money(value: object) -> Decimal:
    """The same, but an amount of 0.00 is refused: there is no instalment or payment of nothing."""
    amount = parse_money(value)
    if not amount:
        raise refusal("money_zero", "金额应大于零", "没有这一笔时请删去这一项")
    return amount


_SCHEMA = {"type": ["string", "number"], "description": "人民币，元，最多两位小数，如 86421.37、86,421.37元、1.2万元"}

Money = Annotated[Decimal, Door(parse_money, _SCHEMA)]
"""元, exact to the 分, zero allowed."""
PositiveMoney = Annotated[Decimal, Door(parse_positive_money, _SCHEMA)]
"""元, exact to the 分, more than zero."""
