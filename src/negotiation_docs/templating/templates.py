"""Renders a template over a plain view and parses the result: words in, blocks of the tree out.

Errors of the author become :class:`~negotiation_docs.errors.TemplateError` in Chinese with template and line; errors
that our own filters and functions raise on purpose (facts, citations) pass through untouched.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, nodes
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError

from negotiation_docs.catalogue.shelf import FILE_NAME, LANGS, Shelf, ShelfLoader
from negotiation_docs.errors import ArgumentError, TemplateError
from negotiation_docs.templating.compiled import CompiledAhead
from negotiation_docs.templating.faults import Fault
from negotiation_docs.templating.filters import FilterMisuse
from negotiation_docs.templating.grammar import Refusal
from negotiation_docs.templating.jinja_words import in_chinese
from negotiation_docs.templating.markup import build, located
from negotiation_docs.templating.sandbox import PaperEnvironment
from negotiation_docs.templating.session import SESSION, Session
from negotiation_docs.tree import Block

Function = Callable[..., Any]
_AUTHORS: Final = (
    *(Refusal, FilterMisuse, ArgumentError, JinjaError),
    *(TypeError, ValueError, AttributeError, LookupError, ArithmeticError, NameError, RecursionError, AssertionError),
)
"""What an author's template comes across; whatever else is raised is the host's (a limit of time), or ours."""


def render_template(  # noqa: PLR0913 - three are keywords with a default
    kind: str,
    lang: str,
    view: Mapping[str, object],
    *,
    filters: Mapping[str, Function] | None = None,
    functions: Mapping[str, Function] | None = None,
    folder: Path | None = None,
) -> tuple[Block, ...]:
    """The blocks of ``<lang>/<kind>.html`` over ``view``.

    ``kind`` may name a companion file too, such as ``hardship_letter.short``.
    ``view`` holds plain frozen data. ``filters`` are module-level functions (they are compiled in, once per process);
    ``functions`` may be made for this rendering, and only they and macros can be called. ``folder`` holds a user's own
    templates, ``<lang>/<kind>.html``, which come before the shipped ones. Raises TemplateError.
    """
    name = f"{lang}/{kind}.html"
    if lang not in LANGS or not FILE_NAME.fullmatch(kind):
        raise TemplateError(f"没有模板 {name}")
    return _engine(Shelf(folder), _as_key(filters or {})).blocks(name, view, functions or {})


def compile_template(kind: str, lang: str, filters: Mapping[str, Function]) -> None:
    """Compile the shipped template of ``kind`` ahead, for renderings with these ``filters``. Raises TemplateError."""
    _engine(Shelf(None), _as_key(filters)).compile(f"{lang}/{kind}.html")


def refusals_of(source: str, name: str, filters: Mapping[str, Function]) -> tuple[nodes.Template, list[Refusal]]:
    """The tree of a template's ``source``, and every piece of it that is not allowed; raises TemplateSyntaxError."""
    environment = PaperEnvironment(BaseLoader(), filters)
    return environment.refusals_of(source, name)


def _as_key(filters: Mapping[str, Function]) -> tuple[tuple[str, Function], ...]:
    return tuple(sorted(filters.items(), key=lambda item: item[0]))


def exists(kind: str, lang: str, folder: Path | None = None) -> bool:
    """Whether there is a template, such as the companion ``hardship_letter.short`` of a kind."""
    try:
        Shelf(folder).source(f"{lang}/{kind}.html")
    except TemplateNotFound:
        return False
    return True


@lru_cache(maxsize=32)
def _engine(shelf: Shelf, filters: tuple[tuple[str, Function], ...]) -> _Engine:
    return _Engine(shelf, dict(filters))


class _Engine:
    """A shelf with its compiled templates; the traced twin is made only when there is an error to locate."""

    def __init__(self, shelf: Shelf, filters: Mapping[str, Function]) -> None:
        self._shelf = shelf
        self._filters = filters
        self._environment = self._make(traced=False)

    def _make(self, *, traced: bool) -> PaperEnvironment:
        ahead = None if traced else CompiledAhead()
        return PaperEnvironment(ShelfLoader(self._shelf), self._filters, traced=traced, compiled=ahead)

    def compile(self, name: str) -> None:
        self._environment.get_template(name)

    def blocks(self, name: str, view: Mapping[str, object], functions: Mapping[str, Function]) -> tuple[Block, ...]:
        session = Session(tuple(functions.values()))
        context = {**view, **functions}
        if len(context) < len(view) + len(functions):
            raise ValueError(f"view and functions share names: {sorted(view.keys() & functions.keys())}")
        html = _render(self._environment, name, context, session)
        try:
            return build(html, name.partition("/")[0])
        except Fault as fault:
            message = self._locate(fault, name, context, session)
        raise TemplateError(message)

    def _locate(self, fault: Fault, name: str, context: Mapping[str, object], before: Session) -> str:
        """Renders once more with lines marked and facts hidden, so that the message has the one without the other."""
        session = Session(before.functions, traced=True, answers=before.answers)
        html = _render(self._make(traced=True), name, context, session)
        try:
            build(html, name.partition("/")[0])
        except Fault as traced:
            if str(traced) == str(fault):
                return located(traced, html, name)
        return f"模板 {name}：{fault}"


def _render(environment: PaperEnvironment, name: str, context: Mapping[str, object], session: Session) -> str:
    token = SESSION.set(session)
    try:
        return environment.get_template(name).render(context)
    except _AUTHORS as error:
        raise _translated(error, name) from None
    finally:
        SESSION.reset(token)


def _translated(error: Exception, name: str) -> TemplateError:
    where, line = _place(error, name)
    at = f"模板 {where} 第{line}行" if line else f"模板 {where}"
    return TemplateError(f"{at}：{_reason(error)}")


def _reason(error: Exception) -> str:
    match error:
        case Refusal():
            reason = error.message
        case TemplateSyntaxError():
            reason = in_chinese(error.message or "")
        case TemplateNotFound():
            reason = f"找不到模板 {error.name}"
        case UndefinedError() | SecurityError() | FilterMisuse():
            reason = str(error)
        case ArgumentError():
            reason = f"过滤器或函数得到的值不合适：{str(error).partition('：')[2].partition('；')[0]}"
        case RecursionError():
            reason = "嵌套或递归过深"
        case TypeError() if str(error).startswith("macro "):
            reason = f"调用宏的参数不对（{error}）"
        case _:
            reason = f"执行时出错（{type(error).__name__}）"  # the message might hold a fact
    return reason


def _place(error: Exception, name: str) -> tuple[str, int]:
    """The template and line nearest to the error: its own line, or the last frame that is a template."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or name, error.lineno
    if isinstance(error, Refusal):
        return error.template or name, error.line
    found = (name, 0)
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = frame.f_code.co_filename
        if file.partition("/")[0] in LANGS and file.endswith(".html"):
            found = (file, line)
    return found
