"""An order: which paper about which debt, with what enclosed; one for all languages of a document."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Debt


class Order(Struct, frozen=True):
    """``enclosed`` are our other papers that travel along, in bundle order; ``folder`` holds a user's templates."""

    kind: Kind
    case: Case
    debt: Debt
    enclosed: tuple[Kind, ...] = ()
    draft: bool = False
    folder: Path | None = None

    def title(self, kind: Kind, lang: str) -> str:
        """The title of ``kind`` for this case: 逾期情况说明 where there is no hardship."""
        variant = "oversight" if self.case.oversight_only and "oversight" in kind.variants else ""
        return kind.title(lang, variant)
