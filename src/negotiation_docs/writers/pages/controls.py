"""Places for a hand: boxes to tick, rules to write or sign on, a square for a fingerprint.

A screen reader hears what each of them is for. On a slip that comes back (回执), boxes and the rule for the date are
form fields besides, so that it can also be filled in on a screen.
"""

from __future__ import annotations

from msgspec import Struct

from negotiation_docs.writers.fonts.face import FontFace
from negotiation_docs.writers.pages.furniture import RULE_DROP, blank, box, fingerprint_place
from negotiation_docs.writers.pdffile.fields import Field
from negotiation_docs.writers.pdffile.ink import Ink
from negotiation_docs.writers.pdffile.tags import Node, alternative

_WORDS = {
    "box": ("未勾选的方框", "Box to tick"),
    "write": ("留待填写的空白", "Blank to fill in"),
    "sign": ("留待签名或盖章的空白", "Blank for a signature or stamp"),
    "finger": ("按指印处", "Place for a fingerprint"),
}
_ROLES = {"box": "cb/checked/off"}


Rule = tuple[float, float, float]  # the x where it begins, the x where it ends, the y of the words beside it


class Hand(Struct, frozen=True):
    """Draws such places: the language they are told in, and the words that name a slip's field, if it is one."""

    english: bool = False
    field: str = ""

    def box(self, ink: Ink, node: Node, x: float, baseline: float, size: float) -> None:
        """A box to tick, at the start of a line."""
        if not self.field:
            with ink.control(node, self._told("box")) as canvas:
                box(canvas, x, baseline, size)
            return
        with ink.furniture() as canvas:
            left, bottom, side = box(canvas, x, baseline, size)
        self._add(ink, node, (left, bottom, left + side, bottom + side))

    def rule(self, ink: Ink, node: Node, place: Rule, *, sign: bool = False) -> None:
        """A rule to write on, or to sign on."""
        with ink.control(node, self._told("sign" if sign else "write")) as canvas:
            blank(canvas, *place)

    def date(self, ink: Ink, node: Node, place: Rule, face: FontFace, size: float) -> None:
        """A rule to write a date on."""
        if not self.field:
            self.rule(ink, node, place)
            return
        with ink.furniture() as canvas:
            blank(canvas, *place)
        x, end, baseline = place
        self._add(ink, node, (x, baseline - RULE_DROP, end, baseline + size), face, size)

    def fingerprint(self, ink: Ink, node: Node, x: float, bottom: float) -> None:
        """The square for a fingerprint."""
        with ink.control(node, self._told("finger")) as canvas:
            fingerprint_place(canvas, x, bottom)

    def _told(self, kind: str) -> str:
        role = _ROLES.get(kind, "tv")
        return f"{alternative(_WORDS[kind][self.english])}/A<</O/PrintField/Role/{role}>>"

    def _add(
        self,
        ink: Ink,
        node: Node,
        rect: tuple[float, float, float, float],
        face: FontFace | None = None,
        size: float = 0.0,
    ) -> None:
        element = node.child("Form", alternative(self.field))
        ink.fields.append(Field(element, rect, self.field, face, size))
