"""Messages: papers as a draft e-mail that strangers' mail readers take as meant, and what is never sent."""

from __future__ import annotations

import email
import email.policy
import re
from email.header import decode_header, make_header

import fast_mail_parser
import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.messaging.message import LARGEST
from negotiation_docs.outlook import goes
from negotiation_docs.writers.mail import Mail, Part, to_eml
from tests.make.variants import loaded
from tests.packaging.snippets import ROOT
from tests.read.some import some

ZHOU = nd.load(ROOT / "examples/zhou.yaml")
STORIES = sorted((ROOT / "examples").rglob("*.yaml"))
NAMES = st.text(st.characters(categories=("L", "N", "Lo")) | st.sampled_from("（）-_ 《》𬭎"), min_size=1, max_size=80)


def letter(kind="hardship_letter", case=ZHOU, **more) -> nd.Document:
    return nd.render(kind, case, **more)


def read(data: bytes) -> tuple[str, str, list[tuple[str, bytes]]]:
    """Subject, body and files as Python's reader and one in Rust have them, which must agree."""
    one = email.message_from_bytes(data, policy=email.policy.default)
    other = fast_mail_parser.parse_email(data)
    files = [(part.get_filename(), part.get_payload(decode=True)) for part in one.iter_attachments()]
    assert [(part.filename, bytes(part.content)) for part in other.attachments] == files
    assert str(other.subject) == str(one["Subject"])
    body = one.get_body().get_content().replace("\r\n", "\n").rstrip("\n")
    assert other.text_plain[0].replace("\r\n", "\n").rstrip("\n") == body
    return str(one["Subject"]), body, files


def test_two_readers_agree_on_subject_words_and_files():
    paper = letter()
    message = nd.message(ZHOU, [paper, letter("repayment_plan")])
    subject, body, files = read(message.to_eml())
    assert subject == "困难情况说明等2份材料：信用卡（卡号尾号4021）"
    assert body.splitlines()[:3] == [
        "尊敬的示例银行股份有限公司信用卡中心：",
        "您好，本人周启明，就信用卡（卡号尾号4021）一事提交以下材料，见附件：",
        "1. 困难情况说明：01-困难情况说明.pdf",
    ]
    assert files[0] == ("01-困难情况说明.pdf", paper.to_pdf())


@given(NAMES, st.binary(max_size=300))
def test_any_name_comes_back_from_the_encoded_words_as_from_the_rule(name, data):
    raw = to_eml(Mail(subject=name, body="见附件", parts=(Part(f"{name}.pdf", data),)))
    wanted = "".join(char for char in f"{name}.pdf" if char.isprintable()).strip()
    one = email.message_from_bytes(raw, policy=email.policy.default)
    (part,) = one.iter_attachments()
    assert part.get_filename() == wanted
    assert part.get_payload(decode=True) == data
    old = email.message_from_bytes(raw).get_payload()[1]  # what an old program reads: the encoded words
    assert str(make_header(decode_header(old.get_param("name", header="content-type")))) == wanted


@given(NAMES)
def test_no_line_is_too_long_and_all_are_ascii(name):
    raw = to_eml(Mail(subject=name, body=name, parts=(Part("a.pdf", b"x"),)))
    assert raw.isascii()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert raw.count(b"\n") == raw.count(b"\r\n")


@pytest.mark.parametrize("name", ["名" * 300, "😀" * 300, "a" * 3000, f"{'名' * 300}.{'x' * 300}"])
def test_a_long_name_of_a_file_makes_no_line_too_long_and_keeps_its_ending(name):
    message = nd.message(ZHOU, {f"{name}.jpg": b"x", name: b"x"})
    assert all(len(line) <= 998 for line in message.to_eml().split(b"\r\n"))
    assert message.attachments[0].startswith(name[:60])
    assert message.attachments[0].endswith(".jpg")


