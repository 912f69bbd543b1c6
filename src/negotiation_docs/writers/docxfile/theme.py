"""theme1.xml: Word's theme with Chinese fonts only, so that what a person adds later is not set in a foreign face."""

from __future__ import annotations

from functools import lru_cache

from negotiation_docs.writers.docxfile.package import Part
from negotiation_docs.writers.docxfile.xml import DECLARATION

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2937",
    "lt2": "F3F4F6",
    "accent1": "374151",
    "accent2": "1D4ED8",
    "accent3": "047857",
    "accent4": "B45309",
    "accent5": "B91C1C",
    "accent6": "6D28D9",
    "hlink": "1D4ED8",
    "folHlink": "6D28D9",
}


@lru_cache(maxsize=1)
def theme() -> Part:
    """The smallest theme the schema allows (three fills, lines, effects and backgrounds)."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    fonts = "".join(
        f'<a:{role}Font><a:latin typeface="Times New Roman"/><a:ea typeface="{east}"/>'
        f'<a:cs typeface="Times New Roman"/></a:{role}Font>'
        for role, east in (("major", "黑体"), ("minor", "宋体"))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    formats = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return Part.of(
        "word/theme/theme1.xml",
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="文书">'
        f'<a:themeElements><a:clrScheme name="文书">{colours}</a:clrScheme>'
        f'<a:fontScheme name="文书">{fonts}</a:fontScheme><a:fmtScheme name="文书">{formats}</a:fmtScheme>'
        "</a:themeElements></a:theme>",
    )
