"""The front matter of a template: the YAML lines between two ``---`` that make it an entry of the catalogue.

    ---
    title: 困难情况说明
    variants: {overdue: 逾期情况说明}
    order: 10
    audience: creditor
    needs: [borrower, debt, hardship, finances]
    ---

A translation may leave ``order``, ``audience`` and ``needs`` to the template of the first language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import yaml
from msgspec import Struct, field

from negotiation_docs.catalogue.factpaths import is_fact
from negotiation_docs.errors import TemplateError

AUDIENCES: Final = ("creditor", "internal")
_KEYS: Final = ("title", "variants", "order", "audience", "needs")
_HEAD = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"[a-z][a-z0-9_.]*")
_MAX_HEAD: Final = 8_000
_LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader  # the same nodes in a tenth of the time


class FrontMatter(Struct, frozen=True):
    """What a template says about itself; None where it leaves the answer to another language."""

    title: str
    variants: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    order: int | None = None
    audience: str | None = None
    needs: tuple[str, ...] | None = None


def split(source: str, name: str) -> tuple[FrontMatter | None, str]:
    """The front matter of ``source`` (None if it has none) and its body, on the same line numbers as before."""
    match = _HEAD.match(source)
    if match is None:
        return None, source
    return read(match[1], name), "\n" * match[0].count("\n") + source[match.end() :]


def read(text: str, name: str) -> FrontMatter:
    """The fields of the YAML ``text``; raises TemplateError naming template, line and remedy."""
    values = _Reader(name).top(text)
    if "title" not in values:
        raise TemplateError(f"模板 {name} 的头部没有 title（文书名称）")
    return FrontMatter(**values)


class _Reader:
    """Reads YAML nodes by hand: no tags, no typed scalars, no duplicate keys."""

    def __init__(self, name: str) -> None:
        self._name = name

    def top(self, text: str) -> dict[str, Any]:
        if len(text) > _MAX_HEAD:
            raise TemplateError(f"模板 {self._name} 的头部超过{_MAX_HEAD}字")
        try:
            node = yaml.compose(text, Loader=_LOADER)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            where = f"第{mark.line + 2}行" if mark else "头部"
            raise TemplateError(f"模板 {self._name} {where}：头部不是正确的 YAML") from None
        readers = {
            "title": self._text,
            "variants": lambda value: MappingProxyType(self._mapping(value)),
            "order": self._order,
            "audience": self._audience,
            "needs": self._needs,
        }
        values: dict[str, Any] = {}
        for key, value in self._pairs(node).items():
            if key not in readers:
                raise self._error(value, f"头部没有“{key}”这一项；可用：{' '.join(_KEYS)}")
            values[key] = readers[key](value)
        return values

    def _error(self, node: yaml.Node | None, message: str) -> TemplateError:
        line = node.start_mark.line + 2 if node is not None else 1
        return TemplateError(f"模板 {self._name} 第{line}行：{message}")

    def _pairs(self, node: yaml.Node | None) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, "头部应是“名称: 值”的形式")
        pairs: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self._text(key)
            if name in pairs:
                raise self._error(key, f"头部的“{name}”写了两次")
            pairs[name] = value
        return pairs

    def _text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self._error(node, "这里应是一行文字")
        value: str = node.value.strip()
        return value

    def _mapping(self, node: yaml.Node) -> dict[str, str]:
        return {key: self._text(value) for key, value in self._pairs(node).items()}

    def _order(self, node: yaml.Node) -> int:
        text = self._text(node)
        if not re.fullmatch(r"[0-9]{1,4}", text):
            raise self._error(node, "order 应是 0 至 9999 的整数")
        return int(text)

    def _audience(self, node: yaml.Node) -> str:
        text = self._text(node)
        if text not in AUDIENCES:
            raise self._error(node, f"audience 应是 {' 或 '.join(AUDIENCES)}")
        return text

    def _needs(self, node: yaml.Node) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._error(node, "needs 应是列表，如 [borrower, debt]")
        names = tuple(self._text(item) for item in node.value)
        for name in names:
            if not _NAME.fullmatch(name):
                raise self._error(node, "needs 的每一项应是字段路径，如 debt.proposal")
            if not is_fact(name):
                raise self._error(node, f"案件文件里没有“{name}”；needs 的每一项应是字段路径，如 debt.proposal")
        return names
