"""How many small mistakes in figures/ and law/ the tests notice: ``python -m tests.soak.mutants [--most 100]``.

A mistake (< for <=, + for -, one more, min for max …) is put into a function of the running library, in a fork that has
all tests loaded, so that a mutant costs no more than the tests that it takes to notice it.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import CodeType, FunctionType
from typing import Any

import pytest

import negotiation_docs

ROOMS = ("figures", "law")
TESTS = (
    "tests/figures",
    "tests/law",
    "tests/standing",
    "tests/checks/test_rules.py",
    "tests/papers/test_plan_tables.py",
)
SLOW = ("tests/law/test_product.py",)
_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.And: ast.Or, ast.Or: ast.And, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
HANGS = 300


def sites(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Every place in a function where a mistake can be made, with what it would be."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in (each for statement in function.body for each in ast.walk(statement)):
                if isinstance(node, ast.Compare) and type(node.ops[0]) in _SWAPS:
                    yield node, f"{type(node.ops[0]).__name__} → {_SWAPS[type(node.ops[0])].__name__}"
                elif isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign) and type(node.op) in _SWAPS:
                    yield node, f"{type(node.op).__name__} → {_SWAPS[type(node.op)].__name__}"
                elif isinstance(node, ast.Constant) and isinstance(node.value, int):
                    yield node, f"{node.value} → {not node.value if isinstance(node.value, bool) else node.value + 1}"
                elif isinstance(node, ast.Name) and node.id in _NAMES and isinstance(node.ctx, ast.Load):
                    yield node, f"{node.id} → {_NAMES[node.id]}"
                elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
                    yield node, "not → "


def mistaken(node: ast.AST) -> None:
    """Make the mistake."""
    if isinstance(node, ast.Compare):
        node.ops[0] = _SWAPS[type(node.ops[0])]()  # type: ignore[assignment]
    elif isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign):
        node.op = _SWAPS[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1  # type: ignore[operator]
    elif isinstance(node, ast.Name):
        node.id = _NAMES[node.id]
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
        ast.fix_missing_locations(node)


def mutants() -> list[tuple[str, int]]:
    """Module and number of every mistake."""
    found = []
    for room in ROOMS:
        for path in sorted((Path(negotiation_docs.__path__[0]) / room).glob("*.py")):
            count = len(list(sites(ast.parse(path.read_text(encoding="utf-8")))))
            found += [(f"negotiation_docs.{room}.{path.stem}", number) for number in range(count)]
    return found


def apply(module_name: str, number: int) -> str:
    """Put the mistake into the functions of the loaded module; what it is."""
    module = importlib.import_module(module_name)
    path = Path(str(module.__file__))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    node, what = list(sites(tree))[number]
    line = getattr(node, "lineno", 0)
    mistaken(node)
    codes = {(code.co_qualname, code.co_firstlineno): code for code in _codes(compile(tree, str(path), "exec"))}
    for function in _functions(module):
        own = function.__code__
        if own.co_filename == str(path) and (own.co_qualname, own.co_firstlineno) in codes:
            function.__code__ = codes[own.co_qualname, own.co_firstlineno]
    return f"{module_name.removeprefix('negotiation_docs.')}:{line} {what}"


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def _functions(module: Any) -> Iterator[FunctionType]:
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
            for name in ("__wrapped__", "func", "fget", "__func__")
            if (inner := getattr(value, name, None)) is not None
        ]


class _Loaded:
    """Loads all tests and leaves; what is loaded stays in this process."""

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        pytest.exit("loaded", returncode=0)


def outcome(module: str, number: int, tests: list[str]) -> tuple[str, bool]:
    """What the mistake is and whether a test noticed it."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        what = apply(module, number)
        os.write(writer, what.encode())
        with contextlib.suppress(AttributeError):
            import signal

            signal.alarm(HANGS)
        code = pytest.main(["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-p", "no:randomly", *tests])
        os._exit(0 if code == 0 else 1)
    os.close(writer)
    what = os.read(reader, 10_000).decode()
    os.close(reader)
    return what, os.waitpid(child, 0)[1] != 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=0, help="how many of them, drawn by lot; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9)
    options = parser.parse_args()
    tests = [*TESTS, *(f"--ignore={path}" for path in SLOW)]
    every = mutants()
    drawn = Random(options.seed).sample(every, min(options.most or len(every), len(every)))
    pytest.main(["-q", "-n", "0", "-p", "no:cacheprovider", *tests], plugins=[_Loaded()])
    noticed, survivors, end = 0, [], time.monotonic() + options.seconds
    for module, number in drawn:
        if time.monotonic() > end:
            break
        what, killed = outcome(module, number, tests)
        noticed += killed
        if not killed:
            survivors.append(what)
            print(what, flush=True)  # noqa: T201
    tried = noticed + len(survivors)
    print(f"{tried} of {len(every)} mistakes tried, {noticed} noticed ({noticed / max(tried, 1):.1%})")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
