"""The environment in which templates run: strict, autoescaping, without globals, and with a budget.

Jinja's own sandbox is the base; on top of it nothing is reachable that is not listed (see :mod:`.grammar` for the
syntax, :mod:`.access` for the data, :mod:`.filters` for the filters). What a rendering may cost is bounded, so that
a hostile template ends in an error and not in a full memory.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import wraps
from typing import Any, Final

from jinja2 import BaseLoader, StrictUndefined, Undefined, nodes, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from . import access, grammar
from .escaping import encode
from .filters import FILTERS, TESTS

MAX_COST: Final = 2_000_000
"""Characters handled plus 20 for each loop turn and macro call; the longest paper of the house stays below 100,000."""
MAX_TEXT: Final = 200_000
"""Characters of one text made by joining."""
_TURN: Final = 20
_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,40}", re.ASCII)
_HARMLESS: Final = re.compile(r"[a-z][a-z-]{0,19}|\d{1,2}", re.ASCII)


@dataclass(slots=True)
class Session:
    """One rendering: which functions it may call, what they answered, what it has cost so far.

    A traced rendering repeats an earlier one: it gets the ``answers`` of then, for a function may count its calls.
    """

    functions: tuple[Callable[..., Any], ...] = ()
    traced: bool = False
    answers: deque[object] = field(default_factory=deque)
    cost: int = 0

    def spend(self, amount: int) -> None:
        """Adds to the cost; raises SecurityError above :data:`MAX_COST`."""
        self.cost += amount
        if self.cost > MAX_COST and not self.traced:  # what is traced has been rendered before
            raise SecurityError("模板的循环或输出过多，已停止")


SESSION: Final[ContextVar[Session]] = ContextVar("negotiation_docs_template_session")


class Missing(StrictUndefined):
    """A name that is not there: an error as soon as it is used, except in ``is defined``."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        if self._undefined_hint:  # Jinja's own, in English: there is no parent block
            return "没有上一级的内容（super）"
        shown = f"“{name}”" if _is_plain_name(name) else "这个名称或序号"
        return f"没有{shown}；只能使用文书提供的数据，可先用 is defined 判断"


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """The environment of one language folder; ``traced`` marks lines and hides facts, to locate an error."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, loader: BaseLoader, filters: Mapping[str, Callable[..., Any]], *, traced: bool = False) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=Missing,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,
        )
        self.traced = traced
        self.globals.clear()
        self.filters.clear()
        self.filters.update({name: _charged(each) for name, each in {**FILTERS, **filters}.items()})
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}
        self._public = frozenset(self.filters)
        self.filters[grammar.SPEND] = _spend
        self.filters[grammar.CONCAT] = _concat

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        try:
            grammar.check(tree, self._public, self.tests)
        except grammar.Refusal as refusal:
            refusal.template = name or ""
            raise
        grammar.prepare(tree, name or "" if self.traced else "")
        return tree

    def join_path(self, template: str, parent: str) -> str:
        """A shared file is looked up in the folder of the language of the template that asks for it."""
        return f"{parent.partition('/')[0]}/{template}"

    def getattr(self, obj: object, attribute: str) -> object:
        """A field, property or key; never a method."""
        return self._checked(access.member(obj, attribute), obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """A key or a number in a list."""
        return self._checked(access.element(obj, argument), obj, argument)

    def _checked(self, value: object, obj: object, name: object) -> object:
        if value is access.FORBIDDEN:
            shown = f"“{name}”" if _is_plain_name(name) else "这一项"
            raise SecurityError(f"模板不能使用{shown}")
        return self.undefined(obj=obj, name=name) if value is access.MISSING else value  # type: ignore[arg-type]

    def call(__self, __context: Context, __obj: Callable[..., object], *args: object, **kwargs: object) -> object:  # noqa: N805
        """Calls a macro or one of the functions handed in for this rendering; nothing else."""
        session = SESSION.get()
        session.spend(_TURN)
        if isinstance(__obj, Macro):
            return __context.call(__obj, *args, **kwargs)
        if any(__obj is function for function in session.functions):
            if session.traced:
                return session.answers.popleft()
            session.answers.append(__context.call(__obj, *args, **kwargs))
            return session.answers[-1]
        if isinstance(__obj, Missing):
            __obj()  # raises, naming what is missing
        raise SecurityError("模板只能调用宏和文书提供的函数")

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """``+`` joins texts or lists and adds whole numbers; ``-`` subtracts whole numbers."""
        if isinstance(left, int) and isinstance(right, int) and operator in "+-":
            return left + right if operator == "+" else left - right
        if isinstance(left, str) and isinstance(right, str) and operator == "+":
            return _concat([left, right])
        if isinstance(left, list | tuple) and isinstance(right, list | tuple) and operator == "+":
            SESSION.get().spend(len(left) + len(right))
            return (*left, *right)
        raise SecurityError(f"“{operator}”只能用于整数或文字，金额和日期请在程序中算好")


def _is_plain_name(name: object) -> bool:
    """Whether ``name`` is one a template wrote; a key taken from a fact is not shown."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def _charged(function: Callable[..., object]) -> Callable[..., object]:
    """``function``, spending for the size of what it is given."""

    @wraps(function)  # also keeps what Jinja reads from it: whether it wants the context
    def charged(*values: object, **options: object) -> object:
        sizes = (len(value) for value in values if isinstance(value, str | list | tuple | Mapping))
        SESSION.get().spend(1 + sum(sizes))
        return function(*values, **options)

    return charged


def _spend(weight: int) -> bool:
    SESSION.get().spend(weight + _TURN)
    return True


def _concat(values: Sequence[Any]) -> str:
    texts = [value if isinstance(value, Markup) else _printable(value) for value in values]
    length = sum(map(len, texts))
    SESSION.get().spend(length)
    if length > MAX_TEXT:
        raise SecurityError(f"模板拼接的文字超过{MAX_TEXT}字")
    if any(isinstance(text, Markup) for text in texts):
        return Markup("").join(encode(text) for text in texts)
    return "".join(texts)


@pass_eval_context  # a finalizer that asks for a context also sees constants, such as {{ none }}
def _finalize(_: object, value: object) -> Markup:
    text = value if isinstance(value, Markup) else _printable(value)
    session = SESSION.get()
    session.spend(len(text) + 1)
    if session.traced and not isinstance(text, Markup) and not _HARMLESS.fullmatch(text):
        text = "…" if text else ""
    return encode(text)


_UNPRINTABLE: Final[tuple[tuple[type | tuple[type, ...], str], ...]] = (
    (type(None), "空值（None）不能打印，请先判断"),
    (Enum, "选项请打印它的 .label"),
    (str, ""),
    (bool, "是否值不能打印，请用 {% if %}"),
    (int, ""),
    (Decimal, "金额或比例请先用过滤器写成文字"),
    (float, "小数（float）不能打印，金额请先用过滤器写成文字"),
    (date, "日期请先用过滤器写成文字"),
)


def _printable(value: object) -> str:
    """``value`` as text if it is text or a whole number; anything else must be put in words first."""
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
