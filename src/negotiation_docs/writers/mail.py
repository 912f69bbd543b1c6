"""A draft of an e-mail (``.eml``, RFC 5322 and MIME) with attachments whose names every mail program can read.

The name of an attachment stands twice: as RFC 2231 has it, and as encoded words in quotation marks, which the rule
forbids and QQ, 163 and old versions of Outlook need. The same words and files give the same bytes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from msgspec import Struct

_WORD: Final = 42  # octets of one encoded word: 56 characters in base64, and 75 with its frame
_LINE: Final = 76  # characters of a line of base64, RFC 2045 6.8
_KINDS: Final = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".txt": "text/plain",
    ".zip": "application/zip",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".ics": "text/calendar",
}


class Part(Struct, frozen=True):
    """A file that travels along, under a ``name``."""

    name: str
    data: bytes

    def __repr__(self) -> str:
        """Without what is in it, which is personal data."""
        return f"Part({len(self.data)} bytes)"


class Mail(Struct, frozen=True, kw_only=True):
    """``sender`` and ``to`` are plain addresses, empty where the file tells none: the program asks for them then."""

    subject: str
    body: str
    sender: str = ""
    to: str = ""
    parts: tuple[Part, ...] = ()

    def __repr__(self) -> str:
        """Without words and addresses, which are personal data."""
        return f"Mail({len(self.parts)} parts)"


def to_eml(mail: Mail) -> bytes:
    """The draft; ``X-Unsent`` opens it in Outlook as one that is still to be sent."""
    text = b"".join(_base64(mail.body.replace("\r\n", "\n").replace("\n", "\r\n").encode()))
    files = [b"".join(_base64(part.data)) for part in mail.parts]
    mark = sha256(b"\0".join((text, *files))).hexdigest()[:32]
    head = [f"Subject: {_words(mail.subject)}", "MIME-Version: 1.0", "X-Unsent: 1"]
    head += [f"{name}: {_plain(value)}" for name, value in (("From", mail.sender), ("To", mail.to)) if value]
    head.append(f'Content-Type: multipart/mixed; boundary="={mark}"')
    pieces = [*map(_line, head), b"\r\n", *_piece(mark, ["Content-Type: text/plain; charset=utf-8"], text)]
    for part, data in zip(mail.parts, files, strict=True):
        pieces += _piece(mark, _named(part.name), data)
    return b"".join((*pieces, _line(f"--={mark}--")))


def _piece(mark: str, head: Iterable[str], data: bytes) -> Iterator[bytes]:
    yield _line(f"--={mark}")
    yield from map(_line, head)
    yield _line("Content-Transfer-Encoding: base64")
    yield b"\r\n"
    yield data


def _named(name: str) -> Iterator[str]:
    kind = _KINDS.get(PurePath(name).suffix.lower(), "application/octet-stream")
    clean = _plain(name).replace('"', "").replace("\\", "").strip()  # a program may drop blanks at the ends
    quoted = clean if clean.isascii() and "=?" not in clean else _words(clean)
    yield f'Content-Type: {kind};\r\n name="{quoted}"'
    rest = "" if clean.isascii() else f";\r\n filename*=utf-8''{quote(clean)}"
    yield f'Content-Disposition: attachment;\r\n filename="{quoted}"{rest}'


def _words(text: str) -> str:
    """``text`` as encoded words (RFC 2047), each of whole characters."""
    clean = _plain(text)
    if clean.isascii() and "=?" not in clean and len(clean) < _WORD:
        return clean
    words, word = [], b""
    for char in clean:
        code = char.encode()
        if len(word) + len(code) > _WORD:
            words.append(word)
            word = b""
        word += code
    return "\r\n ".join(f"=?utf-8?B?{b64encode(each).decode()}?=" for each in (*words, word))


def _plain(text: str) -> str:
    """No character that could begin a line of its own."""
    return "".join(char for char in text if char.isprintable())


def _base64(data: bytes) -> Iterator[bytes]:
    code = b64encode(data)
    for start in range(0, len(code), _LINE):
        yield code[start : start + _LINE] + b"\r\n"


def _line(text: str) -> bytes:
    return f"{text}\r\n".encode()
