"""Template files: front matter, the catalogue, where they are looked for, and how they are kept."""

from __future__ import annotations

import os
import pickle
import threading
from collections import Counter

import pytest
from jinja2 import Environment, nodes

from negotiation_docs.catalogue.frontmatter import FrontMatter, split
from negotiation_docs.catalogue.kinds import Kind, called, find, kinds
from negotiation_docs.catalogue.shelf import Shelf, shipped
from negotiation_docs.catalogue.traits import TRAITS
from negotiation_docs.errors import TemplateError
from negotiation_docs.facts import CreditorKind
from negotiation_docs.law.citations import Mention
from negotiation_docs.standing.occasions import occasions
from negotiation_docs.templating.templates import render_template
from negotiation_docs.tree import lines
from negotiation_docs.words.formats import FILTERS
from tests.make.files import ROOT
from tests.read.some import some

PATHS = "needs 的每一项应是字段路径，如 debt.proposal"
FRONT_MATTER = (
    "title", "variants", "number", "order", "audience", "needs", "traits", "due", "encloses", "attaches", "promises",
)  # fmt: skip
HEAD = "title: 委托书\norder: 99\naudience: creditor\nneeds: [borrower]\ntraits: []\n"


def refusal(source: str) -> str:
    with pytest.raises(TemplateError) as caught:
        split(source, "zh/x.html")
    return str(caught.value)


@pytest.fixture
def folder(tmp_path):
    for lang in ("zh", "en"):
        (tmp_path / lang).mkdir()
    return tmp_path


def write(folder, name: str, head: str = HEAD, body: str = "<p>甲</p>") -> None:
    (folder / name).write_text(f"---\n{head}---\n{body}\n", encoding="utf-8")


def test_front_matter_is_read_and_the_body_keeps_its_line_numbers():
    head, body = split(
        "---\ntitle: 甲\nvariants: {overdue: 乙}\nnumber: 20\norder: 10\naudience: internal\n"
        "needs:\n  - debt.proposal\n  - {path: finances, unless: oversight}\n"
        "traits: [letter]\ndue: [overdue]\nencloses: [b]\nattaches: [causes]\npromises: [reachable]\n---\n<p>",
        "x",
    )
    assert head == FrontMatter(
        "甲",
        {"overdue": "乙"},
        number=20,
        order=10,
        audience="internal",
        needs=(("debt.proposal", ""), ("finances", "oversight")),
        traits=("letter",),
        due=("overdue",),
        encloses=("b",),
        attaches=("causes",),
        promises=("reachable",),
        lines=dict(zip(FRONT_MATTER, (2, 3, 4, 5, 6, 8, 10, 11, 12, 13, 14), strict=True)),
    )
    assert body == "\n" * 15 + "<p>"


def test_a_file_without_front_matter_is_all_body():
    assert split("<p>甲</p>\n---\n", "x") == (None, "<p>甲</p>\n---\n")


