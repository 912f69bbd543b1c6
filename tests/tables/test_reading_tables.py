"""A row is a borrower, a column a place of the case file; what is wrong is told with sheet, row and column."""

from __future__ import annotations

import datetime
import zipfile
from decimal import Decimal
from itertools import islice
from pathlib import Path

import openpyxl
import pytest

import negotiation_docs as nd
from negotiation_docs.facts import Case, Debt
from negotiation_docs.tables import workbook
from negotiation_docs.tables.columns import NoColumn, column
from tests.read.some import some
from tests.tables.conftest import HEAD, LIN, ZHOU


def problems(row) -> list[tuple[str, str]]:
    with pytest.raises(nd.FactsError) as caught:
        row.load()
    return [(one.path, one.message) for one in caught.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_in_any_usual_form_gives_its_borrowers(as_csv, encoding, mark):
    zhou, lin = nd.read_table(as_csv([HEAD, ZHOU, LIN], encoding=encoding, mark=mark))
    assert (zhou.key, lin.key) == ("A-1", "A-2")
    case = zhou.load()
    assert case.borrower.name == "周启明"
    assert [(debt.id, debt.balance.principal) for debt in case.debts] == [
        ("bank1", Decimal("86421.37")),
        ("2", Decimal(5000)),
    ]
    (debt,) = lin.load().debts
    assert (debt.creditor.name, debt.balance.principal) == ("示例消费金融有限公司", Decimal("12000.5"))


def test_a_workbook_gives_the_same_as_a_csv(as_csv, as_xlsx):
    there = [row.load() for row in nd.read_table(as_xlsx(客户=[HEAD, ZHOU, LIN]))]
    day = there[0].dated
    assert there == [row.load(day) for row in nd.read_table(as_csv([HEAD, ZHOU, LIN]))]


def test_numbers_days_and_yes_are_read_as_a_person_sees_them(as_xlsx):
    path = as_xlsx(
        a=[
            [
                "姓名",
                "落款日期",
                "债务1.债权人.名称",
                "债务1.债权人.类型",
                "债务1.本金",
                "债务1.账号",
                "收支情况.家庭人口",
            ]
        ]
    )
    book = openpyxl.load_workbook(path)
    book["a"].append(["周", datetime.date(2026, 11, 21), "示例银行", "银行信用卡", 0.1 + 0.2, 421, 3])
    book["a"]["F2"].number_format = "0000"
    book.save(path)
    (case,) = [row.load() for row in nd.read_table(path)]
    assert case.dated == datetime.date(2026, 11, 21)
    assert case.debts[0].balance.principal == Decimal("0.3")
    assert case.debts[0].account == "0421"
    assert case.finances.household_size == 3


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("姓名", ("borrower", "name")),
        ("借款人.姓名", ("borrower", "name")),
        ("债务.本金", ("debts", 0, "balance", "principal")),
        ("债务2.本金", ("debts", 1, "balance", "principal")),
        ("债务２．本金", ("debts", 1, "balance", "principal")),
        ("债务[2].欠款.本金", ("debts", 2, "balance", "principal")),
        ("debts[0].balance.principal", ("debts", 0, "balance", "principal")),
        ("收入2.金额", ("finances", "income", 1, "amount")),
        ("已采取的措施", ("measures",)),
        ("已采取的措施2", ("measures", 1)),
        ("英文译文.周启明", ("english", "周启明")),
    ],
)
def test_a_heading_means_its_place(heading, place):
    assert column(heading, Case).place == place


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("姓名1", "只有一项"),
        ("落款日", "是不是“落款日期”"),
        ("债务1", "要写到里面的一项"),
        ("债务0.本金", "从1数起"),
        ("姓名.字", "下面没有别的项目"),
        ("债务1..本金", "是空的"),
        ("", "是空的"),
    ],
)
def test_a_heading_that_means_nothing_says_what_to_write(heading, said):
    with pytest.raises(NoColumn, match=said):
        column(heading, Case)


def test_a_heading_that_could_mean_two_places_names_both():
    with pytest.raises(NoColumn, match="不止一处") as caught:
        column("减免", Debt)
    assert "还款方案.减免" in str(caught.value)


