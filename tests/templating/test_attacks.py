"""Hostile templates: each attack ends in a TemplateError that says why, quickly, and shows nothing of the facts."""

from __future__ import annotations

import time
from collections import namedtuple
from decimal import Decimal
from enum import Enum

import pytest
from msgspec import Struct

from negotiation_docs.errors import FactsError, TemplateError
from negotiation_docs.facts import Case

SECRET = "110101199001011237"


class Debt(Struct, frozen=True):
    """A record as the views use them."""

    account: str = SECRET
    _hidden: str = SECRET

    def settle(self) -> str:
        raise AssertionError("a template called a method")

    @property
    def tail(self) -> str:
        return self.account[-4:]


class Open(Struct):
    """Not frozen, so no data for a template."""

    account: str = SECRET


class Cause(Enum):
    ILLNESS = "illness"

    @property
    def label(self) -> str:
        return "疾病"


class Caller:
    def __call__(self) -> str:
        raise AssertionError("a template called an object")


def allowed() -> str:
    return "好"


VIEW = {
    "name": "周启明",
    "debt": Debt(),
    "open": Open(),
    "cause": Cause.ILLNESS,
    "point": namedtuple("Point", "x")(1),
    "plain": {"a": "甲", "items": "键"},
    "list": ("甲", "乙"),
    "many": tuple(range(1000)),
    "amount": Decimal("1.10"),
    "price": 1.5,
    "empty": None,
    "cls": Debt,
    "method": Debt().settle,
    "object": Caller(),
    "module": time,
}
LISTED = "可用：capitalize first items join joined last length lower trim upper"
ONLY_CALLS = "模板只能调用宏和文书提供的函数"
ONLY_SHARED = '只能引用随软件提供的公用模板，直接写出名称，如 "_base.html"'
NOT_THERE = "；只能使用文书提供的数据，可先用 is defined 判断"
NO_MORE = "模板的循环或输出过多，已停止"

