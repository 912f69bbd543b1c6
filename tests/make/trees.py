"""The pieces a paper is made of, in few words: every test that builds a tree builds it of these."""

from __future__ import annotations

from negotiation_docs.tree import (
    Block,
    Cell,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    ListItem,
    Paper,
    Paragraph,
    Role,
    Row,
    Section,
    SectionRole,
    Table,
    Text,
)


def words(text: str) -> tuple[Inline, ...]:
    """Plain text; ``^`` toggles strong, ``|`` is a line break."""
    out: list[Inline] = []
    for at, piece in enumerate(text.split("^")):
        for nth, line in enumerate(piece.split("|")):
            if nth:
                out.append(LineBreak())
            if line:
                out.append(Text(line, strong=at % 2 == 1))
    return tuple(out)


def heading(text: str, level: int = 2) -> Heading:
    return Heading(level, words(text))


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(words(text), role)


def cell(text: str = "", **kind: bool | int) -> Cell:
    return Cell(words(text), **kind)  # type: ignore[arg-type]


def row(*cells: Cell | str, numbers: tuple[int, ...] = ()) -> Row:
    """A row of texts or cells; the texts at ``numbers`` stand as figures."""
    made = (cell(each, number=at in numbers) if isinstance(each, str) else each for at, each in enumerate(cells))
    return Row(tuple(made))


def head(*labels: str) -> tuple[Row, ...]:
    """The head of a table, of one row."""
    return (Row(tuple(cell(label, header=True) for label in labels)),)


def table(head: tuple[Row, ...], *body: Row, caption: str = "", foot: tuple[Row, ...] = ()) -> Table:
    return Table(words(caption), head, body, foot)


def items(*texts: str, ordered: bool = True, checkbox: bool = False) -> ItemList:
    made = (ListItem(f"{at}." if ordered else "", words(text), checkbox) for at, text in enumerate(texts, 1))
    return ItemList(tuple(made), ordered)


def section(*blocks: Block, role: SectionRole | None = None, lang: str = "") -> Section:
    return Section(blocks, role, lang)


def signoff(label: str = "申请人（签名）：", role: Role = Role.SIGNATURE) -> Section:
    """The closing block: 此致 敬礼, the line to sign on, the day."""
    return Section(
        (
            paragraph("此致", Role.CLOSING),
            paragraph("敬礼！", Role.REGARDS),
            paragraph(label, role),
            paragraph("2026年11月21日", Role.DATE),
        ),
        SectionRole.SIGNOFF,
    )


def fingerprint() -> Section:
    """The closing block of a paper that is signed with a fingerprint, too."""
    return signoff("申请人（签名并按指印）：", Role.FINGERPRINT)


def paper(*blocks: Block, title: str = "困难情况说明", lang: str = "zh-CN", draft: bool = False) -> Paper:
    return Paper("sample", title, lang, blocks, draft)
