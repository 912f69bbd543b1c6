"""The messages for what pydantic itself reports: a missing key, an unknown key, a value of the wrong shape."""

from collections.abc import Mapping

from pydantic_core import ErrorDetails

from negotiation_docs.errors import likeliest
from negotiation_docs.facts.base import keys
from negotiation_docs.facts.reading.locate import Spot, fields, inner
from negotiation_docs.facts.values.masking import echo

_MAX_LISTED = 8


def explain(detail: ErrorDetails, spot: Spot, data: object) -> tuple[str, str, str]:
    """Rule id, message and hint for one pydantic error at ``spot``; never the input itself unless masked."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "negotiation_docs":
        return context["rule"], context["message"], context["hint"]
    if kind == "missing":
        return "missing", f"缺少{spot.label}", f"请填写“{spot.place[-1]}”"
    if kind == "extra_forbidden":
        return _unknown(spot, data)
    if kind == "too_long":
        return "too_many", f"{spot.label}最多写{context['max_length']}项", "请检查是不是重复了，或者选错了文件"
    return _misshapen(kind, spot)


def _misshapen(kind: str, spot: Spot) -> tuple[str, str, str]:
    if kind in ("tuple_type", "list_type"):
        return "list", f"{spot.label}应是列表", "每项单独一行，前面加“- ”；或写在方括号里，如 [甲, 乙]"
    if kind.startswith(("model_", "dict_", "mapping_")):
        return "group", f"{spot.label}下面应分项填写", f"请写成“项目: 内容”{_example(spot)}"
    return "value", f"{spot.label}的内容不合要求", "请对照样例检查"


def _example(spot: Spot) -> str:
    model = inner(spot.field) if spot.field else None
    if model is None:
        return ""
    listed = [f"{field.title}（{key}）" for key, field in fields(model).items() if field.is_required()]
    return "，至少要有" + "、".join(listed) if listed else ""


def _unknown(spot: Spot, data: object) -> tuple[str, str, str]:
    written = str(spot.place[-1])
    known = keys(spot.owner) if spot.owner else {}
    for step in spot.place[:-1]:
        data = data[step] if isinstance(data, (Mapping, list, tuple)) else None  # type: ignore[index]
    if written in known and isinstance(data, Mapping):
        other = next((key for key in data if key != written and known.get(key) == known[written]), known[written])
        return "key_repeated", f"“{written}”和“{other}”是同一项，写了两次", "请只保留一处"
    message = f"没有“{echo(written)}”这一项"
    if hint := _mistyped(written):
        return "key_unknown", message, hint
    if nearest := likeliest(written, known, 0.5):
        return "key_unknown", message, f"是不是“{nearest}”？{_meaning(spot, known[nearest], nearest)}"
    listed = [f"{key}（{field.title}）" for key, field in fields(spot.owner).items()] if spot.owner else []
    more = "等" if len(listed) > _MAX_LISTED else ""
    return "key_unknown", message, f"这里可以写：{'、'.join(listed[:_MAX_LISTED])}{more}"


def _mistyped(written: str) -> str:
    """What to do about a key that is no key at all: a whole row in full-width marks, the tail of an amount."""
    if any(mark in written for mark in "：，"):
        return "冒号和逗号要用半角，后面空一格，如 {项目: 房租, 金额: 1500}"
    if written[:1].isdigit():
        return '数字里有逗号时要加引号，如 "1,200元"'
    return ""


def _meaning(spot: Spot, key: str, nearest: str) -> str:
    field = fields(spot.owner)[key] if spot.owner else None
    other = (field.title if nearest == key else key) if field else None
    return f"（{other}）" if other else ""
