"""Everything that is wrong with a folder of one's own templates, told at once and before a paper is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinja2.exceptions import TemplateSyntaxError

from negotiation_docs.arguments import told
from negotiation_docs.authoring.finding import TemplateFinding
from negotiation_docs.authoring.names import unknown_names
from negotiation_docs.authoring.unused import unused
from negotiation_docs.authoring.wording import suspects
from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.catalogue.shelf import FILE_NAME, LANGS, Shelf
from negotiation_docs.errors import NegotiationDocsError, TemplateError
from negotiation_docs.facts import Case
from negotiation_docs.files import is_file
from negotiation_docs.names import LANGUAGES
from negotiation_docs.rendering import render
from negotiation_docs.templating.jinja_words import in_chinese
from negotiation_docs.templating.templates import refusals_of
from negotiation_docs.words.formats import FILTERS

_PLACED: Final = re.compile(
    r"(?:模板 )?(?P<file>(?:zh|en)/[\w.]+\.html)(?: 的(?=头部))?(?: 第(?P<line>\d+)行)?[：，]?\s*(?P<rest>.*)",
    re.DOTALL,
)


@told
def check_templates(folder: str | Path, case: Case | None = None) -> tuple[TemplateFinding, ...]:
    """What is wrong with the templates in ``folder``, in the order of files and lines; nothing if all is well.

    Heads, syntax, names and fields that there are not, gaps left for a pen, law typed by hand, files that no paper is
    made from; with a ``case``, also what only shows once the papers of its debts are made (the subset of HTML). Raises
    TemplateError if the folder is not there.

    >>> import negotiation_docs as nd
    >>> _ = nd.copy_template("hardship_letter", "模板", overwrite=True)
    >>> nd.check_templates("模板")
    ()
    """
    root = Path(folder)
    shelf = Shelf(root)
    try:
        names = {kind.name for kind in kinds(root)}
        found = []
    except TemplateError as error:
        names = {name for lang in LANGS for name in shelf.names(lang)}
        found = [_placed(line) for line in str(error).splitlines()]
    broken = {finding.file for finding in found}
    found += unused(root, names)
    for file in _own(root):
        if file not in broken:
            found += _body(shelf, file)
    if case is not None and not found:
        found += _rendered(root, case)
    return tuple(sorted(set(found)))


def _own(root: Path) -> Iterator[str]:
    for lang in LANGS:
        for path in sorted((root / lang).glob("*.html")):
            if FILE_NAME.fullmatch(path.stem) and is_file(path):
                yield f"{lang}/{path.name}"


def _placed(message: str) -> TemplateFinding:
    """A message that begins with its template and line, taken apart."""
    match = _PLACED.match(message)
    if match is None:
        return TemplateFinding("", 0, message)
    return TemplateFinding(match["file"], int(match["line"] or 0), match["rest"])


def _body(shelf: Shelf, file: str) -> list[TemplateFinding]:
    """What is wrong with one template as it is written."""
    try:
        _, source = shelf.source(file)
        tree, refused = refusals_of(source, file, FILTERS[file.partition("/")[0]])
        written = [*unknown_names(tree, file), *suspects(tree, file)]
    except TemplateError as error:
        return [_placed(str(error))]
    except TemplateSyntaxError as error:
        return [TemplateFinding(file, error.lineno, in_chinese(error.message or ""))]
    except RecursionError:
        return [TemplateFinding(file, 0, "嵌套或递归过深")]
    except ValueError:  # a number of more digits than Python reads
        return [TemplateFinding(file, 0, "有一个数过长，读不下去")]
    return [*(TemplateFinding(file, each.line or 0, each.message) for each in refused), *written]


def _rendered(root: Path, case: Case) -> Iterator[TemplateFinding]:
    """What the papers of a case say of their templates; that a case is not ready for one is no fault of it."""
    own = {Path(file).stem for file in _own(root)}
    for kind in kinds(root):
        for debt in case.debts if kind.name in own else ():
            for lang in (each for each in LANGUAGES if each in kind.langs):
                try:
                    render(kind.name, case, debt.id, lang, draft=True, templates=root)
                except TemplateError as error:
                    yield _placed(str(error))
                except NegotiationDocsError:
                    continue
