"""The door of the library: a case file, or a dict like one, becomes a Case or a list of all that is wrong with it."""

from collections.abc import Mapping
from datetime import date
from os import PathLike
from pathlib import Path

from pydantic import ValidationError

from negotiation_docs.errors import FactsError
from negotiation_docs.facts.base import is_stated, keys
from negotiation_docs.facts.case import Case
from negotiation_docs.facts.reading.json_source import read_json
from negotiation_docs.facts.reading.order import in_file_order
from negotiation_docs.facts.reading.source import Source, decoded, read_text, refuse
from negotiation_docs.facts.reading.spelling import Spelling
from negotiation_docs.facts.reading.survey import survey
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.facts.values.days import today as day_in_beijing
from negotiation_docs.facts.values.ourcontext import in_our_context


@in_our_context
def load(source: str | PathLike[str] | Mapping[str, object], *, today: date | None = None, draft: bool = False) -> Case:
    """Read a case from a YAML or JSON file, or from a mapping with the same keys.

    ``today`` is the day of the letters when the file does not state ``dated`` (default: the day in Beijing).
    ``draft`` writes ``【待填：姓名】`` for a missing text; everything else is as strict as ever.
    Raises FactsError with every problem at once, in the order of the file.
    """
    return _loaded(_read(source), today, draft=draft)


@in_our_context
def load_bytes(content: bytes, *, draft: bool = False) -> Case:
    """As :func:`load` of a YAML file that holds ``content``, for facts that lie in no file and shall lie in none."""
    return _loaded(_parsed(decoded(content, "标准输入"), ".yaml", None), None, draft=draft)


def _loaded(read: Source, today: date | None, *, draft: bool) -> Case:
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
    problems = in_file_order((*read.findings, *kept), read.data, read.lines)
    if problems or case is None:
        raise FactsError(problems)
    return case


def _read(source: str | PathLike[str] | Mapping[str, object]) -> Source:
    if isinstance(source, Mapping):
        return Source(source)
    if isinstance(source, str) and "\n" in source:
        raise refuse("这里要的是文件路径，不是文件内容", "请先保存成文件，或者用 dict 传入", "path")
    path = Path(source)
    return _parsed(read_text(path), path.suffix.lower(), path.parent)


def _parsed(text: str, suffix: str, folder: Path | None) -> Source:
    read = read_json(text) if suffix == ".json" else read_yaml(text)
    return Source(read.data, read.lines, read.findings, folder)


def _dated(data: object, today: date | None) -> object:
    if not isinstance(data, Mapping):
        return data
    if any(keys(Case).get(key) == "dated" and is_stated(value) for key, value in data.items()):
        return data
    return {**data, "dated": today or day_in_beijing()}
