"""The jobs of the race: case files that differ from document to document in names, amounts and words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import yaml

_PEOPLE = 200
EXAMPLE = Path(__file__).parents[1] / "examples" / "zhou.yaml"
_FAMILY = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜"
    "崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔"
)
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂芝玉萍红玲芬燕彬鹏华慧巧美雅惠珠翠凤洁梅琳素云莲真环雪荣爱妹香"
    "月莺媛瑞凡佳嘉琼勤珍贞莉娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨"
    "瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思"
)
_PLACES = "东城西河海朝丰石门房通顺昌平大兴怀谷密云延庆和南开红桥津武清宝坻静蓟长裕新华赞皇"


@dataclass(frozen=True)
class Job:
    """``kinds`` of paper made from one case; ``periods`` of the plan; ``batch`` documents are timed in one round."""

    name: str
    label: str
    kinds: tuple[str, ...]
    periods: int
    batch: int

    def case(self, number: int) -> dict[str, Any]:
        """The facts of document ``number``."""
        return _case(number, self.periods, short=self.name == "letter")


PACKET = ("hardship_letter", "repayment_plan", "evidence_list", "confirmation_request")
JOBS = (
    Job("letter", "letter, 970 characters", ("hardship_letter",), 60, 40),
    Job("rows60", "plan, 60 rows", ("repayment_plan",), 60, 20),
    Job("rows360", "table, 360 rows", ("repayment_plan",), 360, 10),
    Job("packet", "packet, 4 papers", PACKET, 60, 8),
)


def job(name: str) -> Job:
    """The job called ``name``."""
    return next(job for job in JOBS if job.name == name)


def _case(number: int, periods: int, *, short: bool) -> dict[str, Any]:
    """The example with the facts of another borrower; amounts keep the plan affordable and of the same shape."""
    facts = deepcopy(_example())
    some = Random(number)
    debt = facts["debts"][0]
    facts["borrower"]["name"] = some.choice(_FAMILY) + "".join(some.sample(_GIVEN, 2))
    facts["borrower"]["address"] = f"北京市{''.join(some.sample(_PLACES, 2))}区示例街道{some.randrange(1, 400)}号"
    facts["borrower"]["phone"] = f"138{some.randrange(10**8):08}"
    debt["account"] = f"{some.randrange(10**4):04}"
    facts["evidence"][0]["issuer"] = f"示例{''.join(some.sample(_GIVEN, 2))}科技有限公司"
    debt["balance"]["principal"] = _yuan(some.randrange(70_000_00, 99_000_00))
    interest = _yuan(some.randrange(1_000_00, 9_000_00))
    debt["balance"]["interest"] = debt["balance"]["charges"][0]["amount"] = interest
    debt["proposal"]["periods"] = str(periods)
    if periods > 60:  # beyond what a card bank may grant
        _as_loan(debt)
    if short:
        _shortened(facts)
    return facts


def _shortened(facts: dict[str, Any]) -> None:
    """Leave out what would make the letter longer than a page in the plain look of the peers."""
    debt = facts["debts"][0]
    del facts["finances"]["essentials"][2:], facts["finances"]["other_debts"]
    del debt["contacts"], debt["agreement"], debt["paid_on_time"]


def _as_loan(debt: dict[str, Any]) -> None:
    debt["creditor"] |= {"name": "示例银行股份有限公司", "kind": "bank_loan"}
    debt["product"] = "个人贷款"
    for part in ("alternative", "valid_until"):
        debt["proposal"].pop(part)
    del debt["contacts"], debt["agreement"]


def _yuan(fen: int) -> str:
    return str(Decimal(fen) / 100)


def _example() -> dict[str, Any]:
    return yaml.load(EXAMPLE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def people(count: int) -> Iterator[dict[str, Any]]:
    """Facts for ``count`` letters, made quickly: some hundred people, again and again with other accounts."""
    known = [json.dumps(job("letter").case(number)) for number in range(min(count, _PEOPLE))]
    for number in range(count):
        facts = json.loads(known[number % _PEOPLE])
        facts["debts"][0]["account"] = f"{number:06}"
        yield facts
