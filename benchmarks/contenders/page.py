"""The HTML page of the peers that set HTML: a Jinja template, its environment and what it is filled with."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template

from fontplace import FAMILY

_HEAD = f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>协商文书</title><style>
@page {{ size: A4; margin: 3cm 2.6cm }}
body {{ font: 12pt/1.6 "{FAMILY}"; text-align: justify; margin: 0 }}
h1 {{ font-size: 20pt; font-weight: normal; text-align: center }} h2 {{ font-size: 12pt; font-weight: normal }}
p {{ margin: 0 }} .body {{ text-indent: 2em }} .right {{ text-align: right }} .center, .caption {{ text-align: center }}
table {{ border-collapse: collapse; width: 100% }} td, th {{ border: 0.5pt solid; font-weight: normal; padding: 2pt }}
</style></head><body>
"""
_TAGS = {"title": "h1", "heading": "h2"}


def build(templates: list[list[dict[str, Any]]], folder: Path) -> None:
    """One template for each paper."""
    for number, template in enumerate(templates):
        body = "\n".join(_part(part) for part in template)
        (folder / f"page{number}.html").write_text(f"{_HEAD}{body}</body></html>", encoding="utf-8")


def load(folder: Path) -> list[Template]:
    """The templates, compiled."""
    environment = Environment(autoescape=True)
    return [environment.from_string(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("page*.html"))]


def _part(part: dict[str, Any]) -> str:
    if "text" in part:
        tag = _TAGS.get(part["style"], "p")
        return f'<{tag} class="{part["style"]}">{_gaps(part["text"])}</{tag}>'
    head = "".join(f"<th>{escape(text)}</th>" for text in part["head"])
    if part["long"]:
        cells = "".join(f'<td class="{align}">{{{{ row[{n}] }}}}</td>' for n, align in enumerate(part["align"]))
        body = f"{{% for row in rows %}}<tr>{cells}</tr>{{% endfor %}}"
    else:
        body = "".join(f"<tr>{''.join(f'<td>{_gaps(text)}</td>' for text in row)}</tr>" for row in part["rows"])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _gaps(text: str) -> str:
    return re.sub(r"\{(f\d+)\}", r"{{ \1 }}", escape(text))
