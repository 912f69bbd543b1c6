"""What every closed list of the case format has in common: a name, a Chinese label, and one way to read either."""

import re
from enum import StrEnum
from functools import cache
from typing import Any, Self, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from negotiation_docs.errors import likeliest
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.masking import echo


class Choice(StrEnum):
    """A member is written ``NAME = "name", "标签"``; further words that people write for it may follow the label."""

    label: str
    also: tuple[str, ...]

    def __new__(cls, value: str, label: str, *also: str) -> Self:
        """Keep the label beside the value."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.also = also
        return member

    @classmethod
    def parse(cls, value: object) -> Self:
        """The member of this name or label; raises pydantic's custom error in Chinese that lists all labels."""
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            member = _members(cls).get(value.strip())
            if member is not None:
                return cast(Self, member)
        parts = [part.strip() for part in re.split("[，、；,;]", value)] if isinstance(value, str) else []
        if len(parts) > 1 and all(part in _members(cls) for part in parts):
            hint = f"几项之间用半角逗号分开，放在方括号里，如 [{', '.join(parts)}]"
            raise refusal("choice", "写了不止一项", hint)
        labels = "、".join(
            f"{member.label}（{member.value}）" if member.value != member.label else member.label for member in cls
        )
        raise refusal("choice", f"“{echo(value)}”不在可选范围内", f"{_nearest(cls, value)}可以写：{labels}")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        words = [word for member in cls for word in dict.fromkeys((member.value, member.label, *member.also))]
        meaning = " · ".join(f"{member.value} {member.label}" for member in cls)
        return {"type": "string", "enum": words, "description": meaning}


def _nearest(choice: type[Choice], value: object) -> str:
    """The word that was most likely meant: 是不是“失业”？"""
    near = likeliest(value.strip(), _members(choice)) if isinstance(value, str) else ""
    return f"是不是“{near}”？" if near else ""


@cache
def _members(choice: type[Choice]) -> dict[str, Choice]:
    """Every word for a member → the member."""
    return {word: member for member in choice for word in (*member.also, member.label, member.value)}
