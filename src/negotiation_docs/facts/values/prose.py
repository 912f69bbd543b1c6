"""The door for text: NFC, outer blanks off, and every character a paper cannot carry refused by name."""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Annotated

from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal

# Controls, format characters, variation selectors, lone surrogates and non-characters: nobody sees them, so nobody
# would notice what they do to a name, to the order of a line or to a copied amount.
_REFUSED = re.compile(
    r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    r"\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f"
    r"\ufeff\uffa0\ufff0-\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff" + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 17)) + "]"
)
_NOT_IN_A_LINE = re.compile(_REFUSED.pattern[:-1] + r"\n\r\u2028\u2029]")
BLANKS = " \t\r\n\xa0\u3000"
"""What is taken off the ends of a text; other invisible characters there are refused, as inside."""

_BREAKS = re.compile(r"\r\n|[\n\r\u2028\u2029]")

_KINDS: tuple[tuple[str, str], ...] = (
    ("\t", "制表符"),
    ("\u200b\u200c\u200d\u2060\ufeff", "零宽字符"),
    ("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "文字方向控制符"),
    ("\ufffd", "替换符，多为编码转换出错留下的"),
)


def one_line(value: object, *, longest: int) -> str:
    """A text of one line, at most ``longest`` characters; raises pydantic's custom error with a Chinese message."""
    text = _written(value)
    if text.isascii() and text.isprintable():
        return _no_longer(text, longest)
    if (found := _NOT_IN_A_LINE.search(text)) is not None:
        if _BREAKS.match(found[0]):
            raise refusal("line_break", "只能写一行，不能换行", "请把内容写在同一行")
        raise refusal("character", *_refused(found))
    return _no_longer(unicodedata.normalize("NFC", text), longest)


def prose(value: object, *, longest: int) -> str:
    """A text whose line breaks begin new paragraphs: paragraphs joined by one ``\\n``, empty lines gone."""
    text = _written(value)
    if (found := _REFUSED.search(text)) is not None:
        raise refusal("character", *_refused(found))
    paragraphs = (line.strip(BLANKS) for line in _BREAKS.split(unicodedata.normalize("NFC", text)))
    return _no_longer("\n".join(line for line in paragraphs if line), longest)


def _written(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise refusal("text", *_no_text(value))
    text = value.strip(BLANKS)
    if not text:
        raise refusal("text", "没有内容", "请填写，或者删去这一项")
    return text


def _no_text(value: object) -> tuple[str, str]:
    if value is None:
        return "没有内容", "请填写，或者删去这一项"
    if isinstance(value, (list, tuple, dict)):
        return "应是一段文字", "这里不能写列表，也不能写下一级内容；文字里有冒号时请加引号"
    return "应是一段文字", "请把内容写在引号里"


def _refused(found: re.Match[str]) -> tuple[str, str]:
    character = found[0]
    message = f"第{found.start() + 1}个字符是U+{ord(character):04X}（{_kind(character)}），文书里不能使用"
    if character == "\t":
        return message, "请改用空格"
    return message, "请删除这个字符，最好把这一处重新输入一遍"


def _kind(character: str) -> str:
    for characters, kind in _KINDS:
        if character in characters:
            return kind
    name = unicodedata.name(character, "")
    if "VARIATION SELECTOR" in name:
        return "异体字选择符"
    category = unicodedata.category(character)
    return {"Cc": "控制字符", "Cs": "残缺的字符编码", "Cn": "不是字符的编码"}.get(category, "看不见的字符")


def _no_longer(text: str, longest: int) -> str:
    if len(text) > longest:
        raise refusal("length", f"共{len(text)}个字符，最多{longest}个", "请写得短一些")
    return text


def _door(read: Callable[..., str], longest: int) -> Door:
    return Door(partial(read, longest=longest), {"type": "string", "maxLength": longest})


Name = Annotated[str, _door(one_line, 100)]
"""A name or short term: one line, at most 100 characters."""
Line = Annotated[str, _door(one_line, 500)]
"""A sentence or two in one line, at most 500 characters, so that a table row still fits on a page."""
Quote = Annotated[str, _door(prose, 2_000)]
"""Words quoted from a contract; at most 2,000 characters."""
Prose = Annotated[str, _door(prose, 20_000)]
"""Paragraphs separated by ``\\n``; at most 20,000 characters."""
