"""Every paper of every example, in every language and look, as files for the judges."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import negotiation_docs as nd

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
LANGUAGES = ("zh", "en", "zh+en")
LOOKS = ("personal", "gb9704")


@dataclass(frozen=True)
class Papers:
    """The files that were written; ``kinds`` are those of which at least one paper could be rendered."""

    pdf: tuple[Path, ...]
    docx: tuple[Path, ...]
    html: tuple[Path, ...]
    kinds: frozenset[str]


def render_all(folder: Path) -> Papers:
    """Render what each example is ready for into ``folder``, on all cores."""
    jobs = [(example, lang, folder) for example in EXAMPLES for lang in LANGUAGES]
    with ProcessPoolExecutor() as pool:
        kinds = frozenset().union(*pool.map(_render_example, jobs))
    return Papers(*(tuple(sorted(folder.glob(f"*.{suffix}"))) for suffix in ("pdf", "docx", "html")), kinds)


def _render_example(job: tuple[Path, str, Path]) -> set[str]:
    example, lang, folder = job
    kinds = set()
    for name, document in ready(example, lang):
        kinds.add(name.split("-")[1])
        (folder / f"{name}.html").write_text(document.html, encoding="utf-8")
        (folder / f"{name}.txt").write_text(document.text, encoding="utf-8")
        for look in LOOKS:
            (folder / f"{name}-{look}.pdf").write_bytes(document.to_pdf(look=look))
            (folder / f"{name}-{look}.docx").write_bytes(document.to_docx(look=look))
    return kinds


def ready(example: Path, lang: str) -> Iterator[tuple[str, nd.Document]]:
    """The papers ``example`` is ready for, each with a name for its files: example, kind, debt, language."""
    case = nd.load(example)
    for kind in nd.kinds():
        for debt in case.debts:
            try:
                document = nd.render(kind.name, case, debt=debt.id, lang=lang)
            except nd.FactsError:
                continue  # not ready: whether that is right is asked elsewhere
            yield f"{example.stem}-{kind.name}-{debt.id}-{lang}", document