def test_all_wrong_headings_are_told_at_once_and_before_any_row(as_csv):
    with pytest.raises(nd.FactsError) as caught:
        nd.read_table(as_csv([["编号", "性名", "姓名", "借款人.姓名", "债务1.本全"], ["1", "a", "b", "c", "d"]]))
    assert [one.path for one in caught.value.problems] == ["列名“性名”", "列名“借款人.姓名”", "列名“债务1.本全”"]


def test_a_problem_is_told_with_sheet_row_and_column(as_csv, as_xlsx):
    bad = [*ZHOU[:5], "八万元整吧", *ZHOU[6:7], "银行", ""]
    (row,) = nd.read_table(as_xlsx(客户=[HEAD, bad]))
    assert [path for path, _ in problems(row)] == ["表“客户”第2行“债务1.本金”列", "表“客户”第2行“债务2.债权人.类型”列"]
    (row,) = nd.read_table(as_csv([["姓名", "债务1.本金"], ["周启明", "100"]]))
    assert ("第2行“债务1.债权人”", "缺少债权人") in problems(row)


def test_later_findings_of_a_batch_are_told_by_cell_too(as_csv, many):
    head, row = [*HEAD, "债务1.还款方案.期数", "债务1.还款方案.首期还款日"], [*ZHOU, "60", "2020-01-01"]
    made = many(nd.read_table(as_csv([head, row])), kinds=None)
    found = [one.path for record in made for one in (*record.problems, *record.notices) if one.place]
    assert found
    assert all("第2行“" in path for path in found)


def test_a_hint_about_an_empty_list_says_what_a_cell_holds(as_csv, many):
    made = many(nd.read_table(as_csv([[*HEAD, "困难情况1.原因"], [*ZHOU, "失业"]])), kinds=["hardship_letter"])
    hints = [one.hint for record in made for one in record.problems if "书面证明" in one.hint]
    assert "有证明的写材料编号；没有的写“无”，信中会如实说明暂无书面证明" in some(hints)
    assert not any("[]" in hint for hint in hints)


def test_debts_of_a_second_sheet_belong_to_the_borrower_whose_key_they_name(as_xlsx):
    path = as_xlsx(
        借款人=[["编号", "姓名"], ["A-1", "周启明"], ["A-2", "林晚舟"]],
        债务=[
            ["借款人编号", "编号", "债权人.名称", "债权人.类型", "本金"],
            ["A-2", "x", "示例银行", "银行贷款", "300"],
            ["A-1", "y", "示例银行", "银行贷款", "100"],
            ["A-2", "z", "示例银行", "银行", "200"],
            ["A-3", "w", "示例银行", "银行贷款", "400"],
            ["", "v", "示例银行", "银行贷款", "500"],
        ],
        说明=[["随便写"]],
        **{"#草稿": [["随便写"]]},
    )
    zhou, lin, lost, nobody = nd.read_table(path)
    assert [debt.id for debt in zhou.load().debts] == ["y"]
    assert [one for one, _ in problems(lin)] == ["表“债务”第4行“债权人.类型”列"]
    assert problems(lost) == [("表“债务”第5行", "第一个工作表里没有编号“A-3”")]
    assert problems(nobody) == [("表“债务”第6行", "这一行没有写借款人编号")]
    assert [debt["id"] for debt in lin.facts["debts"]] == ["x", "z"]


def test_a_second_csv_joins_in_the_same_way(as_csv):
    main = as_csv([["编号", "姓名"], ["A-1", "周启明"]])
    debts = as_csv(
        [["借款人编号", "债权人.名称", "债权人.类型", "本金"], ["A-1", "示例银行", "银行贷款", "1"]], "debts.csv"
    )
    (row,) = nd.read_table(main, {"债务": debts})
    assert row.load().debts[0].balance.principal == 1


def test_what_has_no_place_is_told_and_never_dropped(as_csv, as_xlsx):
    with pytest.raises(nd.FactsError, match="不认识这个工作表"):
        nd.read_table(as_xlsx(借款人=[["编号", "姓名"]], 随便=[["a"]]))
    with pytest.raises(nd.FactsError, match="借款人编号"):
        nd.read_table(as_xlsx(借款人=[["编号", "姓名"]], 债务=[["本金"]]))
    with pytest.raises(nd.FactsError, match="“编号”列"):
        nd.read_table(as_xlsx(借款人=[["姓名"]], 债务=[["借款人编号", "本金"]]))
    (row,) = nd.read_table(as_csv([["姓名", "", "#备忘"], ["周", "丢了", "随便"]]))
    assert ("第2行", "第2列写了内容，但没有列名") in problems(row)
    (row,) = nd.read_table(as_csv([["姓名"], ["周", "多出来的"]]))
    assert ("第2行", "第2列写了内容，但没有列名") in problems(row)