def test_a_byte_order_mark_and_windows_line_ends_are_fine():
    head, body = split("\ufeff---\r\ntitle: 甲\r\n---\r\n<p>", "x")
    assert (head, body) == (FrontMatter("甲", lines={"title": 2}), "\n\n\n<p>")


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("order: 1\n", "模板 zh/x.html 的头部没有 title（文书名称）"),
        ("title: 甲\ntitle: 乙\n", "模板 zh/x.html 第3行：头部的“title”写了两次"),
        (
            "titel: 甲\n",
            "模板 zh/x.html 第2行：头部没有“titel”这一项，是不是 title？可用：title variants number order audience "
            "needs traits due occasions stages encloses attaches promises cites",
        ),
        ("title: [甲]\n", "模板 zh/x.html 第2行：这里应是一行文字"),
        ("title:\n", "模板 zh/x.html 第2行：这里应是一行文字"),
        ("title: 甲\norder: 很多\n", "模板 zh/x.html 第3行：order 应是 0 至 9999 的整数"),
        ("title: 甲\naudience: all\n", "模板 zh/x.html 第3行：audience 应是 creditor 或 court 或 internal"),
        ("title: 甲\nneeds: debt\n", "模板 zh/x.html 第3行：needs 应是列表，如 [borrower, debt]"),
        ("title: 甲\nneeds: [债务]\n", "模板 zh/x.html 第3行：needs 的每一项应是字段路径，如 debt.proposal"),
        (
            "title: 甲\nneeds: [finance]\n",
            "模板 zh/x.html 第3行：案件文件里没有“finance”；needs 的每一项应是字段路径，如 debt.proposal",
        ),
        ("title: 甲\ncites: extension\n", "模板 zh/x.html 第3行：cites 应是列表，如 [change_by_agreement]"),
        (
            "title: 甲\ncites: [{to: [private]}]\n",
            "模板 zh/x.html 第3行：cites 的这一项应写成 {purpose: extension, to: [bank_loan]} 的样子",
        ),
        (
            "title: 甲\ncites: [{purpose: extension, to: private}]\n",
            "模板 zh/x.html 第3行：to 应是列表，如 [bank_card, bank_loan]",
        ),
        ("title: 甲\nvariants: 乙\n", "模板 zh/x.html 第3行：头部应是“名称: 值”的形式"),
        ("title: 甲\nneeds: [debt.finances]\n", "模板 zh/x.html 第3行：案件文件里没有“debt.finances”；" + PATHS),
        ("title: 甲\nneeds: [due, due]\n", "模板 zh/x.html 第3行：needs 里的“due”写了两次"),
        (
            "title: 甲\nneeds:\n  - {path: due, unless: privat}\n",
            "模板 zh/x.html 第4行：unless 没有“privat”这一项，是不是 private？"
            "可用：oversight paid_at_once settlement missed contact_times unreported private",
        ),
        (
            "title: 甲\nneeds: [{unless: private}]\n",
            "模板 zh/x.html 第3行：needs 的这一项应写成 {path: finances, unless: oversight} 的样子",
        ),
        ("title: 甲\nnumber: 1000\n", "模板 zh/x.html 第3行：number 应是 1 至 999 的整数；自备的文书用 500 以上的"),
        (
            "title: 甲\ntraits: [leter]\n",
            f"模板 zh/x.html 第3行：traits 没有“leter”这一项，是不是 letter？可用：{' '.join(TRAITS)}",
        ),
        ("title: 甲\ntraits: [plan, plan]\n", "模板 zh/x.html 第3行：traits 里的“plan”写了两次"),
        ("title: 甲\ntraits: plan\n", "模板 zh/x.html 第3行：traits 应是列表，如 [letter, admits]"),
        ("title: 甲\ndue: []\n", "模板 zh/x.html 第3行：due 至少写一种状态；总是用得上的文书不写这一项"),
        (
            "title: 甲\ndue: [逾期]\n",
            "模板 zh/x.html 第3行：due 没有“逾期”这一项；"
            "可用：pre_due overdue waiting refused agreed confirmed in_plan missed settled",
        ),
        (
            "title: 甲\noccasions: [silent]\n",
            "模板 zh/x.html 第3行：occasions 没有“silent”这一项，是不是 silence？可用：" + " ".join(occasions()),
        ),
        (
            "title: 甲\nencloses: [还款计划]\n",
            "模板 zh/x.html 第3行：encloses 的每一项应是文书的英文名，如 repayment_plan",
        ),
        (
            "title: 甲\npromises: [pay]\n",
            "模板 zh/x.html 第3行：promises 没有“pay”这一项；可用：no_new_cards no_new_borrowing notify_changes "
            "supply_documents keep_paying reachable pay_on_time report_difficulty",
        ),
        ("- 甲\n", "模板 zh/x.html 第2行：头部应是“名称: 值”的形式"),
        ("", "模板 zh/x.html 第1行：头部应是“名称: 值”的形式"),
        ("title: '甲\n", "模板 zh/x.html 第3行：头部不是正确的 YAML"),
        ("title: !!python/object/apply:os.system [id]\n", "模板 zh/x.html 第2行：这里应是一行文字"),
        ("title: " + "甲" * 9_000 + "\n", "模板 zh/x.html 的头部超过8000字"),
    ],
)
def test_a_wrong_front_matter_is_refused_with_its_line(head, message):
    assert refusal(f"---\n{head}---\n<p>甲</p>") == message


