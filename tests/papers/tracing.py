"""Where each figure and word of a paper comes from: the case file, a computation, a template, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.facts import Debt
from negotiation_docs.facts.values.masking import mask_id
from negotiation_docs.figures.allocation import month_to_share, sharing
from negotiation_docs.figures.bound import principal_now
from negotiation_docs.figures.charges import waiver
from negotiation_docs.figures.compare import Option
from negotiation_docs.figures.deferral import deferred
from negotiation_docs.figures.wording import overdue_days, percent, rmb_upper
from negotiation_docs.law.lpr import cap
from tests.papers.allowed import (
    AMOUNT,
    DATE_EN,
    DATE_ISO,
    DATE_ZH,
    MONTHS,
    amounts,
    dates,
    facts,
    schedules,
    shown_dates,
)

ROOT = Path(__file__).parents[2]
HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
UPPER = re.compile("人民币([零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+)")
FACT = "\ue000"  # stands for words that were traced


YOU = ("贵公司", "贵行", "贵中心")


def own_words(case: nd.Case) -> Iterator[str]:
    """The words of the file as papers may print them, masked identity number and translations included."""
    ids = {debt.id for debt in case.debts}  # in no paper
    for value in facts(case):
        if isinstance(value, str) and not isinstance(value, StrEnum) and value not in ids:
            yield value
            yield from value.split("\n")
            yield value.removeprefix("已")
    for seal in (seal for debt in case.debts for contact in debt.contacts for seal in contact.seals):
        yield "SHA-256"
        yield " ".join(re.findall("[0-9a-f]{8}", seal.sha256))
    if case.borrower.id_number:
        yield mask_id(case.borrower.id_number)


def law() -> Iterator[str]:
    """How rules of the citation table are named in either language."""
    for rule in nd.rules():
        yield rule.text
        yield rule.english


def compared(case: nd.Case, debt: Debt) -> Iterator[Option]:
    """The plan, its alternative and the original contract side by side."""
    if debt.proposal is not None:
        try:
            yield from nd.compare(case, debt.id)
        except nd.FactsError:
            return


def without(text: str, words: Iterable[str]) -> str:
    """``text`` with each of ``words`` (two characters or more) taken out, the longest first."""
    there = text.lower()
    for word in sorted({word for word in words if len(word) > 1 and word.lower() in there}, key=len, reverse=True):
        inside = word[:1].isdigit() and word[-1:].isdigit()
        text = re.sub(
            rf"(?<!\d){re.escape(word)}(?!\d)" if inside else re.escape(word), FACT, text, flags=re.IGNORECASE
        )
    return text


class Traces:
    """All that papers about one debt of a case may show, worked out once for as many papers as there are."""

    def __init__(self, case: nd.Case, debt: Debt) -> None:
        options = list(compared(case, debt))
        self.money = amounts(case, debt) | {
            sum_ for option in options for sum_ in (option.first, option.interest, option.total)
        }
        self.days = dates(case, debt) | {option.last_due for option in options}
        self.in_words = {rmb_upper(sum_) for sum_ in self.money if sum_ >= 0 and sum_ == round(sum_, 2)}
        self.counts = list(_counts(case, debt, self.days))
        self.words = frozenset([*own_words(case), *law()])


def untraced_figures(text: str, traces: Traces) -> list[str]:
    """Figures in digits or in 大写 that are neither stated in the case file nor computed from it."""
    found = [shown for shown in UPPER.findall(text) if shown not in traces.in_words]
    rest = without(text, traces.words)
    found += [shown for shown in AMOUNT.findall(rest) if Decimal(shown.replace(",", "")) not in traces.money]
    found += [str(shown) for shown in shown_dates(rest) - traces.days]
    for pattern in (AMOUNT, DATE_ZH, DATE_EN, DATE_ISO):
        rest = pattern.sub(FACT, rest)
    for pattern, allowed in traces.counts:
        for match in re.finditer(pattern, rest, re.MULTILINE):
            found += [match[0] for number in match.groups() if number is not None and number not in allowed]
        rest = re.sub(pattern, FACT, rest, flags=re.MULTILINE)
    return found + re.findall(r"\d+(?:[.,:]\d+)*%?", rest)


def _falls(case: nd.Case) -> set[str]:
    """How far income fell by each cause, in percent."""
    if case.finances is None or case.finances.income is None or case.finances.essentials is None:
        return set()
    now = nd.budget(case).own_income
    before = [cause.income_before for cause in case.hardship if cause.income_before]
    return {percent((was - now) / was, 1).removesuffix("%") for was in before}


def _counts(case: nd.Case, debt: Debt, days: set[date]) -> Iterator[tuple[str, set[str]]]:
    """Patterns of what is counted, each with the numbers it may show."""
    plans = list(schedules(case, debt))
    ends = {edge for plan in plans for run in plan.groups for edge in (run.first, run.last)}
    ends |= {row.period for plan in plans for row in plan.instalments if debt.payments}
    ends |= {debt.deferral.instalment} if debt.deferral else set()
    put_off = deferred(case, debt)
    ends |= {one.period for one in put_off.within} if put_off else set()
    yield from (*_at_court(debt), *_put_off(case, debt), *_paid_earlier(debt))
    yield r"(22)时至次日(8)时|(?:(\d+) )?between (22):(00) and (8):(00)", _text(range(23)) | {"00"}
    periods = {len(plan.instalments) for plan in plans}
    quantity = {number for item in case.evidence for number in (item.pages, item.copies or 1)}
    upto = set(range(1, len(case.evidence) + 1))
    yield (
        r"第(\d+)至(\d+)期|第(\d+)期|instalments? (\d+)(?:, (\d+))*(?: (?:to|and) (\d+))?|, no\. (\d+)(?: to (\d+))?$",
        _text(ends),
    )
    yield r"分(\d+)期|(\d+) (?:month|quarter|half-year|year)ly instalments", _text(periods)
    yield from _asked_otherwise(plans)
    strip = (
        r"^(?:请求|方案|期数|备选)\t(\d+)期|[\t；](\d+)期，",
        r"^(?:Request|Arrangement|Proposal|Alternative|\ue000)\t.*?(\d+) instalments|^Instalments\t(\d+)",
        r"(\d+) instalments(?:: | from)",
    )
    yield "|".join(strip), _text(periods)
    yield r"^(?:变更后|After the change)\t(\d+)(?:期| instalments)|^(\d+)(?:至| to )(\d+)\t", _text(periods | ends)
    yield r"^(?:Enclosed|To follow|Not available)\t(\d+)$", _text(upto)
    yield r"连续(\d+)期|(\d+) consecutive payments|made (\d+) payments? on time", _text({debt.paid_on_time})
    months = {str(plan.every) for plan in plans} | {str(day.month) for day in days}
    pay_days = _text({day.day for day in days})
    yield r"每(\d+)个月|every (\d+)(?:st|nd|rd|th) month", months
    every = _text({plan.every for plan in plans})
    yield r"分摊到(\d+)个月|(?:超出|在)(\d+)个月余额|spread over (\d+) months", every
    yield r"(\d+)月(?=[、的])", _text({row.due.month for plan in plans for row in plan.instalments})
    yield r"的(\d+)日还款|的(\d+)日为还款日|最后一个月的(\d+)日|每年\d+月(\d+)日|the (\d+)(?:st|nd|rd|th) of", pay_days
    yield r"（(\d+\.\d)%）|\((\d+\.\d)%\)", _falls(case)
    yield from _of_people_and_days(case, debt, days)
    yield r"(\d+)笔欠款|among (\d+) debts", _text({len(case.debts)})
    yield (
        r"(\d+)份|(\d+)页|(\d+) (?:originals?|cop(?:y|ies)|screenshots?|electronic files?)|(\d+) pages?",
        _text(quantity),
    )
    finances = case.finances
    listed = (finances.income, finances.essentials, finances.other_debts) if finances else ()
    lines_ = _text(
        range(1, sum(len(lines or ()) for lines in listed) + len(case.debts) + 8)
    )  # its own tests add them up
    yield r"(?<=[第至、])(\d+)(?=[、至行])|[Ll]ines? (\d+)(?:, (\d+))*(?: (?:and|to) (\d+))?", lines_
    yield r"附件(\d+)|Attachments? (\d+)(?:, (\d+))*(?: and (\d+))?", _text(upto)
    yield (
        r"(\d+)项|(\d+) items? (?:is|are)|(\d+) (?:will follow|cannot be)|(\d+) open points?",
        _text(upto | set(range(14))),
    )
    yield r"(\d+)月(\d+)日", {str(part) for day in days for part in (day.month, day.day)}
    yield rf"(\d+) (?:{'|'.join(MONTHS)})", _text({day.day for day in days})
    times = [contact.at for contact in debt.contacts if isinstance(contact.at, datetime)]
    clock = {form for at in times for form in (str(at.hour), f"{at.hour:02d}", f"{at.minute:02d}")}
    yield r"(\d+)时(?:(\d+)分)?|at (\d+):(\d+)", clock
    yield from _contacts(case, debt, clock)
    yield from _division(case)
    yield r"(\d+(?:\.\d+)?%)", set(_percentages(case, debt))
    yield r"section (4)", {"4"}
    yield from _performed(debt, days, _text(ends))
    yield r"^(\d+)\t", _text({row.period for plan in plans for row in plan.instalments} | upto) | lines_
    yield (
        r"\t(\d+)(?=\t)",
        _text(periods | {option.periods for option in compared(case, debt)}),
    )  # the comparison of plans
    yield r"(?:^|[：；　]|: |; )(\d+)\.(?!\d)", _text(set(range(1, 21)))  # headings, lists and attachments


def _asked_otherwise(plans: list[nd.Schedule]) -> Iterator[tuple[str, set[str]]]:
    """The days while an account is checked; a plan that was refused beside the one of now."""
    yield r"起(\d+)日内|For (\d+) days from", {"30"}
    periods = {len(plan.instalments) for plan in plans}
    yield r"减少(\d+)期|(\d+) fewer instalments?", _text({one - other for one in periods for other in periods})
    yield r"^(?:期数|Instalments)\t(\d+)期?\t(\d+)期?$|^(?:本次方案|Proposal now)\t(\d+)", _text(periods)


def _division(case: nd.Case) -> Iterator[tuple[str, set[str]]]:
    """What the division among creditors counts: debts, and the 分 that rounding leaves."""
    debts = _text(range(len(case.debts) + 1))
    yield r"有(\d+)笔|^参与分配\t(\d+)笔|（(\d+)笔）|negotiating (\d+) debts|^Debts sharing it\t(\d+)", debts
    yield r"\((\d+) debts?\)|(?:no share|being checked): (\d+)|尾差(\d+)分|\((\d+) fen\)", debts


def _contacts(case: nd.Case, debt: Debt, clock: set[str]) -> Iterator[tuple[str, set[str]]]:
    """What the log, the query and the step above count."""
    log = [contact for contact in debt.contacts if contact.day <= case.dated]
    upto, days = _text(range(1, len(log) + 1)), _text((case.dated - contact.day).days for contact in log)
    yield r"(22):(00)(?:至次日| and )(8):(00)", {"22", "00", "8"}
    yield r"\ue000 ?(\d{2}):(\d{2})", clock
    yield r"(\d+) by me$|touch (\d+) times?|written to (\d+) times?", upto
    often = r"同日第([47])次及以后|(?:(\d+) )?from (?:call )?no\. ([47]) of a day"
    yield rf"{often}|同日第(\d+)次来电|call no\. (\d+) of the day", upto | {"4", "7"}
    points = _text(range(20))
    yield r"^(?:In writing|Not in writing|Not as said)\t(\d+)$|Points still open: (\d+)\.", points
    yield r"^([1-9]|1[0-3])\t(?=[^\t]+\t[^\t]*\t[^\t]*\t[^\t]+\t)", points  # the thirteen points of an agreement
    yield r"(\d+)次|There have been (\d+) contacts|^Contacts\t(\d+)$|(?:\ue000(?: onwards)?|than me): (\d+)[.;]", upto
    yield r"(\d+) (?:ended|left|had|with|between|from call)", upto
    staff = [re.sub(r"\D", "", contact.agent or "") for contact in debt.contacts]
    yield r"staff number (\d+)", set(staff)
    yield r"(\d+)日(?=[，。\n]|$)|(\d+) days? (?:later|since)|after (\d+) days?$|^Since then\t(\d+) days?", days


def _put_off(case: nd.Case, debt: Debt) -> Iterator[tuple[str, set[str]]]:
    """How long a deferral is, and the months of a payment holiday."""
    asked = deferred(case, debt)
    lasting = r"（(\d+)个月）|(\d+)个月计算|(\d+)天（|for (\d+) months?|\((\d+) months?\)|for (\d+) days?"
    yield lasting, _text({asked.months, asked.days} if asked else set())
    if asked and asked.holiday:
        months = (asked.start, asked.to, asked.resumes)
        told = {form for day in months for form in (str(day.year), str(day.month))}
        yield r"(\d{4})年(\d{1,2})月(?!\d)|至(\d{1,2})月(?!\d)", told
        yield rf"(?<!\d )(?:{'|'.join(MONTHS)}) (\d{{4}})", told


def _of_people_and_days(case: nd.Case, debt: Debt, days: set[date]) -> Iterator[tuple[str, set[str]]]:
    """The household, the debts beside this one, and how long it is overdue."""
    others = _text({len(case.debts) - 1})
    yield r"另有?(\d+)笔欠款|(?:is for|arrangements for|the rest has to be shared among) (\d+) other debts?", others
    household = (case.finances.household if case.finances else None) or ()
    yield r"(\d+)岁|aged (\d+)", _text({member.age for member in household})
    yield r"每月(\d+)日|the (\d+)(?:st|nd|rd|th) of each month", _text({day.day for day in days})
    as_of = debt.balance.as_of
    counted = as_of if as_of and not (debt.due and as_of <= debt.due) else case.dated
    late = overdue_days(debt.due, counted) if debt.due else None
    yield r"逾期(\d+)日|(\d+) days? overdue", _text({late})
    yield (
        r"(?:共|本人)(\d+)人|(\d+) (?:person|people) in the household|household of (\d+) (?:person|people)",
        _text({case.finances.persons if case.finances else None}),
    )


def _at_court(debt: Debt) -> Iterator[tuple[str, set[str]]]:
    """The rows of a court's form, its notes, its evidence, and what a request names."""
    if debt.litigation is None:
        return
    rows = _text(range(1, 21))
    yield r"证据(\d+)(?:、(\d+))*|Evidence (\d+)(?:, (\d+))*(?: and (\d+))?", rows
    yield r"(?:^|\t)(\d+)\.", rows
    limit = cap(debt)
    yield r"（年(\d+(?:\.\d+)?%)）|\((\d+(?:\.\d+)?%) a year\)", {percent(limit.rate)} if limit else set()
    yield r"年利率(24)%|exceeds (24)% a year", {"24"}


