"""人民币大写 by 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》; of two permitted forms always the first."""

from __future__ import annotations

from decimal import Decimal

from negotiation_docs.arguments import told
from negotiation_docs.errors import ArgumentError
from negotiation_docs.figures.fen import to_fen

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
LIMIT = 10**16  # 元; beyond 万亿 the rule has no place names


@told
def rmb_upper(amount: Decimal | int, *, zheng_after_jiao: bool = False) -> str:
    """``amount`` in 元 as 大写, without the prefix 人民币: ``Decimal("86421.37")`` → 捌万陆仟肆佰贰拾壹元叁角柒分.

    整 is written after 元 only; ``zheng_after_jiao`` also writes it after 角, which the rule leaves open.
    A float is a TypeError; more than two decimals, NaN, infinity or 10^16 元 and more a ValueError.

    >>> import negotiation_docs as nd
    >>> from decimal import Decimal
    >>> nd.rmb_upper(Decimal("86421.37"))
    '捌万陆仟肆佰贰拾壹元叁角柒分'
    """
    fen = to_fen(amount)
    sign, fen = ("负", -fen) if fen < 0 else ("", fen)
    yuan, cents = divmod(fen, 100)
    if yuan >= LIMIT:
        raise ArgumentError("金额过大，无法写成人民币大写")
    whole = f"{_integer(yuan)}元" if yuan or not cents else ""
    return sign + whole + _cents(yuan, *divmod(cents, 10), zheng_after_jiao=zheng_after_jiao)


def _cents(yuan: int, jiao: int, fen: int, *, zheng_after_jiao: bool) -> str:
    """What follows 元; a 零 fills the gap left by an empty 角, or by 元 ending in 0."""
    if not jiao and not fen:
        return "整"
    gap = "零" if yuan and (not jiao or yuan % 10 == 0) else ""
    tail = f"{DIGITS[fen]}分" if fen else "整" if zheng_after_jiao else ""
    return gap + (f"{DIGITS[jiao]}角" if jiao else "") + tail


def _integer(number: int) -> str:
    """A whole number of 元 by 亿, 万 and units, with a 零 where the next section leaves its first place empty."""
    for size, unit in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            upper, lower = divmod(number, size)
            gap = "零" if 0 < lower < size // 10 else ""
            return _integer(upper) + unit + gap + (_integer(lower) if lower else "")
    return _section(number)


def _section(number: int) -> str:
    """0 to 9999."""
    if number == 0:
        return DIGITS[0]
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if gap else "") + DIGITS[digit] + PLACES[place]
        gap = digit == 0 and bool(words)
    return words