def test_a_purpose_or_a_creditor_that_does_not_exist_is_refused_with_those_that_do():
    unknown = refusal("---\ntitle: 甲\ncites: [第七十条]\n---\n<p>甲</p>")
    assert unknown.startswith("模板 zh/x.html 第3行：cites 没有“第七十条”这一项；可用：written_form ")
    unknown = refusal("---\ntitle: 甲\ncites: [{purpose: extension, to: [bank]}]\n---\n<p>甲</p>")
    assert unknown.startswith("模板 zh/x.html 第3行：to 没有“bank”这一项")


def test_what_a_paper_may_cite_stands_in_the_head_of_one_language(folder):
    write(folder, "zh/x.html", HEAD + "cites: [written_form, {purpose: extension, to: [private, bank_loan]}]\n")
    write(folder, "en/x.html", "title: A\n")
    kept = frozenset({CreditorKind.PRIVATE, CreditorKind.BANK_LOAN})
    assert find("x", folder).cites == (Mention("written_form"), Mention("extension", kept))


def test_the_catalogue_lists_the_shipped_kinds_in_bundle_order():
    names = [kind.name for kind in kinds()]
    assert names.index("hardship_letter") < names.index("repayment_plan") < names.index("evidence_list")
    assert [kind.order for kind in kinds()] == sorted(kind.order for kind in kinds())
    assert all(kind.titles["zh"] and kind.audience in ("creditor", "court", "internal") for kind in kinds())
    assert find("hardship_letter").title("zh") == "困难情况说明"


def test_companion_and_shared_files_are_no_kinds(folder):
    write(folder, "zh/authorisation.html")
    write(folder, "zh/authorisation.short.html")
    write(folder, "zh/_shared.html")
    write(folder, "zh/Ünrecht.html")
    added = {kind.name for kind in kinds(folder)} - {kind.name for kind in kinds()}
    assert added == {"authorisation"}


def test_a_users_template_is_a_kind_with_titles_by_language(folder):
    write(folder, "zh/authorisation.html", HEAD + "variants: {short: 简易委托书}\n")
    write(folder, "en/authorisation.html", "title: Power of attorney\n", "<p>A</p>")
    kind = find("authorisation", folder)
    assert kind == Kind(
        "authorisation",
        {"zh": "委托书", "en": "Power of attorney"},
        99,
        "creditor",
        ("borrower",),
        {"short": {"zh": "简易委托书"}},
    )
    assert pickle.loads(pickle.dumps(kind)) == kind
    assert kind.title("zh", "short") == "简易委托书"
    assert kind.title("en", "short") == "Power of attorney"
    assert kind.langs == ("zh", "en")


def test_a_title_in_a_language_without_template_is_refused(folder):
    write(folder, "zh/authorisation.html")
    with pytest.raises(TemplateError) as caught:
        find("authorisation", folder).title("en")
    assert str(caught.value) == "文书 authorisation 没有“en”语言的模板；可用：zh"


DIFFER, ALIKE = "在各语言的模板里不一致", "请改成一样，或者只写在一处"


