"""Masks: what may be shown of a name, an identifier or an address where it is not needed in full (JR/T 0171 spirit)."""

import re
import unicodedata

from negotiation_docs.facts.values.numbers import runs

_EMAIL = re.compile(
    r"(?:(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]+|(?<![^\s@<>,;，；])[^\s@<>,;，；]*[^\x00-\x7f])@[^\s@<>,;，；]+"
)
_ECHO_LENGTH = 24


def mask_id(number: str) -> str:
    """``110101********1237``: region and the last four stay; anything shorter keeps two at each end."""
    return _middle(number, 6, 4) if len(number) >= 18 else _middle(number, 2, 2)


def mask_document(number: str) -> str:
    """``E1*****78``: of another document's number the first and last two stay."""
    return _middle(number, 2, 2)


def mask_name(name: str) -> str:
    """``周*明``: first and last character stay; of a name of two characters only the first."""
    if len(name) <= 2:
        return name[:1] + "*" * (len(name) - 1)
    return name[0] + "*" * (len(name) - 2) + name[-1]


def mask_email(address: str) -> str:
    """``zh***@example.com``: two characters and the domain stay."""
    local, at, domain = address.rpartition("@")
    return f"{local[:2] if len(local) > 2 else local[:1]}***{at}{domain}"


def mask_text(text: str) -> str:
    """The text with every identity number, long digit run and e-mail address in it masked; dates stay readable."""
    return _runs_masked(_EMAIL.sub(lambda found: mask_email(found[0]), text.replace("＠", "@")))


def mask_in_place(text: str) -> str:
    """The same, with every character that stays at its place."""
    return _runs_masked(_EMAIL.sub(lambda found: _middle(found[0], 2, 4), text.replace("＠", "@")))


def echo(value: object) -> str:
    """Input as a message may quote it: masked, one line, invisible characters by code, at most 24 characters."""
    try:
        said = str(value)
    except RecursionError:  # lists in lists without end
        said = "…"
    text = visible(mask_text(said[:400]))
    return text if len(text) <= _ECHO_LENGTH else text[:_ECHO_LENGTH] + "…"


def visible(text: str) -> str:
    """``text`` with every invisible character by its code."""
    return "".join(_visible(character) for character in text)


def _runs_masked(text: str) -> str:
    parts: list[str] = []
    seen = 0
    for start, end, digits in runs(text):
        parts += text[seen:start], _run(digits, text[start:end])
        seen = end
    return "".join((*parts, text[seen:]))


def _run(digits: str, written: str) -> str:
    if len(digits) == 18:
        return mask_id(written)
    return _middle(written, 3, 4) if len(digits) >= 11 else _middle(written, 2, 2)


def _middle(text: str, head: int, tail: int) -> str:
    if len(text) <= head + tail:
        return "*" * len(text)
    return text[:head] + "*" * (len(text) - head - tail) + text[-tail:]


def _visible(character: str) -> str:
    hidden = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
    return f"〔U+{ord(character):04X}〕" if hidden else character
