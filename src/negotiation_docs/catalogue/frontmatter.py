"""The front matter of a template: the YAML lines between two ``---`` that make it an entry of the catalogue.

    ---
    title: 困难情况说明
    variants: {oversight: 逾期情况说明}
    number: 10
    order: 10
    audience: creditor
    needs: [hardship, {path: finances, unless: oversight}]
    traits: [letter, admits]
    due: [pre_due, overdue]
    occasions: [opening]
    encloses: [repayment_plan, evidence_list]
    attaches: [causes, finances]
    promises: [no_new_borrowing]
    cites: [change_by_agreement, {purpose: extension, to: [bank_loan, private]}]
    ---

A translation may leave all but ``title`` and ``variants`` to the template of the first language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

import yaml
from msgspec import Struct, field

from negotiation_docs.catalogue.attaching import ATTACHES
from negotiation_docs.catalogue.conditions import CONDITIONS
from negotiation_docs.catalogue.factpaths import is_fact
from negotiation_docs.catalogue.head import Head, line_of, unknown
from negotiation_docs.catalogue.traits import TRAITS
from negotiation_docs.errors import TemplateError
from negotiation_docs.facts import Commitment, CreditorKind, Stage
from negotiation_docs.law.citations import Mention
from negotiation_docs.law.provisions import table
from negotiation_docs.standing.occasions import occasions
from negotiation_docs.standing.state import State

AUDIENCES: Final = ("creditor", "court", "internal")
NUMBERS: Final = range(1, 1000)
_HEAD = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KIND = re.compile(r"[a-z][a-z0-9_]{0,60}")
_PATH = re.compile(r"[a-z][a-z0-9_.]*")
_MAX_HEAD: Final = 8_000


class FrontMatter(Struct, frozen=True):
    """What a template says about itself; None where it leaves the answer to another language.

    ``needs`` pairs each fact path with the condition under which the paper can do without it, or with "".
    ``lines`` tells where each key stands in the file.
    """

    title: str
    variants: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    number: int | None = None
    order: int | None = None
    audience: str | None = None
    needs: tuple[tuple[str, str], ...] | None = None
    traits: tuple[str, ...] | None = None
    due: tuple[str, ...] | None = None
    occasions: tuple[str, ...] | None = None
    stages: tuple[str, ...] | None = None
    encloses: tuple[str, ...] | None = None
    attaches: tuple[str, ...] | None = None
    promises: tuple[str, ...] | None = None
    cites: tuple[Mention, ...] | None = None
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


def split(source: str, name: str) -> tuple[FrontMatter | None, str]:
    """The front matter of ``source`` (None if it has none) and its body, on the same line numbers as before."""
    match = _HEAD.match(source)
    if match is None:
        return None, source
    return read(match[1], name), "\n" * match[0].count("\n") + source[match.end() :]


def read(text: str, name: str) -> FrontMatter:
    """The fields of the YAML ``text``; raises TemplateError naming template, line and remedy of all that is wrong."""
    if len(text) > _MAX_HEAD:
        raise TemplateError(f"模板 {name} 的头部超过{_MAX_HEAD}字")
    head = Head(text, name)
    values: dict[str, Any] = {}
    for key, node in head.entries.items():
        if key in _READERS:
            values[key] = _READERS[key](head, node)
        else:
            head.fault(node, unknown("头部", key, _READERS))
    head.close()
    if "title" not in values:
        raise TemplateError(f"模板 {name} 的头部没有 title（文书名称）")
    return FrontMatter(**values, lines=MappingProxyType({key: line_of(node) for key, node in head.entries.items()}))


def _variants(head: Head, node: yaml.Node) -> Mapping[str, str]:
    return MappingProxyType({key: head.text(value) for key, value in head.pairs(node).items()})


def _number(head: Head, node: yaml.Node) -> int:
    text = head.text(node)
    if text and not (re.fullmatch(r"[0-9]{1,3}", text) and int(text) in NUMBERS):
        head.fault(node, "number 应是 1 至 999 的整数；自备的文书用 500 以上的")
        return 0
    return int(text or 0)


def _order(head: Head, node: yaml.Node) -> int:
    text = head.text(node)
    if text and not re.fullmatch(r"[0-9]{1,4}", text):
        head.fault(node, "order 应是 0 至 9999 的整数")
        return 0
    return int(text or 0)


def _audience(head: Head, node: yaml.Node) -> str:
    text = head.text(node)
    if text and text not in AUDIENCES:
        head.fault(node, f"audience 应是 {' 或 '.join(AUDIENCES)}")
    return text


def _needs(head: Head, node: yaml.Node) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for item in head.items(node, "needs", "[borrower, debt]"):
        path, unless = _need(head, item)
        if path in found:
            head.fault(item, f"needs 里的“{path}”写了两次")
        elif path:
            found[path] = unless
    return tuple(found.items())


def _need(head: Head, node: yaml.Node) -> tuple[str, str]:
    """A path, or ``{path: …, unless: …}``."""
    if not isinstance(node, yaml.MappingNode):
        return _path(head, node), ""
    parts = head.pairs(node)
    if parts.keys() - {"path", "unless"} or "path" not in parts:
        head.fault(node, "needs 的这一项应写成 {path: finances, unless: oversight} 的样子")
        return "", ""
    unless = head.text(parts["unless"]) if "unless" in parts else ""
    if unless and unless not in CONDITIONS:
        head.fault(parts["unless"], unknown("unless", unless, CONDITIONS))
    return _path(head, parts["path"]), unless


def _path(head: Head, node: yaml.Node) -> str:
    path = head.text(node)
    remedy = "needs 的每一项应是字段路径，如 debt.proposal"
    if path and not _PATH.fullmatch(path):
        head.fault(node, remedy)
    elif path and not is_fact(path):
        head.fault(node, f"案件文件里没有“{path}”；{remedy}")
    return path


def _due(head: Head, node: yaml.Node) -> tuple[str, ...]:
    states = head.words(node, "due", State)
    if isinstance(node, yaml.SequenceNode) and not node.value:
        head.fault(node, "due 至少写一种状态；总是用得上的文书不写这一项")
    return states


def _stages(head: Head, node: yaml.Node) -> tuple[str, ...]:
    found = head.words(node, "stages", Stage)
    if isinstance(node, yaml.SequenceNode) and not node.value:
        head.fault(node, "stages 至少写一个阶段；与诉讼无关的文书不写这一项")
    return found


def _encloses(head: Head, node: yaml.Node) -> tuple[str, ...]:
    return tuple(_names(head, node))


def _names(head: Head, node: yaml.Node) -> Iterator[str]:
    """Names of kinds; whether there are such is known to the catalogue."""
    for item in head.items(node, "encloses", "[repayment_plan, evidence_list]"):
        name = head.text(item)
        if name and not _KIND.fullmatch(name):
            head.fault(item, "encloses 的每一项应是文书的英文名，如 repayment_plan")
        elif name:
            yield name


def _cites(head: Head, node: yaml.Node) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for item in head.items(node, "cites", "[change_by_agreement]"):
        mention = _mention(head, item)
        if mention.purpose in found:
            head.fault(item, f"cites 里的“{mention.purpose}”写了两次")
        elif mention.purpose:
            found[mention.purpose] = mention
    return tuple(found.values())


def _mention(head: Head, node: yaml.Node) -> Mention:
    """A purpose, or ``{purpose: …, to: […]}``."""
    parts = head.pairs(node) if isinstance(node, yaml.MappingNode) else {"purpose": node}
    if parts.keys() - {"purpose", "to"} or "purpose" not in parts:
        head.fault(node, "cites 的这一项应写成 {purpose: extension, to: [bank_loan]} 的样子")
        return Mention("")
    purpose = head.text(parts["purpose"])
    if purpose and purpose not in table().provisions:
        head.fault(parts["purpose"], unknown("cites", purpose, table().provisions))
    to = head.words(parts["to"], "to", CreditorKind) if "to" in parts else ()
    return Mention(purpose, frozenset(kind for kind in CreditorKind if kind in to))


_READERS: Final[Mapping[str, Callable[[Head, yaml.Node], object]]] = {
    "title": Head.text,
    "variants": _variants,
    "number": _number,
    "order": _order,
    "audience": _audience,
    "needs": _needs,
    "traits": lambda head, node: head.words(node, "traits", TRAITS),
    "due": _due,
    "occasions": lambda head, node: head.words(node, "occasions", occasions()),
    "stages": _stages,
    "encloses": _encloses,
    "attaches": lambda head, node: head.words(node, "attaches", ATTACHES),
    "promises": lambda head, node: head.words(node, "promises", Commitment),
    "cites": _cites,
}
"""Every key of a head, with how its value is read."""
