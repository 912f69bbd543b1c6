"""The environment in which templates run: strict, autoescaping, without globals, and with a budget.

Jinja's own sandbox is the base; on top of it nothing is reachable that is not listed (see :mod:`.grammar` for the
syntax, :mod:`.access` for the data, :mod:`.filters` for the filters). What a rendering may cost is bounded, so that
a hostile template ends in an error and not in a full memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from jinja2 import BaseLoader, BytecodeCache, nodes
from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.exceptions import SecurityError
from jinja2.lexer import Lexer
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from negotiation_docs.lazy import lazy
from negotiation_docs.templating import access, grammar
from negotiation_docs.templating.comparing import Compared, single, size, sliced
from negotiation_docs.templating.filters import FILTERS, TESTS, WHOLE, charge
from negotiation_docs.templating.later import ViewContext
from negotiation_docs.templating.printing import Missing, concat, finalize, is_plain_name
from negotiation_docs.templating.session import SESSION, spend

MAX_NUMBER: Final = 10**12
"""What counting in a template may come to."""

_OWN: Final = frozenset({"_loop_vars", "_block_vars"})  # what Jinja hands to every call in a loop or block


class _Code(CodeGenerator):
    """Code that prints what :func:`finalize` gives without escaping it once more, and joins, compares and cuts by ours.

    Jinja would write those as Python's own operators, which know of no budget.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name, as those below
        self.write("environment.beside((")
        self._listed(node.nodes, frame)
        self.write("))")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
        self.write("(")
        self._given("compared", node.expr, frame)
        for operand in node.ops:
            self.visit(operand, frame)
        self.write(")")

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: N802
        self.write(f" {operators[node.op]} ")
        self._given("compared", node.expr, frame)

    def visit_Pair(self, node: nodes.Pair, frame: Frame) -> None:  # noqa: N802
        self._given("single", node.key, frame)
        self.write(": ")
        self.visit(node.value, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        self.write("{")
        self._listed(node.items, frame)
        self.write("}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        ends = (node.arg.start, node.arg.stop, node.arg.step)
        self.write("environment.sliced(")
        self._listed([node.node, *(end or nodes.Const(None, lineno=node.lineno) for end in ends)], frame)
        self.write(")")

    def _given(self, function: str, node: nodes.Node, frame: Frame) -> None:
        self.write(f"environment.{function}(")
        self.visit(node, frame)
        self.write(")")

    def _listed(self, parts: Iterable[nodes.Node], frame: Frame) -> None:
        for part in parts:
            self.visit(part, frame)
            self.write(", ")


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """The environment of one language folder; ``traced`` marks lines and hides facts, to locate an error.

    ``compiled`` is where code of templates may be had that were checked and compiled before.
    """

    context_class = ViewContext
    code_generator_class = _Code
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    beside = staticmethod(concat)
    compared = staticmethod(Compared)
    single = staticmethod(single)
    sliced = staticmethod(sliced)

    def __init__(
        self,
        loader: BaseLoader,
        filters: Mapping[str, Callable[..., Any]],
        *,
        traced: bool = False,
        compiled: BytecodeCache | None = None,
    ) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=Missing,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,
            bytecode_cache=compiled,
            cache_size=-1,  # a plain dictionary: Jinja's bounded one has a lock, which a fork may copy as taken
        )
        self.traced = traced
        self.globals.clear()
        self.filters.clear()
        self.filters.update({name: charge(name, each) for name, each in {**FILTERS, **filters}.items()})
        self.tests = {name: test for name, test in {**self.tests, **WHOLE}.items() if name in TESTS}
        self._public = frozenset(self.filters)
        self.filters[grammar.SPEND] = spend

    @lazy
    def lexer(self) -> Lexer:  # Jinja's is looked up in a store that has a lock
        """What cuts a template into words, made once."""
        return Lexer(self)

    def compile(self, source: str | nodes.Template, name: str | None = None, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        """Checks the syntax against the closed list before anything is compiled; raises grammar.Refusal."""
        tree = self.parse(source, name) if isinstance(source, str) else source
        try:
            grammar.check(tree, self._public, self.tests)
        except grammar.Refusal as refusal:
            refusal.template = name or ""
            raise
        grammar.prepare(tree, name or "" if self.traced else "")
        return super().compile(tree, name, *args, **options)

    def refusals_of(self, source: str, name: str) -> tuple[nodes.Template, list[grammar.Refusal]]:
        """What is written, and all that :meth:`compile` would refuse of it one after another."""
        tree = self.parse(source, name)
        return tree, list(grammar.refusals(tree, self._public, self.tests))

    def join_path(self, template: str, parent: str) -> str:
        """A shared file is looked up in the folder of the language of the template that asks for it."""
        return f"{parent.partition('/')[0]}/{template}"

    def getattr(self, obj: object, attribute: str) -> object:
        """A field, property or key; never a method."""
        value = access.member(obj, attribute)
        if isinstance(value, list | tuple | Mapping) and access.is_worked_out(obj, attribute):
            SESSION.get().spend(len(value))
        refused = value is access.FORBIDDEN or value is access.MISSING
        return self._checked(value, obj, attribute) if refused else value

    def getitem(self, obj: object, argument: object) -> object:
        """A key or a number in a list."""
        return self._checked(access.element(obj, argument), obj, argument)

    def _checked(self, value: object, obj: object, name: object) -> object:
        if value is access.FORBIDDEN:
            shown = f"“{name}”" if is_plain_name(name) else "这一项"
            raise SecurityError(f"模板不能使用{shown}")
        return self.undefined(obj=obj, name=name) if value is access.MISSING else value  # type: ignore[arg-type]

    def call(__self, __context: Context, __obj: Callable[..., object], *args: object, **kwargs: object) -> object:  # noqa: N805
        """Calls a macro or one of the functions handed in for this rendering; nothing else."""
        session = SESSION.get()
        with session.call():
            if isinstance(__obj, Macro):
                return __context.call(__obj, *args, **kwargs)
            if any(__obj is function for function in session.functions):
                given = (*args, *(value for name, value in kwargs.items() if name not in _OWN))
                session.spend(sum(size(single(value)) for value in given))
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
            return _whole(left + right if operator == "+" else left - right)
        if isinstance(left, str) and isinstance(right, str) and operator == "+":
            return concat([left, right])
        if isinstance(left, list | tuple) and isinstance(right, list | tuple) and operator == "+":
            SESSION.get().spend(len(left) + len(right))
            return (*left, *right)
        raise SecurityError(f"“{operator}”只能用于整数或文字，金额和日期请在程序中算好")


def _whole(number: int) -> int:
    if abs(number) > MAX_NUMBER:
        raise SecurityError("模板里的整数过大，数字请在程序中算好")
    return number
