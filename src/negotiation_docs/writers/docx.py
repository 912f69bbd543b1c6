"""DOCX: a paper as an Office Open XML document, its words written into a base that is prepared once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec.structs import replace

from negotiation_docs.files import content
from negotiation_docs.tree import Paper
from negotiation_docs.writers.docxfile.base import BOTH, base_of, core_properties, styles_part
from negotiation_docs.writers.docxfile.body import Body
from negotiation_docs.writers.docxfile.controls import draft_word
from negotiation_docs.writers.docxfile.drawing import file_name, signature_picture
from negotiation_docs.writers.docxfile.estimate import extents, pages
from negotiation_docs.writers.docxfile.fits import AS_IT_IS
from negotiation_docs.writers.docxfile.fitting import fitted, regridded
from negotiation_docs.writers.docxfile.flow import flow, translated
from negotiation_docs.writers.docxfile.twocolumns import going_on
from negotiation_docs.writers.style import LOOKS, Look


def to_docx(
    paper: Paper, look: Look = LOOKS["personal"], *, base: bytes | Path | None = None, signature: bytes | None = None
) -> bytes:
    """The paper as DOCX; the same paper and look give the same bytes.

    ``base`` is the user's own letterhead (DOCX): its page, header, footer and styles stay, styles are found by their
    Chinese names, and those it lacks are added. ``signature`` is a PNG or JPEG set on the first signature line outside
    a receipt. Raises :class:`~negotiation_docs.errors.OutputError` for a letterhead or picture that cannot be used.
    """
    letterhead = None if base is None else content(base, "信头文件")
    draft = draft_word(paper.lang) if paper.draft else ""
    image, drawing = signature_picture(signature) if signature is not None else (b"", "")
    pieces = flow(paper)
    latin = not paper.lang.startswith("zh")
    lang = "en" if latin else BOTH if letterhead is None and any(map(translated, pieces)) else "zh"
    chosen = base_of(look, lang, letterhead, draft=draft, picture=file_name(image))
    body = Body(look, chosen, drawing, latin=latin)
    words = body.xml(pieces)
    taken = extents(pieces, look, latin=latin)
    fit, count = fitted(taken, look) if letterhead is None else (AS_IT_IS, pages(taken, look))
    if body.picture:  # no line to put it on
        chosen, image = base_of(look, lang, letterhead, draft=draft, picture=""), b""
    ending = replace(chosen, after=going_on(chosen.after)) if body.columns else chosen
    return ending.write(
        words,
        styles_part(chosen, frozenset(body.variants), look, fit),
        core_properties(paper.title, paper.dated),
        grid=partial(regridded, look=look, to=fit),
        pages=count,
        single=letterhead is None and count == [1],
        picture=image,
    )