def test_what_a_spreadsheet_lost_is_told_and_not_guessed(as_xlsx):
    path = as_xlsx(a=[["编号", "公民身份号码", "姓名", "电子邮箱"], [10**16, 110101199001011237, "=B2&1", "#N/A"]])
    (row,) = nd.read_table(path)
    told = problems(row)
    assert [path for path, message in told if "丢失" in message] == ["表“a”第2行“公民身份号码”列", "表“a”第2行“编号”列"]
    assert ("表“a”第2行“姓名”列", "这一格的公式还没有算出结果；请用表格软件打开，保存一次再试") in told
    assert any("出错值" in message for _, message in told)
    assert "110101199001011" not in str(told)


def test_the_rest_of_a_table_that_breaks_off_is_one_row_that_says_so(as_csv, tmp_path):
    path = as_csv([HEAD, ZHOU])
    with path.open("a", encoding="utf-8") as file:
        file.write('A-9,"' + "x" * 200_000)
    rows = list(nd.read_table(path))
    assert rows[0].load().borrower.name == "周启明"
    assert "后面的行都没有处理" in problems(rows[1])[0][1]
    assert len(rows) == 2


def test_a_row_longer_than_any_case_is_told_and_the_next_is_read(as_csv):
    head = ["姓名", *(f"英文译文.{number}" for number in range(9))]
    long, zhou = nd.read_table(as_csv([head, ["周", *["x" * 120_000] * 9], ["周启明"]]))
    assert problems(long) == [("第2行", "这一行的文字超过一百万字，没有处理")]
    assert zhou.facts["borrower"] == {"name": "周启明"}


def test_a_table_of_more_columns_than_any_case_is_told(as_csv):
    with pytest.raises(nd.FactsError, match="超过1000列"):
        nd.read_table(as_csv([["姓名"] * 1001]))


def test_rows_are_read_as_they_are_asked_for(tmp_path):
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("编号,姓名\n")
        file.writelines(f"{number},周\n" for number in range(200_000))
        file.write('"')
    assert [row.key for row in islice(nd.read_table(path), 3)] == ["0", "1", "2"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"\0\1\2"])
def test_what_is_no_table_is_refused(tmp_path, content):
    for suffix in (".csv", ".xlsx"):
        path = tmp_path / f"x{suffix}"
        path.write_bytes(content)
        with pytest.raises(nd.NegotiationDocsError):
            list(nd.read_table(path))
    with pytest.raises(nd.OutputError, match="打不开"):
        nd.read_table(tmp_path / "absent.csv")
    with pytest.raises(nd.OutputError, match="打不开"):
        nd.read_table(tmp_path / "absent.xlsx")
    with pytest.raises(nd.OutputError, match=r"\.csv 或 \.xlsx"):
        nd.read_table(tmp_path / "x.ods")