def _paid_earlier(debt: Debt) -> Iterator[tuple[str, set[str]]]:
    """How often something was paid under an agreement before."""
    earlier = debt.agreement.earlier if debt.agreement else ()
    yield r"还款(\d+)次|已还的(\d+)次|made (\d+) payments,|\((\d+) times", _text(len(one.payments) for one in earlier)


def _performed(debt: Debt, days: set[date], periods: set[str]) -> Iterator[tuple[str, set[str]]]:
    """What a paper about a confirmed plan counts: instalments, and months in which something changed."""
    yield r"[第、](\d+)(?=[、期])|[Ii]nstalments? (\d+)", periods
    parts = {str(part) for day in days for part in (day.year, day.month)}
    yield rf"(\d{{4}})年(\d+)月(?!\d)|(?:{'|'.join(MONTHS)}) (\d{{4}})", parts
    yield r"足额偿还(\d+)期|; (\d+) instalments?", _text(range(len(debt.payments) + 1))


def _text(numbers: Iterable[object]) -> set[str]:
    return {str(number) for number in numbers}


def _percentages(case: nd.Case, debt: Debt) -> Iterator[str]:
    for about in (None, debt.id):
        owed = {other.id: principal_now(case, other) or Decimal(0) for other in sharing(case, about)}
        for part in (*owed.values(), sum(owed.values()) - owed.get(debt.id, Decimal(0))):
            if not part:
                continue
            yield f"{(part / sum(owed.values()) * 100).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"
    for value in facts(case):
        if isinstance(value, Decimal) and value < 1:
            yield percent(value)
    if asked := waiver(debt):
        yield percent(asked.share, 2)
    if case.finances and case.finances.income:
        limits = [limit for limit in _limits(case, debt) if limit > 0]
        for plan in schedules(case, debt):
            monthly = [(row.payment / plan.every).quantize(Decimal("0.01"), ROUND_CEILING) for row in plan]
            yield from (percent(part / limit, 1) for part in monthly for limit in limits)


