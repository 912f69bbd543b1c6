"""The door of the library: a case file, or a dict like one, becomes a Case or a list of all that is wrong with it."""

import re
from collections.abc import Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import IO, Final

from pydantic import ValidationError

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError
from negotiation_docs.facts.base import is_stated, keys
from negotiation_docs.facts.case import Case
from negotiation_docs.facts.reading.json_source import read_json
from negotiation_docs.facts.reading.order import in_file_order
from negotiation_docs.facts.reading.source import MAX_BYTES, Source, bounded, decoded, read_text, refuse
from negotiation_docs.facts.reading.spelling import Spelling
from negotiation_docs.facts.reading.survey import survey
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.facts.values.days import today as day_in_beijing
from negotiation_docs.facts.values.ourcontext import in_our_context

_OBJECT: Final = re.compile(r'\s*\{\s*["}]')


@told
@in_our_context
def load(
    source: str | PathLike[str] | Mapping[str, object] | IO[str] | IO[bytes],
    *,
    today: date | None = None,
    draft: bool = False,
) -> Case:
    """Read a case from a YAML or JSON file (its path, or opened), or from a mapping with the same keys.

    ``today`` is the day of the letters when the file does not state ``dated`` (default: the day in Beijing).
    ``draft`` writes ``【待填：姓名】`` for a missing text; everything else is as strict as ever.
    Raises FactsError with every problem at once, in the order of the file.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> case.debt("bank1").balance.principal
    Decimal('86421.37')
    """
    return _loaded(_read(source), today, draft=draft)


@told
@in_our_context
def loads(content: str | bytes, *, today: date | None = None, draft: bool = False) -> Case:
    """Read a case from the text or the bytes of a YAML or JSON file, such as the body of a web request.

    Numbers are read as they are written: the 0.1 of a JSON file is one tenth. ``today`` and ``draft`` as for
    :func:`load`, and so are the errors.

    >>> import negotiation_docs as nd
    >>> lender = '{"name": "示例银行", "kind": "bank_card"}'
    >>> nd.loads('{"borrower": {"name": "周启明"}, "debts": [{"id": "a", "creditor": %s}]}' % lender).debt().id
    'a'
    """
    return _loaded(_of_content(content, "案件文件的内容", ""), today, draft=draft)


@in_our_context
def load_content(content: bytes, name: str, suffix: str, today: date | None) -> Case:
    """As :func:`load` of a file that holds ``content``, for facts that lie in no file here and shall lie in none."""
    return _loaded(_of_content(content, name, suffix), today, draft=False)


@in_our_context
def _changed(case: Case, changes: Mapping[str, object]) -> Case:
    """``case`` with other facts in some places, the rest as it is."""
    known = keys(Case)
    stated = {known.get(written, written) for written in changes}
    kept = {name: value for name in Case.model_fields if name not in stated and is_stated(value := getattr(case, name))}
    return _loaded(Source({**kept, **changes}, folder=case.folder), case.dated, draft=False)


Case._changed = _changed


def _loaded(read: Source, today: date | None, *, draft: bool) -> Case:
    bounded(read.data)
    dated = _dated(read.data, today)
    case = (None if read.findings else _sound(dated)) or _surveyed(read, dated, draft=draft)
    case._folder = read.folder
    case._spelling = Spelling(read)
    return case


def _sound(data: object) -> Case | None:
    try:
        return Case.model_validate(data)
    except ValidationError:
        return None


def _surveyed(read: Source, data: object, *, draft: bool) -> Case:
    case, findings = survey(data, draft=draft)
    refused = {finding.place for finding in read.findings if finding.rule == "anchor"}
    kept = (finding for finding in findings if finding.place not in refused)
    problems = in_file_order((*read.findings, *kept), read.data, read.positions)
    if problems or case is None:
        raise FactsError(problems)
    return case


def _read(source: str | PathLike[str] | Mapping[str, object] | IO[str] | IO[bytes]) -> Source:
    if isinstance(source, Mapping):
        return Source(source)
    if isinstance(source, str) and "\n" in source:
        raise refuse("这里要的是文件路径，不是文件内容", "文件的内容用 nd.loads 读取", "path")
    if not isinstance(source, (str, PathLike)):
        name = str(getattr(source, "name", ""))
        read = _of_content(source.read(MAX_BYTES + 1), "打开的案件文件", Path(name).suffix.lower())
        return Source(read.data, read.positions, read.findings, Path(name).parent if Path(name).is_file() else None)
    path = Path(source)
    return _parsed(read_text(path), path.suffix.lower(), path.parent)


def _parsed(text: str, suffix: str, folder: Path | None) -> Source:
    read = read_json(text) if suffix == ".json" else read_yaml(text)
    return Source(read.data, read.positions, read.findings, folder)


def _of_content(content: str | bytes, name: str, suffix: str) -> Source:
    """YAML or JSON by the ``suffix``, or without one by how it looks: braces round quoted keys are JSON."""
    text = decoded(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"), name)
    if suffix in (".json", ".yaml", ".yml") or not text.lstrip().startswith("{"):
        return _parsed(text, suffix, None)
    try:
        return read_json(text)
    except FactsError:
        if _OBJECT.match(text):
            raise
    return read_yaml(text)


def _dated(data: object, today: date | None) -> object:
    if not isinstance(data, Mapping):
        return data
    if any(keys(Case).get(key) == "dated" and is_stated(value) for key, value in data.items()):
        return data
    return {**data, "dated": today or day_in_beijing()}