ATTACKS = {
    # filters
    "{{ name|safe }}": f"没有“safe”这个过滤器；{LISTED}",
    "{{ debt|attr('settle') }}": f"没有“attr”这个过滤器；{LISTED}",
    "{{ '%s'|format(name) }}": f"没有“format”这个过滤器；{LISTED}",
    "{{ plain|xmlattr }}": f"没有“xmlattr”这个过滤器；{LISTED}",
    "{{ 'javascript:x'|urlize }}": f"没有“urlize”这个过滤器；{LISTED}",
    "{{ debt|pprint }}": f"没有“pprint”这个过滤器；{LISTED}",
    "{{ debt|tojson }}": f"没有“tojson”这个过滤器；{LISTED}",
    "{{ list|map(attribute='__class__')|join }}": f"没有“map”这个过滤器；{LISTED}",
    "{{ name|center(10000000) }}": f"没有“center”这个过滤器；{LISTED}",
    "{{ name|replace('', 'x') }}": f"没有“replace”这个过滤器；{LISTED}",
    "{{ missing|default('') }}": f"没有“default”这个过滤器；{LISTED}",
    "{% if false %}{{ name|safe }}{% endif %}": f"没有“safe”这个过滤器；{LISTED}",
    "{% filter safe %}<b>{% endfilter %}": "不能使用 {% filter %}，请把过滤器写在 {{ … }} 里",
    "{% set x|safe %}<b>{% endset %}": f"没有“safe”这个过滤器；{LISTED}",
    "{% if name is callable %}{% endif %}": (
        "没有“callable”这个判断；可用：defined even false none number odd string true undefined"
    ),
    # attributes and calls
    "{{ debt.settle() }}": "模板不能使用“settle”",
    "{{ debt['settle']() }}": "模板不能使用“settle”",
    "{{ debt.__class__ }}": "不能使用以下划线开头的“__class__”",
    "{{ debt['__class__'] }}": "模板不能使用“__class__”",
    "{{ debt['_hid' ~ 'den'] }}": "模板不能使用“_hidden”",
    "{{ debt._hidden }}": "不能使用以下划线开头的“_hidden”",
    "{{ open.account }}": "模板不能使用“account”",
    "{{ name.upper() }}": "模板不能使用“upper”",
    "{{ 'x'.format() }}": "模板不能使用“format”",
    "{{ '{0.__class__}'.format(debt) }}": "模板不能使用“format”",
    "{{ name.join }}": "模板不能使用“join”",
    "{{ plain.items() }}": ONLY_CALLS,
    "{{ plain.keys() }}": "没有“keys”" + NOT_THERE,
    "{{ list.index('甲') }}": "模板不能使用“index”",
    "{{ amount.real }}": "模板不能使用“real”",
    "{{ cause.value }}": "没有“value”" + NOT_THERE,
    "{{ case.model_dump() }}": "模板不能使用“model_dump”",
    "{{ case.model_fields_set }}": "模板不能使用“model_fields_set”",
    "{{ method() }}": ONLY_CALLS,
    "{{ object() }}": ONLY_CALLS,
    "{{ cls() }}": ONLY_CALLS,
    "{{ cls.tail }}": "没有“tail”" + NOT_THERE,
    "{{ module.sleep(9) }}": "没有“sleep”" + NOT_THERE,
    "{{ allowed.__globals__ }}": "不能使用以下划线开头的“__globals__”",
    "{{ allowed['__globals__'] }}": "模板不能使用“__globals__”",
    "{{ allowed }}": "只能打印文字和整数，列表和对象请逐项写出",
    "{{ allowed(*list) }}": "调用时不能使用 * 或 **",
    "{% macro m() %}{% endmacro %}{{ m.name }}": "没有“name”" + NOT_THERE,
    "{% for x in list %}{{ loop.cycle('a') }}{% endfor %}": "模板不能使用“cycle”",
    "{% block b %}{{ self.b() }}{% endblock %}": "没有“b”" + NOT_THERE,
    "{% block b %}{{ super() }}{% endblock %}": "没有上一级的内容（super）",
    # Jinja's own names
    "{{ range(9) }}": "没有“range”" + NOT_THERE,
    "{{ lipsum() }}": "没有“lipsum”" + NOT_THERE,
    "{{ cycler('a') }}": "没有“cycler”" + NOT_THERE,
    "{{ joiner() }}": "没有“joiner”" + NOT_THERE,
    "{{ dict() }}": "没有“dict”" + NOT_THERE,
    "{% set ns = namespace() %}": "没有“namespace”" + NOT_THERE,
    "{% set debt.account = 1 %}": "不能给名称里的成员赋值",
    "{% autoescape false %}{{ name }}{% endautoescape %}": "不能改动自动转义（autoescape）",
    "{{ _x }}": "名称“_x”不能以下划线开头",
    "{% macro _m() %}{% endmacro %}": "名称“_m”不能以下划线开头",
    # what may be printed
    "<p>{{ none }}</p>": "空值（None）不能打印，请先判断",
    "<p>{{ empty }}</p>": "空值（None）不能打印，请先判断",
    "<p>{{ empty ~ 'x' }}</p>": "空值（None）不能打印，请先判断",
    "<p>{{ list }}</p>": "只能打印文字和整数，列表和对象请逐项写出",
    "<p>{{ plain }}</p>": "只能打印文字和整数，列表和对象请逐项写出",
    "<p>{{ debt }}</p>": "只能打印文字和整数，列表和对象请逐项写出",
    "<p>{{ true }}</p>": "是否值不能打印，请用 {% if %}",
    "<p>{{ amount }}</p>": "金额或比例请先用过滤器写成文字",
    "<p>{{ price }}</p>": "小数（float）不能打印，金额请先用过滤器写成文字",
    "<p>{{ cause }}</p>": "选项请先用过滤器 label 写成文字",
    "<p>{{ cause.label }}</p>": "模板不能使用“label”",
    "<p>{{ missing }}</p>": "没有“missing”" + NOT_THERE,
    "<p>{{ debt.missing }}</p>": "没有“missing”；这里有 account，可先用 is defined 判断",
    "<p>{{ list[9] }}</p>": "没有这个名称或序号" + NOT_THERE,
    "<p>{{ plain[name] }}</p>": "没有这个名称或序号" + NOT_THERE,
    "<p>{{ 'x' if false }}</p>": "条件不成立时没有可写的内容，请补上 else",
    # arithmetic
    "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}": "调用宏的参数不对（macro 'm' takes not more than 1 argument(s)）",
    "{% for a, b in list %}{% endfor %}": "执行时出错（ValueError）",
    "{{ 2 * 3 }}": "不能在模板里做乘法，数字请在程序中算好",
    "{{ 'x' * 300000000 }}": "不能在模板里做乘法，数字请在程序中算好",
    "{{ 9 ** 9 ** 9 }}": "不能在模板里做乘方，数字请在程序中算好",
    "{{ 1 / 0 }}": "不能在模板里做除法，数字请在程序中算好",
    "{{ 1 // 0 }}": "不能在模板里做除法，数字请在程序中算好",
    "{{ '%0300000000d' % 1 }}": "不能在模板里使用 %，数字和格式请在程序中处理好",
    "{{ amount + 1 }}": "“+”只能用于整数或文字，金额和日期请在程序中算好",
    "{{ name - 1 }}": "“-”只能用于整数或文字，金额和日期请在程序中算好",
    # reaching out
    "{% include '/etc/hostname' %}": ONLY_SHARED,
    "{% include '../../../etc/hostname' %}": ONLY_SHARED,
    "{% include 'hardship_letter.html' %}": ONLY_SHARED,
    "{% include '../zh/_common.html' %}": ONLY_SHARED,
    "{% include name %}": ONLY_SHARED,
    "{% include ['_common.html'] %}": ONLY_SHARED,
    "{% extends '..' %}": ONLY_SHARED,
    "{% import '_a.html/../x.html' as x %}": ONLY_SHARED,
    "{% from '_missing.html' import x %}": "找不到模板 zh/_missing.html",
    "{% include '_missing.html' ignore missing %}": "不能使用 ignore missing",
    "{% for x in list %}{% include '_common.html' %}{% endfor %}": "引用公用模板的语句请放在模板最外层",
    # bombs
    "{% for a in many %}{% for b in many %}{% for c in many %}{% endfor %}{% endfor %}{% endfor %}": NO_MORE,
    "{% for a in many %}{% for b in many if false %}{% endfor %}{% endfor %}": NO_MORE,
    "{% macro f(n) %}{{ f(n - 1) ~ f(n - 1) if n else '' }}{% endmacro %}{{ f(50) }}": NO_MORE,
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}": "嵌套或递归过深",
    "{% macro f(x, n) %}{{ f(x ~ x, n - 1) if n else x }}{% endmacro %}<p>{{ f('xxxx', 60) }}</p>": (
        "模板拼接的文字超过200000字"
    ),
    "{% for a in many %}" + "字" * 30_000 + "{% endfor %}": NO_MORE,
    "{% macro f() %}" + "字" * 30_000 + "{% endmacro %}{% for a in many %}{{ f() }}{% endfor %}": NO_MORE,
    "{% for x in list recursive %}{{ loop(list) }}{% endfor %}": "不能使用递归循环（recursive）",
    "{{ " + "not " * 100 + "x }}": "嵌套超过60层",
    "{{ " + "(" * 5_000 + "x }}": "嵌套或递归过深",
    "{{ " + "9" * 5_000 + " }}": "执行时出错（ValueError）",
    "{{ x" + ".a" * 20_000 + " }}": "嵌套超过60层",
    "{% raw %}<?zh/paper.html:9?>{% endraw %}": "不能使用 <? … ?>",
    "{% debug %}": "没有“debug”这种写法，或者它前面少了开头",
    "{{ 'open": "引号没有成对",
}


