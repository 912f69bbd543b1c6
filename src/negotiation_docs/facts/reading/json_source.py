"""JSON with every number kept as the text it was written in, and repeated keys refused."""

import json
from collections.abc import Sequence

from negotiation_docs.errors import FactsError, Place
from negotiation_docs.facts.reading.positions import in_json
from negotiation_docs.facts.reading.source import MAX_DEPTH, Refused, Source, refuse


class _Pairs(tuple[tuple[str, object], ...]):
    """An object before its keys are compared."""

    __slots__ = ()


def read_json(text: str) -> Source:
    """The object of a JSON file. Raises FactsError where the syntax gives no second chance."""
    if not text.strip():
        raise refuse("案件文件是空的", "请从样例开始填写", "empty")
    line = 0
    try:
        parsed = json.loads(text, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as error:
        parsed, line = None, error.lineno
    except RecursionError:
        raise _too_deep() from None
    if parsed is None and line:  # raised out here: the parser's error holds the whole file
        hint = "请检查逗号、引号和括号；项目名和文字都要用半角双引号，最后一项后面没有逗号"
        raise refuse("这一行附近不符合JSON的写法", hint, line=line)
    if not isinstance(parsed, _Pairs):
        raise refuse("文件里没有“项目: 内容”", "最外层应是一对花括号", "shape")
    findings = Refused()
    data = _plain(parsed, (), findings)
    return Source(data, in_json(text), findings.all())


def _plain(value: object, place: Place, findings: Refused) -> object:
    if len(place) > MAX_DEPTH:
        raise _too_deep()
    if isinstance(value, _Pairs):
        return _object(value, place, findings)
    if isinstance(value, list):
        return [_plain(entry, (*place, position), findings) for position, entry in enumerate(value)]
    return value


def _object(pairs: Sequence[tuple[str, object]], place: Place, findings: Refused) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in pairs:
        if key in values:
            findings.add((*place, key), "key_repeated", "“{}”写了两次", "请只保留一处", key)
        else:
            values[key] = _plain(value, (*place, key), findings)
    return values


def _too_deep() -> FactsError:
    return refuse("层级太深，不是案件文件的写法", "请对照样例检查", "depth")
