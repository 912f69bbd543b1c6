"""Small mistakes in figures/ and law/: every place for one, and how it is put into functions of the running library."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import negotiation_docs

ROOMS = ("figures", "law")
_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.And: ast.Or, ast.Or: ast.And, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
_TURNED = (ast.Compare, ast.UnaryOp)  # conditions that other mistakes turn round
_SIGNS = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.Add: "+", ast.Sub: "-",
    ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.And: "and", ast.Or: "or", ast.Is: "is", ast.IsNot: "is not",
    ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip


@dataclass(frozen=True)
class Mistake:
    """The ``part`` of node ``number`` of ``module``; its ``place`` in words and the ``lines`` of its statement."""

    module: str
    number: int
    part: int
    place: str
    lines: range

    @property
    def path(self) -> str:
        return str(importlib.import_module(f"negotiation_docs.{self.module}").__file__)


@cache
def _source(module: str) -> str:
    return (Path(negotiation_docs.__path__[0]) / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")


@cache
def _tree(module: str) -> ast.Module:
    """Parsed once for the process and its forks: only a fork makes a mistake in it."""
    return ast.parse(_source(module))


def mistakes() -> list[Mistake]:
    """Every mistake, in the order of the files."""
    root = Path(negotiation_docs.__path__[0])
    names = [f"{room}.{path.stem}" for room in ROOMS for path in sorted((root / room).glob("*.py"))]
    return [each for name in names for each in _of(name)]


def _of(module: str) -> Iterator[Mistake]:
    source, seen = _source(module), dict[str, int]()
    numbers = {node: number for number, node in enumerate(ast.walk(_tree(module)))}
    for function, lines, node in _inside(_tree(module)):
        for part, what in _parts(node):
            shown = " ".join((ast.get_source_segment(source, _shown(node, part)) or "").split())
            place = f"{module}.{function}: {shown}: {what}"
            seen[place] = seen.get(place, 0) + 1
            place += f" ({seen[place]})" if seen[place] > 1 else ""
            yield Mistake(module, numbers[node], part, place, lines)


def _inside(parent: ast.AST, name: str = "", lines: range | None = None) -> Iterator[tuple[str, range, ast.AST]]:
    """Every node in a function, with the function's name and the lines of its statement (of a block: of its head)."""
    for field, node in ((field, node) for field, value in ast.iter_fields(parent) for node in _nodes(value)):
        if field in ("decorator_list", "returns", "annotation") or isinstance(node, ast.arguments):
            continue
        if isinstance(node, ast.keyword) and node.arg == "strict":  # of zip: a check, not a figure
            continue
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield from _inside(node, f"{name}.{node.name}".lstrip("."), None)
            continue
        own = lines
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            own = range(node.lineno, body[0].lineno if body else (node.end_lineno or node.lineno) + 1)
            own = own if lines is not None or isinstance(parent, ast.FunctionDef) else None
        if own is not None:
            yield name, own, node
        yield from _inside(node, name, own)


def _nodes(value: object) -> Iterator[ast.AST]:
    return (node for node in (value if isinstance(value, list) else [value]) if isinstance(node, ast.AST))


def _parts(node: ast.AST) -> Iterator[tuple[int, str]]:
    """(part, what is done) for each mistake that ``node`` can bear."""
    match node:
        case ast.Compare():
            for part, op in enumerate(node.ops):
                yield part, _swap(op)
        case ast.BinOp() | ast.BoolOp() | ast.AugAssign() if type(node.op) in _SWAPS:
            yield 0, _swap(node.op)
        case ast.Constant(value=bool()):
            yield 0, str(not node.value)
        case ast.Constant(value=int()):
            yield 0, f"{node.value + 1}"  # type: ignore[operator]
        case ast.Name(ctx=ast.Load()) if node.id in _NAMES:
            yield 0, _NAMES[node.id]
        case ast.UnaryOp(op=ast.Not()):
            yield 0, "without not"
        case ast.If() | ast.IfExp() | ast.While() if not isinstance(node.test, _TURNED):
            yield 0, "turned round"
        case ast.comprehension():
            yield from ((part, "turned round") for part, test in enumerate(node.ifs) if not isinstance(test, _TURNED))


def _shown(node: ast.AST, part: int) -> ast.AST:
    """What of ``node`` tells the place: of a block its condition."""
    return node.ifs[part] if isinstance(node, ast.comprehension) else getattr(node, "test", node)


def _swap(op: ast.AST) -> str:
    return f"{_SIGNS[_SWAPS[type(op)]]} for {_SIGNS[type(op)]}"


def _make(node: ast.AST, part: int) -> None:
    match node:
        case ast.Compare():
            node.ops[part] = _SWAPS[type(node.ops[part])]()  # type: ignore[call-overload]
        case ast.BinOp() | ast.BoolOp() | ast.AugAssign():
            node.op = _SWAPS[type(node.op)]()
        case ast.Constant():
            node.value = not node.value if isinstance(node.value, bool) else node.value + 1  # type: ignore[operator]
        case ast.Name():
            node.id = _NAMES[node.id]
        case ast.If() | ast.IfExp() | ast.While():
            node.test = _turned(node.test)
        case ast.comprehension():
            node.ifs[part] = _turned(node.ifs[part])
        case ast.UnaryOp():
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
            ast.fix_missing_locations(node)


def _turned(test: ast.expr) -> ast.expr:
    return ast.fix_missing_locations(ast.copy_location(ast.UnaryOp(ast.Not(), test), test))


def put_in(mistake: Mistake) -> int:
    """Put it into the functions of the loaded module; how many functions changed."""
    module = importlib.import_module(f"negotiation_docs.{mistake.module}")
    tree = _tree(mistake.module)
    _make(list(ast.walk(tree))[mistake.number], mistake.part)
    codes = {(code.co_qualname, code.co_firstlineno): code for code in _codes(compile(tree, mistake.path, "exec"))}
    changed = 0
    for function in functions(module):
        own = function.__code__
        new = codes.get((own.co_qualname, own.co_firstlineno), own)
        if own.co_filename == mistake.path and new != own:
            function.__code__ = new
            changed += 1
    return changed


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def functions(module: Any) -> Iterator[FunctionType]:
    """Every function of a module, also those that decorators hide (``work``: of our own ``lazy``)."""
    stack, seen = list(vars(module).values()), set[int]()
    while stack:
        value = stack.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, FunctionType):
            yield value
        if isinstance(value, type) and value.__module__ == module.__name__:
            stack += list(vars(value).values())
        stack += [
            inner
            for name in ("__wrapped__", "func", "fget", "__func__", "work")
            if (inner := getattr(value, name, None)) is not None
        ]
