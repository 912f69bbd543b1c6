"""Who writes and who reads: the applicant's block, the lender's forms of address, the account's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from negotiation_docs.facts import Borrower, Case, Channel, ChargeKind, Creditor, Debt, Reveal, Transferor
from negotiation_docs.facts.values.identifiers import is_mobile
from negotiation_docs.facts.values.masking import mask_document, mask_id
from negotiation_docs.figures.charges import bears_charges
from negotiation_docs.law.creditors import lender_of, profile
from negotiation_docs.standing.talks.speakers import agreed_with_seller
from negotiation_docs.words.voice import Voice


class ContactLine(Struct, frozen=True):
    """One line of a block: a label and its value."""

    label: str
    value: str


LATE_CHARGES = frozenset({"违约金", "罚息", "逾期利息", "滞纳金"})


_NO_ACCOUNT = frozenset({"无", "没有", "无账号", "无编号", "none"})


class Applicant(Struct, frozen=True):
    """The borrower as papers to a creditor print them: reachable in full, identity number masked unless revealed."""

    name: str
    own_name: str
    id_label: str
    id_number: str
    lines: tuple[ContactLine, ...]
    phone: str
    email: str
    address: str
    channels: tuple[str, ...]
    times: str
    reply_to: str


class Identity(Struct, frozen=True):
    """The number of the document in full, postcode and occupation: what a form wants that tells people apart."""

    number: str
    postcode: str
    occupation: str


class FormerCreditor(Struct, frozen=True):
    """原债权人: the lender of the contract before the transfer, and the day of the notice.

    ``served``: a complaint of the new creditor has been served, which is the notice (合同编通则解释 48(2)).
    """

    name: str
    notice: date | None
    served: bool


class Reader(Struct, frozen=True):
    """The creditor as addressed (``you``: 贵行, 贵公司, 您), with what its row of the table of kinds says of it.

    ``penalty`` is what the lender of the contract calls its charge for paying late; ``charges`` is false for a private
    loan that bears none; ``reports`` where lenders of its kind may report to the credit database; ``figures`` how the
    figures in dispute are called: ``recorded`` by the reader, ``claimed`` by a private one, else ``listed`` by nobody.
    ``agreed_with`` is the original creditor, where the agreement was made before the transfer was notified, else empty.
    """

    name: str
    kind: str
    you: str
    honorific: str
    department: str
    platform: str
    penalty: str
    reference: str
    acquired: str
    loan: bool
    person: bool
    private: bool
    card_bank: bool
    charges: bool
    reports: bool
    figures: str
    agreed_with: str
    transferor: FormerCreditor | None


class Account(Struct, frozen=True):
    """What the debt is called: its product and the last digits or contract number.

    ``original`` is the product's own name where an English paper can only name the kind of account; ``card_name`` is
    what of it one can hold in the hand (信用卡); ``apart`` where the contract has another number than the account.
    """

    product: str
    original: str
    card_name: str
    ref: str
    card: bool
    apart: bool


def applicant(case: Case, voice: Voice) -> Applicant:
    """The borrower's head and contact block."""
    person = case.borrower
    label, number = _identity(case, voice)
    return Applicant(
        name=voice.name(person.name),
        own_name=person.name,
        id_label=label,
        id_number=number,
        lines=tuple(_contact_lines(person, voice)) or _gap_lines(voice),
        phone=person.phone or "",
        email=person.email or "",
        address=voice.name(person.address),
        channels=tuple(voice.label(channel) for channel in person.contact_by),
        times=voice.say(person.contact_times),
        reply_to=_reply_to(person, voice),
    )


