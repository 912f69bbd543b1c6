"""The HTML subset: what it becomes, and what is refused with which words."""

from __future__ import annotations

import pytest

from negotiation_docs.errors import TemplateError
from negotiation_docs.templating.markup import CHILDREN, TAGS, parse
from negotiation_docs.tree import (
    Cell,
    Heading,
    ItemList,
    LineBreak,
    ListItem,
    Paragraph,
    Role,
    Row,
    Section,
    SectionRole,
    Table,
    Text,
    lines,
    plain,
)


def tree(html: str):
    return parse(html, template="zh/paper.html")


def refusal(html: str) -> str:
    with pytest.raises(TemplateError) as caught:
        tree(html)
    return str(caught.value)


def test_headings_have_levels():
    assert tree("<h1>题</h1><h2>一</h2><h3>（一）</h3>") == (
        Heading(1, (Text("题"),)),
        Heading(2, (Text("一"),)),
        Heading(3, (Text("（一）"),)),
    )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.BODY])
def test_every_role_is_a_class_of_a_paragraph(role):
    assert tree(f'<p class="{role.value}">甲</p>') == (Paragraph((Text("甲"),), role),)


@pytest.mark.parametrize("role", list(SectionRole))
def test_every_section_role_is_a_class_of_a_section(role):
    start = f'<section class="{role.value}">' if role.value else "<section>"
    assert tree(f"{start}<p>甲</p></section>") == (Section((Paragraph((Text("甲"),)),), role),)


def test_numbers_of_an_ordered_list_are_text_and_skip_dropped_items():
    assert tree('<ol><li>甲</li><li> </li><li class="checkbox">乙</li></ol>') == (
        ItemList((ListItem("1.", (Text("甲"),)), ListItem("2.", (Text("乙"),), checkbox=True)), ordered=True),
    )


def test_an_unordered_list_has_empty_labels():
    assert tree("<ul><li>甲</li></ul>") == (ItemList((ListItem("", (Text("甲"),)),), ordered=False),)


def test_strong_text_is_its_own_run_and_neighbours_of_one_kind_are_merged():
    assert tree("<p>甲<strong>乙</strong><strong>丙</strong>丁&amp;戊</p>") == (
        Paragraph((Text("甲"), Text("乙丙", strong=True), Text("丁&戊"))),
    )


def test_a_line_break_stands_between_runs_and_vanishes_at_the_ends():
    assert tree("<p><br>甲<br/>乙<br></p>") == (Paragraph((Text("甲"), LineBreak(), Text("乙"))),)


def test_a_table_has_head_body_and_foot():
    blocks = tree(
        "<table><caption>表</caption><thead><tr><th>项目</th><th class='x'>金额</th></tr></thead></table>".replace(
            "'x'", '"number"'
        ).replace(
            "</table>",
            '<tbody><tr><td>房租</td><td class="number">1.00</td></tr></tbody>'
            '<tfoot><tr><td colspan="2" class="center checkbox">合计</td></tr></tfoot></table>',
        )
    )
    assert blocks == (
        Table(
            (Text("表"),),
            (Row((Cell((Text("项目"),), header=True), Cell((Text("金额"),), header=True, number=True))),),
            (Row((Cell((Text("房租"),)), Cell((Text("1.00"),), number=True))),),
            (Row((Cell((Text("合计"),), center=True, checkbox=True, colspan=2),)),),
        ),
    )


def test_rows_straight_in_a_table_and_several_bodies_are_its_body():
    (table,) = tree("<table><tbody><tr><td>甲</td></tr></tbody><tr><td>乙</td></tr><tr><td></td></tr></table>")
    assert [cell.content for row in table.body for cell in row.cells] == [(Text("甲"),), (Text("乙"),), ()]


@pytest.mark.parametrize("html", ["<p></p>", "<p> \n </p>", "<ol><li></li></ol>", "<ul></ul>", "<p><br></p>"])
def test_what_a_condition_left_empty_is_dropped(html):
    assert tree(f"<section>{html}</section>{html}<p>甲</p>") == (Paragraph((Text("甲"),)),)


