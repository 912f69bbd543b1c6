"""Plots hold the very sums of the figures, in the packaged face and in greys, and leave the host's settings alone."""

from __future__ import annotations

import sys
from decimal import Decimal

import pylopdf_fonts_zh_cn
import pytest

import negotiation_docs as nd

matplotlib = pytest.importorskip("matplotlib", reason="the extra plot")
figures = pytest.importorskip("matplotlib.figure")
matplotlib.use("agg", force=False)

ZHOU, LIN, HE = (nd.load(f"examples/{name}.yaml") for name in ("zhou", "lin", "he"))


@pytest.fixture
def ax():
    figure = figures.Figure()
    return figure.subplots()


def heights(ax) -> list[float]:
    return [patch.get_height() for patch in ax.patches]


def words(ax) -> str:
    texts = [*ax.texts, *ax.get_yticklabels(), *ax.get_xticklabels(), *ax.title.axes.texts]
    legend = ax.get_legend().get_texts() if ax.get_legend() else []
    return "\n".join(text.get_text() for text in (*texts, *legend, ax._left_title))


@pytest.mark.parametrize("debt", ["loan_a", "finance_b", "friend"])
def test_the_bars_of_a_plan_add_up_to_its_total(ax, debt):
    plan = nd.schedule(LIN, debt)
    plan.plot(ax)
    assert sum(heights(ax)) == pytest.approx(float(plan.total), abs=0.001)
    assert len(ax.patches) == len(plan) * sum(
        any(getattr(row, part) for row in plan) for part in ("principal", "interest", "charges")
    )


def test_the_title_says_the_total_to_the_fen_and_one_kind_of_bar_needs_no_key(ax):
    nd.schedule(ZHOU).plot(ax)
    assert "免息等额分期，60期，合计86,421.37元" in words(ax)
    assert ax.get_legend() is None
    assert "2026-12" in words(ax)


def test_interest_and_charges_are_told_apart_without_colours(ax):
    nd.schedule(LIN, "loan_a").plot(ax)
    legend = ax.get_legend()
    assert [text.get_text() for text in legend.get_texts()] == ["本金", "利息", "原有息费"]
    looks = {(patch.get_facecolor(), patch.get_hatch()) for patch in ax.patches}
    assert len(looks) == 3
    assert all(red == green == blue for (red, green, blue, _), _ in looks)


def test_a_month_steps_from_the_income_down_to_what_is_left(ax):
    month = nd.budget(ZHOU)
    month.plot(ax)
    sums = [Decimal(text.get_text().replace(",", "")) for text in ax.texts]
    assert sums[0] - sum(sums[1:-1]) == sums[-1] == month.disposable
    ends = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in ax.patches]
    assert ends[0] == (0, float(month.income))
    assert ends[-1] == (0, float(month.disposable))
    assert next(label.get_text() for label in ax.get_yticklabels()) == "收入"
    assert ax.yaxis.get_inverted(), "income stands on top"


def test_what_is_lacking_is_called_so_and_drawn_below_nothing(ax):
    nd.budget(HE).plot(ax)
    assert "每月缺口\n" in words(ax) + "\n"
    assert "2,600.00" in words(ax)
    assert "-" not in "".join(text.get_text() for text in ax.texts)
    assert ax.get_xlim()[0] < -2600


def test_the_options_stand_side_by_side_with_their_totals(ax):
    comparison = nd.compare(ZHOU)
    comparison.plot(ax)
    assert "132,533.34\n首期2,361.13，2031-11-25结清" in words(ax)
    widths = [bar.get_width() for bar in ax.patches]
    assert sum(widths) == pytest.approx(float(sum(option.total for option in comparison)))


def test_every_label_is_set_in_the_packaged_face_and_nothing_else_is_changed(ax):
    before = dict(matplotlib.rcParams)
    for each in (nd.schedule(LIN, "loan_a"), nd.budget(LIN), nd.compare(LIN, "loan_a")):
        ax = figures.Figure().subplots()
        assert each.plot(ax) is ax, "it gives the axes that it was given"
        for text in (*ax.texts, ax._left_title, *ax.get_yticklabels()):
            assert text.get_fontproperties().get_file() == str(pylopdf_fonts_zh_cn.sans_path()), text
    assert dict(matplotlib.rcParams) == before


def test_without_axes_it_makes_its_own(monkeypatch):
    pyplot = pytest.importorskip("matplotlib.pyplot")
    ax = nd.schedule(ZHOU).plot()
    assert ax.figure.get_layout_engine() is not None
    pyplot.close(ax.figure)


def test_without_matplotlib_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.font_manager", None)
    with pytest.raises(ModuleNotFoundError) as missing:
        nd.budget(ZHOU).plot()
    assert "negotiation-docs[plot]" in "".join(missing.value.__notes__)
