"""Draws the first page of every paper while the site is built, from the first example that is ready for it.

No picture lies in the repository, so none can be older than the paper that it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from os.path import relpath
from pathlib import Path
from typing import Final

import pypdfium2
from docutils import nodes
from PIL import Image, ImageOps
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import negotiation_docs as nd

ROOT: Final = Path(__file__).parents[2]
WIDTH: Final = 640
SEEN: Final = {"court_answer": ("jurisdiction",)}
"""What a borrower says to have read before the paper is written; the example's borrower has."""


def examples() -> Iterator[tuple[str, nd.Case]]:
    """The example cases by their path, that of the README first, those of a court last."""
    folder = ROOT / "examples"
    for path in dict.fromkeys([folder / "zhou.yaml", *sorted(folder.glob("*.yaml")), *sorted(folder.glob("*/*.yaml"))]):
        yield path.relative_to(ROOT).as_posix(), nd.load(path)


def papers() -> Iterator[tuple[nd.Kind, str, nd.Document]]:
    """Each kind, with the path of the example that its paper is made from."""
    cases = list(examples())
    for kind in nd.kinds():
        yield kind, *first(kind, cases)


def first(kind: nd.Kind, cases: list[tuple[str, nd.Case]]) -> tuple[str, nd.Document]:
    """The first paper of a kind that an example makes; KeyError if none does, for then one is missing."""
    for path, case in cases:
        for debt in case.debts:
            try:
                return path, nd.render(kind.name, case, debt=debt.id, acknowledge=SEEN.get(kind.name, ()))
            except nd.NegotiationDocsError:
                continue
    raise KeyError(kind.name)


def draw(paper: nd.Document, path: Path) -> None:
    """Draw the first page in sixteen greys with a thin frame (the papers are black on white)."""
    page = pypdfium2.PdfDocument(paper.to_pdf())[0]
    picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("L")
    framed = ImageOps.expand(picture, border=1, fill=190)
    framed.quantize(16, dither=Image.Dither.NONE).save(path, optimize=True)


class Gallery(SphinxDirective):
    """``{gallery}``: a figure of each paper, its name leading to the page of the guide."""

    def run(self) -> list[nodes.Node]:
        """The figures, drawn into the folder of what Sphinx remembers."""
        folder = Path(self.env.doctreedir) / "gallery"
        folder.mkdir(parents=True, exist_ok=True)
        grid = nodes.container(classes=["gallery"])
        for kind, example, paper in papers():
            draw(paper, folder / f"{kind.name}.png")
            grid += self.figure(kind, example, relpath(folder / f"{kind.name}.png", ROOT / "docs"))
            self.env.note_dependency(str(ROOT / "templates" / "zh" / f"{kind.name}.html"))
        return [grid]

    def figure(self, kind: nd.Kind, example: str, picture: str) -> nodes.figure:
        """A picture over the name of its paper and of the example it is made from."""
        link = pending_xref(
            reftype="doc", refdomain="std", reftarget=f"/docs/guide/{kind.name}.zh", refexplicit=True,
            refdoc=self.env.docname, refwarn=True,
        )  # fmt: skip
        title = kind.titles["zh"]
        link += nodes.inline(text=title)
        whole = nodes.reference(refuri=f"../_images/{kind.name}.png")
        whole += nodes.image(uri=picture, alt=f"《{title}》第一页")
        return nodes.figure("", whole, nodes.caption("", "", link, nodes.Text(f"（{example}）")))


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.add_directive("gallery", Gallery)
    return {"parallel_read_safe": True}
