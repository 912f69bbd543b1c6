"""Our styles into a letterhead: its own under the same name win, those it lacks are added, ids never collide."""

from __future__ import annotations

from typing import Any, TypeAlias

from negotiation_docs.writers.docxfile.xml import W

Element: TypeAlias = Any  # lxml and python-docx carry no types
_USES = ("pStyle", "rStyle", "tblStyle")


def tag(name: str) -> str:
    """A WordprocessingML name as lxml writes it."""
    return f"{{{W}}}{name}"


def adopt_styles(theirs: Element, ours: Element, blocks: list[Element]) -> None:
    """Make every style that ``blocks`` use exist in ``theirs`` (both are ``w:styles``), and point the blocks to it.

    A style is the same if kind and name are. What ours are based on outside our own styles becomes the letterhead's
    default paragraph style: a built-in heading of the letterhead may be numbered or coloured.
    """
    known = {(style.get(tag("type")), _name(style)): style.get(tag("styleId")) for style in theirs.iter(tag("style"))}
    taken = set(known.values())
    own = {style.get(tag("styleId")): style for style in ours.iter(tag("style")) if style.get(tag("customStyle"))}
    ids: dict[str, str] = {}
    for key, style in own.items():
        ids[key] = known.get((style.get(tag("type")), _name(style))) or (f"nd-{key}" if key in taken else key)
    used = _point(blocks, ids)
    default = next((each.get(tag("styleId")) for each in theirs.iter(tag("style")) if _is_default(each)), "")
    for key in _with_parents(used, own):
        style = own[key]
        if (style.get(tag("type")), _name(style)) in known:
            continue
        style.set(tag("styleId"), ids[key])
        _relink(style, "basedOn", ids, default)
        _relink(style, "next", ids, "")
        theirs.append(style)


def _point(blocks: list[Element], ids: dict[str, str]) -> set[str]:
    """Exchange our ids for the letterhead's in ``blocks``; gives the ids that were ours."""
    used = set()
    for block in blocks:
        for element in block.iter(*(tag(name) for name in _USES)):
            used.add(element.get(tag("val")))
            element.set(tag("val"), ids[element.get(tag("val"))])
    return used


def _with_parents(used: set[str], own: dict[str, Element]) -> list[str]:
    """The used styles of ours and what they are based on, in the order of styles.xml."""
    wanted = set(used)
    for key in used:
        parent = own[key].find(tag("basedOn"))
        if parent is not None and parent.get(tag("val")) in own:
            wanted.add(parent.get(tag("val")))
    return [key for key in own if key in wanted]


def _relink(style: Element, name: str, ids: dict[str, str], otherwise: str) -> None:
    link = style.find(tag(name))
    if link is None:
        return
    target = ids.get(link.get(tag("val")), otherwise)
    if target:
        link.set(tag("val"), target)
    else:
        style.remove(link)


def _name(style: Element) -> str:
    name = style.find(tag("name"))
    return "" if name is None else str(name.get(tag("val")))


def _is_default(style: Element) -> bool:
    return style.get(tag("type")) == "paragraph" and style.get(tag("default")) in ("1", "true", "on")
