"""Names that a template asks for and that there are not, and fields that a record does not have: all, with the nearest.

A type that cannot be followed (an entry of a macro's arguments, what a filter gives) is left to the rendering.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes
from msgspec import Struct

from negotiation_docs.authoring.finding import TemplateFinding, nearest
from negotiation_docs.catalogue.factpaths import is_fact
from negotiation_docs.views.assemble import FUNCTIONS
from negotiation_docs.views.providers import PROVIDERS
from negotiation_docs.views.records import records

Scope = dict[str, Any]
"""The names that are bound here, with the type of each; None for one that is not followed."""
_OFFERED: Final = frozenset({"loop", "caller", "varargs", "kwargs", "true", "false", "none", "True", "False", "None"})


def unknown_names(tree: nodes.Template, file: str) -> list[TemplateFinding]:
    """One finding for each place that names what there is not."""
    return sorted(set(_Reader(file).block(tree.body, {})))


@cache
def offered() -> Mapping[str, Any]:
    """Every name that a template may use, with its type; None for what is called."""
    hints = {name: plain(get_type_hints(provider)["return"]) for name, provider in PROVIDERS.items()}
    return {**hints, **dict.fromkeys((*FUNCTIONS, *_OFFERED))}


def plain(hint: Any) -> Any:  # noqa: ANN401 - a type hint is anything
    """``X`` of ``X | None``; None for a choice of several types."""
    if get_origin(hint) in (Union, UnionType):
        (only, *others) = [part for part in get_args(hint) if part is not type(None)]
        return None if others else only
    return hint


def entry(hint: Any) -> Any:  # noqa: ANN401
    """``X`` of ``tuple[X, ...]``, else None."""
    return plain(get_args(hint)[0]) if get_origin(hint) is tuple and get_args(hint) else None


class _Reader:
    """Walks one template in the order of its source, with the names bound so far."""

    def __init__(self, file: str) -> None:
        self.file = file

    def block(self, body: Collection[nodes.Node], scope: Scope) -> Iterator[TemplateFinding]:
        """The findings of statements that follow each other; what they bind stays in ``scope``."""
        for node in body:
            yield from self.node(node, scope)

    def node(self, node: nodes.Node, scope: Scope) -> Iterator[TemplateFinding]:
        """The findings of one node and of all below it."""
        match node:
            case nodes.Name() if node.ctx == "load" and node.name not in scope and node.name not in offered():
                yield self._no_name(node, scope)
            case nodes.Getattr():
                yield from self._field(node, scope)
            case nodes.For():
                yield from self._loop(node, scope)
            case nodes.Macro() | nodes.CallBlock():
                yield from self._macro(node, scope)
            case nodes.Import():
                scope[node.target] = None
            case nodes.FromImport():
                scope.update(dict.fromkeys(each if isinstance(each, str) else each[1] for each in node.names))
            case nodes.Assign():
                yield from self.node(node.node, scope)
                yield from self._bind(node.target, self._type(node.node, scope), scope)
            case nodes.AssignBlock():
                yield from self.block(node.body, scope)
                yield from self._bind(node.target, None, scope)
            case nodes.With():
                yield from self.block(node.values, scope)
                inner = {**scope, **{name.name: None for each in node.targets for name in each.find_all(nodes.Name)}}
                inner |= {each.name: None for each in node.targets if isinstance(each, nodes.Name)}
                yield from self.block(node.body, inner)
            case _:
                yield from self.block(list(node.iter_child_nodes()), scope)

    def _no_name(self, node: nodes.Name, scope: Scope) -> TemplateFinding:
        known = [*scope, *(name for name in offered() if name not in _OFFERED)]
        return TemplateFinding(self.file, node.lineno, f"没有“{node.name}”这个名称", nearest(node.name, known))

    def _field(self, node: nodes.Getattr, scope: Scope) -> Iterator[TemplateFinding]:
        yield from self.node(node.node, scope)
        path = _path(node)
        if path and path[0] == "facts" and "facts" not in scope:
            if not is_fact(".".join(path[1:])) and is_fact(".".join(path[1:-1]) or "debt"):
                message = f"案件文件里没有“{'.'.join(path[1:])}”这项事实"
                yield TemplateFinding(self.file, node.lineno, message, "字段的名称见 docs/case-format.zh.md")
            return
        record = self._type(node.node, scope)
        known = fields(record)
        if known and node.attr not in known:
            message = f"“{'.'.join(path[:-1]) or '这一项'}”没有“{node.attr}”这一项"
            yield TemplateFinding(self.file, node.lineno, message, nearest(node.attr, known))

    def _loop(self, node: nodes.For, scope: Scope) -> Iterator[TemplateFinding]:
        yield from self.node(node.iter, scope)
        inner = {**scope}
        yield from self._bind(node.target, entry(self._type(node.iter, scope)), inner)
        if node.test is not None:
            yield from self.node(node.test, inner)
        yield from self.block(node.body, inner)
        yield from self.block(node.else_, scope)

    def _macro(self, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> Iterator[TemplateFinding]:
        if isinstance(node, nodes.Macro):
            scope[node.name] = None
        else:
            yield from self.node(node.call, scope)
        yield from self.block(node.defaults, scope)
        yield from self.block(node.body, {**scope, **{each.name: None for each in node.args}})

    def _bind(self, target: nodes.Node, hint: Any, scope: Scope) -> Iterator[TemplateFinding]:  # noqa: ANN401
        if isinstance(target, nodes.Name):
            scope[target.name] = hint
        else:
            scope.update(dict.fromkeys(each.name for each in target.find_all(nodes.Name)))
        yield from ()

    def _type(self, node: nodes.Node, scope: Scope) -> Any:  # noqa: ANN401
        if isinstance(node, nodes.Name):
            return scope[node.name] if node.name in scope else offered().get(node.name)
        if isinstance(node, nodes.Getattr):
            return plain(fields(self._type(node.node, scope)).get(node.attr))
        return None


def fields(record: object) -> Mapping[str, Any]:
    """The fields of a kind of record that names lead to; empty for anything else."""
    return _records().get(record.__name__, {}) if isinstance(record, type) and issubclass(record, Struct) else {}


@cache
def _records() -> Mapping[str, Mapping[str, Any]]:
    return records()


def _path(node: nodes.Node) -> tuple[str, ...]:
    """``a.b.c`` as its steps; empty where it starts from anything but a name."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        above = _path(node.node)
        return (*above, node.attr) if above else ()
    return ()
