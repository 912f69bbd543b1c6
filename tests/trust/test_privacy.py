"""Identifiers stay out of sight wherever the library speaks: messages, errors, reprs, tracebacks, notebooks."""

from __future__ import annotations

import io
import logging
import re
import traceback
import unicodedata

import pydantic
import pytest

import negotiation_docs as nd
from negotiation_docs.cli import main
from negotiation_docs.facts.values.masking import echo, mask_text
from tests.make.cases import plain, with_case
from tests.make.grown import complete, with_text

WAYS = {
    "110101199001011237": [
        *("110101199001011237", "110101 19900101 1237", "110101-19900101-1237", "１１０１０１１９９００１０１１２３７"),
        *("110101\u200b19900101\u200b1237", "1\ufe0f\u20e31010119900101\u20601237", "110101（19900101）1237"),
        *("１１０１０１　１９９００１０１　１２３７", "110 101 1990 0101 1237", "110101–19900101–1237"),
    ],
    "6222021234567890123": ["6222021234567890123", "6222 0212 3456 7890 123", "6222-0212-3456-7890-123"],
    "13805710000": [
        *("13805710000", "138-0571-0000", "138 0571 0000", "１３８０５７１００００", "+86 138 0571 0000"),
        *("(+86)(138)05710000", "138\u200b \u200b0571\ufeff0000"),
    ],
}
WRITTEN = [(digits, way) for digits, ways in WAYS.items() for way in ways]


def digits_in(text: str) -> str:
    return re.sub("[^0-9]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize(("digits", "way"), WRITTEN)
@pytest.mark.parametrize("around", ["{}", "号码{}，谢谢", "{}转", "a {} b"])
def test_a_number_is_masked_however_it_is_written(digits, way, around):
    text = around.format(way)
    assert digits not in digits_in(mask_text(text))
    assert len(digits_in(mask_text(text))) <= 10, "what stays tells which number it is and no more"
    assert digits not in digits_in(echo(text))


@pytest.mark.parametrize("text", ["2026-11-21", "2026-11-21至2026-12-20", "1,440.35元", "第12期", "60期", "尾号4021"])
def test_days_amounts_and_counts_stay_readable(text):
    assert mask_text(text) == text


def spoiled(way: str) -> list[dict]:
    """Cases with a number where it does not belong: as a day, amount, choice, id, reference, key, count, phone."""
    places = (
        *(
            ("dated",),
            ("hardship", 0, "cause"),
            ("finances", "income", 0, "amount"),
            ("debts", 0, "proposal", "periods"),
        ),
        *(("borrower", "sex"), ("borrower", "email"), ("borrower", "born"), ("debts", 0, "contract", "annual_rate")),
    )
    cases = [with_text(place, f"{way}号") for place in places]
    cases.append(with_text(("debts", 0, "id"), f"{way}！"))
    cases.append(with_text(("hardship", 0, "evidence"), [way]))  # type: ignore[arg-type]
    cases.append({**complete(), way: "x"})
    cases.append({**complete(), "english": {f"{way}\u200b": "x"}})
    return cases


@pytest.mark.parametrize(("digits", "way"), WRITTEN)
def test_no_refusal_quotes_a_number(digits, way, caplog):
    caplog.set_level(logging.DEBUG)
    seen = 0
    for facts in spoiled(way):
        for read, refusal in ((nd.load, nd.FactsError), (nd.Case.model_validate, pydantic.ValidationError)):
            try:
                read(facts)
            except refusal as error:
                seen += 1
                out = io.StringIO()
                traceback.print_exception(error, file=out)
                told = f"{error}{error!r}{error.args}{out.getvalue()}{error.__context__!r}{error.__cause__!r}"
                told += str(getattr(error, "problems", ""))
                if isinstance(error, pydantic.ValidationError):
                    told += f"{error.errors()}{error.json()}"
                assert not [run for run in re.findall(r"[0-9０-９ 　\-–]+", told) if digits in digits_in(run)]
    assert seen >= 20
    assert digits not in digits_in(caplog.text)


def test_an_error_of_a_case_carries_nothing_that_was_typed():
    data = plain()
    data["borrower"]["phone"] = "周启明的电话"
    data["debts"][0]["creditor"] = "周启明"
    with pytest.raises(pydantic.ValidationError) as caught:
        nd.Case.model_validate(data)
    assert all(detail["input"] is None for detail in caught.value.errors())
    assert caught.value.error_count() >= 2
    for broken in ('{"borrower": "周启明', "周启明"):
        with pytest.raises(pydantic.ValidationError) as unread:
            nd.Case.model_validate_json(broken)
        assert "周启明" not in f"{unread.value.errors()}{unread.value}{unread.value.__context__!r}"


def test_reprs_and_notebooks_show_no_number_of_the_borrower():
    case = nd.load(with_case())
    shown = [repr(case), str(case), case._repr_html_(), repr(case.borrower), repr(case.debts), repr(nd.check(case))]
    shown += [repr(nd.budget(case)), repr(nd.schedule(case)), repr(nd.render("hardship_letter", case))]
    assert case.borrower.phone
    for secret in filter(None, (case.borrower.id_number, case.borrower.phone, case.debts[0].account)):
        if len(secret) >= 8:
            assert not [text for text in shown if secret in text]


@pytest.mark.parametrize(("digits", "way"), WRITTEN)
def test_a_number_typed_for_the_name_of_a_paper_is_not_quoted(digits, way, capsys):
    for ask in (lambda: nd.explain(way), lambda: nd.render(way, nd.load(with_case()))):
        with pytest.raises(nd.TemplateError) as caught:
            ask()
        assert digits not in digits_in(str(caught.value))
    assert main(["explain", way]) == 2
    assert digits not in digits_in(capsys.readouterr().err)


@pytest.mark.parametrize(("digits", "way"), WRITTEN)
def test_a_number_in_the_name_of_a_file_is_not_quoted(digits, way, tmp_path, capsys):
    case, lost = nd.load(with_case()), tmp_path / way / "周明.docx"
    asks = (
        lambda: nd.fill_word(lost, case),
        lambda: nd.render("hardship_letter", case).save(lost),
        lambda: list(nd.read_table(lost.with_suffix(".csv"))),
        lambda: nd.kinds(lost),
        lambda: nd.load(str(lost)),
    )
    for ask in asks:
        with pytest.raises(nd.NegotiationDocsError) as caught:
            ask()
        assert digits not in digits_in(str(caught.value))
    assert main(["check", f"{way}.yaml"]) == 2
    assert digits not in digits_in(capsys.readouterr().err)


def test_the_name_of_a_file_stays_readable_where_it_is_nobodys_number():
    with pytest.raises(nd.OutputError, match=r"信/周明-2026-11-21\.docx"):
        nd.fill_word("信/周明-2026-11-21.docx", nd.load(with_case()))


def test_no_finding_tells_where_the_borrower_lives():
    """A notice that lists what has no translation yet named the address, and findings are logged and shown."""
    data = complete()
    data["borrower"] |= {"registered_address": "四川省成都市示例路9号", "service_address": "四川省绵阳市示例路7号"}
    case = nd.load(data, draft=True)
    told = "".join(map(repr, nd.check(case))) + repr(nd.check(case)) + nd.check(case)._repr_html_()
    assert "通讯地址" in told
    for address in (case.borrower.address, "四川省成都市示例路9号", "四川省绵阳市示例路7号"):
        assert address[:6] not in told
