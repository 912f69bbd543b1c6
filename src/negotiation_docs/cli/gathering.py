"""Where the cases of a batch come from: folders, case files, tables; one after another, as they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

import negotiation_docs as nd
from negotiation_docs.cli.parser import WrongCommandError
from negotiation_docs.errors import placed
from negotiation_docs.facts.values.masking import mask_text
from negotiation_docs.tables.cells import awaited

CASES: Final = (".yaml", ".yml", ".json")
TABLES: Final = (".csv", ".xlsx")


class Gathered:
    """The cases of the sources, for ``render_many``, and what each of them is called while it is under way."""

    def __init__(self, cases: Iterator[tuple[str, object]]) -> None:
        self._cases = cases
        self._names: dict[int, str] = {}

    def __iter__(self) -> Iterator[object]:
        for number, (name, case) in enumerate(self._cases, start=1):
            self._names[number] = mask_text(name)
            yield case

    def name(self, number: int) -> str:
        """The file or the row of a case."""
        return self._names.get(number, "")

    def done(self, number: int) -> None:
        """The name is no longer needed."""
        self._names.pop(number, None)


def gathered(sources: Sequence[str], also: Mapping[str, str]) -> Gathered:
    """Every case of the sources. Headings of tables are read at once.

    A file of a folder is known by its place in that folder, wherever the folder may be moved.
    Raises WrongCommandError for a source that is none, FactsError and OutputError for a table.
    """
    found: list[Iterable[tuple[str, object]]] = []
    tables = [source for source in sources if Path(source).suffix.lower() in TABLES]
    if also and len(tables) != 1:
        raise WrongCommandError("--with 补充的是一个表格；请只写一个 .csv 或 .xlsx")
    for source in sources:
        path = Path(source)
        if path.is_dir():
            found.append(_of_folder(path))
        elif source in tables:
            found.append((f"{path.name}{row.here}", row) for row in nd.read_table(path, also))
        elif path.suffix.lower() in CASES:
            found.append([(source, path)])
        else:
            raise WrongCommandError(f"{placed(source)} 不是文件夹、案件文件（.yaml .json）或表格（.csv .xlsx）")
    return Gathered(chain.from_iterable(found))


def _of_folder(folder: Path) -> Iterator[tuple[str, object]]:
    for file in files(folder):
        name = file.relative_to(folder).as_posix()
        yield name, (f"{folder.resolve().name}/{name}", file)


def expected(sources: Sequence[str]) -> int | None:
    """How many cases there are, about; None where that could only be found by reading everything."""
    counts = [
        sum(1 for _ in files(path)) if path.is_dir() else awaited(path) if path.suffix.lower() in TABLES else 1
        for path in map(Path, sources)
    ]
    return None if any(count is None for count in counts) else sum(count or 0 for count in counts)


def files(folder: Path) -> Iterator[Path]:
    """The case files below a folder in the order of their names; hidden ones are left out."""
    for name in sorted(path.name for path in folder.iterdir()):  # names alone: a million of them fit into memory
        path = folder / name
        if name.startswith("."):
            continue
        if path.suffix.lower() in CASES:
            if path.is_file() or path.is_symlink():  # a pipe would be waited for
                yield path
        elif path.is_dir() and not path.is_symlink():
            yield from files(path)
