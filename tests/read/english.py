"""Faults that an English sentence shows by itself, whatever it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

HAN = r"\u3007\u3400-\u9fff\U00020000-\U0003ffff"
COUNTED = "day|month|page|item|person|instalment|debt|copy|original|screenshot|electronic file|open point"
PLURAL = "days|months|pages|items|people|instalments|debts|copies|originals|screenshots|electronic files|open points"
FAULTS = {
    "a doubled word": re.compile(r"\b([a-z]{2,}) \1\b", re.IGNORECASE),
    "a before a vowel": re.compile(r"\b[Aa] (?:[aeio](?!ne\b|ne-|u)|u(?![nst][aeiou]|sual)|hour|RMB)[\w-]*"),
    "an before a consonant": re.compile(r"\b[Aa]n (?:[bcdfgjklmnpqrstvwxyz]|h(?!our|on))[\w-]*"),
    "two blanks": re.compile(r"(?<![☑□]) {2}"),
    "a blank before a mark": re.compile(r" [,.;:!?)]|\( "),
    "two marks": re.compile(r"[,;:][,;:.]|[!?][,;:.]|(?<!Ltd)(?<!\bno)(?<!Co)\.[;,:]|\.\.(?!\.)"),
    "no blank behind a mark": re.compile(r"[a-z][,;:][A-Za-z]"),
    "a sentence glued to the one before": re.compile(r"(?:[a-z]{2}|[\])”])[.!?;](?=[A-Z])"),
    "lines of one": re.compile(r"\b[Ll]ines \d+(?! and|, \d| to)\b"),
    "a mark of Chinese": re.compile("[，。；：、（）《》【】]"),
    "one of many": re.compile(rf"\b1 (?:{PLURAL})\b"),
    "many of one": re.compile(rf"(?<![\d.,-])(?:[02-9]|[1-9]\d+) (?:{COUNTED})\b(?!-)"),
    "a plural with a verb of one": re.compile(
        r"\b(?:charges|fees)(?: \([^()]*\))?(?: of RMB [\d,.]+\d)? (?:is|was|has)\b"
    ),
    "two sums with a verb of one": re.compile(r"RMB [\d,.]+\d and [a-z ]+ of RMB [\d,.]+\d (?:is|was|has)\b"),
    "a capital behind a semicolon": re.compile(
        r"; (?:The|This|It|They|My|See|Please|What|Whether|With|Regular|Irregular|Actual|Monthly|Mobile|E-mail|Postal|"
        r"Resident|Telephone|Reference)\b"
    ),
    "a sentence without a capital": re.compile(r"(?<!\bno)(?<!Ltd)(?<!Co)(?<!\d)[.!?] [a-z]"),
    "American spelling": re.compile(
        r"\b(?:installments?|centers?|favor\w*|color\w*|honor\w*|(?:organ|author|recogn|apolog|final|summar|real)iz\w+|"
        r"check(?:ing)? account|judgement of law|labor|program(?!m)\w*)\b",
        re.IGNORECASE,
    ),
    "a word of the program": re.compile(r"\b[a-z]+_(?!example)[a-z_]+\b|\bTrue\b|\bFalse\b|[{}]|<Told"),
}
"""Kind of fault → what shows it, in a line without the words that stay in Chinese."""


def english(line: str) -> str:
    """``line`` with what stays in Chinese taken out: quotations, names, numbers of papers and of cases."""
    quoted = re.sub(rf"“[^“”]*[{HAN}][^“”]*”", "“…”", line)
    named = re.sub(rf"\([^()]*[{HAN}][^()]*\)", "(…)", quoted)
    return re.sub(rf"(?:（\d+）)?[{HAN}][{HAN}\w·（）：、，，.*]*", "…", named)


def faults(text: str) -> Iterator[tuple[str, str]]:
    """(kind, the words around it) for each fault of each line; brackets and quotation marks come in pairs."""
    for line in text.splitlines():
        words = english(line)
        for kind, pattern in FAULTS.items():
            for found in pattern.finditer(words):
                yield kind, words[max(found.start() - 40, 0) : found.end() + 40]
        for pair in ("()", "“”", "[]"):
            if words.count(pair[0]) != words.count(pair[1]):
                yield f"an unpaired {pair}", words
