"""附件哈希值: the checksum of a file that was kept of a talk, and the day it was taken."""

import re
from typing import Annotated, Final

from pydantic import Field

from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.marks import NUMBER
from negotiation_docs.facts.values.plain import Attachment
from negotiation_docs.facts.values.prose import one_line

_SUM: Final = re.compile(r"[0-9a-f]{64}")


def parse_checksum(value: object) -> str:
    """A SHA-256 in hexadecimal; blanks between its digits are taken out."""
    text = one_line(value, longest=140).replace(" ", "").lower()
    if not _SUM.fullmatch(text):
        hint = "请用 negotiation-docs log --seal 写入，不要手工填写"
        raise refusal("checksum", "SHA-256是64位的十六进制数，这里写的不是", hint)
    return text


class Seal(Facts):
    """The SHA-256 of ``file`` as it was on the day ``taken``: whether it has changed since can be told for ever.

    >>> import negotiation_docs as nd
    >>> seal = nd.Seal.model_validate({"file": "录音.m4a", "sha256": "0" * 64, "taken": "2026-11-21"})
    >>> seal.file
    '录音.m4a'
    """

    file: Attachment = Field(title="文件")
    sha256: Annotated[str, Door(parse_checksum, {"type": "string", "pattern": "^[0-9a-fA-F ]{64,}$"}), NUMBER] = Field(
        title="SHA-256哈希值"
    )
    taken: Day = Field(title="计算日期")
