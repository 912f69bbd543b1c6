"""Makes a process ready for many papers: a service or a batch; one paper is quicker without."""

from __future__ import annotations

import gc

from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.facts import Case
from negotiation_docs.templating.templates import compile_template
from negotiation_docs.words.formats import FILTERS
from negotiation_docs.writers import (
    docx,  # noqa: F401 - loaded before the freeze
    pdf,  # noqa: F401 - loaded before the freeze
)
from negotiation_docs.writers.fonts import opened as fonts


def prepare() -> None:
    """Do ahead what every paper needs: compile the templates, build the models, read the outlines of common characters.

    What is there by then stays for good, so the garbage collector no longer looks at it (``gc.freeze``); call it once,
    before work begins. Takes half a second and some 50 MB. Every paper has the same bytes with and without.
    """
    Case.model_rebuild()
    for kind in kinds():
        for lang in kind.langs:
            compile_template(kind.name, lang, FILTERS[lang])
    fonts.prepare()
    gc.collect()
    gc.freeze()
