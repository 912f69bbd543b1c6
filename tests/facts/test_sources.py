"""Files: YAML with every scalar as text, JSON with every number as text, and what neither may contain."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from negotiation_docs.errors import FactsError
from negotiation_docs.facts.reading.json_source import read_json
from negotiation_docs.facts.reading.load import load
from negotiation_docs.facts.reading.yaml_source import read_yaml
from tests.make.least import COMPLETE, problems_of, told

LEAST = """\
dated: 2026-11-21
borrower: {name: 周启明}
debts:
  - {id: bank1, creditor: {name: 示例银行, kind: bank_card}}
"""


@pytest.fixture
def file(tmp_path):
    def write(content: str | bytes, name: str = "case.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def only(source, **options):
    (problem,) = problems_of(source, **options)
    return problem.path, problem.line, problem.message, problem.hint


@pytest.mark.parametrize(
    "written", ["0012", "12:30", "1234.10", "no", "0x1F", "1_000", "110101199001011237", ".inf", "2026-11-21", "1e3"]
)
def test_every_yaml_scalar_is_read_as_the_text_it_is(written):
    assert read_yaml(f"a: {written}\nb: [{written}]\n").data == {"a": written, "b": [written]}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_blank_and_null_are_not_stated(written, file):
    assert read_yaml(f"a: {written}\n").data == {"a": None}
    assert load(file(LEAST + f"measures: {written}\n")).measures == ()


def test_a_quoted_null_is_a_word_and_quoted_nothing_is_nothing(file):
    assert read_yaml("a: 'null'\n").data == {"a": "null"}
    assert load(file(LEAST + 'notes: ""\n')).notes is None


def test_a_byte_order_mark_and_windows_line_ends_are_fine(file):
    case = load(file(b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode()))
    assert case.dated == date(2026, 11, 21)


def test_a_gbk_file_is_refused_with_a_way_to_convert_it(file):
    assert only(file(LEAST.encode("gbk"))) == (
        "",
        None,
        "文件的编码是GBK，这里只读UTF-8",
        "请用记事本打开，选“另存为”，编码选“UTF-8”后保存；或运行 iconv -f GB18030 -t UTF-8 旧文件 > 新文件",
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (LEAST.encode("utf-16"), "文件的编码是UTF-16，这里只读UTF-8"),
        (b"PK\x03\x04\xff\xfe", "这不是文本文件"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "这不是文本文件"),
        (b"name: \xff\xff", "文件不是UTF-8编码的文本"),
        (b"", "案件文件是空的"),
        (b"# nothing yet\n", "案件文件是空的"),
        (b"x" * 1_000_001, "案件文件“case.yaml”超过1兆字节"),
        (LEAST + "---\n" + LEAST, "文件里有不止一份内容"),
        ("- a\n- b\n", "文件里没有“项目: 内容”"),
        ("just words", "文件里没有“项目: 内容”"),
        ("? [a, b]\n: c\n", "项目名只能是文字"),
        ("[" * 100_000, "层级太深，不是案件文件的写法"),
        ("{a: " * 100_000, "层级太深，不是案件文件的写法"),
        ("- " * 100_000, "层级太深，不是案件文件的写法"),
    ],
)
def test_what_is_no_case_file_is_refused_as_a_whole(content, message, file):
    assert only(file(content))[2] == message


def test_a_file_that_is_not_there_is_named_without_its_folder(tmp_path):
    assert only(tmp_path / "周启明.yaml")[2:] == ("找不到案件文件“周启明.yaml”", "请检查文件名和所在文件夹")
    assert only(tmp_path)[2].startswith("打不开案件文件")
    assert problems_of(tmp_path / "none.yaml")[0].rule == "file_missing"


def test_text_in_place_of_a_path_is_refused_with_a_hint():
    with pytest.raises(FactsError, match="这里要的是文件路径，不是文件内容"):
        load(LEAST)


@pytest.mark.parametrize(
    ("addition", "path", "message"),
    [
        ("measures: [甲]\nmeasures: [乙]\n", "measures", "“measures”写了两次，第5行和第6行"),
        ("finances: {income: &a []}\n", "finances.income", "不能用“&a”这样的引用"),
        ("measures: *a\n", "measures", "不能用“*a”这样的引用"),
        ("notes: !!python/object:os.system x\n", "notes", "不能用类型标记“tag:yaml.org,2002:python…”"),
        ("notes: !secret x\n", "notes", "不能用类型标记“!secret”"),
        ("<<: {notes: x}\n", "<<", "不能用“<<”合并内容"),
        ("notes: 示例街道 #3号\n", "notes", "“#”后面的文字会被当作注释丢掉"),
        ("measures: [甲 #乙\n  ]\n", "measures[0]", "“#”后面的文字会被当作注释丢掉"),
    ],
)
def test_yaml_that_a_case_has_no_use_for_is_refused_where_it_stands(addition, path, message, file):
    problem = only(file(LEAST + addition))
    assert (problem[0], problem[2]) == (path, message)
    assert problem[1] in (5, 6)
    assert problem[3]


def test_a_proper_comment_is_a_comment(file):
    assert load(file(LEAST + "notes: 示例  # 说明\n#measures: [甲]\n")).notes == "示例"


def test_all_faults_of_syntax_and_of_facts_come_together(file):
    addition = "notes: !x 甲\nmeasures: [甲, &b 乙]\nhardship: [{cause: 失业了}]\nmeasures: []\n"
    problems = problems_of(file(LEAST.replace("周启明", "周\u200b") + addition))
    assert [(problem.path, problem.line) for problem in problems] == [
        ("borrower.name", 2),
        ("notes", 5),
        ("measures", 6),
        ("measures[1]", 6),
        ("hardship[0].cause", 7),
    ]


@pytest.mark.parametrize(
    ("content", "line", "hint"),
    [
        ("borrower：\n  name：周启明\n  phone: 1\n", 2, "冒号要用半角“:”，后面空一格，如 name: 周启明"),
        ("borrower:\n\tname: 周启明\n", 2, "缩进要用空格，不能用Tab键"),
        ('borrower:\n  name: "周启明\n', 2, "引号没有成对；一段文字前后都要有引号，或者都不要"),
        ("a: '1\nb: 2\nc: 3\n", 1, "引号没有成对；一段文字前后都要有引号，或者都不要"),
        ('a: "1\nb: 2\nc: "x"\n', 1, "引号没有成对；一段文字前后都要有引号，或者都不要"),
        ('a: "one\n  two"\nb: 甲: 乙\n', 3, "文字里有冒号，整段文字要加引号"),
        ("borrower:\n  name:周启明\n  phone: 1\n", 2, "冒号后面要空一格，如 name: 周启明"),
        ("borrower:\n\u3000name: 周启明\n  phone: 1\n", 2, "缩进要用半角空格，不能用全角空格"),
        ("hardship:\n  -cause: 失业\n    since: x\n", 2, "列表每项前面的“-”后面要空一格"),
        ("hardship:\n  － cause: 失业\n    since: x\n", 2, "列表每项前面用半角“-”，后面空一格"),
        ("a:\n  - {b: 1\n  - {b: 2}\n", 2, "括号没有成对，请检查这一行"),
        ("a:\n  - {b: 甲，c: 2}\n", 2, "大括号里几项之间用半角逗号“,”，后面空一格"),
        ("```yaml\na: 1\n```\n", 1, "请删去“```”这一行"),
        (
            "borrower:\n  name: 甲\n phone: 1\n",
            3,
            "请检查缩进是否对齐、冒号后是否空一格；文字里有“: ”“#”“[”“{”时，整段文字要加引号",
        ),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_its_line_and_its_likely_cause(content, line, hint, file):
    path, at, message, told_hint = only(file(content))
    assert (path, message, told_hint) == ("", "这一行附近的写法不对，读不下去", hint)
    assert at == line


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (LEAST.replace("周启明", "110101199001011237").encode() + "诗".encode("gbk"), "case.yaml"),
        (LEAST.replace("周启明", '"110101199001011237'), "case.yaml"),
        ('{"borrower": {"name": "110101199001011237",}}', "case.json"),
    ],
)
def test_a_refusal_carries_no_error_that_holds_the_file(content, name, file):
    with pytest.raises(FactsError) as caught:
        load(file(content, name))
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x85", "\u2028", "\ufffe"])
def test_a_control_character_in_the_file_is_refused_with_its_line(character, file):
    path, line, message, _ = only(file(LEAST + f"notes: 甲{character}乙\n"))
    assert (path, line, message) == ("", 5, f"有控制字符U+{ord(character):04X}")


def test_an_escaped_character_of_yaml_meets_the_same_door(file):
    assert told(file(LEAST + 'notes: "\\u202e甲"\n')) == [
        ("notes", "第1个字符是U+202E（文字方向控制符），文书里不能使用")
    ]
    assert told(file(LEAST + 'notes: "甲\\x0b"\n'))[0][0] == "notes"


def test_a_folded_chinese_line_gets_no_blank_where_it_was_folded():
    assert read_yaml("a: 与原工作单位\n  解除劳动合同\n").data == {"a": "与原工作单位解除劳动合同"}
    assert read_yaml("a: >\n  与原工作单位\n  解除\n").data == {"a": "与原工作单位解除\n"}
    assert read_yaml("a: two\n  words\n").data == {"a": "two words"}
    assert read_yaml("a: 甲 乙\n").data == {"a": "甲 乙"}


def test_problems_of_a_file_know_their_line(file):
    problem = problems_of(file(LEAST + "hardship:\n  - statement: 甲\n"))[0]
    assert (problem.path, problem.line) == ("hardship[0].cause", 6)
    assert str(problem).startswith("错误 hardship[0].cause（第6行）：缺少原因")


def test_json_numbers_keep_every_digit(file):
    text = json.dumps(
        {"borrower": {"name": "甲"}, "debts": [{"id": "a", "creditor": {"name": "乙", "kind": "private"}}]}
    )
    text = text.replace(
        '"id": "a"', '"id": "a", "account": 0.10, "balance": {"principal": 86421.37, "interest": 1234.10}'
    )
    debt = load(file(text, "case.json")).debts[0]
    assert debt.account == "0.10"
    assert (debt.balance.principal, debt.balance.interest) == (Decimal("86421.37"), Decimal("1234.10"))
    assert read_json('{"a": 110101199001011237, "b": NaN, "c": null}').data == {
        "a": "110101199001011237",
        "b": "NaN",
        "c": None,
    }


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"a": 1,}', "这一行附近不符合JSON的写法"),
        ('{"a": 1} x', "这一行附近不符合JSON的写法"),
        ("[1]", "文件里没有“项目: 内容”"),
        ("", "案件文件是空的"),
        ("[" * 200_000, "层级太深，不是案件文件的写法"),
        ('{"a": ' * 30 + "1" + "}" * 30, "层级太深，不是案件文件的写法"),
    ],
)
def test_what_is_no_json_case_is_refused_as_a_whole(content, message, file):
    assert only(file(content, "case.json"))[2] == message


def test_a_repeated_json_key_is_refused_where_it_stands(file):
    content = '{"borrower": {"name": "甲", "name": "乙"}, "debts": []}'
    assert told(file(content, "case.json")) == [("borrower.name", "“name”写了两次"), ("debts", "至少要有一笔债务")]


def test_the_reader_without_the_c_library_reads_the_same(monkeypatch):
    import yaml

    from negotiation_docs.facts.reading import yaml_source

    text = COMPLETE.read_text(encoding="utf-8")
    with_c = read_yaml(text)
    monkeypatch.setattr(yaml_source, "_LOADER", yaml.SafeLoader)
    without = read_yaml(text)
    assert without.data == with_c.data
    assert without.positions == with_c.positions