@pytest.mark.parametrize("words", ["还款\r\nBcc: x@example.com", "a\nX-Evil: 1", "=?utf-8?Q?=0D=0ABcc=3A_x?="])
def test_no_words_become_a_header(words):
    raw = to_eml(Mail(subject=words, body=words, sender=words, to=words, parts=(Part(words, b"x"),)))
    heads = email.message_from_bytes(raw)
    assert set(heads.keys()) == {"Subject", "MIME-Version", "X-Unsent", "From", "To", "Content-Type"}
    assert not re.search(
        r"[\r\n]", email.message_from_bytes(raw, policy=email.policy.default).get_payload()[1].get_filename() or ""
    )


def test_the_draft_opens_as_one_that_is_still_to_be_sent():
    heads = email.message_from_bytes(nd.message(ZHOU, [letter()]).to_eml())
    assert (heads["X-Unsent"], heads["From"], heads["To"]) == ("1", "zhou@example.com", "card@bank.example")
    assert heads["Date"] is None


def test_names_in_english_letters_for_systems_that_lose_others():
    message = nd.message(ZHOU, [letter(), letter("repayment_plan")], ascii_names=True)
    assert message.attachments == ("01-hardship_letter.pdf", "02-repayment_plan.pdf")


def test_names_and_files_of_ones_own_travel_as_they_are():
    papers = {"说明": letter(), "附件1 劳动合同.jpg": b"\xff\xd8scan", "计划.docx": letter("repayment_plan")}
    _, _, files = read(nd.message(ZHOU, papers).to_eml())
    assert [name for name, _ in files] == ["说明.pdf", "附件1 劳动合同.jpg", "计划.docx"]
    assert [data[:4] for _, data in files] == [b"%PDF", b"\xff\xd8sc", b"PK\x03\x04"]


def test_a_name_never_leaves_its_folder():
    (name,) = nd.message(ZHOU, {"../../etc/说明.pdf": letter()}).attachments
    assert "/" not in name


def test_what_is_larger_than_mailboxes_take_is_warned_of():
    small, large = (nd.message(ZHOU, {"扫描件.pdf": b"x" * size}) for size in (1000, LARGEST))
    assert small.problems == ()
    (problem,) = large.problems
    assert problem.severity == "warning"
    assert problem.message == "邮件连附件约27.4兆字节，超过常见的上限20兆字节，可能寄不出去"


def test_what_is_not_for_the_creditor_is_refused():
    with pytest.raises(nd.OutputError, match="不是给对方的文书"):
        nd.message(ZHOU, [letter("call_script")])
    with pytest.raises(nd.OutputError, match="是草稿"):
        nd.message(ZHOU, [letter(draft=True)])
    with pytest.raises(nd.OutputError, match="没有文书"):
        nd.message(ZHOU, [])


@pytest.mark.parametrize(
    ("kind", "name", "office"),
    [
        ("legal_aid_request", "talk-refused", "法律援助机构"),
        ("mediation_request", "step-mediation", "示例市金融纠纷调解中心"),
        ("credit_complaint", "objection-late", "中国人民银行示例省分行"),
        ("credit_dispute", "record-at-the-centre", "中国人民银行征信中心"),
        ("credit_statement", "record-true-centre", "中国人民银行征信中心"),
        ("complaint_withdrawal", "complaint-solved-above", "国家金融监督管理总局示例监管局"),
    ],
)
def test_what_goes_to_another_office_is_not_sent_to_the_creditor(kind, name, office):
    case = loaded(name)
    paper = nd.render(kind, case)
    assert paper.text.splitlines()[1] == f"{office}："
    with pytest.raises(nd.OutputError, match="不是给对方的文书"):
        nd.message(case, [paper])


def test_a_complaint_that_lies_with_the_creditor_is_withdrawn_there():
    case = loaded("complaint-solved")
    assert nd.message(case, [nd.render("complaint_withdrawal", case)]).attachments == ("01-投诉撤回申请.pdf",)


def test_a_paper_to_another_creditor_is_refused():
    lin = nd.load(ROOT / "examples/lin.yaml")
    with pytest.raises(nd.OutputError, match="别的债权人的名称"):
        nd.message(lin, [letter(case=lin, debt="loan_a")], debt="finance_b")


def test_who_wants_the_others_named_sends_them_and_still_no_paper_that_is_theirs():
    told = lin_who_names_the_others()
    statement = letter("financial_statement", case=told, debt="finance_b")
    assert "示例消费金融股份有限公司" in statement.text
    assert nd.message(told, [statement], debt="finance_b").attachments
    with pytest.raises(nd.OutputError, match="别的债权人的名称"):
        nd.message(told, [letter(case=told, debt="loan_a")], debt="finance_b")