P = "salutation closing regards signature fingerprint date note attachments contact checkbox long"
PAIRED = "<dl> 里的 <dt>名称</dt> 和 <dd>内容</dd> 要一一对应，先名称后内容"
REFUSED = {
    "<div>": "不认识的标签 <div>；可用的标签：" + " ".join(TAGS),
    '<img src="/etc/hostname">': "不认识的标签 <img>；可用的标签：" + " ".join(TAGS),
    "<script>": "不认识的标签 <script>；可用的标签：" + " ".join(TAGS),
    "散落的字": "有段落之外的文字，请放进 <p>…</p>",
    "&amp;": "有段落之外的文字，请放进 <p>…</p>",
    "<dl></dl>": '<dl> 须写明用途：class="figures"（要点）或者 class="contact"（联系方式）',
    '<dl class="figures"><dt>甲</dt></dl>': PAIRED,
    '<dl class="figures"><dd>甲</dd><dt>乙</dt></dl>': PAIRED,
    '<dl class="figures"><dt></dt><dd>甲</dd></dl>': "<dd> 有内容而前面的 <dt> 没有文字，请写上名称",
    f'<dl class="figures">{"<dt>甲</dt><dd>乙</dd>" * 6}</dl>': "要点并排至多5项，这里有6项；请只留最要紧的",
    '<dl class="facts"></dl>': "<dl> 没有“facts”这个类；可用的类：figures contact",
    "<ol>散落</ol>": "有 <ol> 里的文字，请放进 <li>…</li>",
    "<table>散落</table>": "有 <table> 里的文字，请放进 <td>…</td>",
    "<table><tr>散落": "有 <tr> 里的文字，请放进 <td>…</td>",
    "<li>甲</li>": "标签 <li> 不能放在最外层；这里可用：h1 h2 h3 p ol ul dl table section",
    "<td>甲</td>": "标签 <td> 不能放在最外层；这里可用：h1 h2 h3 p ol ul dl table section",
    "<table><td>": "标签 <td> 不能放在<table> 里面；这里可用：caption thead tbody tfoot tr",
    "<ol><p>": "标签 <p> 不能放在<ol> 里面；这里可用：li",
    "<p><p>": "标签 <p> 不能放在<p> 里面；这里可用：strong br",
    "<p><strong><strong>": "标签 <strong> 不能放在<strong> 里面；这里可用：br",
    "<strong>": "标签 <strong> 不能放在最外层；这里可用：h1 h2 h3 p ol ul dl table section",
    "<p>甲": "标签 <p> 没有结束，请补上 </p>",
    "<p>甲</h2>": "结束标签 </h2> 位置不对，应先结束 <p>",
    "</p>": "结束标签 </p> 位置不对，前面没有对应的开始标签",
    "<p>甲</br></p>": "结束标签 </br> 位置不对，应先结束 <p>",
    "<p><strong>甲</p>": "结束标签 </p> 位置不对，应先结束 <strong>",
    "<p/>": "标签 <p/> 不能自行结束，请写成 <p>…</p>",
    '<p>甲</p class="x">': "结束标签 </p> 里不能有别的内容",
    "<P>甲</P>": "标签 <P> 请用小写字母",
    "<p class=note>": '标签 <p> 写得不完整：属性写成 名称="值"，标签以 > 结束',
    "<p class='note'>": '标签 <p> 写得不完整：属性写成 名称="值"，标签以 > 结束',
    "<p": '标签 <p> 写得不完整：属性写成 名称="值"，标签以 > 结束',
    "<p>1 < 2</p>": "单独的 < 请写成 &lt;",
    "<p>2 > 1</p>": "单独的 > 请写成 &gt;",
    "<p>A & B</p>": "单独的 & 请写成 &amp;",
    "<p>&nbsp;</p>": "不能使用字符实体 &nbsp;，请直接写出这个字",
    "<p>&#x3c;</p>": "不能使用字符实体 &#x3c;，请直接写出这个字",
    "<!-- 注 -->": "不能使用 HTML 注释或声明，注释请写成 {# … #}",
    "<!DOCTYPE html>": "不能使用 HTML 注释或声明，注释请写成 {# … #}",
    "<?php ?>": "单独的 < 请写成 &lt;",
    '<p class="red">甲</p>': f"<p> 没有“red”这个类；可用的类：{P}",
    '<p class="本人">甲</p>': f"<p> 没有这个类；可用的类：{P}",
    '<h1 class="note">甲</h1>': "<h1> 没有“note”这个类；可用的类：（无）",
    '<p class="note date">甲</p>': "<p> 只能有一个类，且不能重复",
    '<p class="note" class="date">甲</p>': "<p> 的属性 class 写了两次",
    '<p style="color:red">甲</p>': "<p> 不能有属性 style；可用的属性：class",
    '<p onclick="x">甲</p>': "<p> 不能有属性 onclick；可用的属性：class",
    '<p><strong class="note">甲</strong></p>': "<strong> 没有“note”这个类；可用的类：（无）",
    '<p>甲<br clear="all">乙</p>': "<br> 不能有属性 clear；可用的属性：（无）",
    '<ol start="5"><li>甲</li></ol>': "<ol> 不能有属性 start；可用的属性：（无）",
    '<table><tr><td rowspan="2">甲</td></tr></table>': "<td> 不能有属性 rowspan；可用的属性：class colspan",
    '<table><tr><td colspan="0">甲</td></tr></table>': "colspan 应是 1 至 20 的整数",
    '<table><tr><td colspan="²">甲</td></tr></table>': "colspan 应是 1 至 20 的整数",
    '<table><tr><td colspan="000119999">甲</td></tr></table>': "colspan 应是 1 至 20 的整数",
    '<table><tr><td class="number center">甲</td></tr></table>': "<td> 不能同时是 number 和 center",
    "<h2> </h2>": "标题 <h2> 没有文字",
    "<table><caption></caption><tr><td>甲</td></tr></table>": "表格标题 <caption> 没有文字",
    "<table></table>": "表格没有任何内容行",
    "<table><thead><tr><th>甲</th></tr></thead></table>": "表格没有任何内容行",
    "<table><tr></tr></table>": "表格的一行没有任何单元格",
    "<table><tr><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>": (
        "表格第2行有2列，第1行有1列；各行的列数（含 colspan）应相同"
    ),
    "<table><tr><td>甲</td></tr><thead><tr><th>乙</th></tr></thead></table>": (
        "表格各部分的次序应为 caption thead tbody tfoot，除 tbody 外至多各一个"
    ),
    "<table><caption>甲</caption><caption>乙</caption><tr><td>丙</td></tr></table>": (
        "表格各部分的次序应为 caption thead tbody tfoot，除 tbody 外至多各一个"
    ),
}


