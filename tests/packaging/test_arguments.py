"""Whoever calls the public face wrongly is told so everywhere alike: each argument by name, and nothing quoted."""

from __future__ import annotations

import inspect
import traceback
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

import negotiation_docs as nd
from tests.packaging.snippets import ROOT
from tests.read.some import some

ZHOU = nd.load(ROOT / "examples/zhou.yaml")
SECRET = "110101199001011237"


def asked() -> dict[str, object]:
    """Every function of the face and every method of its classes, but what they inherit from others."""
    found: dict[str, object] = {}
    for name in nd.__all__:
        value = getattr(nd, name)
        if inspect.isfunction(value):
            found[name] = value
        elif inspect.isclass(value) and not issubclass(value, Exception):
            for method, one in vars(value).items():
                own = inspect.isfunction(one) and not method.startswith(("_", "model_")) and method not in EXEMPT
                if own and len(inspect.signature(one).parameters) > 1:
                    found[f"{name}.{method}"] = one
    return found


EXEMPT = {"replace", "faults"}
"""What takes any facts, to be read as a file is, and what takes nothing."""


class Stranger:
    """Something that no function takes; a stream, a mapping or a list is more than it can be."""

    def __repr__(self) -> str:
        return SECRET


@pytest.mark.parametrize("name", sorted(asked()))
def test_arguments_of_the_wrong_kind_are_all_told_at_once_by_name(name):
    function = asked()[name]
    parameters = [each for each in inspect.signature(function).parameters if each != "self"]
    own = [Stranger()] if "." in name else []
    with pytest.raises(nd.ArgumentError) as caught:
        function(*own, **{each: Stranger() for each in parameters}, **({} if parameters else {"nothing": 1}))
    said = str(caught.value)
    assert [each for each in parameters if each not in said] == []
    assert said.startswith(f"{name.rpartition('.')[2]}：")
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_the_functions_are_all_there():
    names = set(some(asked()))
    assert {"render", "load", "Reminders.to_ics", "Document.to_pdf", "Case.as_of", "rules"} <= names


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: nd.render("hardship_letter", "x.yaml"), "case 应是 Case，现在是 str；请先用 nd.load 读取案件文件"),
        (lambda: nd.next_steps(ZHOU, on="2026-01-01"), "应是日期（datetime.date），现在是 str；请写成"),
        (lambda: nd.reminders(ZHOU).to_ics("x"), "before 应是文件的内容（bytes），现在是 str"),
        (lambda: nd.message(ZHOU, nd.render("hardship_letter", ZHOU)), "papers 应是列表（每项是 Document）或者字典，"),
        (lambda: nd.review(ZHOU, None), "after 应是 Case，现在是 NoneType"),
        (lambda: nd.explain(3), "explain：kind 应是文字，现在是 int"),
        (lambda: nd.render("hardship_letter", ZHOU, lang="cn"), "lang 只能是 zh、en、zh+en"),
        (lambda: nd.render("hardship_letter", ZHOU, enclose="repayment_plan"), "应是列表（每项是文字），现在是 str"),
        (lambda: nd.check(ZHOU, acknowledge=["limits"]), "limitation、litigation，其中有的不是"),
        (lambda: nd.annual_rate(17000.0, [1]), "received 应是Decimal或者整数，现在是 float；请写成"),
        (lambda: nd.render("hardship_letter", ZHOU).to_pdf(look="gb9740"), "只能是 personal、gb9704，是不是 gb9704？"),
        (lambda: nd.render("hardship_letter", ZHOU).save("a.pdf", True, 3), "不写名称的参数太多；要写明名称的：look="),
        (lambda: nd.render(case=ZHOU), "render：缺少 kind"),
        (lambda: nd.check(ZHOU, knd="x"), "没有 knd 这个参数，是不是 kind？"),
        (lambda: nd.check(ZHOU, case=ZHOU), "case 给了两次"),
        (lambda: nd.pages(b"", width=True), "width 应是整数，现在是 bool"),
        (lambda: nd.xirr([(date(2026, 1, 1), Decimal(1), 3)]), "flows 应是列表"),
    ],
)
def test_a_wrong_argument_is_answered_with_what_to_write(call, said):
    with pytest.raises(nd.ArgumentError) as caught:
        call()
    assert said in str(caught.value)
    assert isinstance(caught.value, TypeError)
    assert isinstance(caught.value, ValueError)


def test_what_the_annotations_allow_passes():
    letter = nd.render("hardship_letter", ZHOU, "bank1", "zh+en", acknowledge={"litigation"}, enclose=())
    assert letter.to_pdf(look="gb9704").startswith(b"%PDF")
    assert nd.annual_rate(12000, iter([Decimal(1100)] * 12)).nominal > 0
    assert nd.xirr([[date(2026, 1, 1), 100], (date(2027, 1, 1), -110)]) == Decimal("0.1")
    assert nd.check(ZHOU, templates=None, fonts={}) is not None


@pytest.mark.parametrize("typed", [SECRET, f"a.{SECRET}", "１１０１０１１９９００１０１１２３７", "6222-0212-3456"])
def test_names_that_are_somebodys_number_are_not_quoted(typed, tmp_path):
    letter = nd.render("hardship_letter", ZHOU)
    for call in (
        lambda: letter.save(tmp_path / f"a.{typed}"),
        lambda: letter.save(tmp_path / "a.pdf", look=typed),
        lambda: letter.to_pdf(fonts={typed: "a.ttf"}),
        lambda: letter.to_pdf(fonts={"仿宋": typed}),
        lambda: letter.to_pdf(fonts={"仿宋": f"{typed}.ttf"}),
        lambda: nd.reminders(ZHOU).save(tmp_path / f"a.{typed}"),
        lambda: nd.contact_log(ZHOU).save(tmp_path / f"a.{typed}"),
        lambda: nd.message(ZHOU, [letter]).save(tmp_path / f"a.{typed}"),
        lambda: nd.render(typed, ZHOU),
        lambda: nd.render("hardship_letter", ZHOU, debt=typed),
    ):
        with pytest.raises(nd.NegotiationDocsError) as caught:
            call()
        assert typed not in "".join(traceback.format_exception(caught.value))


def test_every_name_of_a_kind_is_a_kind_there_is():
    assert set(get_args(nd.KindName)) == {kind.name for kind in nd.kinds()}
