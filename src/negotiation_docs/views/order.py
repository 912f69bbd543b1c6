"""An order: which paper about which debt, with what enclosed; one for all languages of a document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from negotiation_docs.catalogue.conditions import CONDITIONS
from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Debt


class Numbers(Struct, frozen=True):
    """The 附件 numbers of a whole bundle: of our papers by kind, of evidence by id, of what talks left by file.

    >>> import negotiation_docs as nd
    >>> nd.Numbers({"hardship_letter": 1}, {"idcard": 2}).evidence["idcard"]
    2
    """

    papers: Mapping[str, int]
    evidence: Mapping[str, int]
    talks: Mapping[str, int] = MappingProxyType({})


class Order(Struct, frozen=True):
    """``enclosed`` are our other papers that travel along, in bundle order; ``folder`` holds a user's templates.

    ``numbers`` are those of the bundle that the paper is part of; without one its attachments count from one.
    """

    kind: Kind
    case: Case
    debt: Debt
    enclosed: tuple[Kind, ...] = ()
    draft: bool = False
    folder: Path | None = None
    numbers: Numbers | None = None

    def title(self, kind: Kind, lang: str) -> str:
        """The title of ``kind`` for this debt, of the first variant that holds: 逾期情况说明 without a hardship."""
        holding = (name for name in kind.variants if CONDITIONS[name].holds(self.case, self.debt))
        return kind.title(lang, next(holding, ""))
