"""A key on which look-alikes compare equal: radicals, width, presentation forms, case, blanks and brackets.

The eye reads ⾏ (U+2F8F) as 行 and （ as (, and so does who must not read a name. Facts stay as they were typed.
"""

import re
import unicodedata

# CJK radicals that NFKC leaves alone → the character they are (Unicode EquivalentUnifiedIdeograph).
_RADICALS = str.maketrans(
    "⺁⺂⺃⺄⺅⺇⺈⺉⺊⺋⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺶⺹⺺⺻⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乛乚乙亻几刀刂卜㔾小兀尣尢尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒羊耂肀聿臼艹艹艹虎衤覀西见角讠贝车辶辶辶钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
_LOOKALIKE = re.compile("[\u2e80-\u2fd5\ufb00-\ufb4f\ufe30-\ufe4f]")
_DOTS = str.maketrans(dict.fromkeys("•・．‧⋅･", "·"))
_LEFT_OUT = re.compile(r"[\s()\[\]{}<>〔〕〈〉《》「」『』【】“”‘’\"']+")


def fold(text: str) -> str:
    """The key of ``text`` for comparisons; never printed."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_DOTS)).translate(_RADICALS)
    return _LEFT_OUT.sub("", text).casefold()


def lookalikes(text: str) -> dict[str, str]:
    """Radicals and presentation forms in ``text``, which nobody types, and the character that each looks like."""
    found = dict.fromkeys(_LOOKALIKE.findall(text))
    return {sign: unicodedata.normalize("NFKC", sign).translate(_RADICALS) for sign in found}
