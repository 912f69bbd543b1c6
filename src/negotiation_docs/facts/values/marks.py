"""What each text of the case format is: how papers insert it, whose name or number it is, and who may read it.

Amounts, days, counts and choices say so by their type; every text has its mark in the field's annotation. Who reads a
printed text follows from where it stands: what lies below a debt goes to its creditor, all else to every creditor.
"""

from typing import Literal

from msgspec import Struct

Use = Literal["clause", "text", "extract", "name", "address", "number", "label", "translation", "reference", "internal"]
"""Free text after 本人, other free text, words of a contract, a name, an address, a number that tells somebody or
something apart, a short word for a thing, words for papers in English, ids of evidence, what only the borrower sees."""
Whose = Literal["", "borrower", "creditor", "lender", "third"]
"""Nobody's, the borrower's, that of this debt's creditor and its predecessors, another lender's, a third party's."""


class Mark(Struct, frozen=True, gc=False):
    """One text field: its ``use``, ``whose`` name, address or number it is, and how its words came about.

    ``spoken``: said in a talk or on a paper that exists, so that figures belong there. ``quoted``: somebody else's
    words, kept as they are. ``masked``: printed only where the borrower reveals it. ``coded``: a name of the format
    may stand there instead of words (a term, a kind of paper), so that only what knows it can say it.
    """

    use: Use
    whose: Whose = ""
    spoken: bool = False
    quoted: bool = False
    masked: bool = False
    coded: bool = False

    @property
    def is_free(self) -> bool:
        """Whether it is the borrower's own prose, of any length."""
        return self.use in ("clause", "text")

    @property
    def is_printed(self) -> bool:
        """Whether papers print it; a translation only stands in those in English."""
        return self.use not in ("translation", "reference", "internal")


CLAUSE = Mark("clause")
"""Free text that continues 本人."""
SPOKEN_CLAUSE = Mark("clause", spoken=True)
"""What the borrower said in a talk; continues 本人."""
TEXT = Mark("text")
"""Free text by itself."""
SPOKEN = Mark("text", spoken=True)
"""Free text about something that was said or written; figures belong there."""
QUOTED = Mark("text", spoken=True, quoted=True)
"""The words of the other side, or of a paper."""
TERM = Mark("text", spoken=True, coded=True)
"""The name of a standard term, or the borrower's own words for another."""
KIND = Mark("label", coded=True)
"""The name or title of a paper."""
EXTRACT = Mark("extract", quoted=True)
"""Words of a contract."""
LABEL = Mark("label")
"""A short word for a thing: a product, a period, the number of a clause."""
NUMBER = Mark("number")
"""What a paper, a talk or an account is told apart by."""
BORROWER = Mark("name", "borrower")
ADDRESS = Mark("address", "creditor")
OWN_ADDRESS = Mark("address", "borrower")
OWN_NUMBER = Mark("number", "borrower")
CREDITOR = Mark("name", "creditor")
"""The creditor of this debt, its platform, its desk, or whom it bought the debt from."""
LENDER = Mark("name", "lender", masked=True)
"""Another lender, in one sum with the others unless the borrower reveals them."""
THIRD = Mark("name", "third")
"""Somebody else: an issuer of papers, a guarantor, a clerk."""
GIVER = Mark("label", "third")
"""Who gives something, by a word (父母, 低保金) or by name: said in the language of the paper."""
TRANSLATION = Mark("translation")
REFERENCE = Mark("reference")
"""Ids of evidence."""
INTERNAL = Mark("internal")
"""Ids, file names and notes to oneself: in no paper."""
