"""The page of rules, made from the tables: ``python -m negotiation_docs.checks.manual > docs/checks.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from negotiation_docs.checks import glyphs, lapsed
from negotiation_docs.checks.rule import Words, all_words, figure_words, loading_words, word_words
from negotiation_docs.errors import SEVERITY_LABELS

HEAD = """# 检查规则

`negotiation-docs check` 一次列出全部发现，按案件文件的顺序排列。\
错误：这份文书不能生成；提醒：能生成，但请先看一看；提示：下一步可以做什么。

规则编号不变，可以在程序里使用；每个编号有一页说明，命令行里是 `negotiation-docs explain 编号`。\
花括号里的内容由程序填写。\
本页由 `python -m negotiation_docs.checks.manual` 生成。

- `missing.…`：某份文书缺少的事实。起草时（`--draft`）只豁免这一类。
- `debt.settled`：债务已结清，不再生成承认欠款或者提出还款的文书；其他文书不受影响。
- `limitation`、`litigation`、`jurisdiction`：可以由本人确认后继续的三项。时效写 `limitation_risk_accepted: true` \
或 `--acknowledge limitation`，已进入法律程序的写 `--acknowledge litigation`，\
应诉答辩的写 `--acknowledge jurisdiction`；支付令要先逐项答复。\
算错的数字、不能引用的规定，任何人都不能放行。

## 读取案件时

`load` 一次报告文件里全部写法上的错误；改正之后才检查内容。都是错误。

"""

CHECKS = """
## 检查内容时

"""

WORD = """
## 填写 Word 文件时

`template from` 和 `template fill` 看自己的 Word 文件和对照表，见[把自己的 Word 文件当模板](word-letters.zh.md)；\
错误改正以前不填，提醒不拦。

"""

TABLE = """| 规则 | 程度 | 发现 | 怎么办 |
|---|---|---|---|
"""


def manual() -> str:
    """The whole page."""
    checks = (*all_words().values(), glyphs.WORDS, lapsed.WORDS, *figure_words().values())
    return HEAD + _table(loading_words().values()) + CHECKS + _table(checks) + WORD + _table(word_words().values())


def _table(rules: Iterable[Words]) -> str:
    rows = (_row(each) for each in rules)
    return TABLE + "".join(rows)


def _row(rule: Words) -> str:
    name = f"[`{rule.id}`](problems/{rule.id}.zh.md)"
    return f"| {name} | {SEVERITY_LABELS[rule.severity]} | {rule.message} | {rule.hint} |\n"


if __name__ == "__main__":
    sys.stdout.write(manual())
