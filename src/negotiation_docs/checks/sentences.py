"""Free text: how it continues the sentence, figures the file already holds, forbidden words, overlong sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain

from negotiation_docs.checks.rule import Found, Rule, TextRule, Told, found
from negotiation_docs.facts import Case, Cause, Direction
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.texts import Text
from negotiation_docs.facts.values.masking import echo, mask_text
from negotiation_docs.law.harms import harms
from negotiation_docs.law.phrases import ANYWHERE, AT_COURT, forbidden, suspected
from negotiation_docs.words.insertion import continued

_SUBJECT = re.compile(r"本人|我们?|申请人|借款人|持卡人")
_CONJUNCTION = re.compile(r"因为|由于|所以|但是|然后")
_SELF = re.compile(r"我(?!方|国|市|司|行)|本人")
_ME = re.compile(r"我(?!方|国|市|司|行)")
# The employer, put after 本人 without a word between, becomes the borrower's own firm.
_EMPLOYER = re.compile(
    "(?:公司|工厂|厂[子里]?|企业|工程|工地上?|项目|煤?矿[上山]?|商场|商圈|酒店|学校|幼儿园|医院|培训机构|旅行社|"
    "(?:[^，,；;。]{1,4})?(?:产线|生产线|车间))(?!的)"
)
_WRONGED = re.compile(r"(?:(?!他人|别人|有人|骗子|对方|不法)[^被遭受遇让]){0,12}(?:盗刷|骗[走取去]|冒用)")
# What nobody has of their own, so that 本人 before it is no possessor: 本人台风冲毁了大棚.
_AGENT = re.compile(
    "(?:(?:超?强)?台风|暴[雨雪风]|大[雨雪风火水](?!衣|车)|洪[水灾涝]|山洪|泥石流|地震|冰雹|旱灾|干旱|火灾|雷[击电]|寒潮|霜冻|"
    "市场|行情|[^，,；;。]{0,3}[^，,；;。单工]价格?(?=大?[下跌降]|走低|低迷)|疫情|病虫害|猪瘟|禽流感|法院|政府|公安|警方|税务局?|有关部门|城管|骗子|不法分子|对方|他人|别人)(?!期间|以来|之?后|过后|中)"
)
# Nobody does this to what is their own: whoever does it is told before the verb.
_DESTROYED = re.compile(
    "[^，,；;。被遭受遇因由让给致]{1,14}(?:冲[毁垮走]|摧毁|损毁|毁坏|淹[没死]|烧毁|吹[倒垮]|刮[倒垮]|压[垮塌]|砸[坏毁]|震塌|掀翻|打坏)了?"
)
_DATE = re.compile(
    r"(?:自从?|从|于|在)?(?:(?:19|20)\d\d\s*(?:年|-)\s*\d{1,2}月?|(?:[今去前]年)?\d{1,2}月(?![薪供租])|[今去前]年)(?:\d{1,2}日)?"
)
_MONTH = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月(?:\s*\d{1,2}\s*日)?")
_SUM = re.compile(r"(?<![\d.])(\d[\d,]{0,24}(?:\.\d+)?)\s*(万?)元")
_COUNT = re.compile(r"(?<![\d.第])(\d+(?:\.\d+)?)\s*(期|%)")
_OVERDUE = re.compile(r"逾期\s*\d+\s*[天日]")  # counted by the program, from the due date to the day of the balance
_LONGEST = 60  # characters a clerk takes in at one reading

Test = Callable[[Text], Iterator[dict[str, object]]]


def _clauses(text: Text) -> tuple[str, ...]:
    """The paragraphs of a text that follows 本人, as they will stand there; none of any other."""
    return tuple(map(continued, text.words.split("\n"))) if text.mark.use == "clause" else ()


def _subject(text: Text) -> Iterator[dict[str, object]]:
    if match := next(filter(None, map(_SUBJECT.match, _clauses(text))), None):
        yield {"word": match.group()}


def _reads(text: Text) -> Iterator[dict[str, object]]:
    """A conjunction, a 我, a second 本人 inside, a date at the start: what no letter would write.

    Only the first paragraph follows 本人; a later one stands by itself and may say 本人.
    """
    first, *rest = ("",) if text.mark.spoken else _clauses(text) or ("",)
    going_on = first.startswith("正在") and text.place[0] != "measures"
    dated = _DATE.match(first) and not _follows_date(text)
    if _CONJUNCTION.match(first) or _SELF.search(first, 1) or going_on or dated:
        yield {"sentence": mask_text(f"本人{first}。")[:_LONGEST]}
    elif alone := next((later for later in rest if _ME.search(later)), ""):
        yield {"sentence": mask_text(f"{alone}。")[:_LONGEST]}


def _spoken(told: Sequence[Told]) -> Iterator[Found]:
    """What the borrower said in a talk is told of 本人; the other side's words keep their 我."""
    for each in told:
        for text in each.texts:
            if text.mark.spoken and not _is_theirs(each, text) and any(map(_ME.search, _clauses(text))):
                yield found(*text.place, sentence=mask_text(f"本人{_clauses(text)[0]}。")[:_LONGEST])


