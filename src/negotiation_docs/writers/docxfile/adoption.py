"""Our styles into a letterhead: its own under the same name win and get our ids, those it lacks are added."""

from __future__ import annotations

from collections.abc import Iterable

from docx.oxml.ns import qn

from negotiation_docs.writers.docxfile.elements import Element
from negotiation_docs.writers.docxfile.stylenames import variant_of

_USES = tuple(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle"))
_LINKS = tuple(qn(f"w:{name}") for name in ("basedOn", "next", "link", "styleLink", "numStyleLink"))
_ID, _KIND, _VALUE = qn("w:styleId"), qn("w:type"), qn("w:val")


def adopt_styles(theirs: Element, ours: Element, parts: Iterable[Element], measure: int) -> None:
    """Make every style of ``ours`` exist in ``theirs`` (both are ``w:styles``) under our id.

    ``parts`` are the letterhead's parts that refer to styles; ``measure`` is its text area's width in twips. A style
    is the same if kind and name are. What ours are based on outside our own styles becomes the letterhead's default
    paragraph style: a built-in heading of the letterhead may be numbered or coloured.
    """
    own = {_key(style): style.get(_ID) for style in ours.iter(qn("w:style")) if style.get(qn("w:customStyle"))}
    found = {_key(style): style.get(_ID) for style in theirs.iter(qn("w:style"))}
    _rename(theirs, parts, _new_ids(found, own))
    default = next((style.get(_ID) for style in theirs.iter(qn("w:style")) if _is_default(style)), "")
    for style in [style for style in ours.iter(qn("w:style")) if _key(style) in own and _key(style) not in found]:
        for link in style.iter(*_LINKS):
            if link.get(_VALUE) not in own.values():
                link.set(_VALUE, default)
        for stop in style.iter(qn("w:tab")):
            stop.set(qn("w:pos"), str(measure))
        theirs.append(style)


def _new_ids(found: dict[tuple[str, str], str], own: dict[tuple[str, str], str]) -> dict[str, str]:
    """The letterhead's ids that change: to ours where the style is one of ours, away from ours where it is not."""
    names = {name: key for (kind, name), key in own.items() if kind == "paragraph"}
    wanted = {key: own.get(key) or (variant_of(key[1], names) if key[0] == "paragraph" else "") for key in found}
    ours = {*own.values(), *wanted.values()}
    return {found[key]: name or f"their-{found[key]}" for key, name in wanted.items() if name or found[key] in ours}


def _rename(styles: Element, parts: Iterable[Element], ids: dict[str, str]) -> None:
    for style in styles.iter(qn("w:style")):
        style.set(_ID, ids.get(style.get(_ID), style.get(_ID)))
    for part in (styles, *parts):
        for use in part.iter(*_USES, *_LINKS):
            use.set(_VALUE, ids.get(use.get(_VALUE), use.get(_VALUE)))


def _key(style: Element) -> tuple[str, str]:
    """Kind and name of a style."""
    name = style.find(qn("w:name"))
    return style.get(_KIND, ""), "" if name is None else str(name.get(_VALUE))


def _is_default(style: Element) -> bool:
    return style.get(_KIND) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on")
