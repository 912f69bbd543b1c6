"""附件说明: where the further lines of a list of attachments stand."""

from __future__ import annotations

import pytest

from negotiation_docs.writers.fonts.opened import face
from negotiation_docs.writers.lines.linebreak import Run
from negotiation_docs.writers.pages.items import set_attachments
from negotiation_docs.writers.pages.paragraphs import Place, TextBlock
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.style import LOOKS

STYLE = LOOKS["personal"].styles["attachments"]
EM = STYLE.size
RUN_IN = "附件：1.居民身份证（复印件1份，1页）　2.还款记录（截图1份，2页）　3.解除劳动合同证明书（复印件1份，1页）"


def lines(*texts):
    runs = [[Run(text, face(STYLE.face), EM)] for text in texts]
    return set_attachments(TextBlock(Node("P"), STYLE, 0.0, []), runs, Place(0.0, 432.0, 2 * EM)).lines


def test_a_long_name_goes_on_below_its_first_character():
    first, second = lines("附件：1.解除劳动合同证明书及其送达回执、单位盖章的离职交接清单和社会保险停缴记录")
    before = face(STYLE.face).width("附件：1.", EM)
    assert first.x == pytest.approx(2 * EM)
    assert second.x == pytest.approx(2 * EM + before)


def test_names_that_run_in_go_on_below_the_first_number():
    first, second = lines(RUN_IN)
    assert second.text.startswith("3.解除")
    assert second.x == pytest.approx(first.x + 3 * EM)
