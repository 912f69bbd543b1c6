"""``Message``: papers on their way by e-mail, SMS or chat."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Final

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.errors import OutputError, Problem, quoted
from negotiation_docs.files import write
from negotiation_docs.lazy import lazy
from negotiation_docs.messaging.sms import parts
from negotiation_docs.writers.mail import Mail, Part, to_eml

LARGEST: Final = 20_000_000
"""Bytes of a whole e-mail that most mailboxes take: Outlook 20 MB, many companies less."""
_RULE: Final = "message.size"
_NAME: Final = 80
"""Signs of a file's name: a line has 998 octets at most (RFC 5322 2.1.1), and an emoji takes twelve of them."""
_SUFFIX: Final = 10


class Message(Struct, frozen=True, dict=True):
    """Papers as an e-mail (``mail``) with the words to send along; nothing is sent.

    ``chat`` is the matter in one text for a chat window.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> letter = nd.render("hardship_letter", case)
    >>> message = nd.message(case, [letter])
    >>> message.attachments
    ('01-困难情况说明.pdf',)
    """

    mail: Mail
    chat: str

    @property
    def subject(self) -> str:
        """The subject: which papers, and which account."""
        return self.mail.subject

    @property
    def body(self) -> str:
        """The words of the e-mail."""
        return self.mail.body

    @property
    def attachments(self) -> tuple[str, ...]:
        """The names of the attached files, in order."""
        return tuple(part.name for part in self.mail.parts)

    @property
    def sms(self) -> tuple[str, ...]:
        """The text for a chat window in SMS of at most seventy characters; no figure or day is cut."""
        return parts(self.chat)

    @lazy
    def _eml(self) -> bytes:
        return to_eml(self.mail)

    def to_eml(self) -> bytes:
        """The e-mail as a draft that mail programs open, check and send."""
        return self._eml

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A warning where the e-mail is larger than most mailboxes take."""
        size = len(self._eml)
        if size <= LARGEST:
            return ()
        message = f"邮件连附件约{size / 1_000_000:.1f}兆字节，超过常见的上限{LARGEST // 1_000_000}兆字节，可能寄不出去"
        hint = "请分几封寄，或者把扫描件缩小；每一封写明第几封、共几封"
        return (Problem("warning", (), message, hint, _RULE),)

    @told
    def save(self, path: str | Path, overwrite: bool = False) -> Path:
        """Writes the draft to ``path`` (``.eml``), whole or not at all, for its owner only. Raises OutputError."""
        path = Path(path)
        if path.suffix.lower() != ".eml":
            raise OutputError(f"邮件草稿的后缀是 .eml，不是{quoted(path.suffix)}")
        return write(path, self.to_eml(), overwrite=overwrite)

    def __repr__(self) -> str:
        """Without words, which are personal data."""
        return f"<Message, {len(self.mail.parts)} attachments>"


def attached(name: str, data: bytes) -> Part:
    """A file under a name that no system takes amiss."""
    return Part(safe(name), data)


def safe(name: str) -> str:
    """``name`` without what ends a line or leads to another folder, and no longer than a mail program takes."""
    clean = "".join("-" if char in '\\/:*?"<>|' or not char.isprintable() else char for char in name).strip(" .")
    suffix = PurePath(clean).suffix[:_SUFFIX]
    return f"{clean[: _NAME - len(suffix)]}{suffix}" if len(clean) > _NAME else clean or "attachment"
