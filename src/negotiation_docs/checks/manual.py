"""The page of rules, made from the tables: ``python -m negotiation_docs.checks.manual > docs/checks.md``."""

from __future__ import annotations

import sys

from negotiation_docs.checks.glyphs import WORDS
from negotiation_docs.checks.rule import all_words, figure_words
from negotiation_docs.errors import SEVERITY_LABELS

HEAD = """# 检查规则

`negotiation-docs check` 一次列出全部发现，按案件文件的顺序排列。\
错误：这份文书不能生成；提醒：能生成，但请先看一看；提示：下一步可以做什么。

规则编号不变，可以在程序里使用；花括号里的内容由程序填写。\
本页由 `python -m negotiation_docs.checks.manual` 生成。

- `missing.…`：某份文书缺少的事实。起草时（`--draft`）只豁免这一类。
- `limitation`：唯一可以由本人确认后继续的一项（`limitation_risk_accepted: true` 或 `--acknowledge limitation`）。\
算错的数字、不能引用的规定，任何人都不能放行。
- 明细与合计不符、编号含账号数字、待补材料没有日期等格式问题，在读取案件时就会报告。

| 规则 | 程度 | 发现 | 怎么办 |
|---|---|---|---|
"""


def manual() -> str:
    """The whole page."""
    rows = (
        f"| `{words.id}` | {SEVERITY_LABELS[words.severity]} | {words.message} | {words.hint} |\n"
        for words in (*all_words().values(), WORDS, *figure_words().values())
    )
    return HEAD + "".join(rows)


if __name__ == "__main__":
    sys.stdout.write(manual())
