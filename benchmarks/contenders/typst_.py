"""Typst from PyPI: a template in Typst's language, the facts as input; tagged, as it does by default."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

from fontplace import FAMILY
from fontplace import folder as font_folder

TAGS = True
_PREAMBLE = f"""#set page(paper: "a4", margin: (x: 2.6cm, y: 3cm))
#set text(font: "{FAMILY}", size: 12pt, lang: "zh", region: "cn")
#set par(leading: 0.8em, spacing: 0.8em, justify: true)
#let facts = json(bytes(sys.inputs.facts))
#set document(title: "协商文书")
"""
_LINE = {
    "title": "#align(center)[#text(size: 20pt)[{}]]",
    "heading": "#heading(level: 2)[{}]",
    "caption": "#align(center)[{}]",
    "right": "#align(right)[{}]",
    "body": "#par(first-line-indent: (amount: 2em, all: true))[{}]",
}


def build(templates: list[list[dict[str, Any]]], folder: Path) -> None:
    """One source for each paper."""
    for number, template in enumerate(templates):
        source = _PREAMBLE + "\n\n".join(_part(part) for part in template)
        (folder / f"typst{number}.typ").write_text(source, encoding="utf-8")


def opened(folder: Path) -> Callable[[list[dict[str, Any]]], list[bytes]]:
    """See the package."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])
    compilers = [typst.Compiler(str(path), font_paths=fonts) for path in sorted(folder.glob("typst*.typ"))]
    return lambda papers: [_document(compiler, facts) for compiler, facts in zip(compilers, papers, strict=True)]


def _document(compiler: Any, facts: dict[str, Any]) -> bytes:
    inputs = {"facts": json.dumps(facts, ensure_ascii=False)}
    return compiler.compile(format="pdf", sys_inputs=inputs, pdf_tags=TAGS)


def _part(part: dict[str, Any]) -> str:
    if "text" in part:
        return _LINE.get(part["style"], "{}").replace("{}", _markup(part["text"]))
    head = ", ".join(f"[{_escaped(text)}]" for text in part["head"])
    align = ", ".join(part["align"])
    if part["long"]:
        rows = "..facts.rows.flatten()"
    else:
        rows = ", ".join(f"[{_markup(text)}]" for row in part["rows"] for text in row)
    return f"#table(columns: {len(part['head'])}, align: ({align}), table.header({head}), {rows})"


def _markup(text: str) -> str:
    return re.sub(r"\{(f\d+)\}", r"#facts.\1;", _escaped(text))


def _escaped(text: str) -> str:
    return re.sub(r"([\\#*_@$<>`~\[\]/=+-])", r"\\\1", re.sub(r"^(\d+)\.", r"\1\\.", text))
