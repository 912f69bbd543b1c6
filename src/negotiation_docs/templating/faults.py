"""The fault a reader of the HTML subset raises before anyone knows the template's name and line."""

from __future__ import annotations

from negotiation_docs.errors import TemplateError


class Fault(TemplateError):  # noqa: N818 - becomes a plain TemplateError once line and template are known
    """A break of the HTML subset, at ``position`` in the rendered HTML; never holds the words of a fact."""

    def __init__(self, position: int, message: str) -> None:
        super().__init__(message)
        self.position = position