@pytest.mark.parametrize("source", ATTACKS, ids=[source[:60] for source in ATTACKS])
def test_an_attack_ends_in_an_error_that_says_why(render, source):
    view = {**VIEW, "case": Case.model_construct()}
    started = time.process_time()
    with pytest.raises(TemplateError) as caught:
        render(source, view, functions={"allowed": allowed})
    message = str(caught.value)
    assert message.partition("：")[2] == ATTACKS[source]
    assert message.startswith("模板 zh/paper.html")
    assert SECRET not in message
    assert time.process_time() - started < 3
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_what_is_plain_data_can_be_read(words):
    source = (
        "<p>{{ debt.tail }}{{ debt['tail'] }}{{ point.x }}{{ plain.a }}"
        "{{ plain['items'] }}{{ list[1] }}"
        "{% for k, v in plain|items %}{{ k }}{{ v }}{% endfor %}{% for x in list %}{{ loop.index }}{{ x }}{% endfor %}"
        "{{ list|length }}{{ list|first }}{{ list|last }}{{ 'ab'|upper }}{{ 'AB'|lower }}{{ 'ab'|capitalize }}"
        "{{ ' x '|trim }}{{ name[0] }}{{ name[1:] }}{{ allowed() }}{{ 1 + 2 - 1 }}{{ (list + list)|length }}</p>"
    )
    assert words(source, VIEW, functions={"allowed": allowed}) == (
        "123712371甲键乙a甲items键1甲2乙2甲乙ABabAbx周启明好24"
    )


