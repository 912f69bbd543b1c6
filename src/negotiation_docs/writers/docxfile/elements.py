"""Elements of WordprocessingML for python-docx, where it has no word for what is to be said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml.etree import strip_tags  # type: ignore[import-untyped]

from negotiation_docs.writers.docxfile.xml import escape

Element: TypeAlias = Any  # lxml and python-docx carry no types


def element(name: str, *children: Element, **values: str | int) -> Element:
    """An element with its attributes and children."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(children)
    return made


def redeclared(root: Element, prefixes: Mapping[str, str]) -> Element:
    """The content of ``root`` in a new root that declares ``prefixes``, ``w`` among them, and has no attributes."""
    declared = " ".join(f'xmlns:{prefix}="{escape(uri)}"' for prefix, uri in prefixes.items())
    made = parse_xml(f"<w:{root.tag.rpartition('}')[2]} {declared}/>".encode())
    made.append(root)  # whole, so that lxml looks the namespaces up once: the root that declares them moves too
    strip_tags(made, root.tag)
    return made
