"""What ``check`` returns shows itself: plain lines at a prompt, an escaped table in a notebook, a list to a program."""

from __future__ import annotations

import negotiation_docs as nd
from negotiation_docs.checks import Findings

ERROR = nd.Problem("error", ("debts", 0, "due"), "缺少“到期日” <b>&", "请写应还的日期", "missing.due", 12)
NOTICE = nd.Problem("notice", ("evidence", 1), "没有被引用")


def test_findings_are_a_list_to_every_caller():
    findings = Findings([ERROR, NOTICE])
    assert findings == [ERROR, NOTICE]
    assert isinstance(findings, list)
    assert sorted(findings, key=lambda problem: problem.path) == [ERROR, NOTICE]


def test_at_a_prompt_findings_read_as_on_the_command_line():
    assert repr(Findings([ERROR, NOTICE])) == f"{ERROR}\n{NOTICE}"
    assert repr(Findings()) == "没有发现问题"


def test_in_a_notebook_findings_are_a_table_of_where_what_and_what_to_do():
    html = Findings([ERROR, NOTICE])._repr_html_()
    for word in ("严重程度", "位置", "问题", "怎么办", "错误", "提示", "debts[0].due（第12行）", "请写应还的日期"):
        assert f">{word}</t" in html
    assert html.count("<tr>") == 3


def test_words_of_a_finding_are_never_markup():
    assert "缺少“到期日” &lt;b&gt;&amp;" in Findings([ERROR])._repr_html_()


def test_no_findings_say_so():
    assert "没有发现问题" in Findings()._repr_html_()
