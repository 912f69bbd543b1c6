"""Payments beside the person's own words on them: what is told once more, with which number, and what is not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import Payment
from negotiation_docs.figures.fen import total
from negotiation_docs.views.exhibits import Backing, Exhibit, backing

_PAID: Final = re.compile(
    "还款|[已又另再所]还(?!没|未)|还[过了给清]|(?<![应未没月期])还(?=的|[0-9])|归还|偿还|支付|已付|付过|付了"
)
_DAY: Final = re.compile("[0-9]{1,2}月[0-9]{1,2}日")
_SUM: Final = re.compile(r"(?<![0-9])(?<![0-9],)[0-9][0-9,]*(?:\.[0-9]+)?(?=元)")


class ToldPayments(Struct, frozen=True):
    """The payments that a row is about, beside its words.

    ``meant``: the words speak of these without saying which: they follow in brackets. ``receipts``: the words name
    them by day and sum, and not their number; ``by_day`` where the words tell of several payments and a number needs
    its day, ``by_sum`` where two are of one day and it needs its sum as well. ``further``: the words name them not at
    all. ``spoken``: the words speak of something paid. ``summed``: they give what the payments come to.
    ``vouchers``: what proves the payments, where the row does not name it with its words.
    """

    meant: tuple[Payment, ...] = ()
    receipts: tuple[Payment, ...] = ()
    further: tuple[Payment, ...] = ()
    by_day: bool = False
    by_sum: bool = False
    spoken: bool = False
    summed: bool = False
    vouchers: Backing = Backing()


def names_payment(words: str | None) -> bool:
    """Whether ``words`` speak of something paid, in whatever way."""
    return _PAID.search(words or "") is not None


def told_payments(payments: Sequence[Payment], words: str) -> ToldPayments:
    """``payments`` beside ``words``: told twice one would look like two, and not told it has no number."""
    days, sums = _DAY.findall(words), _sums(words)
    named = [one for one in payments if _named(one, words, sums)]
    others = [one for one in payments if one not in named]
    spoken = bool(named) or names_payment(words)
    whole = total(one.amount for one in payments)
    meant = [
        one for one in others if spoken and (not sums or (not days and (whole in sums or _only(one, payments, sums))))
    ]
    return ToldPayments(
        meant=tuple(meant),
        receipts=tuple(one for one in named if one.ref and one.ref not in words),
        further=tuple(one for one in others if one not in meant),
        by_day=max(len(days), len(_SUM.findall(words))) > 1,
        by_sum=len({one.date for one in named}) < len(named),
        spoken=spoken,
        summed=whole in sums or (len(payments) == 1 and bool(named or meant)),
    )


def told_elsewhere(payments: Sequence[Payment], words: str) -> ToldPayments:
    """The same for a row beside another that tells them one by one: only what they come to is left to say."""
    made = told_payments(payments, words)
    return ToldPayments(spoken=made.spoken, summed=total(one.amount for one in payments) in _sums(words))


def proved_payments(
    made: ToldPayments,
    payments: Sequence[Payment],
    own: Sequence[str],
    exhibits: Mapping[str, Exhibit],
    *,
    summing: bool,
) -> tuple[Backing, ToldPayments]:
    """What is cited behind the words: ``own`` and, where nothing more is told after them, the vouchers; else the rest.

    ``summing``: whether what the payments come to is told after the words, unless they say so themselves; words that
    speak of payments and leave one out are followed by all of them, since nobody knows which ones they mean.
    """
    if summing and made.spoken and made.further:
        made = replace(made, meant=(), receipts=(), further=tuple(payments), summed=False)
    vouchers = [name for name in vouchers_of(payments) if name not in own]
    here = not made.further and (not summing or bool(made.meant) or (made.spoken and made.summed))
    rest = backing(() if here else vouchers, exhibits)
    return backing((*own, *vouchers) if here else own, exhibits), replace(made, vouchers=rest)


def vouchers_of(payments: Sequence[Payment]) -> tuple[str, ...]:
    """The ids of the evidence that proves ``payments``, each once."""
    return tuple(dict.fromkeys(name for payment in payments for name in payment.evidence))


def _sums(words: str) -> set[Decimal]:
    return {Decimal(found.replace(",", "")) for found in _SUM.findall(words)}


def _named(payment: Payment, words: str, sums: set[Decimal]) -> bool:
    """Whether ``words`` tell of ``payment``, by its day and its sum."""
    return f"{payment.date.month}月{payment.date.day}日" in words and payment.amount in sums


def _only(payment: Payment, payments: Sequence[Payment], sums: set[Decimal]) -> bool:
    return payment.amount in sums and sum(one.amount == payment.amount for one in payments) == 1
