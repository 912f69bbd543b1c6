"""From the blocks of a paper to a galley of strips and the structure tree beside it, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from negotiation_docs.tree import (
    Block,
    DescriptionList,
    DescriptionRole,
    Heading,
    Inline,
    ItemList,
    Paper,
    Paragraph,
    Role,
    Section,
    SectionRole,
    Table,
    TableRole,
    plain,
)
from negotiation_docs.writers import keeping
from negotiation_docs.writers.fonts import opened as fonts
from negotiation_docs.writers.lines.linebreak import Run
from negotiation_docs.writers.pages import signoff
from negotiation_docs.writers.pages.controls import Hand
from negotiation_docs.writers.pages.descriptions import DescriptionSetter
from negotiation_docs.writers.pages.furniture import BOX_EM, CUT_LINE, CutLine
from negotiation_docs.writers.pages.galley import Galley, Strip
from negotiation_docs.writers.pages.items import ends_in_colon, set_attachments, set_item
from negotiation_docs.writers.pages.pairedtable import NarrowTable
from negotiation_docs.writers.pages.paragraphs import Place, TextBlock, segments, set_text
from negotiation_docs.writers.pdffile.image import shown
from negotiation_docs.writers.pdffile.tags import Node, language, summary
from negotiation_docs.writers.picture import Picture
from negotiation_docs.writers.style import A4, ENGLISH_DENSE, ENGLISH_HANG, Look, TextStyle, english_style
from negotiation_docs.writers.tables.beside import DISTANCE
from negotiation_docs.writers.tables.cells import TableSetter, continued
from negotiation_docs.writers.tables.columns import cell_style
from negotiation_docs.writers.tables.told import told


class Composer:
    """Sets one paper. The result stands in ``galley`` and ``root``."""

    def __init__(self, paper: Paper, look: Look, signature: Picture | None = None) -> None:
        self.look = look
        self.narrow: list[NarrowTable] = []  # that may stand in two blocks
        self.galley = Galley(A4[1] - look.top - look.bottom)
        self.root = Node("Document", language(paper.lang))
        self._picture = signature  # for the first line to be signed: the applicant's
        self.lang = paper.lang
        self._level = 0  # of the last heading
        self._notes = 0
        self._slip = False  # inside a receipt, whose heading is centred like a title
        self._pending: signoff.SignatureBlock | None = None  # the signature a date may stand under
        self.blocks(paper.blocks, self.root)

    @property
    def english(self) -> bool:
        """Whether what is being set is English, which has no two-character indent."""
        return self.lang.startswith("en")

    def style(self, key: str) -> TextStyle:
        """The look's style, adapted where the text is English."""
        style = self.look.styles[key]
        if not self.english:
            return style
        return replace(english_style(style), size=ENGLISH_DENSE) if key == "dense" else english_style(style)

    def blocks(self, blocks: Sequence[Block], parent: Node) -> None:
        """Set blocks one after the other under ``parent``."""
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            if isinstance(block, Heading):
                self._heading(block, parent)
            elif isinstance(block, Paragraph) and block.role in signoff.ROLES:
                dated = isinstance(following, Paragraph) and following.role is Role.DATE
                self._signoff_line(block, parent, dated=dated)
            elif isinstance(block, Paragraph):
                self._paragraph(block, parent)
            elif isinstance(block, ItemList):
                self._list(block, parent)
            elif isinstance(block, DescriptionList):
                self._descriptions(block, parent)
            elif isinstance(block, Table):
                closing = isinstance(following, Section) and following.role is SectionRole.SIGNOFF
                self._table(block, parent, closing=closing)
            else:
                self._section(block, parent)

    def _add(self, block: TextBlock) -> None:
        running = block.style.size == self.look.styles["body"].size
        block.flexible = running and not isinstance(block, signoff.SignatureBlock)
        self.galley.add(block.strips(), block.style)

    def _runs(self, content: Sequence[Inline], style: TextStyle) -> list[list[Run]]:
        return segments(content, style, self.look)

    def _place(self, style: TextStyle) -> Place:
        indent = style.indent * (style.size + self.look.char_spacing)
        return Place(self.look.left, self.look.measure, indent)

    def _heading(self, heading: Heading, parent: Node) -> None:
        style = self.style(f"h{heading.level}")
        if self._slip:
            style = replace(style, align="center", indent=0)
        self._level = min(heading.level, self._level + 1)  # no level is skipped (ISO 14289-1 7.4.2)
        block = TextBlock(parent.child(f"H{self._level}"), style, self.look.left)
        block.bookmark = " ".join(plain(heading.content).split())
        self._add(set_text(block, self._runs(heading.content, style), self._place(style)))

    def _paragraph(self, paragraph: Paragraph, parent: Node) -> None:
        role = paragraph.role
        style = self.style(role.value)
        runs = self._runs(paragraph.content, style)
        block = TextBlock(self._element(role, parent), style, self.look.left)
        place = self._place(style)
        if role is Role.CHECKBOX:
            block.ornament, block.hand = "box", self._hand(paragraph.content)
            set_item(block, runs, place, None, hang=BOX_EM if self.english else 0.0)
            block.rule_to = self._rule_end(runs)
        elif role is Role.ATTACHMENTS:
            set_attachments(block, runs, place)
        else:
            set_text(block, runs, place)
        if keeping.clings(paragraph):
            self.galley.keep_with_last()
        self._add(block)
        if keeping.announces(paragraph):
            self.galley.keep_with_last()

    def _hand(self, words: Sequence[Inline]) -> Hand:
        """Who draws the places that these words ask to fill in: on a slip they name its fields."""
        return Hand(self.english, " ".join(plain(tuple(words)).split()) if self._slip else "")

    def _rule_end(self, runs: list[list[Run]]) -> float:
        """Where the rule to write on ends: an alternative to tick whose words end in a colon wants an answer."""
        return A4[0] - self.look.right if ends_in_colon(runs) else 0.0

    def _element(self, role: Role, parent: Node) -> Node:
        if role is not Role.NOTE:
            return parent.child("P")
        self._notes += 1
        return parent.child("Note", f"/ID(note{self._notes:04})")

    def _signoff_line(self, paragraph: Paragraph, parent: Node, *, dated: bool) -> None:
        style = self.style(paragraph.role.value)
        runs = self._runs(paragraph.content, style)
        frame = signoff.Frame(self.look.left, self.look.measure, self.english, dated, paragraph.long)
        if paragraph.role is Role.DATE:
            self.galley.keep_with_last()  # it clings to what it dates
            block = signoff.date_line(parent.child("P"), style, runs, frame, self._pending)
            self._pending = None
        else:
            fingerprint = paragraph.role is Role.FINGERPRINT
            block = signoff.signature_line(parent.child("P"), style, runs, frame, fingerprint=fingerprint)
            if self._picture and not self._slip:
                block.picture = (parent.child("Figure", shown(self.lang)), self._picture)
                self._picture = None
            self._pending = block
        block.hand = self._hand(paragraph.content)
        self._add(block)

    def _list(self, items: ItemList, parent: Node) -> None:
        numbering = "Decimal" if items.ordered else "Disc"
        node = parent.child("L", f"/A<</O/List/ListNumbering/{numbering}>>")
        style = self.style("item")
        place = self._place(style)
        for item in items.items:
            element = node.child("LI")
            label = None
            if item.label:
                run = Run(item.label, fonts.face(style.face, self.look), style.size, self.look.char_spacing)
                label = (element.child("Lbl"), run)
            block = TextBlock(element.child("LBody"), style, self.look.left)
            block.ornament = "box" if item.checkbox else "" if item.label else "disc"
            block.hand = self._hand(item.content)
            runs = self._runs(item.content, style)
            if item.checkbox:
                block.rule_to = self._rule_end(runs)
            set_item(block, runs, place, label, hang=ENGLISH_HANG if self.english else 0.0)
            self._add(block)

    def _descriptions(self, listed: DescriptionList, parent: Node) -> None:
        node = parent.child("L", "/A<</O/List/ListNumbering/None>>")
        strips = DescriptionSetter(node, listed, self.look).block().strips()
        self.galley.append(strips, after=DISTANCE if listed.role is DescriptionRole.FIGURES else 0.0)

    def _table(self, table: Table, parent: Node, *, closing: bool) -> None:
        node = parent.child("Table", summary(told(table)))
        frame = Place(self.look.left, self.look.measure)
        if table.caption:
            style = self.style("caption")
            caption = TextBlock(node.child("Caption"), style, self.look.left)
            self._add(set_text(caption, self._runs(table.caption, style), frame))
        form = table.role is TableRole.FORM
        again = continued(plain(table.caption), self.look, frame, english=self.english, form=form)
        kids = len(node.kids)
        strips = TableSetter(table, self.look, self.style(cell_style(table)), frame).strips(
            node, again, closing=closing
        )
        if keeping.narrow(table):
            cell = self.style("cell")
            styles = (cell, replace(cell, size=10.5, leading=15), self.style("dense"))
            self.narrow.append(NarrowTable(table, node, kids, self.look, styles, again, strips))
        strips[0].above += 0.0 if table.caption else self.look.cell_padding
        self.galley.append(strips, after=self.look.styles["cell"].size)

    def _section(self, section: Section, parent: Node) -> None:
        outer = self.lang
        self.lang = section.lang or outer
        if self.lang != outer:
            self._pending = None  # no date of a translation stands under a signature of the original
        node = parent.child("Sect", language(section.lang))
        start = len(self.galley.strips)
        if section.role is SectionRole.RECEIPT:
            self._slip = True
            line = CutLine(self.look.left, A4[0] - self.look.right)
            self.galley.append([Strip(line, 0, CUT_LINE, keep=True, between=True)])
        self.blocks(section.blocks, node)
        self.lang, self._slip = outer, False
        if (
            section.role is SectionRole.PAGE_BREAK
            and section.lang not in ("", outer)
            and start < len(self.galley.strips)
        ):
            self.galley.strips[start].part = section.lang
        self.galley.bind(start, section.role)
