"""What is never broken while it fits a line: figures with units, dates, articles, entries' numbers, words, codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = "0-9A-Za-zÀ-ɏͰ-ӿ*_"
_CHINESE_DIGITS = "一二三四五六七八九十百千零〇○两"
_UNITS = (
    "个工作日|个自然日|个月|工作日|自然日|年度|月份|季度|分钟|小时|千克|公里|平方米|"
    "[万亿千百]?元|[角分万亿年月日天号期笔次份项条款页章节岁人名位户家周倍时点秒度克米吨张件套台楼室层栋个]"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ARTICLE = rf"第(?:[0-9]+(?:至[0-9]+)?|[{_CHINESE_DIGITS}]+)[条款项章节期次页批笔号年季月日天周步份栏行组类编部]?"
_TOKEN = re.compile(
    # a web address, up to its last letter
    r"[A-Za-z]{2,10}://[!-~]*[0-9A-Za-z/]"
    # a date, in figures or in characters
    r"|[0-9]{2,4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?|[0-9]{1,2}月[0-9]{1,2}[日号]"
    rf"|[{_CHINESE_DIGITS}]{{4}}年(?:[{_CHINESE_DIGITS}]{{1,3}}月(?:[{_CHINESE_DIGITS}]{{1,3}}日)?)?"
    # an article or a numbered instalment
    rf"|{_ARTICLE}"
    # the number of a list's entry with what it counts: 3.解 is not parted
    rf"|(?<![{_WORD}.,])[0-9]{{1,2}}[.．](?:{_ARTICLE}|[一-鿿]{{1,2}}|[《“])"
    # the same in English, and a number announced as one: 2. Payslips, no. XD2025
    rf"|(?<![{_WORD}.,])[0-9]{{1,2}}\. [A-Z][A-Za-z'’-]*|[Nn]os?\. [0-9A-Z][{_WORD}]*(?:[./-][{_WORD}]+)*"
    # an amount with its sign before it
    r"|(?:[￥¥＄$€£]|RMB|CNY|USD) ?[+−-]?[0-9][0-9,.]*(?<![,.])"
    # an English date
    rf"|[0-9]{{1,2}} (?:{_MONTHS})(?: [0-9]{{4}})?"
    # a word, a code, an e-mail address, a figure with its unit after it
    rf"|(?:[+−-](?=[0-9]))?[{_WORD}]+"
    rf"(?:(?:[./@#&+'’\ufdd1–-]|(?<=[0-9])[,:](?=[0-9]))[{_WORD}]+)*(?:(?<=[0-9])(?:{_UNITS})|[%‰°℃])?"
    # dashes and ellipses come in pairs
    r"|——|……|⋯⋯"
)
_PAIRS = re.compile(
    # an attachment with its number
    r"附件[0-9]+"
    # how many copies of what, of how many pages: 复印件1份，1页
    r"|(?:复印件|原件|截图|打印件|扫描件|照片|副本)[0-9]+[份张](?:，[0-9]+页)?"
    r"|(?<![0-9])[0-9]+[份张]，[0-9]+页"
    # a label with what begins its value: 电子邮箱：x@y, behind a wide space or at the start also 地址：北京
    rf"|(?:(?<![一-鿿])[一-鿿]{{1,6}}|)：(?=[{_WORD}])(?:{_TOKEN.pattern})"
    r"|(?:(?<=\u3000)|^)[一-鿿]{1,6}：[一-鿿]{1,2}"
)
_PAIRED = re.compile("[：份张]|附件")
_PARTINGS = re.compile(
    # in a date after 年, in a run before 至, in a code after a hyphen with three characters on either side; never after
    # one that follows a letter, which PDFium (Chrome, Edge, Android) takes for a word divided and leaves out of copies
    rf"(?<=[0-9]年)(?=[0-9]{{1,2}}月)|(?<=[{_CHINESE_DIGITS}]年)(?=[{_CHINESE_DIGITS}]{{1,3}}月)"
    rf"|(?<=[0-9])(?=至[0-9])|(?<=[{_WORD}]{{2}}[0-9]-)(?=[{_WORD}]{{3}})"
    # before a date that a label announces
    r"|(?<=[一-鿿]：)(?=[0-9]{4}年)"
)
_MARKED = (
    # between a label and its value, between what is copied, the copies and their pages
    re.compile("(?<=：)|(?<=份，)|(?<=张，)|(?<=[一-鿿])(?=[0-9]+[份张](?:，|$))"),
    # in a date, after 年 and 月
    re.compile("(?<=[年月])(?=.{0,40}[0-9月日])"),
    # a figure parts from its unit before it is cut itself
    re.compile(f"(?<=[0-9])(?=(?:{_UNITS})$)"),
    # anything else, after these marks
    re.compile("(?:(?<=[@._–])|(?<=[0-9]-))(?=[^-@._–/ ])|(?<= )"),
    # after a solidus between figures only: at level GB it had better not end a line, and words can part elsewhere
    re.compile("(?<=[0-9]/)(?=[0-9])"),
    # where letters, figures and asterisks meet
    re.compile("(?<=[A-Za-z])(?=[0-9*])|(?<=[0-9])(?=[A-Za-z*])|(?<=[*])(?=[0-9A-Za-z])"),
    # after any other hyphen, which is lost where some copy the word
    re.compile("(?<=-)(?=[^-@._–/ ])"),
)


def tokens(text: str) -> Iterator[tuple[int, int]]:
    """The spans of all tokens of two characters or more, then those of pairs, which may lap over them."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if end - start > 1:
            yield start, end
    if _PAIRED.search(text):
        for match in _PAIRS.finditer(text):
            yield match.span()


def solid(text: str) -> bytearray:
    """One byte for every character: 1 where a break before it would cut a token."""
    found = bytearray(len(text))
    for start, end in tokens(text):
        found[start + 1 : end] = b"\1" * (end - start - 1)
    return found


def partings(text: str) -> list[int]:
    """Where tokens may be parted at a cost, rather than leave a gap: never a figure, nor one from its unit."""
    return [match.start() for match in _PARTINGS.finditer(text)]


def marked_places(token: str) -> Iterator[list[int]]:
    """Where a token wider than the line may break, the better places first: each list is for what is still too wide.

    After 年 and 月 in a date, before the unit of a figure, after ``@ . _`` and a hyphen behind a figure, after ``/``
    between figures, between letters and figures, after any other hyphen.
    """
    for pattern in _MARKED:
        yield [match.start() for match in pattern.finditer(token)]