def _limits(case: nd.Case, debt: Debt) -> Iterator[Decimal]:
    """What a plan may take of a month: what is left, and the share of it."""
    for about in (None, debt.id):
        yield from (month_to_share(case, about).disposable, nd.allocation(case, about=about)[debt.id])


@cache
def vocabulary() -> str:
    """All that templates and the code around them can say of themselves."""
    source = ROOT / "src" / "negotiation_docs"
    files = [
        *(ROOT / "templates").rglob("*.html"),
        *(source / "views").rglob("*.py"),
        *(source / "words").rglob("*.py"),
        *(source / "words" / "data").glob("*.json"),
        *(source / "templating").rglob("*.py"),
        *(source / "law").rglob("*.py"),
        *(source / "facts").rglob("*.py"),
    ]
    files += [source / "law" / "data" / name for name in ("citations.json", "creditors.json", "court_forms.json")]
    files += [source / "rendering.py"]
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(files))


@cache
def english_vocabulary() -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"[A-Za-z]+", vocabulary()))


def untraced_words(text: str, traces: Traces) -> list[str]:
    """Words that neither the file, nor the citation table, nor any template or label holds."""
    rest = without(text, [*traces.words, *YOU])
    for pattern in (UPPER, AMOUNT, DATE_ZH, DATE_EN, DATE_ISO):
        rest = pattern.sub(FACT, rest)
    latin = [
        word
        for word in re.findall(r"[A-Za-z]+", rest)
        if word.lower() not in english_vocabulary() and word not in MONTHS
    ]
    return latin + [run for run in re.findall(f"[{HAN}]+", rest) if not _said(run)]


@cache
def _said(run: str) -> bool:
    """Whether a stretch of Chinese is made of pieces of two characters or more that templates or labels hold."""
    reached = {0}
    for end in range(1, len(run) + 1):
        if any(start in reached and _known(run[start:end]) for start in range(max(0, end - 16), end)):
            reached.add(end)
    return len(run) in reached


@cache
def _known(piece: str) -> bool:
    return piece in vocabulary() if len(piece) > 1 else piece in SINGLE


# Words of one character: units, numerals of headings, prepositions; 转 a department, 无 other requests.
SINGLE = frozenset(
    "元年月日岁时分期项人份页笔行前第每一二三四五六七八自至于与以为作受就余无系如请在给供向应按转您起据另并后已的次将和男女有是否见对止"
)
