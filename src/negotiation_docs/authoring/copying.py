"""A shipped template as the beginning of one's own."""

from __future__ import annotations

from pathlib import Path

from negotiation_docs.arguments import told
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.catalogue.shelf import LANGS, shipped
from negotiation_docs.files import make_folder, write
from negotiation_docs.names import KindName


@told
def copy_template(kind: KindName | str, folder: str | Path, *, overwrite: bool = False) -> tuple[Path, ...]:
    """The files of ``kind`` (a name or a title) copied below ``folder``, in every language, with its short texts.

    Gives the paths written; a different file that is there already is replaced only with ``overwrite``. Raises
    TemplateError for an unknown paper, FileInTheWay or OutputError for what cannot be written.

    >>> import negotiation_docs as nd
    >>> [path.name for path in nd.copy_template("evidence_list", "自备", overwrite=True)][0]
    'evidence_list.html'
    """
    name, root = find(kind).name, Path(folder)
    sources = [path for lang in LANGS for path in files_of(name, shipped() / lang)]
    for lang in {path.parent.name for path in sources}:
        make_folder(root / lang, mode=0o777)
    return tuple(write(root / path.parent.name / path.name, path.read_bytes(), overwrite=overwrite) for path in sources)


def files_of(kind: str, folder: Path) -> list[Path]:
    """The template of a kind and its companions in the folder of one language."""
    return sorted(path for path in folder.glob(f"{kind}*.html") if path.name.partition(".")[0] == kind)
