"""The structure tree of a tagged PDF: collected while pages are drawn, written at the end (ISO 32000-1 14.7, 14.8)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

_MCID_MASK = 0xFFFF
_MCID_BITS = 16  # a mark is page << 16 | marked-content id: one int, since a long table has thousands


class Node(Struct, eq=False, gc=False):
    """One structure element: ``tag``, further ``attributes`` as PDF source, and kids (elements or marks)."""

    tag: str
    attributes: str = ""
    kids: list[Node | int] = field(default_factory=list)
    number: int = 0  # the PDF object's number, given when the tree is written

    def child(self, tag: str, attributes: str = "") -> Node:
        """A new last kid."""
        node = Node(tag, attributes)
        self.kids.append(node)
        return node


def mark(page: int, mcid: int) -> int:
    """The kid that stands for marked content ``mcid`` of page ``page`` (from 0)."""
    return page << _MCID_BITS | mcid


def language(lang: str) -> str:
    """The attribute for an element whose language differs from the paper's."""
    return f"/Lang({lang})" if lang else ""


def alternative(words: str) -> str:
    """The attribute with the words that stand for what is drawn."""
    return f"/Alt{_text(words)}"


def summary(words: str) -> str:
    """The attribute of a table that says what is in it; none without words."""
    return f"/A<</O/Table/Summary{_text(words)}>>" if words else ""


def _text(words: str) -> str:
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def joined(roots: list[Node]) -> Node:
    """One root for the papers of a file: that of a single one, else a document whose parts they are.

    Identifiers, which each paper counts from one, get its number before their own.
    """
    if len(roots) == 1:
        return roots[0]
    for number, root in enumerate(roots, 1):
        root.tag = "Part"
        for node in _below(root):
            node.attributes = node.attributes.replace("/ID(", f"/ID({number:03}.", 1)
    return Node("Document", kids=list(roots))


def _below(root: Node) -> list[Node]:
    """The elements of a tree, level by level."""
    nodes = [root]
    for node in nodes:  # grows while it is walked
        nodes += [kid for kid in node.kids if not isinstance(kid, int)]
    return nodes


def elements(
    root: Node, owners: Sequence[Sequence[Node]], pages: Sequence[int], fields: Sequence[Node], first: int
) -> list[str]:
    """The tree's objects as PDF source, the structure tree root before all: number ``first``.

    ``owners[p][m]`` is the element that marked content m of page p belongs to; ``pages[p]`` that page's object number;
    ``fields`` are the elements of form fields, in the order of their keys.
    """
    nodes, parents = [root], [root]
    for node in nodes:  # grows while it is walked
        if kids := [kid for kid in node.kids if not isinstance(kid, int)]:
            nodes += kids
            parents += [node] * len(kids)
    for number, node in enumerate(nodes, first + 1):
        node.number = number
    where = [f"/Pg {page} 0 R" for page in pages]
    above = [first, *[parent.number for parent in parents[1:]]]
    rows = [f"{page}[{' '.join([f'{node.number} 0 R' for node in row])}]" for page, row in enumerate(owners)]
    rows += [f"{key} {node.number} 0 R" for key, node in enumerate(fields, len(owners))]
    head = (
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree<</Nums[{' '.join(rows)}]>>"
        f"/ParentTreeNextKey {len(rows)}{_identifiers(nodes)}>>"
    )
    return [head, *[_element(node, parent, where) for node, parent in zip(nodes, above, strict=True)]]


def _element(node: Node, parent: int, where: Sequence[str]) -> str:
    """A structure element's dictionary; its page is that of its first mark."""
    kids = node.kids
    if len(kids) == 1 and isinstance(mark := kids[0], int):  # nearly all of them
        page, content = where[mark >> _MCID_BITS], f"/K {mark & _MCID_MASK}"
    else:
        own = next((kid >> _MCID_BITS for kid in kids if isinstance(kid, int)), -1)
        page = where[own] if own >= 0 else ""
        inner = " ".join([_kid(kid, own, where) for kid in kids])
        content = f"/K[{inner}]" if kids else ""  # an empty cell has none
    return f"<</S/{node.tag}/P {parent} 0 R{page}{node.attributes}{content}>>"


def _kid(kid: Node | int, own: int, where: Sequence[str]) -> str:
    if isinstance(kid, Node):
        return f"{kid.number} 0 R"
    page, mcid = kid >> _MCID_BITS, kid & _MCID_MASK
    return str(mcid) if page == own else f"<</Type/MCR{where[page]}/MCID {mcid}>>"


def _identifiers(nodes: Sequence[Node]) -> str:
    """The ID tree: notes carry an identifier (ISO 14289-1 7.9)."""
    named = [(node.attributes[3 : node.attributes.index(")") + 1], node.number) for node in nodes if _is_named(node)]
    names = " ".join([f"{name} {number} 0 R" for name, number in sorted(named)])  # in order: ISO 32000-1 7.9.6
    return f"/IDTree<</Names[{names}]>>" if named else ""


def _is_named(node: Node) -> bool:
    return node.attributes.startswith("/ID")