@pytest.mark.parametrize("name", ["upper", "lower", "capitalize", "trim", "first", "last", "join", "items"])
def test_a_filter_refuses_markup_so_that_no_tag_is_cut_in_two(render, name):
    with pytest.raises(TemplateError, match=r"这个过滤器只能用于|items 只能用于对照表"):
        render("{% macro m() %}<p>甲</p>{% endmacro %}{{ m()|" + name + " }}")


def test_a_function_is_only_callable_in_the_rendering_it_was_given_to(render):
    source = "<p>{{ give() }}</p>"
    assert render(source, functions={"give": lambda: "甲"})
    with pytest.raises(TemplateError, match="没有“give”"):
        render(source)
    with pytest.raises(TemplateError, match="模板只能调用宏和文书提供的函数"):
        render(source, {"give": lambda: "甲"})


def test_errors_the_house_raises_on_purpose_pass_through(render):
    def refuse():
        raise FactsError([])

    with pytest.raises(FactsError):
        render("<p>{{ f() }}</p>", functions={"f": refuse})


def test_an_accident_in_a_function_shows_its_kind_and_no_fact(render):
    def fail():
        raise KeyError(SECRET)

    with pytest.raises(TemplateError) as caught:
        render("<p>\n{{ f() }}</p>", functions={"f": fail})
    assert str(caught.value) == "模板 zh/paper.html 第2行：执行时出错（KeyError）"


def test_a_fact_of_the_view_is_not_shown_as_the_nearest_text(render):
    with pytest.raises(TemplateError) as caught:
        render("<p>户名{{ name }}，证件{{ id }}</p>\n\n<b>", {"name": "周启明", "id": SECRET})
    assert str(caught.value).startswith("模板 zh/paper.html 第3行“户名…，证件…”附近：不认识的标签 <b>")


def test_a_function_that_counts_its_calls_is_not_called_again_to_locate_an_error(render):
    numbers = iter("一二")
    with pytest.raises(TemplateError) as caught:
        render("<p>{{ n() }}、</p>\n<p>{{ n() }}、乙</p>\n<b>", functions={"n": lambda: next(numbers)})
    assert str(caught.value).startswith("模板 zh/paper.html 第3行“…、…、乙”附近：不认识的标签 <b>")
