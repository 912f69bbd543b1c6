"""What a template may print: text and whole numbers, verbatim; anything else must be put in words first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from jinja2 import StrictUndefined, Undefined, pass_eval_context
from jinja2.exceptions import SecurityError
from markupsafe import Markup
from msgspec import Struct

from negotiation_docs.facts.base import Facts
from negotiation_docs.templating.escaping import encode
from negotiation_docs.templating.session import SESSION

MAX_TEXT: Final = 200_000
"""Characters of one text made by joining."""
_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,40}", re.ASCII)
_HARMLESS: Final = re.compile(r"[a-z][a-z-]{0,19}|\d{1,2}", re.ASCII)


class Missing(StrictUndefined):
    """A name that is not there: an error as soon as it is used, except in ``is defined``."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        if self._undefined_hint:  # Jinja's own, in English: there is no parent block
            return "没有上一级的内容（super）"
        shown = f"“{name}”" if is_plain_name(name) else "这个名称或序号"
        listed = _listed(self._undefined_obj)
        return f"没有{shown}；{listed or '只能使用文书提供的数据'}，可先用 is defined 判断"


def _listed(owner: object) -> str:
    """What there is where a name was looked for: the fields of our own data, never keys that come from a fact."""
    if isinstance(owner, Facts):
        names = list(type(owner).model_fields)
    elif isinstance(owner, Struct):
        names = [name for name in owner.__struct_fields__ if not name.startswith("_")]
    else:
        return ""
    return f"这里有 {' '.join(names)}"


def is_plain_name(name: object) -> bool:
    """Whether ``name`` is one a template wrote; a key taken from a fact is not shown."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def concat(values: Sequence[Any]) -> str:
    """``a ~ b ~ …``: markup if one of them is, and then with the others encoded; bounded in length."""
    texts = [value if isinstance(value, Markup) else _printable(value) for value in values]
    length = sum(map(len, texts))
    SESSION.get().spend(length)
    if length > MAX_TEXT:
        raise SecurityError(f"模板拼接的文字超过{MAX_TEXT}字")
    if any(isinstance(text, Markup) for text in texts):
        return Markup("".join(map(encode, texts)))  # noqa: S704 - encode escapes
    return "".join(texts)


@pass_eval_context  # a finalizer that asks for a context also sees constants, such as {{ none }}
def finalize(_: object, value: object) -> str:
    """What ``{{ value }}`` puts into the page, escaped; a traced rendering shows … for whatever might be a fact."""
    session = SESSION.get()
    text = value if isinstance(value, Markup) else _printable(value)
    session.spend(len(text) + 1)
    if session.traced and not isinstance(text, Markup) and not _HARMLESS.fullmatch(text):
        text = "…" if text else ""
    return encode(text)


_UNPRINTABLE: Final[tuple[tuple[type | tuple[type, ...], str], ...]] = (
    (type(None), "空值（None）不能打印，请先判断"),
    (Enum, "选项请先用过滤器 label 写成文字"),
    (str, ""),
    (bool, "是否值不能打印，请用 {% if %}"),
    (int, ""),
    (Decimal, "金额或比例请先用过滤器写成文字"),
    (float, "小数（float）不能打印，金额请先用过滤器写成文字"),
    (date, "日期请先用过滤器写成文字"),
)


def _printable(value: object) -> str:
    """``value`` as text if it is text or a whole number; anything else must be put in words first."""
    if type(value) is str:  # nearly all there is
        return value
    for kind, refusal in _UNPRINTABLE:
        if isinstance(value, kind):
            if refusal:
                raise SecurityError(refusal)
            return str(value)
    if isinstance(value, Missing):
        return str(value)  # raises, naming what is missing
    if isinstance(value, Undefined):
        raise SecurityError("条件不成立时没有可写的内容，请补上 else")
    raise SecurityError("只能打印文字和整数，列表和对象请逐项写出")
