"""The head of a template as YAML nodes, read by hand: no tags, no typed scalars, no key twice; all faults at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import yaml

from negotiation_docs.errors import TemplateError, likeliest

_LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader  # the same nodes in a tenth of the time


class Head:
    """The ``entries`` of one head by key; what is wrong with them is noted, and raised by :meth:`close`."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._faults: list[str] = []
        try:
            node = yaml.compose(text, Loader=_LOADER)
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            where = f"第{mark.line + 2}行" if mark else "头部"
            raise TemplateError(f"模板 {name} {where}：头部不是正确的 YAML") from None
        self.entries = self.pairs(node)

    def fault(self, node: yaml.Node | None, message: str) -> None:
        """Note what is wrong at ``node``."""
        line = line_of(node) if node is not None else 1
        self._faults.append(f"模板 {self._name} 第{line}行：{message}")

    def close(self) -> None:
        """Raise TemplateError with every fault, a line each, in the order of the file."""
        if self._faults:
            raise TemplateError("\n".join(dict.fromkeys(self._faults)))

    def pairs(self, node: yaml.Node | None) -> dict[str, yaml.Node]:
        """The values of a mapping by key."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, "头部应是“名称: 值”的形式")
            return {}
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self.text(key)
            if name in found:
                self.fault(key, f"头部的“{name}”写了两次")
            elif name:
                found[name] = value
        return found

    def text(self, node: yaml.Node) -> str:
        """One line of text; empty (and noted) if it is none."""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.fault(node, "这里应是一行文字")
            return ""
        value: str = node.value.strip()
        if not value.replace("\u3000", " ").isprintable():  # it becomes the title in a file's properties
            self.fault(node, "这一行里有看不见的字符或控制字符")
            return ""
        return value

    def items(self, node: yaml.Node, key: str, example: str) -> Iterator[yaml.Node]:
        """The elements of a list."""
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, f"{key} 应是列表，如 {example}")
            return
        yield from node.value

    def words(self, node: yaml.Node, key: str, known: Iterable[str]) -> tuple[str, ...]:
        """A list of words out of the ``known`` ones, each once."""
        allowed = tuple(known)
        found: list[str] = []
        for item in self.items(node, key, f"[{', '.join(allowed[:2])}]"):
            word = self.text(item)
            if word in found:
                self.fault(item, f"{key} 里的“{word}”写了两次")
            elif word in allowed:
                found.append(word)
            elif word:
                self.fault(item, unknown(key, word, allowed))
        return tuple(found)


def unknown(key: str, word: str, known: Iterable[str]) -> str:
    """That ``word`` is none of the ``known`` ones, the nearest of them, and all."""
    allowed = tuple(known)
    near = likeliest(word, allowed)
    gap = " " if key.isascii() else ""
    return f"{key}{gap}没有“{word}”这一项{f'，是不是 {near}？' if near else '；'}可用：{' '.join(allowed)}"


def line_of(node: yaml.Node) -> int:
    """The line of the file on which ``node`` begins; the first one holds the three dashes."""
    line: int = node.start_mark.line
    return line + 2
