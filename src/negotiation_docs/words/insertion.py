"""How free text of the file enters a sentence: without marks at its end, and after 本人 without a second subject.

The normalisation is part of the case format: every inserted text loses the marks at its end; where it continues 本人,
one leading 本人 or 我; a measure loses a leading 我, 本人, 已 or 已经, and gets 已 unless it tells what still goes on
or is only to come.
"""

from __future__ import annotations

import re

_END = "。．；;，,、" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_DOTS = re.compile(r"(?<!\.)\.\Z")  # a full stop typed on an English keyboard, but no …
_SUBJECT = re.compile(r"(?:本人|我)(?!们|方|国|市|区|司)")
_DONE = re.compile(r"(?:已经(?!营|历|过|手|由)|已)")
_GOES_ON = re.compile(
    r"正在|正(?!式)|仍在|还在|每月|每天|每日|每周|每年|尽量|尽可能|一直|持续|"
    r"白天|晚上|夜里|夜间|早上|早晚|上午|下午|中午|下班|周末|周[一二三四五六日]|节假日|平时|平日|业余|课余|空闲|农闲|农忙|春季|夏季|秋季|冬季|春天|夏天|秋天|冬天|暑假|寒假|目前|现在|近来|今后|"
    r"靠|努力|尽力|积极|坚持|节衣缩食|省吃俭用|边"
)
_NOT_YET = re.compile(r"将|会|拟|准备|打算|计划|愿意|不再|没有|未再")  # what takes 已 only where it was written
_MOVED = re.compile(  # 将车位退租: 将 in the place of 把, and not of what is to come
    r"将(?!于|会|要|在|从|自|按|把|用|以|向|与|到|去|搬|找|继续|持续|尽|努力|立即|马上|逐步|主动|积极|严格|不|再|全力)"
    r".+(?:了.*|(?:压缩|降|减|缩减)(?:到|至).+|"
    r"(?:完毕|完|掉|光|清|出去|停用|注销|取消|出售|卖出|变卖|转让|转租|出租|退租|退还|退回|解约|处理|抵债|减半|压缩|缩减))\Z"
)


def inserted(text: str) -> str:
    """``text`` as it stands inside a sentence that goes on or ends after it."""
    return _DOTS.sub("", text.rstrip(_END))


def continued(text: str) -> str:
    """``text`` as it follows 本人."""
    return _SUBJECT.sub("", inserted(text), count=1) if _SUBJECT.match(text) else inserted(text)


def measure(text: str) -> str:
    """What was done, as it follows 本人: 已停用该卡, 正在找工作."""
    words = continued(text)
    done = _DONE.match(words)
    words = _DONE.sub("", words, count=1)
    if _GOES_ON.match(words) or (_NOT_YET.match(words) and not done and not _MOVED.match(words)):
        return words
    return f"已{words}"