def _employer(told: Sequence[Told]) -> Iterator[Found]:
    """What the employer did, told as if the firm were the borrower's; whose business failed has a firm of their own."""
    for each in told:
        for text in each.texts:
            first = next(iter(_clauses(text)), "")
            if _EMPLOYER.match(first) and not _own_business(each, text):
                yield found(*text.place, sentence=mask_text(f"本人{first}。")[:_LONGEST])


def _own_business(told: Told, text: Text) -> bool:
    place = text.place[1] if text.place[0] == "hardship" else None
    return isinstance(place, int) and told.case.hardship[place].cause is Cause.BUSINESS_FAILURE


def _wronged(told: Sequence[Told]) -> Iterator[Found]:
    """What was done to the borrower, told as if the borrower had done it: 本人境外网站盗刷."""
    for each in told:
        for text in each.texts:
            first = next(iter(_clauses(text)), "")
            place = text.place[1] if text.place[0] == "hardship" else None
            if isinstance(place, int) and each.case.hardship[place].cause is Cause.FRAUD and _WRONGED.match(first):
                yield found(*text.place, sentence=mask_text(f"本人{first}。")[:_LONGEST])


def _acted(told: Sequence[Told]) -> Iterator[Found]:
    """What somebody or something else did, told as if the borrower had done it or had it: 本人台风冲毁了大棚."""
    for each in told:
        for text in each.texts:
            first = next(iter(_clauses(text)), "")
            if not text.mark.spoken and (_AGENT.match(first) or _DESTROYED.match(first)):
                yield found(*text.place, sentence=mask_text(f"本人{first}。")[:_LONGEST])


def _is_theirs(told: Told, text: Text) -> bool:
    """Whether it is the summary of an incoming contact."""
    *_, where, place, name = ("", "", *text.place)
    if where != "contacts" or name != "summary" or told.debt is None or not isinstance(place, int):
        return False
    return told.debt.contacts[place].direction is Direction.INCOMING


def _dates(told: Sequence[Told]) -> Iterator[Found]:
    """A date that the letter writes by itself: at the start of a statement, or the month of the event once more."""
    for each in told:
        for text in each.texts:
            if _follows_date(text) and (written := _written_twice(text, each.case)):
                yield found(*text.place, date=echo(written))


def _written_twice(text: Text, case: Case) -> str:
    paragraphs = text.words.split("\n")
    for paragraph in paragraphs:
        if match := _DATE.match(paragraph):
            return match.group()
    since = case.hardship[int(text.place[1])].since if text.place[0] == "hardship" else None
    for match in _MONTH.finditer(re.split("[，。；,;]", paragraphs[0])[0]):
        if since and (int(match[1]), int(match[2])) == (since.year, since.month):
            return match.group()
    return ""


def _follows_date(text: Text) -> bool:
    """Whether the letter writes the day of the event before the text: a statement, not a measure or a reason."""
    return text.place[0] in ("hardship", "updates") and text.place[-1] == "statement"


def _long(text: Text) -> Iterator[dict[str, object]]:
    longest = max(map(len, re.split(r"[。；！？\n]", text.words)))
    if longest > _LONGEST:
        yield {"count": longest, "most": _LONGEST}


