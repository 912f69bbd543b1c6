"""What a person with one credit card answers to the questions of ``new``, and somebody who types it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pytest

DAY = date(2026, 11, 21)
"""When the answers are true: the plan in them has begun by the next year."""


def answered_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files that name no day be read as on ``DAY``, whenever the tests run."""
    monkeypatch.setattr("negotiation_docs.facts.reading.load.day_in_beijing", lambda: DAY)


FIRST = (
    ("您的姓名？", "周启明"),
    ("您的电话？", "13800138000"),
    ("您的通讯地址？", "北京市东城区示例街道1号"),
    ("您的电子邮箱？", ""),
    ("您的身份证号码？", ""),
)
REST = (
    ("欠谁的钱？", "示例银行股份有限公司信用卡中心"),
    ("它是哪一类？", "1"),
    ("是什么业务？", "信用卡"),
    ("卡号的最后四位", "4021"),
    ("最早没有按时还的一期", "2026年8月20日"),
    ("欠款数字是哪一天的？", "2026-11-20"),
    ("还欠本金", "86421.37"),
    ("利息多少元？", "3912.08"),
    ("违约金或罚息", "1260"),
    ("其他费用", "0"),
    ("从哪里看到的？", "手机银行欠款查询页"),
    ("还欠别家的钱吗？", ""),
    ("为什么不能按时还？", "失业"),
    ("从什么时候开始？", "2026年5月"),
    ("发生了什么？", "与原工作单位解除劳动合同"),
    ("还有别的原因吗？", ""),
    ("已经做了什么？", "停用该卡"),
    ("还做了别的吗？", ""),
    ("收支是到哪一天的？", "2026-11-20"),
    ("全家几口人？", "3"),
    ("有什么收入？", "工资"),
    ("每月多少元？", "8200"),
    ("还有别的收入吗？", ""),
    ("必要的支出？", "房租"),
    ("每月多少元？", "1800"),
    ("还有别的必要支出吗？", ""),
    ("这次不商量的欠款？", ""),
    ("有哪些能证明", "解除劳动合同证明书"),
    ("属于哪一类？", "3"),
    ("现在能交吗？", "1"),
    ("还有别的材料吗？", ""),
    ("哪些证明这个原因？", "1"),
    ("想怎样还？", "1"),
    ("分多少期", "60"),
    ("第一期哪一天还？", "2026-12-25"),
    ("为什么选这一天？", "工资于每月20日发放"),
    ("愿意承诺哪些？", "1 3"),
    ("请核对", ""),
)


class Scripted:
    """A person who types ``lines`` and then leaves."""

    def __init__(self, *lines: str) -> None:
        self.lines, self.heard = list(lines), list[str]()

    def say(self, words: str) -> None:
        self.heard.append(words)

    def ask(self, offered: Collection[str] = ()) -> str:
        del offered
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)

    @property
    def told(self) -> str:
        return "\n".join(self.heard)
