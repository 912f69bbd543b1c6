"""Papers drawn at random: every node, role and section, in any order and length."""

from __future__ import annotations

import random

from negotiation_docs.tree import LineBreak, Paragraph, Role, Row, Section, SectionRole, Table, Text
from tests.make.letters import PROSE
from tests.make.trees import cell, head, heading, items, paper, paragraph

ROLES = tuple(Role)
SECTIONS = tuple(SectionRole)


class Dice(random.Random):
    """Draws papers."""

    def words(self):
        start = self.randrange(len(PROSE))
        return (PROSE[start:] + "——" + PROSE)[: self.choice((1, 3, 20, 90, 400))]

    def table(self):
        columns = self.choice((2, 3, 6, 9))
        rows = []
        for _ in range(self.choice((1, 2, 3, 7, 40))):
            texts = [self.choice(("", "1,440.35", "0.5", "已附", self.words()[:30])) for _ in range(columns)]
            cells = tuple(cell(text, number="." in text, checkbox=self.random() < 0.05) for text in texts)
            rows.append(Row((cell("一、合并", header=True, colspan=columns),)) if self.random() < 0.1 else Row(cells))
        if self.random() < 0.15:
            rows.append(Row(tuple(cell(PROSE * 9 if index else "高") for index in range(columns))))
        caption = (Text("附表"),) if self.random() < 0.5 else ()
        heads = head(*[f"列{index}" for index in range(columns)]) if self.random() < 0.8 else ()
        foot = tuple(rows[:1]) if self.random() < 0.3 else ()
        return Table(caption, heads, tuple(rows), foot)

    def block(self, depth=0):
        kind = self.randrange(7 if depth < 2 else 6)
        if kind == 0:
            return heading(self.words()[:40], self.randint(1, 3))
        if kind == 1:
            return items(*[self.words() for _ in range(3)], ordered=self.random() < 0.5, checkbox=self.random() < 0.2)
        if kind == 2:
            return self.table()
        if kind == 3:
            return Paragraph((Text(self.words()), LineBreak(), Text("重点", strong=True)), self.choice(ROLES))
        if kind == 6:
            blocks = tuple(self.block(depth + 1) for _ in range(self.randint(1, 6)))
            return Section(blocks, self.choice(SECTIONS), self.choice(("", "", "en")))
        return paragraph(self.words(), self.choice((Role.BODY, *ROLES)))

    def paper(self):
        return paper(heading("题", 1), *[self.block() for _ in range(self.randint(1, 14))], draft=self.random() < 0.2)
