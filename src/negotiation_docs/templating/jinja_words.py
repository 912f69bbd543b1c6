"""Jinja's complaints about a template's syntax, in Chinese; they quote the template and never a fact."""

from __future__ import annotations

import re
from typing import Final

_BLOCK = r".*innermost block that needs to be closed is '(\w+)'\."
# A complaint → what to do, with the words it quotes.
_COMPLAINTS: Final = (
    (r"Unexpected end of template\." + _BLOCK, "“{0}”没有结束，后面少了 {{% end{0} %}}"),
    (r"Encountered unknown tag '(\w+)'\." + _BLOCK, "这里不能写“{0}”：前面的“{1}”还没有结束，少了 {{% end{1} %}}"),
    (r"Encountered unknown tag '(\w+)'\.?.*", "没有“{0}”这种写法，或者它前面少了开头"),
    (
        r"expected token 'end of (?:print statement|statement block)', got '(.+)'",
        "“{0}”的位置不对，检查它前面是否少了什么",
    ),
    (r"unexpected end of template.*|unexpected 'end of template'", "大括号没有成对"),
    (r"unexpected char \"'\" at \d+|unexpected char '\"' at \d+", "引号没有成对"),
    (r"unexpected char '([^\x00-\x7f])' at \d+", "不能用全角的 {0} ，请改用半角符号"),
    (r"unexpected (?:char )?'(.+?)'.*", "“{0}”的位置不对"),
    (r"Expected an expression, got .+", "这里少了名称或内容"),
    (r"expected token 'in', got .+", "循环写成 {{% for 名称 in 列表 %}}"),
    (r"expected name or number|expected token 'name', got .+", "这里少了名称"),
    (r"Missing end of (?:comment tag|raw directive)", "说明没有结束，少了 #}}"),
)


def in_chinese(complaint: str) -> str:
    """What the complaint means; an unknown one is quoted."""
    for pattern, words in _COMPLAINTS:
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            return words.format(*found.groups())
    return f"Jinja 语法有误（{complaint}）"