@pytest.mark.parametrize("html", REFUSED)
def test_anything_outside_the_subset_is_refused_by_name(html):
    assert refusal(html).split("：", 1)[1] == REFUSED[html]


def test_a_name_whose_value_is_empty_drops_out_and_so_does_a_list_without_pairs():
    (listed,) = parse(
        '<dl class="figures"><dt>甲</dt><dd> </dd><dt>乙</dt><dd><strong>1.00元</strong></dd></dl>', template="x"
    )
    assert [(plain(pair.term), plain(pair.content)) for pair in listed.pairs] == [("乙", "1.00元")]
    assert parse('<dl class="contact"><dt>甲</dt><dd></dd></dl>', template="x") == ()


def test_a_line_to_sign_may_be_long_and_nothing_else_may():
    (line,) = parse('<p class="fingerprint long">签名：</p>', template="x")
    assert (line.role, line.long) == (Role.FINGERPRINT, True)
    assert refusal('<p class="long">甲</p>').endswith("类 long 只与 signature 或者 fingerprint 一起使用")
    assert refusal('<p class="note long">甲</p>').endswith("<p> 只能有一个类，且不能重复")


def test_rows_say_whether_they_are_sums_or_parts():
    rows = '<tr class="sum"><td>甲</td></tr><tr class="part"><td>乙</td></tr><tr><td>丙</td></tr>'
    (table,) = parse(f'<table class="ledger">{rows}</table>', template="x")
    assert (table.role, [row.role for row in table.body]) == ("ledger", ["sum", "part", ""])


def test_a_refusal_names_template_line_and_the_nearest_text():
    assert refusal("<h1>题</h1>\n<p>本人于五月\n失业。</p>\n\n<div>") == (
        "模板 zh/paper.html 第5行“题本人于五月失业。”附近：不认识的标签 <div>；可用的标签：" + " ".join(TAGS)
    )


def test_a_refusal_at_the_start_names_the_text_that_follows():
    assert refusal("<b>甲乙丙</b>").startswith("模板 zh/paper.html 第1行“甲乙丙”附近：不认识的标签 <b>")


def test_every_tag_of_the_subset_has_a_place():
    listed = "br caption dd dl dt h1 h2 h3 li ol p section strong table tbody td tfoot th thead tr ul"
    assert " ".join(sorted(TAGS)) == listed
    assert set(CHILDREN) - {""} == set(TAGS) - {"br"}


@pytest.mark.parametrize(
    "text", ["<" * 50_000, "<p>" * 50_000, "&" * 50_000, "<p " + 'class="x" ' * 20_000, "<p>" + "甲 " * 50_000]
)
def test_hostile_markup_is_refused_or_read_quickly(text):
    if text.startswith("<p>甲"):
        assert refusal(text).endswith("标签 <p> 没有结束，请补上 </p>")
    else:
        assert len(refusal(text)) < 300


def test_elements_inside_each_other_have_a_limit():
    """Whatever walks the tree goes as deep as it is, and the stack of the host is not ours to fill."""

    def nested(times: int) -> str:
        return "<section>" * times + "<p>文</p>" + "</section>" * times

    assert list(lines(tree(nested(60)[9:-10]))) == ["文"]
    for times in (60, 61, 8_000):
        assert refusal(nested(times)).endswith("标签嵌套超过60层")
