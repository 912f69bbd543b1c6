"""Makes a process ready for many papers: a service or a batch; one paper is quicker without."""

from __future__ import annotations

import gc
from functools import cache

from negotiation_docs.arguments import told
from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.facts import Case
from negotiation_docs.templating.templates import compile_template
from negotiation_docs.words.formats import FILTERS
from negotiation_docs.writers import (
    docx,  # noqa: F401 - loaded before the freeze
    pdf,  # noqa: F401 - loaded before the freeze
)
from negotiation_docs.writers.fonts import opened as fonts


@told
def prepare(*, freeze: bool = False) -> None:
    """Do ahead what every paper needs: compile the templates, build the models, read the outlines of common characters.

    Takes half a second and some 50 MB the first time, and nothing afterwards. With ``freeze`` the garbage collector no
    longer looks at anything the process holds by then (``gc.freeze``), the host's own objects too: for a process that
    only writes papers. Every paper has the same bytes with and without.

    >>> import negotiation_docs as nd
    >>> nd.prepare()
    """
    _prepare()
    if freeze:
        gc.collect()
        gc.freeze()


@cache
def _prepare() -> None:
    Case.model_rebuild()
    for kind in kinds():
        for lang in kind.langs:
            compile_template(kind.name, lang, FILTERS[lang])
    fonts.prepare()