def _figures(told: Sequence[Told]) -> Iterator[Found]:
    for each in told:
        yield from _repeated_in(each)


def _repeated_in(told: Told) -> Iterator[Found]:
    known: set[Decimal] | None = None
    debt = told.debt
    periods = debt.proposal.periods if debt and debt.proposal else None
    for text in told.texts:
        if not text.mark.is_free or text.mark.spoken:
            continue
        sums, counts = _SUM.findall(text.words), _COUNT.findall(text.words)
        if known is None and (sums or counts):
            known = {*_sums(told.case, skip="debts"), *(_sums(debt) if debt else ())}
        for amount in (*_OVERDUE.findall(text.words), *_repeated(sums, counts, known or set(), periods)):
            yield found(*text.place, amount=amount)


def _repeated(
    sums: list[tuple[str, str]], counts: list[tuple[str, str]], known: set[Decimal], periods: int | None
) -> Iterator[str]:
    """The figures among those of a text that the file holds elsewhere, as they are written."""
    for digits, wan in sums:
        if (value := Decimal(digits.replace(",", "")) * (10000 if wan else 1)) and value in known:
            yield f"{digits}{wan}元"
    for digits, unit in counts:
        if (unit == "期" and digits == str(periods)) or (unit == "%" and Decimal(digits) / 100 in known):
            yield f"{digits}{unit}"


def _sums(facts: Facts, skip: str = "") -> Iterator[Decimal]:
    """Every amount of money below a model."""
    for name, value in facts:
        if name == skip:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Facts):
                yield from _sums(one)
            elif isinstance(one, Decimal):
                yield one


def _phrases(group: str, told: Sequence[Told]) -> Iterator[Found]:
    """Words that no paper may say, in what the borrower says."""
    for each in told:
        yield from _forbidden_in(each, group)


def _forbidden_in(told: Told, group: str) -> Iterator[Found]:
    """Judged for every creditor that reads it; which law may be named in which paper is for the papers to say."""
    said = [text for text in told.texts if text.mark.is_free and not text.mark.quoted]
    if group == "tone":  # how the other side spoke is told as it was
        said = [text for text in said if not _is_theirs(told, text)]
    words = [text.words for text in said]
    lenders = dict.fromkeys(reader.creditor.kind.value for reader in told.readers)
    strict = [lender for lender in lenders if suspected(words, lender, ANYWHERE, group=group)]
    for text in said if strict else ():
        paper = AT_COURT if "litigation" in text.place else ANYWHERE
        phrases = (phrase for lender in strict for phrase in forbidden(text.words, lender, paper, group=group))
        for phrase in {(one.id, one.phrase): one for one in phrases}.values():
            values = {"phrase": echo(phrase.phrase), "why": phrase.message, "better": phrase.better}
            yield found(*text.place, **values)


def _harms(told: Sequence[Told]) -> Iterator[Found]:
    """What the borrower admits beyond the debt: a paper that tells it is signed."""
    for each in told:
        for text in each.texts:
            if text.mark.is_free and not text.mark.quoted and not _is_theirs(each, text):
                for one in harms(text.words):
                    yield found(*text.place, phrase=echo(one.phrase), why=one.why, better=one.better)


def _each(test: Test, told: Sequence[Told]) -> Iterator[Found]:
    for text in chain.from_iterable(each.texts for each in told):
        if text.mark.is_free:
            yield from (found(*text.place, **values) for values in test(text))


RULES: tuple[Rule, ...] = (
    TextRule("text.subject", partial(_each, _subject)),
    TextRule("text.date", _dates),
    TextRule("text.reads", partial(_each, _reads)),
    TextRule("text.reads", _spoken),
    TextRule("text.reads", _employer),
    TextRule("text.reads", _wronged),
    TextRule("text.reads", _acted),
    TextRule("text.figure", _figures),
    TextRule("text.law", partial(_phrases, "law")),
    TextRule("text.tone", partial(_phrases, "tone")),
    TextRule("text.harm", _harms),
    TextRule("text.long", partial(_each, _long)),
)
