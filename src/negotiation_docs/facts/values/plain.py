"""The doors for yes and no, for counts, for short ids and for files that belong to a case."""

import re
from functools import partial
from pathlib import PurePosixPath
from typing import Annotated

from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.marks import INTERNAL, NUMBER, REFERENCE
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.facts.values.prose import one_line

YES = {"true", "yes", "on", "是", "有", "对"}
NO = {"false", "no", "off", "否", "无", "没有"}
_ID = re.compile(r"\w[\w\-]*")
_UNITS = "期个月人份页日天"


def parse_flag(value: object) -> bool:
    """``true``/``false``, ``yes``/``no``, 是/否; raises pydantic's custom error in Chinese."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.strip().lower()
        if word in YES:
            return True
        if word in NO:
            return False
    raise refusal("flag", f"应写“是”或“否”，现在是“{echo(value)}”", "请写 true 或 false，也可以写 是 或 否")


def parse_count(value: object, *, least: int, most: int) -> int:
    """A whole number between ``least`` and ``most``; 60期 and 第9期 are read, too."""
    if isinstance(value, str):
        digits = value.strip().removeprefix("第").rstrip(_UNITS).strip()
        if digits.isascii() and digits.isdigit() and len(digits) <= 9:
            value = int(digits)
    if isinstance(value, bool) or not isinstance(value, int):
        raise refusal("count", f"应是整数，现在是“{echo(value)}”", "请用阿拉伯数字写，不带小数")
    if not least <= value <= most:
        raise refusal("count_range", f"应在{least}和{most}之间，现在是“{echo(value)}”", "请核对这个数")
    return value


def parse_id(value: object) -> str:
    """A short name to refer to: letters (Chinese ones too), digits, ``-`` and ``_``, at most 40 characters."""
    text = one_line(value, longest=40)
    if any(mark in text for mark in "，、；"):
        raise refusal("id", f"“{echo(text)}”像是几个编号", "几个编号之间用半角逗号分开，放在方括号里，如 [a, b]")
    if not _ID.fullmatch(text):
        raise refusal("id", f"编号“{echo(text)}”里有不能用的字符", "编号只用字母、数字、汉字、“-”和“_”，如 bank1")
    return text


def parse_file(value: object, *, kinds: tuple[str, ...] = ()) -> str:
    """A path below the folder of the case file, with ``/`` between its parts; ``kinds`` limits the suffix."""
    text = one_line(value, longest=200).replace("\\", "/")
    path = PurePosixPath(text)
    if path.is_absolute() or ".." in path.parts or ":" in text:
        raise refusal(
            "file_path",
            "只能用案件文件所在文件夹里的文件",
            "请把文件放到案件文件旁边，写相对路径，如 evidence/证明.pdf",
        )
    if kinds and path.suffix.lower() not in kinds:
        raise refusal("file_kind", f"文件类型应是{'、'.join(kinds)}", "请把扫描件另存为PDF、JPG、PNG或TIFF")
    return str(path)


def _whole(least: int, most: int) -> Door:
    schema = {"type": ["integer", "string"], "minimum": least, "maximum": most}
    return Door(partial(parse_count, least=least, most=most), schema)


Flag = Annotated[bool, Door(parse_flag, {"type": "boolean"})]
"""Yes or no."""
Count = Annotated[int, _whole(0, 9999)]
"""A whole number, zero allowed."""
Periods = Annotated[int, _whole(1, 600)]
"""A number of instalments, or the number of one."""
Ordinal = Annotated[int, _whole(1, 9999)]
"""A whole number from one."""
Id = Annotated[str, Door(parse_id, {"type": "string", "maxLength": 40}), INTERNAL]
"""A short name inside the case file."""
Evidence = Annotated[tuple[Id, ...], REFERENCE]
"""The ids of the papers that prove a fact."""
Attachment = Annotated[str, Door(parse_file, {"type": "string"}), NUMBER]
"""Any file below the folder of the case file."""
SCANS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic")
"""Suffixes of what can be laid on sheets."""
Scan = Annotated[
    str,
    Door(
        partial(parse_file, kinds=SCANS),
        {"type": "string", "pattern": r"(?i)\.(pdf|jpe?g|png|tiff?|heic)$"},
    ),
    INTERNAL,
]
"""A scan (pdf, jpg, png, tiff; heic where its extra is installed) below the folder of the case file."""
