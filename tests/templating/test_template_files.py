"""Template files: front matter, the catalogue, where they are looked for, and how they are kept."""

from __future__ import annotations

import threading

import pytest

from negotiation_docs.catalogue.frontmatter import FrontMatter, split
from negotiation_docs.catalogue.kinds import Kind, find, kinds
from negotiation_docs.catalogue.shelf import Shelf, shipped
from negotiation_docs.errors import TemplateError
from negotiation_docs.templating.templates import render_template
from negotiation_docs.tree import lines

HEAD = "title: 委托书\norder: 99\naudience: creditor\nneeds: [borrower]\n"


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
        "---\ntitle: 甲\nvariants: {overdue: 乙}\norder: 10\naudience: internal\nneeds: [debt.proposal]\n---\n<p>", "x"
    )
    assert head == FrontMatter("甲", {"overdue": "乙"}, 10, "internal", ("debt.proposal",))
    assert body == "\n\n\n\n\n\n\n<p>"


def test_a_file_without_front_matter_is_all_body():
    assert split("<p>甲</p>\n---\n", "x") == (None, "<p>甲</p>\n---\n")


def test_a_byte_order_mark_and_windows_line_ends_are_fine():
    head, body = split("\ufeff---\r\ntitle: 甲\r\n---\r\n<p>", "x")
    assert (head, body) == (FrontMatter("甲"), "\n\n\n<p>")


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("order: 1\n", "模板 zh/x.html 的头部没有 title（文书名称）"),
        ("title: 甲\ntitle: 乙\n", "模板 zh/x.html 第3行：头部的“title”写了两次"),
        ("titel: 甲\n", "模板 zh/x.html 第2行：头部没有“titel”这一项；可用：title variants order audience needs"),
        ("title: [甲]\n", "模板 zh/x.html 第2行：这里应是一行文字"),
        ("title:\n", "模板 zh/x.html 第2行：这里应是一行文字"),
        ("title: 甲\norder: 很多\n", "模板 zh/x.html 第3行：order 应是 0 至 9999 的整数"),
        ("title: 甲\naudience: all\n", "模板 zh/x.html 第3行：audience 应是 creditor 或 internal"),
        ("title: 甲\nneeds: debt\n", "模板 zh/x.html 第3行：needs 应是列表，如 [borrower, debt]"),
        ("title: 甲\nneeds: [债务]\n", "模板 zh/x.html 第3行：needs 的每一项应是字段路径，如 debt.proposal"),
        (
            "title: 甲\nneeds: [finance]\n",
            "模板 zh/x.html 第3行：案件文件里没有“finance”；needs 的每一项应是字段路径，如 debt.proposal",
        ),
        ("title: 甲\nvariants: 乙\n", "模板 zh/x.html 第3行：头部应是“名称: 值”的形式"),
        ("- 甲\n", "模板 zh/x.html 第2行：头部应是“名称: 值”的形式"),
        ("", "模板 zh/x.html 第1行：头部应是“名称: 值”的形式"),
        ("title: '甲\n", "模板 zh/x.html 第3行：头部不是正确的 YAML"),
        ("title: !!python/object/apply:os.system [id]\n", "模板 zh/x.html 第2行：这里应是一行文字"),
        ("title: " + "甲" * 9_000 + "\n", "模板 zh/x.html 的头部超过8000字"),
    ],
)
def test_a_wrong_front_matter_is_refused_with_its_line(head, message):
    assert refusal(f"---\n{head}---\n<p>甲</p>") == message


def test_the_catalogue_lists_the_shipped_kinds_in_bundle_order():
    names = [kind.name for kind in kinds()]
    assert names.index("hardship_letter") < names.index("repayment_plan") < names.index("evidence_list")
    assert [kind.order for kind in kinds()] == sorted(kind.order for kind in kinds())
    assert all(kind.titles["zh"] and kind.audience in ("creditor", "internal") for kind in kinds())
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
    assert kind.title("zh", "short") == "简易委托书"
    assert kind.title("en", "short") == "Power of attorney"
    assert kind.langs == ("zh", "en")


def test_a_title_in_a_language_without_template_is_refused(folder):
    write(folder, "zh/authorisation.html")
    with pytest.raises(TemplateError) as caught:
        find("authorisation", folder).title("en")
    assert str(caught.value) == "文书 authorisation 没有“en”语言的模板；可用：zh"


@pytest.mark.parametrize(
    ("zh", "en", "message"),
    [
        ("title: 甲\naudience: creditor\nneeds: []\n", "title: A\n", "文书 x 的 order 没有写明"),
        (HEAD, "title: A\norder: 5\n", "文书 x 的 order 在各语言的模板里不一致"),
        (HEAD, "title: A\nneeds: [debt]\n", "文书 x 的 needs 在各语言的模板里不一致"),
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
    assert str(caught.value) == ("模板 zh/x.html 没有头部，请在开头两行 --- 之间写明 title order audience needs")


def test_an_unknown_kind_is_refused_with_the_nearest_one():
    with pytest.raises(TemplateError) as caught:
        find("hardship_leter")
    assert str(caught.value).startswith("没有“hardship_leter”这种文书，是不是 hardship_letter？可用：hardship_letter ")


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


def test_an_error_in_the_body_has_the_line_of_the_file(folder):
    write(folder, "zh/x.html", body="<p>甲</p>\n\n<p>{{ missing }}</p>")
    with pytest.raises(TemplateError, match=r"^模板 zh/x.html 第9行：没有“missing”"):
        render_template("x", "zh", {}, folder=folder)
    write(folder, "zh/x.html", body="<p>甲</p>\n\n\n<b>")
    with pytest.raises(TemplateError, match=r"^模板 zh/x.html 第10行“甲”附近：不认识的标签 <b>"):
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