def lin_who_names_the_others() -> nd.Case:
    facts = nd.load(ROOT / "examples/lin.yaml").model_dump(mode="python", by_alias=True, exclude_unset=True)
    facts["choices"]["reveal"] = ["other_creditors"]
    paid = {"creditor": "示例商业银行股份有限公司万州分行", "balance": "900.00", "monthly": "60.00"}
    facts["finances"]["other_debts"] = [*facts["finances"]["other_debts"], paid]
    return nd.Case.model_validate(facts)


@pytest.mark.parametrize("step", [{}, {"escalation": {"level": "regulator", "addressee": "示例市地方金融管理局"}}])
def test_what_is_written_to_a_mediator_or_above_the_office_is_not_mailed_to_it(step):
    facts = nd.load(ROOT / "examples/stories/loan-3-escalated.yaml").model_dump(by_alias=True, exclude_unset=True)
    debt = facts["debts"][0]
    case = nd.Case.model_validate(facts | {"debts": [debt | step]})
    with pytest.raises(nd.OutputError, match="不是给对方的文书"):
        nd.message(case, [letter("escalation_request", case=case, debt=case.debts[0].id)])
    assert "escalation_request" not in {paper.kind for paper in nd.bundle(case).papers}
    inside = nd.Case.model_validate(facts | {"debts": [debt | {"escalation": {"level": "supervisor"}}]})
    assert nd.message(inside, [letter("escalation_request", case=inside)]).attachments


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_step_of_the_stories_gives_a_message_that_names_nobody_else(path):
    case = nd.load(path)
    for debt in case.debts:
        steps = [step for step in nd.next_steps(case, debt.id) if step.paper and step.ready]
        theirs = {kind.name for kind in nd.kinds() if goes(kind, case, debt)}
        chosen = next((step.paper for step in steps if step.paper in theirs), None)
        if chosen is None:
            continue
        message = nd.message(case, [nd.render(chosen, case, debt.id)], debt.id)
        subject, body, _ = read(message.to_eml())
        others = {other.creditor.name for other in case.debts} - {debt.creditor.name}
        assert not [name for name in others if name in subject + body + message.chat]
        assert all(len(part) <= 70 for part in some(message.sms))
        assert case.borrower.name not in subject + "".join(message.attachments)


def test_the_same_papers_give_the_same_bytes():
    assert nd.message(ZHOU, [letter()]).to_eml() == nd.message(ZHOU, [letter()]).to_eml()


def test_a_message_is_saved_as_eml_only_and_shows_no_words(tmp_path):
    message = nd.message(ZHOU, [letter()])
    assert message.save(tmp_path / "a.eml").read_bytes() == message.to_eml()
    with pytest.raises(nd.OutputError, match=r"后缀是 \.eml"):
        message.save(tmp_path / "a.txt")
    assert "周启明" not in repr(message)


def test_a_message_shows_no_word_or_address_where_it_is_printed():
    message = nd.message(ZHOU, [letter()])
    shown = f"{message!r}{message.mail!r}{message.mail.parts!r}"
    assert ZHOU.borrower.phone
    assert ZHOU.borrower.phone in message.body
    assert not [word for word in (ZHOU.borrower.phone, ZHOU.borrower.name, "尊敬的") if word in shown]


def test_the_name_of_a_file_adds_no_line_to_the_words_and_breaks_none():
    for ascii_names in (False, True):
        message = nd.message(ZHOU, {"还款\r\n您已同意\ud800.pdf": b"1"}, ascii_names=ascii_names)
        _, body, _ = read(message.to_eml())
        assert "1. 还款--您已同意-：" in body
        assert "您已同意" not in body.splitlines()


def test_what_is_neither_a_paper_nor_a_file_is_said():
    with pytest.raises(nd.ArgumentError, match="每项是 Document）或者字典，其中有的不是"):
        nd.message(ZHOU, {"信.pdf": "文字"})  # type: ignore[dict-item]
