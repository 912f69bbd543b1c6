"""Which parts of Jinja a template may use: a closed list of syntax, checked before anything is compiled.

The sandbox guards what a template does; this guards what it can say. Arithmetic but ``+`` and ``-`` is left out,
because figures are computed in Python and never in a letter; ``import``, ``include`` and ``extends`` reach only the
shipped files of the same language whose names begin with an underscore. Each template, loop body and macro also gets a
hidden first statement that spends from the rendering's budget for all it is written of, literals and all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from jinja2 import nodes

from negotiation_docs.catalogue.shelf import SHARED_NAME

SPEND: Final = " spend"  # a name no template can write: the lexer has no blanks in names
_REPEATED: Final = (nodes.Template, nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)

_ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Macro, nodes.CallBlock, nodes.With,
    nodes.Block, nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport, nodes.Assign, nodes.AssignBlock,
    nodes.Call, nodes.Filter, nodes.Test, nodes.Name, nodes.Const, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair,
    nodes.Keyword, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.CondExpr, nodes.Concat, nodes.Add, nodes.Sub, nodes.Neg, nodes.Pos,
)  # fmt: skip

_REASONS: Final[dict[type[nodes.Node], str]] = {
    nodes.Mul: "不能在模板里做乘法，数字请在程序中算好",
    nodes.Div: "不能在模板里做除法，数字请在程序中算好",
    nodes.FloorDiv: "不能在模板里做除法，数字请在程序中算好",
    nodes.Mod: "不能在模板里使用 %，数字和格式请在程序中处理好",
    nodes.Pow: "不能在模板里做乘方，数字请在程序中算好",
    nodes.FilterBlock: "不能使用 {% filter %}，请把过滤器写在 {{ … }} 里",
    nodes.NSRef: "不能给名称里的成员赋值",
    nodes.Scope: "不能改动自动转义（autoescape）",
}
_MAX_DEPTH: Final = 60


class Refusal(Exception):  # noqa: N818 - becomes a TemplateError with the template's name
    """What is not allowed, and on which line of the source; ``template`` is filled in by the environment."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.template = ""


def check(tree: nodes.Template, filters: Collection[str], tests: Collection[str]) -> None:
    """Raises :class:`Refusal` at the first piece of syntax outside the closed list."""
    for refusal in refusals(tree, filters, tests):
        raise refusal


def refusals(tree: nodes.Template, filters: Collection[str], tests: Collection[str]) -> Iterator[Refusal]:
    """Every piece of syntax outside the closed list, in the order of the source; nothing below what nests too deep."""
    outermost = {id(node) for node in tree.body}
    for node, depth in _walk(tree):
        if depth > _MAX_DEPTH:
            yield Refusal(f"嵌套超过{_MAX_DEPTH}层", node.lineno)
            return
        if not isinstance(node, _ALLOWED):
            yield Refusal(_REASONS.get(type(node), f"不能使用这种写法（{type(node).__name__}）"), node.lineno)
            continue
        yield from _wrong_names(node, filters, tests)
        yield from _out_of_reach(node, id(node) in outermost)


def prepare(tree: nodes.Template, trace: str = "") -> None:
    """Adds the budget statements; with ``trace``, marks where each text comes from."""
    if trace:
        _mark(tree, trace)
    weights: dict[int, int] = {}
    for node, _ in reversed(list(_walk(tree))):  # the inner ones first
        weight = 1 + sum(weights.pop(id(child)) for child in _children(node))
        weights[id(node)] = weight + (len(node.data) if isinstance(node, nodes.TemplateData) else 0)
        if isinstance(node, _REPEATED):
            node.body.insert(0, nodes.ExprStmt(_spending(node, weights[id(node)]), lineno=node.lineno))
        if isinstance(node, nodes.For) and node.test is not None:
            node.test = nodes.And(_spending(node, 0), node.test, lineno=node.lineno)
        elif isinstance(node, nodes.Import | nodes.FromImport):
            node.with_context = True  # macros see the view, and nothing of one rendering is kept for the next


def _walk(tree: nodes.Node) -> Iterator[tuple[nodes.Node, int]]:
    """Every node with its depth, in source order, without recursion (the source may be hostile)."""
    stack: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        yield node, depth
        stack += [(child, depth + 1) for child in reversed(_children(node))]


def _children(node: nodes.Node) -> list[nodes.Node]:
    """As ``iter_child_nodes``, in a third of the time, which is most of what checking a template takes."""
    found: list[nodes.Node] = []
    for name in node.fields:
        value = getattr(node, name, None)
        if isinstance(value, nodes.Node):
            found.append(value)
        elif isinstance(value, list):
            found += [each for each in value if isinstance(each, nodes.Node)]
    return found


def _wrong_names(node: nodes.Node, filters: Collection[str], tests: Collection[str]) -> Iterator[Refusal]:
    if isinstance(node, nodes.Filter) and node.name not in filters:
        yield Refusal(f"没有“{node.name}”这个过滤器；可用：{' '.join(sorted(filters))}", node.lineno)
    if isinstance(node, nodes.Test) and node.name not in tests:
        yield Refusal(f"没有“{node.name}”这个判断；可用：{' '.join(sorted(tests))}", node.lineno)
    if isinstance(node, nodes.Name | nodes.Macro) and node.name.startswith("_"):
        yield Refusal(f"名称“{node.name}”不能以下划线开头", node.lineno)
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        yield Refusal(f"不能使用以下划线开头的“{node.attr}”", node.lineno)
    if isinstance(node, nodes.For) and node.recursive:
        yield Refusal("不能使用递归循环（recursive）", node.lineno)
    if isinstance(node, nodes.TemplateData) and "<?" in node.data:
        yield Refusal("不能使用 <? … ?>", node.lineno)
    if isinstance(node, nodes.Call) and (node.dyn_args is not None or node.dyn_kwargs is not None):
        yield Refusal("调用时不能使用 * 或 **", node.lineno)


def _out_of_reach(node: nodes.Node, outermost: bool) -> Iterator[Refusal]:
    if not isinstance(node, nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport):
        return
    target = node.template
    if not (isinstance(target, nodes.Const) and isinstance(target.value, str) and SHARED_NAME.fullmatch(target.value)):
        yield Refusal('只能引用随软件提供的公用模板，直接写出名称，如 "_base.html"', node.lineno)
    if not outermost:  # so that it happens once, whatever loops and macros do
        yield Refusal("引用公用模板的语句请放在模板最外层", node.lineno)
    if isinstance(node, nodes.Include) and node.ignore_missing:
        yield Refusal("不能使用 ignore missing", node.lineno)


def _spending(node: nodes.Node, weight: int) -> nodes.Filter:
    """What spends for ``weight`` characters and pieces of template, and is true."""
    place = {"lineno": node.lineno, "environment": node.environment}
    return nodes.Filter(nodes.Const(weight, **place), SPEND, [], [], None, None, **place)


def _mark(tree: nodes.Template, name: str) -> None:
    """Puts ``<?name:line?>`` before each text that does not begin inside a tag."""
    inside = False
    for node, _ in _walk(tree):
        if isinstance(node, nodes.TemplateData):
            starts_inside = inside
            if "<" in node.data or ">" in node.data:
                inside = node.data.rfind("<") > node.data.rfind(">")
            if not starts_inside:
                node.data = f"<?{name}:{node.lineno}?>{node.data}"
