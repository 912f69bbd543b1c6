"""A long narrow table in two columns of the page: a section of its own, between what stands before and behind it.

A section's properties stand in the last paragraph that belongs to it (ISO 29500-1 17.6.18), those of the last one at
the end of the body. Later sections have the headers and footers of the first.
"""

from __future__ import annotations

import re
from typing import Final

from negotiation_docs.writers.docxfile.stylenames import END

GAP: Final = 280  # twips between the columns
_SECTION = re.compile("<w:sectPr.*</w:sectPr>", re.DOTALL)
_REFERENCE = re.compile("<w:(?:header|footer)Reference[^>]*>")
_COLUMNS = re.compile("<w:cols[^>]*>")
_OWN = re.compile("<w:type [^>]*>|<w:titlePg[^>]*>")  # how a section begins, and that its first page is another
_SIZE = "<w:pgSz"  # what stands behind the type of a section


def in_two_columns(table: str, after: str) -> str:
    """A table between the ends of two sections, of which it is the second; ``after`` is what ends the document."""
    found = _SECTION.search(after)
    if found is None:
        return table
    columns = _COLUMNS.sub(f'<w:cols w:num="2" w:space="{GAP}"/>', going_on(_REFERENCE.sub("", found[0])))
    return f"{_end(found[0])}{table}{_end(columns)}"


def going_on(after: str) -> str:
    """What ends a document, its last section beginning where the one before ends."""
    return _OWN.sub("", after).replace(_SIZE, f'<w:type w:val="continuous"/>{_SIZE}', 1)


def _end(section: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{END}"/>{section}</w:pPr></w:p>'
