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
    """The words of the body, without boxes to tick and the label of a fingerprint's place."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read("word/document.xml").decode()
    content = re.sub(r"<w:sdt>(?:(?!</w:sdt>).)*<w14:checkbox>.*?</w:sdt>", "", content)
    content = re.sub(r'<w:p><w:pPr><w:pStyle w:val="place"/></w:pPr>.*?</w:p>', "", content)
    return "".join(node.text or "" for node in ElementTree.fromstring(content).iter(WORD))