@pytest.mark.parametrize(
    ("zh", "en", "message"),
    [
        (
            "title: 甲\naudience: creditor\nneeds: []\n",
            "title: A\n",
            "文书 x 的 order 没有写明；请写在模板 zh/x.html 的头部\n"
            "文书 x 的 traits 没有写明；请写在模板 zh/x.html 的头部",
        ),
        (HEAD, "title: A\norder: 5\n", f"文书 x 的 order {DIFFER}（zh/x.html 第3行、en/x.html 第3行）；{ALIKE}"),
        (HEAD, "title: A\nneeds: [due]\n", f"文书 x 的 needs {DIFFER}（zh/x.html 第5行、en/x.html 第3行）；{ALIKE}"),
        (HEAD, "title: A\ntraits: [plan]\n", f"文书 x 的 traits {DIFFER}（zh/x.html 第6行、en/x.html 第3行）；{ALIKE}"),
    ],
)
def test_languages_must_agree_on_everything_but_words(folder, zh, en, message):
    write(folder, "zh/x.html", zh)
    write(folder, "en/x.html", en)
    with pytest.raises(TemplateError) as caught:
        kinds(folder)
    assert str(caught.value) == message


def test_a_template_without_front_matter_is_refused_by_the_catalogue(folder):
    (folder / "zh" / "x.html").write_text("<p>甲</p>", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        kinds(folder)
    assert str(caught.value) == ("模板 zh/x.html 没有头部，请在开头两行 --- 之间写明 title order audience needs traits")


def test_everything_that_is_wrong_with_the_heads_is_told_at_once(folder):
    write(folder, "zh/x.html", "title: 甲\norder: 很多\nneeds: [finance]\naudiense: creditor\n")
    write(folder, "en/x.html", "title: A\ndue: [now]\n")
    write(folder, "zh/y.html", "order: 3\n")
    with pytest.raises(TemplateError) as caught:
        kinds(folder)
    told = str(caught.value).splitlines()
    places = [line.partition("：")[0] for line in told]
    assert places[:4] == [f"模板 zh/x.html 第{line}行" for line in (3, 4, 5)] + ["模板 en/x.html 第3行"]
    assert told[4] == "模板 zh/y.html 的头部没有 title（文书名称）"


def test_two_kinds_do_not_share_a_number(folder):
    write(folder, "zh/x.html", HEAD + "number: 20\n")
    with pytest.raises(TemplateError) as caught:
        kinds(folder)
    assert str(caught.value) == ("文书 x 和 repayment_plan 的 number 都是20；请给自备的文书换一个 500 以上没有用过的")


def test_no_two_shipped_kinds_have_the_same_place_in_lists():
    places = Counter(kind.order for kind in kinds())
    assert [kind.name for kind in kinds() if places[kind.order] > 1] == [], "an order of its own for each of these"


def test_the_numbers_of_shipped_kinds_are_stated_and_leave_the_upper_half_to_users():
    unfit = [kind.name for kind in kinds() if not 0 < kind.number < 500]
    assert unfit == [], "a number of its own below 500 in the head of each of these"
    assert {kind.name: kind.number for kind in kinds()}.items() >= {
        "hardship_letter": 10, "repayment_plan": 20, "evidence_list": 30, "confirmation_request": 40,
    }.items(), "a number that was given out names people's files for good"  # fmt: skip


@pytest.mark.parametrize("name", ["nothing_like_it", "x"])
def test_only_another_kind_can_be_enclosed(folder, name):
    write(folder, "zh/x.html", HEAD + f"encloses: [{name}]\n")
    with pytest.raises(TemplateError) as caught:
        kinds(folder)
    assert str(caught.value).startswith(f"文书 x 的 encloses 里，没有“{name}”这种可以随附的文书；可用：")


def test_a_kind_survives_pickling_with_all_that_it_says():
    for kind in kinds():
        copy = pickle.loads(pickle.dumps(kind))
        assert copy == kind
        with pytest.raises(TypeError):
            copy.titles["zh"] = "别的"


def test_a_paper_that_was_sent_is_known_by_its_title_as_typed():
    assert called("还款计划", kinds()).name == "repayment_plan"
    assert called("逾期情况说明", kinds()).name == "hardship_letter"
    assert called("hardship_letter", kinds()).name == "hardship_letter"
    assert called("上门送达的说明", kinds()) is None


def test_an_unknown_kind_is_refused_with_the_nearest_one():
    with pytest.raises(TemplateError) as caught:
        find("hardship_leter")
    said = str(caught.value)
    assert said.startswith("没有“hardship_leter”这种文书，是不是 hardship_letter？可用：")
    assert " hardship_letter " in said.partition("可用：")[2]


def test_a_title_with_a_slip_is_refused_with_the_nearest_one():
    with pytest.raises(TemplateError, match=r"^没有“困难情况说名”这种文书，是不是 困难情况说明？可用："):
        find("困难情况说名")


@pytest.mark.parametrize("name", ["../x", "/etc/hostname", "_common", "x.html/..", "X", "", "x\x00", "x.a.b"])
def test_a_name_that_is_none_is_refused(folder, name):
    with pytest.raises(TemplateError) as caught:
        render_template(name, "zh", {}, folder=folder)
    assert str(caught.value) == f"没有模板 zh/{name}.html"


def test_an_unknown_language_is_refused():
    with pytest.raises(TemplateError) as caught:
        render_template("hardship_letter", "../zh", {})
    assert str(caught.value) == "没有模板 ../zh/hardship_letter.html"


def test_a_template_that_does_not_exist_is_named():
    with pytest.raises(TemplateError) as caught:
        render_template("nothing", "zh", {})
    assert str(caught.value) == "模板 zh/nothing.html：找不到模板 zh/nothing.html"


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(TemplateError) as caught:
        render_template("x", "zh", {}, folder=tmp_path / "none")
    assert str(caught.value) == f"模板文件夹 {tmp_path / 'none'} 不存在"


def test_a_link_out_of_the_folder_is_refused(folder, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.html"
    secret.write_text("<p>秘密</p>", encoding="utf-8")
    (folder / "zh" / "x.html").symlink_to(secret)
    with pytest.raises(TemplateError) as caught:
        render_template("x", "zh", {}, folder=folder)
    assert str(caught.value) == "模板 zh/x.html 是指向模板文件夹之外的链接，不能使用"


def test_a_template_that_is_no_text_is_refused(folder):
    (folder / "zh" / "x.html").write_bytes("<p>甲</p>".encode("gbk"))
    with pytest.raises(TemplateError) as caught:
        render_template("x", "zh", {}, folder=folder)
    assert str(caught.value) == "模板 zh/x.html 不是 UTF-8 编码，请另存为 UTF-8"


def test_a_template_without_end_is_refused(folder):
    (folder / "zh" / "x.html").write_text("甲" * 200_001, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        render_template("x", "zh", {}, folder=folder)
    assert str(caught.value) == "模板 zh/x.html 超过200000字"


def test_shared_files_come_from_the_shipped_folder_only(folder):
    shared = next(path.name for path in (shipped() / "zh").glob("_*.html"))
    write(folder, f"zh/{shared}", "title: 假\n", "{% macro forged() %}{% endmacro %}")
    assert Shelf(folder).path(f"zh/{shared}") == shipped() / "zh" / shared


def test_a_users_template_comes_before_the_shipped_one(folder):
    write(folder, "zh/hardship_letter.html", body="<p>自备</p>")
    assert list(lines(render_template("hardship_letter", "zh", {}, folder=folder))) == ["自备"]


def test_a_template_that_was_edited_is_read_again(folder):
    write(folder, "zh/x.html", body="<p>一</p>")
    assert list(lines(render_template("x", "zh", {}, folder=folder))) == ["一"]
    assert find("x", folder).titles["zh"] == "委托书"
    write(folder, "zh/x.html", HEAD.replace("委托书", "授权书"), body="<p>改后</p>")
    assert list(lines(render_template("x", "zh", {}, folder=folder))) == ["改后"]
    assert find("x", folder).titles["zh"] == "授权书"


def test_another_template_of_the_same_size_and_time_is_not_taken_for_the_one_before(folder):
    """What is unpacked or copied keeps its time, and the words before may have been somebody else's."""
    for words in ("张三", "李四"):
        write(folder, "zh/x.html", HEAD.replace("委托书", words), body=f"<p>{words}</p>")
        os.utime(folder / "zh/x.html", (0, 0))
        assert list(lines(render_template("x", "zh", {}, folder=folder))) == [words]
        assert find("x", folder).titles["zh"] == words


def test_a_template_of_ones_own_is_used_from_the_moment_it_is_there(folder):
    """While ours is used in its place it is kept as read, and it does not change."""
    view = {"title": "我的"}
    with pytest.raises(TemplateError):
        render_template("call_script", "zh", view, filters=FILTERS["zh"], folder=folder)
    write(folder, "zh/call_script.html", body="<h1>{{ title }}</h1>")
    assert [*lines(render_template("call_script", "zh", view, filters=FILTERS["zh"], folder=folder))] == ["我的"]
    (folder / "zh/call_script.html").unlink()
    with pytest.raises(TemplateError):
        render_template("call_script", "zh", view, filters=FILTERS["zh"], folder=folder)


def test_an_error_in_the_body_has_the_line_of_the_file(folder):
    write(folder, "zh/x.html", body="<p>甲</p>\n\n<p>{{ missing }}</p>")
    with pytest.raises(TemplateError, match=r"^模板 zh/x.html 第10行：没有“missing”"):
        render_template("x", "zh", {}, folder=folder)
    write(folder, "zh/x.html", body="<p>甲</p>\n\n\n<b>")
    with pytest.raises(TemplateError, match=r"^模板 zh/x.html 第11行“甲”附近：不认识的标签 <b>"):
        render_template("x", "zh", {}, folder=folder)


def test_view_and_functions_may_not_share_a_name(folder):
    write(folder, "zh/x.html")
    with pytest.raises(ValueError, match="share names"):
        render_template("x", "zh", {"f": 1}, functions={"f": str}, folder=folder)


def test_six_threads_render_different_facts_without_mixing_them(folder):
    write(folder, "zh/x.html", body="<ol>{% for i in items %}<li>{{ name }}{{ f() }}{{ i }}</li>{% endfor %}</ol>")
    wrong: list[str] = []

    def work(name: str) -> None:
        view = {"name": name, "items": tuple(range(30))}
        for _ in range(20):
            got = list(lines(render_template("x", "zh", view, functions={"f": lambda: name}, folder=folder)))
            if got != [f"{i + 1}.{name}{name}{i}" for i in range(30)]:
                wrong.append(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in "甲乙丙丁戊己"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_shipped_template_has_its_title_in_front_matter(lang):
    names = Shelf().names(lang)
    assert names or lang == "en"
    assert all(kind.titles[lang] for kind in kinds() if kind.name in names)


@pytest.mark.parametrize("value", ["none", "1.5", "[1]", "{'a': 1}", "debt", "nothing", "''"])
@pytest.mark.parametrize("name", FILTERS["zh"])
def test_a_filter_with_a_value_that_it_cannot_use_is_told_with_template_and_line(folder, name, value):
    """An author of templates writes no Python, and is told of none of our functions."""
    (folder / "zh/own.html").write_text(f"---\n{HEAD}---\n<p>\n{{{{ ({value})|{name} }}}}</p>\n", encoding="utf-8")
    said = _said(folder)
    assert said.startswith("模板 zh/own.html 第9行：") or not said
    assert ("没有“nothing”" in said) == (value == "nothing")


def _said(folder) -> str:
    """What is said against the template ``own``; nothing of one that is taken."""
    try:
        render_template("own", "zh", {"debt": (1, 2)}, filters=FILTERS["zh"], folder=folder)
    except TemplateError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_template_gives_a_name_of_its_own_to_something_that_it_imports(lang):
    """What is set hides the macro, and the call of it is refused only by a case that comes that way."""
    for file in some((ROOT / "templates" / lang).glob("*.html")):
        tree = Environment().parse(file.read_text(encoding="utf-8"))
        imported = {name for found in tree.find_all(nodes.FromImport) for name in found.names}
        given = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
        given |= {found.name for found in tree.find_all(nodes.Macro)}
        assert not imported & given, file.name
