"""Who writes a template is told everything that is wrong with it at once, by file and line, with what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.catalogue.shelf import shipped
from tests.packaging.snippets import ROOT
from tests.read.some import some

ZHOU = ROOT / "examples/zhou.yaml"
HEAD = """---
title: 通知
number: 900
order: 900
audience: creditor
needs: []
traits: [letter]
---
<h1>{{ title }}</h1>
"""


def own(folder: Path, body: str, head: str = HEAD) -> tuple[nd.TemplateFinding, ...]:
    """What is found in a folder with one template."""
    (folder / "zh").mkdir(exist_ok=True)
    (folder / "zh/notice.html").write_text(head + body, encoding="utf-8")
    return nd.check_templates(folder)


def test_nothing_is_found_in_the_shipped_templates(tmp_path):
    shutil.copytree(shipped(), tmp_path, dirs_exist_ok=True)
    for shared in some(tmp_path.rglob("_*.html")):
        shared.unlink()
    assert nd.check_templates(tmp_path, nd.load(ZHOU)) == ()


def test_all_is_told_at_once_by_line(tmp_path):
    found = own(tmp_path, "<p>【姓名】{{ aplicant.name }}</p>\n<p>{{ creditor.nme }}{{ 3 * 4 }}</p>\n<p>＿＿＿＿</p>\n")
    assert [(each.line, each.message) for each in found] == [
        (10, "“【姓名】”像是留着填写的空，会照样印出来"),
        (10, "没有“aplicant”这个名称"),
        (11, "“creditor”没有“nme”这一项"),
        (11, "不能在模板里做乘法，数字请在程序中算好"),
        (12, "“＿＿＿＿”像是留着填写的空，会照样印出来"),
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>{{ aplicant.name }}</p>", "是不是 applicant？"),
        ("<p>{{ creditor.nme }}</p>", "是不是 name？"),
        ("{% for cause in causes %}<p>{{ cause.labl }}</p>{% endfor %}", "是不是 label？"),
        ("{% set you = creditor %}<p>{{ you.honorifc }}</p>", "是不是 honorific？"),
        ("<p>{{ facts.debt.acount }}</p>", "字段的名称见"),
        ("<p>{{ title|mony }}</p>", "没有“mony”这个过滤器"),
        ("<p>{% if title %}</p>", "“if”没有结束"),
        ("<p>依据《民法典》第五百四十三条，</p>", "规定“《民法典》第五百四十三条”是直接写的"),
        ("<p>按照第五百七十七条办理</p>", "规定“第五百七十七条”是直接写的"),
        ("<p>{姓名}</p>", "“{姓名}”只有一层大括号"),
        ("<p>[金额]</p>", "“[金额]”像是留着填写的空"),
        ("<p>××银行</p>", "“××”像是没有换掉的样例"),
        ("<p>某某银行</p>", "“某某”像是没有换掉的样例"),
        ('{% from "other.html" import x %}', "只能引用随软件提供的公用模板"),
        ("<p>{{ (" * 70 + "1" + ")" * 70 + " }}</p>", ""),
    ],
)
def test_each_kind_of_mistake_is_found(tmp_path, body, said):
    assert said in "\n".join(map(str, some(own(tmp_path, body))))


@pytest.mark.parametrize(
    "body",
    [
        "{% set n = 1 %}<p>{{ n }}</p>",
        "{% macro say(what) %}<p>{{ what.anything }}</p>{% endmacro %}{{ say(creditor) }}",
        '{% from "_common.html" import salutation %}{{ salutation(creditor) }}',
        "{% for cause in causes %}<p>{{ loop.index }}{{ cause.label }}</p>{% endfor %}",
        "{% with who = applicant.name %}<p>{{ who }}</p>{% endwith %}",
        "{% for a, b in [(1, 2)] %}<p>{{ a }}{{ b }}</p>{% endfor %}",
        "<p>{{ facts.debt.account }}{{ heads.item }}{{ papers.evidence_list.title }}</p>",
        "<p>{{ creditor.you }}，本月12日还款500.00元。</p>",
        "<p>【待填：姓名】</p>",
    ],
)
def test_what_is_right_is_no_finding(tmp_path, body):
    assert own(tmp_path, body) == ()


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (HEAD.replace("title: 通知\n", ""), "头部没有 title"),
        (HEAD.replace("title: 通知\n", f"title: 通知\n# {'长' * 8001}\n"), "：头部超过8000字"),
        (HEAD.replace("traits: [letter]\n", ""), "traits 没有写明"),
        (HEAD.replace("[letter]", "[lettre]"), "lettre"),
        (HEAD.replace("number: 900", "number: 10"), "number 都是10"),
        ("", "没有头部"),
    ],
)
def test_heads_are_read_as_the_papers_are(tmp_path, head, said):
    assert said in "\n".join(map(str, some(own(tmp_path, "<p>一</p>", head))))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("readme.txt", "模板只放在 zh 和 en 两个文件夹里"),
        ("zh/notes.txt", "模板是 .html 文件"),
        ("zh/_common.html", "公用的句子只取自带的"),
        ("zh/通知.html", "文件名要用小写英文字母"),
        ("zh/nothing.short.html", "附属的文书 nothing 没有模板"),
    ],
)
def test_a_file_that_no_paper_is_made_from_is_told(tmp_path, name, said):
    own(tmp_path, "<p>一</p>")
    (tmp_path / name).write_text("x", encoding="utf-8")
    (found,) = nd.check_templates(tmp_path)
    assert found.file == name
    assert said in found.message


def test_what_only_shows_in_print_is_found_with_a_case(tmp_path):
    assert own(tmp_path, "<table><p>一</p></table>") == ()
    (found, *_) = some(nd.check_templates(tmp_path, nd.load(ZHOU)))
    assert (found.file, found.line) == ("zh/notice.html", 10)


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(nd.TemplateError):
        nd.check_templates(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "body", [f"<p>{{{{ {'9' * 5000} }}}}</p>", "{% autoescape false %}<p>a</p>{% endautoescape %}"]
)
def test_what_jinja_itself_trips_over_is_told(tmp_path, body):
    assert own(tmp_path, body)
