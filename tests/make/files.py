"""The papers of the examples, in every language and look, as files for the judges."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import negotiation_docs as nd
from tests.make.schedule import share
from tests.make.variants import READ

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))
LANGUAGES = ("zh", "en", "zh+en")
LOOKS = ("personal", "gb9704")
MOST = 60
"""Papers in each language and look; with more kinds each is judged for fewer debts, but for two at least."""


@dataclass(frozen=True)
class Papers:
    """The files that were written; ``kinds`` are those of which at least one paper could be rendered."""

    pdf: tuple[Path, ...]
    docx: tuple[Path, ...]
    html: tuple[Path, ...]
    kinds: frozenset[str]


def render_all(folder: Path) -> Papers:
    """Render what the examples are ready for into ``folder``, by the schedule, on all cores."""
    jobs = [(example, debt, kind, folder) for example, debt, kind in scheduled()]
    with ProcessPoolExecutor() as pool:
        kinds = frozenset(pool.map(_render, jobs, chunksize=4))
    return Papers(*(tuple(sorted(folder.glob(f"*.{suffix}"))) for suffix in ("pdf", "docx", "html")), kinds)


def scheduled() -> Iterator[tuple[Path, str, str]]:
    """(example, debt, kind): for each kind a fixed share of the debts that are ready for it."""
    kinds = [kind.name for kind in nd.kinds()]
    cases = [(example, nd.load(example)) for example in EXAMPLES]
    for turn, kind in enumerate(kinds):
        able = [(example, debt.id) for example, case in cases for debt in case.debts if ready(case, kind, debt.id)]
        for example, debt in share(able, turn, max(2, MOST // len(kinds))):
            yield example, debt, kind


def ready(case: nd.Case, kind: str, debt: str) -> bool:
    """Whether the paper can be rendered; whether that is right is asked elsewhere."""
    try:
        nd.render(kind, case, debt, acknowledge=READ)
    except nd.FactsError:
        return False
    return True


def _render(job: tuple[Path, str, str, Path]) -> str:
    example, debt, kind, folder = job
    case = nd.load(example)
    for lang in LANGUAGES:
        document, name = nd.render(kind, case, debt, lang, acknowledge=READ), f"{example.stem}-{kind}-{debt}-{lang}"
        (folder / f"{name}.html").write_text(document.html, encoding="utf-8")
        (folder / f"{name}.txt").write_text(document.text, encoding="utf-8")
        for look in LOOKS:
            (folder / f"{name}-{look}.pdf").write_bytes(document.to_pdf(look=look))
            (folder / f"{name}-{look}.docx").write_bytes(document.to_docx(look=look))
    return kind