def identity(case: Case, voice: Voice) -> Identity:
    """What a form prints in full; empty where it is not stated."""
    person = case.borrower
    document = person.id_document
    return Identity(
        document.number if document else person.id_number or "", person.postcode or "", voice.say(person.occupation)
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


def _reply_to(person: Borrower, voice: Voice) -> str:
    """Where an answer in writing reaches the borrower: the first way that was chosen, else by mail, message or post."""
    phrases = voice.words.phrases
    mobile = person.phone if person.phone and is_mobile(person.phone) else ""
    ways = {
        Channel.EMAIL: phrases["reply_email"].format(email=person.email) if person.email else "",
        Channel.SMS: phrases["reply_phone"].format(phone=mobile) if mobile else "",
        Channel.LETTER: phrases["reply_address"] if person.address else "",
        Channel.WECHAT: phrases["reply_wechat"].format(wechat=person.wechat) if person.wechat else "",
    }
    return next((ways[way] for way in (*person.contact_by, *ways) if ways.get(way)), "")


def reader(debt: Debt, voice: Voice) -> Reader:
    """The creditor of ``debt`` with every form of address the papers use."""
    creditor = debt.creditor
    row = profile(creditor.kind)
    transferor = creditor.transferred_from
    return Reader(
        name=voice.name(creditor.name),
        kind=creditor.kind.value,
        you=row.you.of(voice.lang),
        honorific=_honorific(creditor, voice),
        department=voice.name(creditor.department),
        platform=voice.name(creditor.platform),
        penalty=_late_charge(debt, voice),
        reference=row.reference.of(voice.lang),
        acquired=_acquired(debt, voice),
        loan=lender_of(creditor).loan,
        person=row.person,
        private=row.private,
        card_bank=row.card,
        charges=not row.private or bears_charges(debt),
        reports=row.reports_credit,
        figures=_figures(debt),
        agreed_with=voice.name(agreed_with_seller(debt)),
        transferor=_former(transferor, debt, voice) if transferor else None,
    )


def _former(seller: Transferor, debt: Debt, voice: Voice) -> FormerCreditor:
    return FormerCreditor(voice.name(seller.name), seller.notice, debt.sued_by_holder)


def _acquired(debt: Debt, voice: Voice) -> str:
    """How the claim came to this lender: where no notice of a transfer has arrived, only that it claims."""
    seller = debt.creditor.transferred_from
    if seller and not seller.notice:
        return voice.words.phrases["claims"]
    return profile(debt.creditor.kind).acquired.of(voice.lang)


def _figures(debt: Debt) -> str:
    """In a suit a private lender claims what the complaint says; what a transferee records is not what a seller did."""
    private = profile(debt.creditor.kind).private
    if debt.creditor.transferred_from or (private and debt.litigation):
        return "listed"
    return "claimed" if private else "recorded"


def _late_charge(debt: Debt, voice: Voice) -> str:
    """What this lender's late charge is called: by the one name its lines carry, else by the kind of lender."""
    lines = {charge.name for charge in debt.balance.charges if charge.kind is ChargeKind.PENALTY}
    name = next(iter(lines)) if len(lines) == 1 else None
    if name in LATE_CHARGES and voice.translated(name):
        return voice.say(name)
    return lender_of(debt.creditor).late_charge.of(voice.lang)


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


def account(debt: Debt, voice: Voice) -> Account:
    """The name of the account in prose; without a product, what the lender's kind suggests and no more."""
    row = lender_of(debt.creditor)
    kind = row.account.of(voice.lang)
    known = voice.translated(debt.product)
    stated = _product(voice.say(debt.product)) if known and "债权" not in (debt.product or "") else ""
    return Account(
        product=stated or kind,
        original="" if known or debt.product == row.account.zh else debt.product or "",
        card_name=stated if stated.endswith("卡") else kind,
        ref=_ref(debt, voice),
        card=row.card,
        apart=debt.contract.number not in (None, debt.account),
    )


def _ref(debt: Debt, voice: Voice) -> str:
    """The number of the account: who writes that there is none (无) is not asked again, and no paper prints it."""
    if not debt.account:
        return voice.gap(Debt, "account")
    return "" if debt.account in _NO_ACCOUNT else voice.say(debt.account)


def _product(said: str) -> str:
    """“信用卡欠款” is what is owed, and “经营贷款代偿款” what somebody paid: of these the sentences speak themselves.

    A 债权 is no product at all.
    """
    for owed in ("欠款", "代偿款", "代偿", "追偿款", "理赔款"):
        if said.endswith(owed):
            said = said.removesuffix(owed).removesuffix("的")
    return said


def siblings(case: Case, debt: Debt, voice: Voice) -> tuple[Account, ...]:
    """The other open accounts that this very lender has with the borrower."""
    mine = (other for other in case.debts if other.creditor.name == debt.creditor.name and other.id != debt.id)
    return tuple(account(other, voice) for other in mine if not other.settled_by(case.dated))
