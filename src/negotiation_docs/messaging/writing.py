"""``message``: finished papers about one debt as a message to its creditor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path, PurePath
from typing import Final, Literal

import msgspec

from negotiation_docs.arguments import told
from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.document import Document
from negotiation_docs.errors import OutputError, quoted
from negotiation_docs.facts import Case, Debt, Reveal
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.messaging.message import Message, attached, safe
from negotiation_docs.outlook import goes
from negotiation_docs.views.people import Account, Reader, account, reader
from negotiation_docs.views.withdrawing import in_house
from negotiation_docs.words.voice import Voice
from negotiation_docs.writers.mail import Mail

_DATA: Final = Path(__file__).parent / "data" / "words.json"


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    subject: str
    several: str
    opening: str
    matter: str
    ask: str
    ask_person: str
    thanks: str
    notice: str


@cache
def _words() -> _Words:
    return msgspec.json.decode(_DATA.read_bytes(), type=_Words)


@told
@in_our_context
def message(  # noqa: PLR0913 - each is a choice of the caller, by name
    case: Case,
    papers: Sequence[Document] | Mapping[str, Document | bytes],
    debt: str | None = None,
    *,
    suffix: Literal[".pdf", ".docx"] = ".pdf",
    ascii_names: bool = False,
    templates: str | Path | None = None,
) -> Message:
    """``papers`` about ``debt`` as a message to its creditor: a draft e-mail, SMS, chat text.

    ``papers`` are documents, or names with a document or the bytes of a file each; a document takes the format of its
    name's suffix, else ``suffix`` (``.pdf`` or ``.docx``). ``ascii_names`` names the files in English letters, for
    systems that lose Chinese names. The creditor's ``email`` is the address, where the file tells one.

    A paper for the borrower's own use, for a court or another office (mediation, a supervisor, legal aid, credit
    reference centre, People's Bank), a draft, or one that names another creditor is refused, the last unless the
    borrower chose to name them (``choices.reveal``).
    ``templates`` is the folder that own kinds come from.
    Raises OutputError, and FactsError if there is no such debt.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.message(case, [nd.render("hardship_letter", case)]).save("邮件.eml").name
    '邮件.eml'
    """
    owed = case.debt(debt)
    named = list(_named(papers, suffix))
    if not named:
        raise OutputError("邮件里没有文书，请先生成要寄的文书")
    documents = [one for _, one in named if isinstance(one, Document)]
    _refuse(documents, case, owed, None if templates is None else Path(templates))
    _keep_apart(case, owed, documents)
    voice = Voice("zh", case.english)
    titles = [one.title if isinstance(one, Document) else PurePath(safe(name)).stem for name, one in named]
    to = reader(owed, voice)
    about = named_account(account(owed, voice), to)
    names = [_ascii(place, name, one) if ascii_names else name for place, (name, one) in enumerate(named, start=1)]
    files = tuple(
        attached(name, _data(one, PurePath(name).suffix)) for name, (_, one) in zip(names, named, strict=True)
    )
    mail = Mail(
        subject=_words().subject.format(titles=_headline(titles), account=about),
        body="\n".join(_body(case, to, about, zip(titles, (part.name for part in files), strict=True))),
        sender=case.borrower.email or "",
        to=owed.creditor.email or "",
        parts=files,
    )
    return Message(mail, _chat(case, documents, titles, about))


def _named(
    papers: Sequence[Document] | Mapping[str, Document | bytes], suffix: str
) -> Iterator[tuple[str, Document | bytes]]:
    if isinstance(papers, Mapping):
        for name, one in papers.items():
            bare = isinstance(one, Document) and not PurePath(name).suffix
            yield f"{name}{suffix}" if bare else name, one
        return
    for place, document in enumerate(papers, start=1):
        yield f"{place:02}-{document.title}{suffix}", document


def _data(one: Document | bytes, suffix: str) -> bytes:
    if isinstance(one, bytes):
        return one
    if not isinstance(one, Document):
        raise OutputError("邮件里只能放文书（Document）或者文件的内容（bytes）")
    if suffix.lower() == ".pdf":
        return one.to_pdf()
    if suffix.lower() == ".docx":
        return one.to_docx()
    raise OutputError(f"邮件里的文书只用 .pdf 或 .docx，不能用{quoted(suffix)}")


def _ascii(place: int, name: str, one: Document | bytes) -> str:
    if name.isascii():
        return name
    suffix = PurePath(name).suffix
    kind = one.kind if isinstance(one, Document) else "attachment"
    return f"{place:02}-{kind}{suffix if suffix.isascii() else ''}"


def _refuse(documents: Iterable[Document], case: Case, owed: Debt, templates: Path | None) -> None:
    elsewhere = {kind.name for kind in kinds(templates) if not _for_creditor(kind, case, owed)}
    for document in documents:
        if document.kind in elsewhere:
            raise OutputError(f"《{document.title}》不是给对方的文书，不能寄给对方，请从邮件里去掉")
        if document.paper.draft:
            raise OutputError(f"《{document.title}》是草稿，请补齐以后再寄")


def _for_creditor(kind: Kind, case: Case, owed: Debt) -> bool:
    """Whether it may be sent: also what withdraws a complaint, to the creditor's own department that has it."""
    return goes(kind, case, owed) or ("withdraws" in kind.traits and in_house(case, owed))


def _keep_apart(case: Case, owed: Debt, documents: Iterable[Document]) -> None:
    """One creditor never reads another's name, unless the borrower wants that; of another debt nothing belongs here."""
    others = {debt.creditor.name for debt in case.debts} - {owed.creditor.name}
    named = Reveal.OTHER_CREDITORS in case.choices.reveal
    for document in documents:
        told = document.text.partition(owed.creditor.name)[0] if named else document.text
        if any(name in told for name in others):
            raise OutputError(f"《{document.title}》里有别的债权人的名称，不能寄给这一家，请从邮件里去掉")


def named_account(told: Account, to: Reader) -> str:
    """``信用卡（卡号尾号4021）``: which account, and not that anything is owed on it."""
    product = "借款" if to.private else told.product
    kind = "" if to.person else "卡号尾号" if told.card else "账号" if told.apart else "合同编号"
    return f"{product}（{kind}{told.ref}）" if told.ref else product


def _headline(titles: Sequence[str]) -> str:
    return titles[0] if len(titles) == 1 else _words().several.format(first=titles[0], count=len(titles))


def _body(case: Case, to: Reader, about: str, files: Iterable[tuple[str, str]]) -> Iterator[str]:
    words, person = _words(), case.borrower
    yield words.opening.format(honorific=to.honorific)
    yield words.matter.format(name=person.name, account=about)
    yield from (f"{number}. {title}：{name}" for number, (title, name) in enumerate(files, start=1))
    yield (words.ask_person if to.person else words.ask) + words.thanks
    yield ""
    yield person.name
    if person.phone:
        yield f"电话：{person.phone}"
    yield chinese_date(case.dated)


def _chat(case: Case, documents: Iterable[Document], titles: Sequence[str], about: str) -> str:
    """The short text of the first paper that has one; of papers without, that they were handed in."""
    told = next((document.short for document in documents if document.short), "")
    named = "".join(f"《{title}》" for title in titles)
    return told or _words().notice.format(name=case.borrower.name, account=about, titles=named)
