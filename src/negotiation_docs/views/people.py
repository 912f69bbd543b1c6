"""Who writes and who reads: the applicant's block, the lender's forms of address, the account's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from negotiation_docs.facts import Borrower, Case, Creditor, Debt, Reveal
from negotiation_docs.facts.values.identifiers import is_mobile
from negotiation_docs.facts.values.masking import mask_document, mask_id
from negotiation_docs.words.lexicon import lexicon
from negotiation_docs.words.voice import Voice

BANKS = frozenset({"bank_card", "bank_loan"})


class ContactLine(Struct, frozen=True):
    """One line of a block: a label and its value."""

    label: str
    value: str


class Applicant(Struct, frozen=True):
    """The borrower as papers to a creditor print them: reachable in full, identity number masked unless revealed."""

    name: str
    id_label: str
    id_number: str
    lines: tuple[ContactLine, ...]
    channels: tuple[str, ...]
    times: str
    reply_to: str


class FormerCreditor(Struct, frozen=True):
    """原债权人: the lender of the contract before the transfer, and the day of the notice."""

    name: str
    notice: date | None


class Reader(Struct, frozen=True):
    """The creditor as addressed: 贵行 to a bank, 您 to a person, 贵公司 to everyone else."""

    name: str
    kind: str
    you: str
    honorific: str
    department: str
    platform: str
    penalty: str
    private: bool
    card_bank: bool
    charges: bool
    transferor: FormerCreditor | None


class Account(Struct, frozen=True):
    """What the debt is called: its product and the last digits or contract number.

    ``original`` is the product's own name where an English paper can only name the kind of account; ``card_name`` is
    what of it one can hold in the hand (信用卡).
    """

    product: str
    original: str
    card_name: str
    ref: str
    card: bool


def applicant(case: Case, voice: Voice) -> Applicant:
    """The borrower's head and contact block."""
    person = case.borrower
    label, number = _identity(case, voice)
    return Applicant(
        name=voice.name(person.name),
        id_label=label,
        id_number=number,
        lines=tuple(_contact_lines(person, voice)) or _gap_lines(voice),
        channels=tuple(voice.label(channel) for channel in person.contact_by),
        times=voice.say(person.contact_times),
        reply_to=_reply_to(person.email, person.phone, voice),
    )


def _identity(case: Case, voice: Voice) -> tuple[str, str]:
    """What identifies the borrower, and its number, masked unless revealed."""
    person, revealed = case.borrower, Reveal.ID_NUMBER in case.choices.reveal
    if document := person.id_document:
        label = voice.words.phrases["id_document"].format(kind=voice.label(document.kind))
        return label, document.number if revealed else mask_document(document.number)
    number = person.id_number or ""
    return voice.words.labels["id_number"], number if revealed or not number else mask_id(number)


def _contact_lines(person: Borrower, voice: Voice) -> Iterator[ContactLine]:
    stated = {
        "phone" if person.phone and is_mobile(person.phone) else "landline": person.phone,
        "wechat": person.wechat,
        "email": person.email,
        "address": voice.name(person.address),
    }
    return (ContactLine(voice.words.labels[key], value) for key, value in stated.items() if value)


def _gap_lines(voice: Voice) -> tuple[ContactLine, ...]:
    return (ContactLine(voice.words.labels["phone"], voice.gap(Borrower, "phone")),) if voice.draft else ()


def _reply_to(email: str | None, phone: str | None, voice: Voice) -> str:
    phrases = voice.words.phrases
    if email:
        return phrases["reply_email"].format(email=email)
    return phrases["reply_phone"].format(phone=phone) if phone else ""


def original_kind(creditor: Creditor) -> str:
    """The kind of lender the contract was made with, whoever holds the debt now."""
    transferor = creditor.transferred_from
    return transferor.kind.value if transferor else creditor.kind.value


def reader(debt: Debt, voice: Voice) -> Reader:
    """The creditor of ``debt`` with every form of address the papers use."""
    creditor = debt.creditor
    kind = creditor.kind.value
    private = kind == "private"
    transferor = creditor.transferred_from
    return Reader(
        name=voice.name(creditor.name),
        kind=kind,
        you=_you(kind, voice),
        honorific=_honorific(creditor, voice),
        department=voice.name(creditor.department),
        platform=voice.name(creditor.platform),
        penalty=_penalty(original_kind(creditor), voice),
        private=private,
        card_bank=kind == "bank_card",
        charges=not private or _bears_charges(debt),
        transferor=FormerCreditor(voice.name(transferor.name), transferor.notice) if transferor else None,
    )


def _you(kind: str, voice: Voice) -> str:
    if voice.lang == "en":
        return "you"
    return "您" if kind == "private" else "贵行" if kind in BANKS else "贵公司"


def _honorific(creditor: Creditor, voice: Voice) -> str:
    if voice.lang == "en":
        return _english_honorific(creditor, voice)
    salutation = creditor.salutation.label if creditor.salutation else ""
    return f"尊敬的{creditor.name}{salutation}"


def _english_honorific(creditor: Creditor, voice: Voice) -> str:
    """Mr Shen, of a person whose English name is in the file (the family name first, as in Chinese)."""
    if creditor.salutation is None:
        return voice.name(creditor.name)
    known = voice.english.get(creditor.name, "").split()
    return f"{voice.label(creditor.salutation)} {known[0] if known else creditor.name}"


def _penalty(kind: str, voice: Voice) -> str:
    """Cards bear 违约金 (银发〔2016〕111号), loans 罚息; between private persons it is late interest."""
    if voice.lang == "en":
        return {"bank_card": "late charges", "private": "overdue interest"}.get(kind, "penalty interest")
    return {"bank_card": "违约金", "private": "逾期利息"}.get(kind, "罚息")


def _bears_charges(debt: Debt) -> bool:
    """Whether a private loan bears anything beyond its principal."""
    balance, contract = debt.balance, debt.contract
    if contract.annual_rate:
        return True
    return any((balance.interest, balance.penalty, balance.fees))


def account(debt: Debt, voice: Voice) -> Account:
    """The name of the account in prose; without a product, what the lender's kind suggests and no more."""
    card = original_kind(debt.creditor) == "bank_card"
    kind = voice.words.accounts["card" if card else "private" if debt.creditor.kind.value == "private" else "loan"]
    known = voice.translated(debt.product)
    # “信用卡欠款” is what is owed on the account; the sentences say 欠款 themselves. A 债权 is no product at all.
    stated = voice.say(debt.product).removesuffix("欠款") if known and "债权" not in (debt.product or "") else ""
    return Account(
        product=stated or kind,
        original="" if known or debt.product in lexicon("zh").accounts.values() else debt.product or "",
        card_name=stated if stated.endswith("卡") else kind,
        ref=voice.say(debt.account) if debt.account else voice.gap(Debt, "account"),
        card=card,
    )


def siblings(case: Case, debt: Debt, voice: Voice) -> tuple[Account, ...]:
    """The other open accounts that this very lender has with the borrower."""
    mine = (other for other in case.debts if other.creditor.name == debt.creditor.name and other.id != debt.id)
    return tuple(account(other, voice) for other in mine if not other.settled_by(case.dated))
