"""The words of a file, read by other means than those that wrote it, for comparison with the tree."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def squeeze(text: str) -> str:
    """Text without white space, as the writers' texts are compared."""
    return re.sub(r"\s+", "", text)


def html_text(page: str) -> str:
    body = re.search(r"<body.*?>(.*)</body>", page, re.DOTALL)
    assert body
    tree = ElementTree.fromstring(f"<body>{body[1]}</body>".replace("<br>", "<br/>").replace("&nbsp;", "\u00a0"))
    return "".join(tree.itertext())


def docx_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return "".join(node.text or "" for node in root.iter(WORD))
