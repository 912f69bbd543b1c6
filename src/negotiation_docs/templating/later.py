"""Parts of a view that are worked out when a template first names them, because most papers name only some."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2.runtime import Context

from negotiation_docs.lazy import lazy


class Later:
    """``work(*facts)``, done once and only if a template asks; plain frozen data as everything in a view."""

    def __init__(self, work: Callable[..., object], *facts: object) -> None:
        self._work, self._facts = work, facts

    @lazy
    def value(self) -> object:
        """What the template sees. Raises whatever the work raises."""
        return self._work(*self._facts)


class ViewContext(Context):
    """Jinja's table of names, for a view with such parts."""

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401 - whatever the view holds, or Jinja's own mark
        value = super().resolve_or_missing(key)
        return value.value if isinstance(value, Later) else value
