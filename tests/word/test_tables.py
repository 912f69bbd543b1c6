"""Tables: repeated headers, rows that hold, figures on the right, columns from the words."""

import pytest

from negotiation_docs.tree import Paper
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.fonts import opened as fonts
from negotiation_docs.writers.lines.linebreak import Run, text_width
from negotiation_docs.writers.style import LOOKS
from negotiation_docs.writers.tables.columns import ASCII_EM, PADDING_EM, longest_token, text_em, widths
from tests.make import trees
from tests.make.letters import letter
from tests.make.sheets import plan
from tests.make.tables import budget_table, schedule_table
from tests.make.trees import head, paragraph, signoff
from tests.read.docx import W, property_of, val, words, xml

MEASURE = 432 / 10.5


def rows(data: bytes):
    return list(xml(data).find(f".//{W}tbl").iter(f"{W}tr"))


def test_header_rows_repeat_and_no_row_splits():
    made = rows(to_docx(plan(60)))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in made] == [True] + [False] * 61
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in made)


def test_a_header_row_stays_with_the_first_row_of_the_body():
    assert property_of(to_docx(plan()), "期次", "keepNext") is not None


def test_the_last_rows_of_a_long_table_stay_together():
    made = rows(to_docx(Paper("test", "标题", "zh-CN", (schedule_table(60), paragraph("后文")))))
    styles = [val(row.find(f".//{W}pStyle")) for row in made]
    assert styles[-5:] == ["center", "center-k", "center-k", "center-k", "center"]
    assert "center-k" not in styles[6:-4]


@pytest.mark.parametrize(("periods", "kept"), [(20, 2), (60, 6)])
def test_some_rows_of_the_body_stay_with_the_head(periods, kept):
    made = rows(to_docx(Paper("test", "标题", "zh-CN", (schedule_table(periods),))))
    styles = [val(row.find(f".//{W}pStyle")) for row in made[: kept + 1]]
    assert styles == ["head", *["center-k"] * (kept - 1), "center"]


def test_the_heading_of_a_group_of_rows_stays_with_them():
    table = schedule_table(60)
    group = trees.row(trees.cell("第二年", colspan=6))
    body = (*table.body[:30], group, *table.body[30:])
    made = rows(to_docx(Paper("test", "标题", "zh-CN", (type(table)((), table.head, body),))))
    assert val(made[31].find(f".//{W}pStyle")) == "cell-k"


def test_a_header_over_figures_stands_on_their_side():
    table = type(budget_table())((), (trees.row(trees.cell("金额", header=True, number=True)),), ())
    assert val(property_of(to_docx(Paper("test", "标题", "zh-CN", (table,))), "金额", "jc")) == "right"


def test_the_head_is_ruled_off_by_the_table_style_and_nothing_is_shaded():
    styles = xml(to_docx(letter()), "word/styles.xml")
    assert styles.find(f".//{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}tcBorders/{W}bottom") is not None
    assert styles.find(f".//{W}tblBorders/{W}insideV[@{W}val='single']") is not None  # of the strip of figures alone
    assert styles.find(f".//{W}shd") is None


def test_what_stands_below_a_table_has_room_above():
    data = to_docx(letter())
    above = property_of(data, "四、请求", "spacing")
    assert int(above.get(f"{W}before")) >= 0.3 * 200  # of which a fit to the pages may take seven tenths


def test_a_table_before_the_closing_block_stays_with_it():
    made = rows(to_docx(Paper("test", "标题", "zh-CN", (schedule_table(60), signoff()))))
    assert val(made[-1].find(f".//{W}pStyle")) == "center-k"


def test_a_short_table_stays_on_one_page():
    made = rows(to_docx(letter()))
    assert [val(row.find(f".//{W}pStyle")) for row in made] == ["head", "cell-k", "cell-k", "cell-k", "cell"]


def test_figures_stand_on_the_right_and_headers_in_the_middle():
    data = to_docx(letter())
    assert val(property_of(data, "8,200.00", "jc")) == "right"
    assert val(property_of(data, "金额", "jc")) == "center"


def test_the_total_is_set_in_the_strong_face():
    last = rows(to_docx(letter()))[-1]
    assert [val(run.find(f"{W}rPr/{W}rStyle")) for run in last.iter(f"{W}r")] == ["strong", "strong"]


