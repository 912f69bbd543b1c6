"""The structure tree of a tagged PDF: collected while pages are drawn, written in one go (ISO 32000-1 14.7, 14.8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotiation_docs.writers.pdffile import PdfFile

_MCID_BITS = 16  # a mark is page << 16 | marked-content id: one int, since a long table has thousands


class Node:
    """One structure element: ``tag``, further ``attributes`` as PDF source, and kids (elements or marks)."""

    __slots__ = ("attributes", "kids", "number", "tag")

    def __init__(self, tag: str, attributes: str = "") -> None:
        self.tag = tag
        self.attributes = attributes
        self.kids: list[Node | int] = []
        self.number = 0  # the PDF object's number, given when the tree is written

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


def write_tree(file: PdfFile, root: Node, owners: Sequence[Sequence[Node]], pages: Sequence[int]) -> None:
    """Put the tree into the file's catalogue.

    ``owners[p][m]`` is the element that marked content m of page p belongs to; ``pages[p]`` that page's object number.
    """
    nodes = list(_walk(root))
    first = file.reserve(len(nodes) + 1)
    for number, (node, _) in enumerate(nodes, first + 1):
        node.number = number
    rows = (f"{page}[{' '.join([f'{node.number} 0 R' for node in row])}]" for page, row in enumerate(owners))
    head = (
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree<</Nums[{' '.join(rows)}]>>"
        f"/ParentTreeNextKey {len(owners)}{_identifiers(nodes)}>>"
    )
    objects = [head.encode()]
    objects += [_element(node, parent.number if parent else first, pages) for node, parent in nodes]
    file.put(first, objects)
    file.Catalog.StructTreeRoot = b"%d 0 R" % first


def _walk(root: Node) -> Iterator[tuple[Node, Node | None]]:
    """All elements with their parents, in reading order."""
    stack: list[tuple[Node, Node | None]] = [(root, None)]
    while stack:
        node, parent = stack.pop()
        yield node, parent
        stack += [(kid, node) for kid in reversed(node.kids) if isinstance(kid, Node)]


def _element(node: Node, parent: int, pages: Sequence[int]) -> bytes:
    """A structure element's dictionary; its page is that of its first mark."""
    kids = node.kids
    page = next((kid >> _MCID_BITS for kid in kids if isinstance(kid, int)), None)
    where = "" if page is None else f"/Pg {pages[page]} 0 R"
    inner = " ".join([_kid(kid, page, pages) for kid in kids])
    content = f"/K {inner}" if len(kids) == 1 else f"/K[{inner}]" if kids else ""  # an empty cell has none
    return f"<</S/{node.tag}/P {parent} 0 R{where}{node.attributes}{content}>>".encode()


def _kid(kid: Node | int, page: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, Node):
        return f"{kid.number} 0 R"
    own, mcid = kid >> _MCID_BITS, kid & ((1 << _MCID_BITS) - 1)
    return str(mcid) if own == page else f"<</Type/MCR/Pg {pages[own]} 0 R/MCID {mcid}>>"


def _identifiers(nodes: Sequence[tuple[Node, Node | None]]) -> str:
    """The ID tree: notes carry an identifier (ISO 14289-1 7.9)."""
    named = [node for node, _ in nodes if node.attributes.startswith("/ID")]
    names = " ".join(f"{node.attributes[3 : node.attributes.index(')') + 1]} {node.number} 0 R" for node in named)
    return f"/IDTree<</Names[{names}]>>" if named else ""
