"""Layout white space of a template collapses; white space of a fact does not."""

from __future__ import annotations

import pytest

from negotiation_docs.templating.markup import parse
from negotiation_docs.tree import LineBreak, Paragraph, Text, plain

HOSTILE = [
    "甲  乙", " 前后 ", "a  b\tc", "& < > \" '", "&amp;&lt;", "`x` **x** # |", "{{ 7*7 }}", "{% if x %}",
    "<img src=/etc/hostname>", "&#10;&#32;", "\ue000\ue001", "𬭎", "欧阳𬭎", "\u3000\u3000", "a\u00a0b",
    "😀", "\u202e反", "字" * 10_000, "<?zh/paper.html:3?>", "</p><p>",
]  # fmt: skip


def content(html: str, lang: str = "zh") -> str:
    (block,) = parse(html, template="x", lang=lang)
    return plain(block.content)


def test_a_line_break_between_chinese_characters_vanishes():
    assert content("<p>\n  本人因\n    失业，\n  无力\n  偿还。\n</p>") == "本人因失业，无力偿还。"


def test_a_line_break_between_latin_words_is_one_blank():
    assert content("<p>Zhou\n   Qiming</p>") == "Zhou Qiming"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("欠款 86,421.37 元", "欠款86,421.37元"),
        ("金额\n1,000.00", "金额1,000.00"),
        ("1,000.00\n元", "1,000.00元"),
        ("他说 “是” 。", "他说“是”。"),
        ("见 —— 附件", "见——附件"),
        ("第 <strong> 一 </strong> 条", "第一条"),
        ("José María", "José María"),
        ("A <strong>B</strong> C", "A B C"),
        ("甲 <br> 乙", "甲\n乙"),
        ("第1页&#32;共3页", "第1页 共3页"),
        ("甲\u3000乙", "甲\u3000乙"),
    ],
)
def test_a_chinese_paper_has_no_blank_beside_a_full_width_character(html, expected):
    assert content(f"<p>{html}</p>") == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Zhou Qiming (周启明)\n of Beijing", "Zhou Qiming (周启明) of Beijing"),
        ("the letter 周启明\nsigned", "the letter 周启明 signed"),
        ("中\n文", "中文"),
    ],
)
def test_an_english_paper_keeps_the_blank_beside_a_chinese_word(html, expected):
    assert content(f"<p>{html}</p>", "en") == expected


def test_a_blank_before_strong_text_belongs_to_the_plain_run():
    assert parse("<p>a <strong>b</strong> c</p>", template="x") == (
        Paragraph((Text("a "), Text("b", strong=True), Text(" c"))),
    )


def test_jinja_tags_may_be_padded_anywhere(words):
    source = """
    <p>
      本人
      {% if ill %} 因病 {% else %} 因故 {% endif %}
      无力偿还 {{ amount }} 元，
      {% for day in days %} {{ day }} {% if not loop.last %} 、 {% endif %} {% endfor %} 。
    </p>
    """
    view = {"ill": True, "amount": "86,421.37", "days": ("一", "二")}
    assert words(source, view) == "本人因病无力偿还86,421.37元，一、二。"


@pytest.mark.parametrize("fact", HOSTILE)
def test_a_fact_arrives_verbatim(words, fact):
    assert words("<p>前{{ fact }}后</p>", {"fact": fact}) == f"前{fact}后"
    assert words("<p>{{ fact }}</p>", {"fact": fact}) == fact


@pytest.mark.parametrize("fact", HOSTILE)
def test_a_fact_arrives_verbatim_through_macros_joins_and_conditions(words, fact):
    source = (
        "{% macro name(x) %}<strong>{{ x }}</strong>{% endmacro %}{% macro wrap() %}{{ caller() }}{% endmacro %}"
        "{% set kept %}{{ fact }}{% endset %}"
        '<p>{{ name(fact) }}|{{ fact ~ "|" ~ fact }}|{{ "|" + fact }}|'
        '{{ name(fact) ~ fact }}|{{ [fact, fact]|join("、") }}'
        "|{% call wrap() %}{{ fact }}{% endcall %}|{{ kept }}|{{ fact if fact else none }}</p>"
    )
    expected = f"{fact}|{fact}|{fact}||{fact}|{fact}{fact}|{fact}、{fact}|{fact}|{fact}|{fact}"
    assert words(source, {"fact": fact}) == expected


def test_a_line_break_in_a_fact_is_a_line_break_of_the_paragraph(render):
    assert render("<p>{{ fact }}</p>", {"fact": "甲\n乙"}) == (Paragraph((Text("甲"), LineBreak(), Text("乙"))),)


def test_a_fact_cannot_become_an_attribute(render):
    from negotiation_docs.errors import TemplateError

    with pytest.raises(TemplateError) as caught:
        render('<p class="{{ fact }}">甲</p>', {"fact": 'note" onclick="x'})
    assert str(caught.value).startswith("模板 zh/paper.html 第1行“甲”附近：<p> 没有这个类；可用的类：")