def test_a_workbook_with_a_dtd_is_refused(as_xlsx, tmp_path):
    with zipfile.ZipFile(as_xlsx(a=[HEAD, ZHOU])) as old, zipfile.ZipFile(tmp_path / "dtd.xlsx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = b"<!--" + b"x" * (1 << 20) + b"--><!DOCTYPE a [<!ENTITY b 'c'>]>" + data.partition(b"?>")[2]
            new.writestr(name, data)
    with pytest.raises(nd.OutputError, match="DTD"):
        nd.read_table(tmp_path / "dtd.xlsx")


def changed(path: Path, to: Path, part: str, old: bytes, new: bytes) -> Path:
    """The workbook with other bytes in a part."""
    with zipfile.ZipFile(path) as read, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            data = read.read(name)
            assert name != part or old in data
            written.writestr(name, data.replace(old, new) if name == part else data)
    return to


def test_a_row_with_a_number_beyond_any_is_not_waited_for(as_xlsx, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "_MOST_EMPTY", 1000)
    path = as_xlsx(a=[HEAD, ZHOU, LIN])
    part = "xl/worksheets/sheet1.xml"
    near = changed(path, tmp_path / "near.xlsx", part, b'<row r="3"', b'<row r="900"')
    assert [row.key for row in nd.read_table(near)] == ["A-1", "A-2"]
    far = changed(path, tmp_path / "far.xlsx", part, b'<row r="3"', b'<row r="999999999999"')
    *read, last = nd.read_table(far)
    assert [row.key for row in read] == ["A-1"]
    ((_, told),) = problems(last)
    assert "空行太多" in told


def test_a_sheet_that_stands_in_a_workbook_many_times_is_not_read_as_often(as_xlsx, tmp_path):
    path, again = as_xlsx(a=[HEAD, ZHOU]), b'<sheet xmlns:r="%b" name="b" sheetId="9" r:id="rId1"/></sheets>'
    space = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    many = changed(path, tmp_path / "m.xlsx", "xl/workbook.xml", b"</sheets>", again % space)
    with pytest.raises(nd.OutputError, match="读不出来"):
        list(nd.read_table(many))


@pytest.mark.parametrize("mark", ['"', "'"])
def test_a_format_of_a_number_longer_than_any_is_refused(as_xlsx, tmp_path, mark):
    """A hundred thousand styles of that format would have openpyxl look through it as often."""
    code = f"<!-- <numFmt formatCode = {mark}{'[y' * 10_000}{mark}/> --></styleSheet>".encode()
    path = changed(as_xlsx(a=[HEAD, ZHOU]), tmp_path / "f.xlsx", "xl/styles.xml", b"</styleSheet>", code)
    for read in (lambda: list(nd.read_table(path)), lambda: nd.contact_log(nd.load("examples/zhou.yaml"), before=path)):
        with pytest.raises(nd.OutputError, match="另存一份"):
            read()


def test_a_workbook_with_a_sheet_under_another_name_in_an_encoding_that_could_hide_a_dtd_is_refused(as_xlsx, tmp_path):
    with zipfile.ZipFile(as_xlsx(a=[HEAD, ZHOU])) as old, zipfile.ZipFile(tmp_path / "wide.xlsx", "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"sheet1.xml", b"sheet1.dat")
            if name.endswith("sheet1.xml"):
                data = data.decode().partition("?>")[2].encode("utf-16")
            new.writestr(name.replace("sheet1.xml", "sheet1.dat"), data)
    with pytest.raises(nd.OutputError, match="编码"):
        nd.read_table(tmp_path / "wide.xlsx")


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="nobody tells which files are open")
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_that_nobody_reads_or_that_is_refused_is_no_longer_held_open(as_csv, as_xlsx, kind):
    def is_open() -> bool:
        return any(path.is_symlink() and path.resolve() == table for path in Path("/proc/self/fd").iterdir())

    def made(head: list[str]) -> Path:
        return as_csv([head, ZHOU, LIN]) if kind == "csv" else as_xlsx(a=[head, ZHOU], 债务=[["借款人编号", "编号"]])

    table = made(HEAD)
    rows = nd.read_table(table)
    assert is_open()
    del rows
    assert not is_open()
    with pytest.raises(nd.FactsError) as kept:  # with all that its traceback holds
        nd.read_table(made(["没有这一项", *HEAD[1:]]))
    assert not is_open(), kept


def test_a_row_shows_no_fact(as_csv):
    (row,) = nd.read_table(as_csv([HEAD, ZHOU]))
    assert repr(row) == "<TableRow 第2行>"


def test_a_row_that_moved_is_kept_and_told_at_its_new_place(as_csv, many):
    bad = ["A-2", "林晚舟", "", "", "", "", "示例", "银行", ""]
    many(nd.read_table(as_csv([HEAD, ZHOU, bad])))
    made = many(nd.read_table(as_csv([HEAD, ["A-0", *LIN[1:]], ZHOU, bad])))
    told = {one.case: one.problems[0].path for one in some(made)}
    assert told == {
        "A-0": "第2行“借款人.手机号码”",
        "A-1": "第3行“借款人.手机号码”",
        "A-2": "第4行“债务2.债权人.类型”列",
    }