def test_a_spanning_cell_is_as_wide_as_its_columns():
    total = rows(to_docx(plan(12)))[-1]
    assert words(total[1]) == "合计"
    assert val(total[1].find(f"{W}tcPr/{W}gridSpan")) == "2"


def test_two_tables_in_a_row_stay_two_tables():
    table = budget_table()
    bare = type(table)((), table.head, table.body, table.foot)
    data = to_docx(Paper("test", "标题", "zh-CN", (bare, bare)))
    assert [element.tag.removeprefix(W) for element in xml(data)[0]] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_shares_sum_to_one_and_depend_on_the_words_alone():
    table = schedule_table(360)
    shares = widths(table, MEASURE)
    assert abs(sum(shares) - 1) < 1e-9
    assert shares == widths(schedule_table(360), MEASURE)


def test_figures_and_dates_are_not_wrapped():
    table = schedule_table(60)
    columns = [share * MEASURE - 0.6 for share in widths(table, MEASURE)]
    for row in table.body:
        assert all(
            text_em(cell.content[0].text) <= width + 1e-9 for cell, width in zip(row.cells, columns, strict=True)
        )


def test_a_figure_in_a_row_that_is_not_sampled_counts_too():
    table = schedule_table(360)
    odd = trees.row(*table.body[100].cells[:5], trees.cell("123,456,789.00", number=True))
    changed = type(table)(table.caption, table.head, (*table.body[:101], odd, *table.body[102:]), table.foot)
    assert widths(changed, MEASURE)[5] * MEASURE >= 14 * ASCII_EM


def test_prose_yields_to_labels_but_is_not_starved():
    table = type(budget_table())(
        (),
        head("序号", "材料名称", "状态", "说明"),
        (trees.row("1", "解除劳动合同证明书", "已附", "原单位于2026年5月31日出具，加盖公章，" * 5),),
    )
    number, name, state, prose = (share * MEASURE - 0.6 for share in widths(table, MEASURE))
    assert number >= 2 - 1e-9
    assert state >= 2 - 1e-9
    assert name >= 9 - 1e-9
    assert prose > name


def test_a_measure_too_narrow_for_everything_is_still_shared_out():
    shares = widths(schedule_table(3), 12)
    assert abs(sum(shares) - 1) < 1e-9
    assert min(shares) > 0


def test_where_not_everything_fits_the_longest_words_give_way_and_short_ones_stay_whole():
    heads = ("No.", "Document", "Supports", "Seen")
    table = type(budget_table())((), head(*heads), (trees.row("1", "Acknowledgements", "Correspondence", "yes"),))
    number, document, supports, seen = (share * 22 - 0.77 for share in widths(table, 22))
    assert number >= text_em("No.") - 1e-9
    assert seen >= text_em("Seen") - 1e-9
    assert abs(document - supports) < 1e-9


def test_room_goes_from_broad_columns_of_few_words_to_the_one_that_makes_its_rows_tall():
    said = "口头同意按该方案分期，履行期间不再计收利息和违约金，需补充失业证明。" * 2
    heads = head("序号", "时间", "答复", "要点", "录音所在")
    made = type(budget_table())((), heads, (trees.row("1", "2026-11-18", said, "说明收入情况", "手机内的录音和截图"),))
    number, day, reply, matter, where = (share * 32 - PADDING_EM for share in widths(made, 32))
    assert reply > 1.5 * max(matter, where)
    assert day >= longest_token("2026-11-18") - 1e-9
    assert min(number, matter, where) >= 2 - 1e-9


@pytest.mark.parametrize("word", ["4000000000", "13800138000", "1,440.35", "2026-11-18", "14:20"])
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_figure_among_words_is_as_wide_as_it_is_reckoned_at_most(word, look):
    chain = fonts.face(look.styles["cell"].face, look)
    assert text_width([Run(word, chain, 1.0)]) <= longest_token(word) + 1e-9


def test_a_table_says_what_it_is_and_which_cells_are_headings():
    table = xml(to_docx(letter())).findall(f".//{W}tbl/{W}tblPr")[0]
    assert val(table.find(f"{W}tblDescription")) != ""
    look = table.find(f"{W}tblLook")
    assert [look.get(f"{W}{part}") for part in ("firstRow", "firstColumn")] == ["1", "1"]
