"""The pages of the guide, one per paper and a list of them: ``python -m negotiation_docs.guide.manual docs/guide``.

Those of the problems, one each, lie beside them in ``problems``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.guide.guide import Guide, explain
from negotiation_docs.guide.problems import plainly, problems
from negotiation_docs.notice import NOT_ADVICE

INDEX: Final = "index.zh.md"
_MADE: Final = "<!-- 本页由 python -m negotiation_docs.guide.manual docs/guide 生成 -->\n"
_HEAD: Final = f"""# 每份文书怎么用

{_MADE}
{NOT_ADVICE}
"""
_LIST: Final = """
## 全部文书

按通常使用的先后排列。命令行里看同样的内容：`negotiation-docs explain 困难情况说明`。

| 文书 | 什么时候用 |
|---|---|
"""


def pages() -> Mapping[str, str]:
    """Every page by the name of its file."""
    guides = [explain(kind.name) for kind in kinds()]
    rows = (f"| [{each.title}]({each.kind}.zh.md) | {each.parts[0].lines[0]} |\n" for each in guides)
    links = {alias: f"{kind.name}.zh.md" for kind in kinds() for alias in kind.aliases}
    index = _HEAD + _linked(_sections(explain()), links, INDEX) + _LIST + "".join(rows)
    return {INDEX: index, **{f"{each.kind}.zh.md": _page(each, links) for each in guides}}


def _page(guide: Guide, links: Mapping[str, str]) -> str:
    told = _linked(_sections(guide), links, f"{guide.kind}.zh.md")
    return f"# {guide.title}\n\n{_MADE}\n`{guide.kind}` · [全部文书]({INDEX})\n{told}\n{NOT_ADVICE}\n"


def _sections(guide: Guide) -> str:
    parts = "".join(f"\n## {part.title}\n\n" + "".join(f"- {line}\n" for line in part.lines) for part in guide.parts)
    words = "".join(f"- **{word}**：{meaning}\n" for word, meaning in guide.words)
    return parts + (f"\n## 词语\n\n{words}" if words else "")


def _linked(text: str, links: Mapping[str, str], here: str) -> str:
    """Titles of papers lead to their pages."""

    def link(found: re.Match[str]) -> str:
        target = links.get(found[1], here)
        return found[0] if target == here else f"[{found[0]}]({target})"

    return re.sub(r"《([^》]+)》", link, text)


def _write(folder: Path, made: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for stale in {path.name for path in folder.glob("*.zh.md")} - made.keys():
        (folder / stale).unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")


def problem_pages() -> Mapping[str, str]:
    """The page of every problem by the name of its file, and a list of them."""
    rows = "".join(f"| [`{rule}`]({rule}.zh.md) | {plainly(words.message)} |\n" for rule, words in problems().items())
    index = f"# 检查发现的问题\n\n{_MADE}\n| 编号 | 发现什么 |\n|---|---|\n{rows}"
    return {INDEX: index, **{f"{rule}.zh.md": _problem(explain(rule)) for rule in problems()}}


def _problem(guide: Guide) -> str:
    return f"# {guide.title}\n\n{_MADE}\n`{guide.rule}` · [全部问题]({INDEX})\n{_sections(guide)}"


if __name__ == "__main__":
    _write(Path(sys.argv[1]), pages())
    _write(Path(sys.argv[1]).parent / "problems", problem_pages())
