"""One piece for one creditor: every paper that goes there, one numbering, the scans; nothing of anybody else's."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import pytest

import negotiation_docs as nd
from negotiation_docs.bundling import evidence
from negotiation_docs.errors import FactsError, OutputError
from negotiation_docs.outlook import goes
from negotiation_docs.writers.scans import limits
from negotiation_docs.writers.scans.scan import ScanError
from tests.make import scans, sued
from tests.make.cases import plain
from tests.make.variants import loaded, variants
from tests.pictures.photos import photo
from tests.read.pdf import structure
from tests.read.some import some
from tests.typesetting.test_user_fonts import VERA, fonts_in

EXAMPLES = sorted(scans.EXAMPLES.rglob("*.yaml"))
FILES = {"a.pdf": scans.pdf(2), "b.png": scans.png(), "c.jpg": photo(), "d.png": scans.png()}
NAMED = re.compile(r"附件([0-9]+)")


@pytest.fixture(scope="module")
def case() -> nd.Case:
    return scans.with_files(*FILES)


@pytest.fixture(scope="module")
def bundle(case) -> nd.Bundle:
    return nd.bundle(case, files=FILES)


@pytest.fixture(scope="module")
def pdf(bundle) -> bytes:
    return bundle.to_pdf()


def texts(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


@pytest.mark.parametrize(
    ("limit", "most", "told"),
    [(0, 2, "页"), (1, 3000, "兆字节"), (2, 10_000, "像素"), (3, 10, "展开")],
    ids=["sheets", "bytes", "pixels", "unfolded"],
)
def test_the_scans_of_a_bundle_have_limits_together(monkeypatch, limit, most, told):
    """Each file is within its limits; six hundred of them may still keep a machine busy for an hour."""
    known = list(evidence._LIMITS)
    known[limit] = (most, known[limit][1])
    monkeypatch.setattr(evidence, "_LIMITS", tuple(known))
    with pytest.raises(FactsError, match=rf"扫描件“.*以后.*{told}") as caught:
        nd.bundle(scans.with_files(*FILES), files=FILES).to_pdf()
    assert len(caught.value.problems) == 1


def test_files_that_are_stopped_at_a_limit_end_the_reading_of_the_others(monkeypatch):
    read = []

    def stopped(data: bytes) -> None:
        read.append(data)
        raise ScanError("太久打不开", "请打开核对", limits.MOST_UNFOLDED)

    monkeypatch.setattr(evidence, "read_scan", stopped)
    names = {f"{number}.pdf": b"%PDF-" for number in range(9)}
    with pytest.raises(FactsError) as caught:
        nd.bundle(scans.with_files(*names), files=names).to_pdf()
    assert len(read) == limits.BUNDLE_UNFOLDED // limits.MOST_UNFOLDED + 1
    assert "合计过多" in caught.value.problems[-1].message


def outlines(data: bytes) -> dict[str, int]:
    with pikepdf.open(io.BytesIO(data)) as made, made.open_outline() as outline:
        return {entry.title: made.pages.index(pikepdf.Page(entry.destination[0])) for entry in outline.root}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_gives_a_bundle_of_every_debt(path):
    case = nd.load(path)
    for debt in case.debts:
        made = nd.bundle(case, debt.id)
        with pikepdf.open(io.BytesIO(made.to_pdf())) as opened:
            assert len(opened.pages) > len(made.papers)


@cache
def bundles() -> list[nd.Bundle]:
    """Of every debt of every example and variant that has a paper for its creditor."""
    cases = [loaded(name) for name in variants()] + [nd.load(path) for path in EXAMPLES]
    found = []
    for case in cases:
        for debt in case.debts:
            with suppress(OutputError):
                found.append(nd.bundle(case, debt.id))
    assert len(found) > 100
    return found


def test_nothing_of_ones_own_no_court_paper_and_nothing_of_another_creditor_travels():
    kinds = {kind.name: kind for kind in nd.kinds()}
    for bundle in bundles():
        case, debt = bundle.case, bundle.debt
        others = {one.creditor.name for one in case.debts} - {debt.creditor.name}
        for document in bundle.papers:
            assert kinds[document.kind].audience == "creditor", document.kind
            assert "outside" not in kinds[document.kind].traits, document.kind
            assert not [name for name in others if name in document.text], document.kind
        theirs = {name for one in case.debts if one.id != debt.id for name in one.evidence or ()}
        assert not {item.id for item in bundle.evidence} & (theirs - set(debt.evidence or ()) - _common(case))


def test_the_authority_of_an_agent_in_a_suit_goes_to_its_court_and_not_to_the_other_side():
    raw = sued.card_over_claimed()
    raw["borrower"]["agent"] |= {"matters": "代理诉讼", "until": "2027-06-30"}
    case = nd.load(raw)
    authority = nd.render("authorization", case, acknowledge=("litigation",))
    assert "示例市示例区人民法院：" in authority.text
    with pytest.raises(nd.OutputError, match="不是给对方的文书"):
        nd.message(case, [authority])
    assert not [kind for kind in nd.kinds() if kind.name == "authorization" and goes(kind, case, case.debts[0])]
    raw["debts"][0]["litigation"]["represented"] = False
    case = nd.load(raw)
    assert [kind for kind in nd.kinds() if kind.name == "authorization" and goes(kind, case, case.debts[0])]


@pytest.mark.parametrize(("name", "step", "travels"), [("step-up", "消费者权益保护部门", True),
    ("step-head_office", "总行", False), ("step-mediation", "调解中心", False), ("step-regulator", "监管局", False)],
)  # fmt: skip
def test_a_complaint_travels_to_the_creditor_only_while_a_desk_of_its_own_is_asked(name, step, travels):
    case = loaded(name)
    request = nd.render("escalation_request", case)
    assert request.text.splitlines()[1].endswith(f"{step}：")
    bundle = nd.bundle(case)
    assert ("escalation_request" in {paper.kind for paper in bundle.papers}) is travels
    assert ("hardship_letter" in {paper.kind for paper in bundle.papers}) is True
    if travels:
        assert nd.message(case, [request]).attachments
        return
    with pytest.raises(nd.OutputError, match="不是给对方的文书"):
        nd.message(case, [request])


def _common(case: nd.Case) -> set[str]:
    return {name for cause in case.hardship for name in cause.evidence or ()}


def test_all_papers_speak_of_an_attachment_by_the_same_number():
    seen = 0
    for bundle in bundles():
        names = {each.number: each.name for each in bundle.evidence}
        ours = {number: kind for kind, number in bundle.numbers.papers.items()}
        assert sorted({**names, **ours}) == list(range(1, len(names) + len(ours) + 1))
        titles = {document.kind: document.title for document in bundle.papers}
        for document in bundle.papers:
            for number in map(int, NAMED.findall(document.text)):
                assert number in names or number in ours, (document.kind, number)
            for number, name in _listed(document.text):
                said = names.get(number) or titles[ours[number]]
                assert name.startswith(said), (document.kind, number, name)
                seen += 1
    assert seen > 100


def _listed(text: str) -> list[tuple[int, str]]:
    """The list of attachments at the end of a letter."""
    _, there, told = text.rpartition("附件：")
    return [(int(number), name) for number, name in re.findall(r"(?m)^([0-9]+)\.(.+)$", told)] if there else []


def test_the_scans_follow_the_papers_in_the_order_of_their_numbers(pdf, bundle):
    where = outlines(pdf)
    exhibits = [title for title in where if title.startswith("附件")]
    assert exhibits == [f"附件{each.number}　{each.name}" for each in bundle.evidence]
    assert [*where.values()] == sorted(where.values())
    assert min(where[title] for title in exhibits) > max(where[one.title] for one in bundle.papers)


def test_every_sheet_tells_its_number_at_the_margin(pdf, bundle):
    told = texts(pdf)
    place = min(at for title, at in outlines(pdf).items() if title.startswith("附件"))
    wanted = [
        f"{exhibit.label} 第{number}页 共{len(exhibit.scan.sheets)}页"
        for exhibit in bundle.exhibits
        for number, _ in enumerate(exhibit.scan.sheets, 1)
    ]
    assert len(told) - place == len(wanted) == 5
    assert all(stamp in page for stamp, page in zip(wanted, told[place:], strict=True))


def test_the_contents_name_the_page_on_which_everything_begins(pdf, bundle):
    where, contents = outlines(pdf), " ".join(texts(pdf)[0].split())
    for title, at in some((title, at) for title, at in where.items() if title != bundle.title):
        name = title.partition("　")[2] or title
        assert re.findall(f" {re.escape(name)} [0-9]+ ([0-9]+)", contents) == [str(at + 1)], name
    assert f"合计{len(texts(pdf))}页" in contents


def test_pages_are_labelled_with_the_number_of_their_attachment(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as made:
        labels = [page.label for page in made.pages]
    assert labels[:2] == ["1", "2"]
    assert labels[-1].startswith("附件")
    assert labels[-1].endswith("-1")
    assert len(set(labels)) == len(labels)


def test_a_copy_of_an_identity_paper_says_whom_it_is_for_and_no_other_does(pdf, case, bundle):
    purpose = f"仅供向{case.debts[0].creditor.name}办理本人债务事宜使用，他用无效"
    identity = {item.id for item in case.evidence if item.group.value == "identity"}
    where = outlines(pdf)
    for each in some(bundle.evidence):
        page = texts(pdf)[where[f"附件{each.number}　{each.name}"]]
        assert (purpose in page.replace("\r\n", "")) == (each.id in identity)


def test_the_papers_keep_their_tags_and_a_picture_has_a_name(pdf, bundle):
    root = structure(pdf)
    assert [kid.tag for kid in root.kids] == ["Part"] * (1 + len(bundle.papers) + len(bundle.exhibits))
    figures = root.all("Figure")
    assert len(figures) == 5
    assert all("附件" in str(figure.source["Alt"]) for figure in figures)


def test_only_a_bundle_of_our_own_pages_claims_to_be_archival(pdf, case):
    pictures = nd.bundle(scans.with_files("b.png", "c.jpg"), files=FILES).to_pdf()
    assert b"pdfaid:part" in pictures
    assert b"pdfuaid:part" in pictures
    with pikepdf.open(io.BytesIO(pdf)) as made:
        packet = made.Root.Metadata.read_bytes()
    assert b"pdfaid:part" not in packet
    assert b"pdfuaid:part>1" not in packet


def test_the_same_case_and_files_give_the_same_bytes(pdf, case, bundle):
    assert nd.bundle(case, files=FILES).to_pdf() == pdf
    assert nd.bundle(case, files=FILES).to_zip() == bundle.to_zip()


def test_what_has_no_file_is_told_and_named_as_handed_in_apart(bundle):
    made = nd.bundle(scans.with_files("b.png"), files=FILES)
    assert sum("没有写明扫描件" in problem.message for problem in made.problems) == len(made.evidence) - 1
    assert "另行提交" in texts(made.to_pdf())[0]
    assert "另行提交" not in texts(bundle.to_pdf())[0]


def test_a_file_with_fewer_pages_than_the_checklist_says_is_told(case):
    made = nd.bundle(scans.with_files("d.png", "a.pdf"), files=FILES)
    assert any("清单写的是3页，扫描件“a.pdf”有2页" in problem.message for problem in made.problems)


def test_every_scan_that_cannot_be_used_is_named_at_once():
    case = scans.with_files("a.pdf", "locked.pdf", "torn.jpg", "absent.png")
    files = {**FILES, "locked.pdf": scans.encrypted_pdf(), "torn.jpg": photo()[:-500]}
    with pytest.raises(FactsError) as caught:
        nd.bundle(case, files=files).to_pdf()
    messages = [problem.message for problem in caught.value.problems]
    assert [any(name in message for message in messages) for name in ("locked.pdf", "torn.jpg", "absent.png")] == [
        True
    ] * 3
    assert len(messages) == 3
    assert all(problem.hint for problem in caught.value.problems)


@pytest.fixture
def folder(tmp_path) -> Path:
    inner = tmp_path / "case"
    (inner / "scans").mkdir(parents=True)
    for name, data in FILES.items():
        (inner / "scans" / name).write_bytes(data)
    (tmp_path / "outside.png").write_bytes(scans.png())
    return inner


def test_scans_are_found_below_a_folder(folder, case, pdf):
    named = scans.with_files(*[f"scans/{name}" for name in FILES])
    assert len(texts(nd.bundle(named, files=folder).to_pdf())) == len(texts(pdf))
    given = nd.bundle(case, files={name: folder / "scans" / name for name in FILES})
    assert given.to_pdf() == pdf


@pytest.mark.parametrize("name", ["../outside.png", "scans/../../outside.png", "/etc/passwd", "C:/x.png", "a\0b.png"])
def test_no_way_leads_out_of_the_folder(folder, name):
    with pytest.raises(FactsError, match="不在案件文件所在的文件夹里"):
        nd.bundle(scans.with_files(name), files=folder).to_pdf()


def test_links_and_pipes_are_refused(folder):
    import os

    (folder / "link.png").symlink_to(folder.parent / "outside.png")
    (folder / "way").symlink_to(folder.parent)
    os.mkfifo(folder / "pipe.png")
    (folder / "dir.png").mkdir()
    for name, told in (
        ("link.png", "链接"),
        ("way/outside.png", "链接"),
        ("pipe.png", "普通文件"),
        ("dir.png", r"打不开|普通文件"),
    ):
        with pytest.raises(FactsError, match=told):
            nd.bundle(scans.with_files(name), files=folder).to_pdf()


def test_a_case_from_no_file_asks_for_files():
    case = scans.with_files("a.pdf")
    case._folder = None
    with pytest.raises(FactsError, match="files="):
        nd.bundle(case).to_pdf()


def test_a_folder_holds_every_paper_and_scan_for_its_owner_only(bundle, tmp_path):
    made = bundle.save(tmp_path / "out")
    names = sorted(path.name for path in made.iterdir())
    assert len(names) == 2 * len(bundle.papers) + len(bundle.exhibits)
    assert [name for name in names if name.startswith("附件")] == [
        f"附件{each.number:02}.pdf" for each in bundle.evidence
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.iterdir()} == {0o600}
    assert bundle.save(tmp_path / "out") == made


def test_nothing_is_written_where_a_scan_cannot_be_used(tmp_path):
    broken = nd.bundle(scans.with_files("a.pdf"), files={"a.pdf": b"%PDF-"})
    for name in ("out", "out.pdf", "out.zip"):
        with pytest.raises(FactsError):
            broken.save(tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["taken", "taken/below", "a\0b"])
def test_a_folder_that_cannot_be_made_is_told(bundle, tmp_path, name):
    (tmp_path / "taken").write_bytes(b"mine")
    with pytest.raises(OutputError, match=r"无法建立文件夹|不能使用的字符"):
        bundle.save(tmp_path / name)
    assert (tmp_path / "taken").read_bytes() == b"mine"


def test_a_scan_by_itself_is_marked_in_the_fonts_of_the_bundle(case, tmp_path):
    out = nd.bundle(case, files=FILES, fonts={"hei": VERA}).save(tmp_path / "out")
    for path in some(out.glob("附件*.pdf")):
        assert "BitstreamVeraSans-Roman" in fonts_in(path.read_bytes()), path.name


def test_a_zip_file_has_the_same_files_with_chinese_names_in_utf8(bundle, tmp_path):
    folder, archive = bundle.save(tmp_path / "out"), zipfile.ZipFile(bundle.save(tmp_path / "out.zip"))
    assert {name: archive.read(name) for name in archive.namelist()} == {
        path.name: path.read_bytes() for path in folder.iterdir()
    }
    assert all(entry.flag_bits & 0x800 for entry in archive.infolist() if not entry.filename.isascii())
    assert archive.testzip() is None


def test_a_bundle_goes_into_a_draft_e_mail_to_its_creditor(bundle, pdf, tmp_path):
    mail = bundle.email()
    assert mail.attachments == ("提交材料合订本.pdf",), "the whole, and not its list of contents alone"
    assert "提交材料目录" not in mail.subject + mail.body
    assert bundle.debt.creditor.name not in mail.attachments[0]
    assert [part.data for part in mail.mail.parts] == [pdf]
    assert bundle.save(tmp_path / "out.eml").read_bytes() == mail.to_eml()
    assert mail.problems == ()


@pytest.mark.parametrize(("name", "dress"), [("x.docx", {}), ("x.zip", {"password": "x"}), ("x.pdf", {"base": b"x"})])
def test_what_does_not_fit_is_refused(bundle, tmp_path, name, dress):
    with pytest.raises(OutputError):
        bundle.save(tmp_path / name, **dress)


def test_no_file_name_and_no_repr_tells_who_it_is_about(bundle, case, tmp_path):
    names = " ".join(path.name for path in bundle.save(tmp_path / "out").iterdir()) + repr(bundle)
    secrets = (case.borrower.name, case.debts[0].creditor.name, case.debts[0].account)
    assert not [secret for secret in secrets if secret and secret in names]


def test_a_debt_without_any_paper_that_is_due_is_told(monkeypatch, case):
    from negotiation_docs.bundling import bundle as module

    monkeypatch.setattr(module, "goes", lambda kind, case, debt: False)
    with pytest.raises(OutputError, match="没有可以交给对方的文书"):
        nd.bundle(case)


def test_an_english_bundle_speaks_english(case):
    told = texts(nd.bundle(case, lang="en", files=FILES).to_pdf())
    assert "List of papers handed in" in told[0]
    assert re.search(r"Attachment [0-9]+, page 1 of 2", " ".join(told))


def test_a_screen_reader_hears_no_chinese_mark_between_english_sentences(case):
    figures = structure(nd.bundle(case, lang="en", files=FILES).to_pdf()).all("Figure")
    said = [str(figure.source["Alt"]) for figure in some(figures)]
    assert all(re.search(r"[a-z]\. Attachment [0-9]+, page 1 of [0-9]+|page [2-9] of", words) for words in said)
    assert not re.search(r"[。，：]", "".join(said))


def test_a_password_locks_the_whole(bundle):
    data = bundle.to_pdf(password="secret")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password="secret") as opened:
        assert len(opened.pages) > 5


CHAT, OTHERS = "talks/chat.png", "talks/other.png"


def kept_of_talks(*, confirmed: bool = False, **more) -> nd.Case:
    """Two debts to two banks: of the talks about the first a screenshot, a recording and one of both debts are kept."""
    raw = plain()
    first = raw["debts"][0]
    first["contacts"][0] |= {"attachments": [CHAT, "rec.m4a", OTHERS]} | more
    if confirmed:
        first["agreement"]["confirmed"] = {"date": "2026-11-20", "channel": "sms"}
    raw["debts"].append(
        {
            "id": "second",
            "creditor": {"name": "示例第二银行", "kind": "bank_loan"},
            "contacts": [{"at": "2026-11-10", "direction": "incoming", "channel": "sms", "summary": "询问还款安排",
                          "attachments": [OTHERS]}],
        }
    )  # fmt: skip
    return nd.load(raw, today=date(2026, 11, 21))


def test_what_was_kept_of_the_talks_travels_numbered_behind_the_evidence_and_the_log_names_its_number():
    made = nd.bundle(kept_of_talks(), debt="one", files={CHAT: scans.png()})
    log = next(paper for paper in made.papers if paper.kind == "contact_log")
    last = made.evidence[-1]
    assert (last.file, last.number) == (CHAT, len(made.numbers.papers) + len(made.numbers.evidence) + 1)
    assert [line for line in log.text.splitlines() if CHAT in line and last.label in line]
    assert f"附件{last.number}" in " ".join(texts(made.to_pdf())[0].split())
    assert f"附件{last.number} 第1页 共1页" in texts(made.to_pdf())[-1]


def test_a_recording_and_what_another_debt_names_too_stay_at_home():
    made = nd.bundle(kept_of_talks(), debt="one", files={CHAT: scans.png()})
    assert {each.file for each in made.evidence} & {CHAT, "rec.m4a", OTHERS} == {CHAT}
    assert not {CHAT, OTHERS, "rec.m4a"} & {each.file for each in nd.bundle(kept_of_talks(), debt="second").evidence}


def test_a_screenshot_that_is_a_piece_of_evidence_travels_once_under_its_number():
    case = kept_of_talks()
    items = [case.evidence[0].model_copy(update={"file": CHAT}), *case.evidence[1:]]
    made = nd.bundle(case.model_copy(update={"evidence": tuple(items)}), debt="one", files={CHAT: scans.png()})
    assert [each.id for each in made.evidence if each.file == CHAT] == [items[0].id]
    assert made.numbers.talks[CHAT] == made.numbers.evidence[items[0].id]
    assert len({each.number for each in made.evidence}) == len(made.evidence)


def test_without_the_log_in_the_bundle_nothing_that_was_kept_of_talks_travels():
    made = nd.bundle(kept_of_talks(confirmed=True), debt="one")
    assert made.papers
    assert "contact_log" not in {paper.kind for paper in made.papers}
    assert not made.numbers.talks


def test_a_screenshot_that_is_not_there_or_has_changed_is_an_error_that_names_it():
    with pytest.raises(FactsError, match=r"talks/chat\.png”没有在 files= 里给出"):
        nd.bundle(kept_of_talks(), debt="one", files={}).to_pdf()
    seal = {"file": CHAT, "sha256": "0" * 64, "taken": "2026-11-19"}
    with pytest.raises(FactsError, match="和2026年11月19日记下的哈希值不一致") as refused:
        nd.bundle(kept_of_talks(seals=[seal]), debt="one", files={CHAT: scans.png()}).to_pdf()
    assert refused.value.problems[0].path == "debts[0].contacts[0].attachments[0]"


def test_the_contents_say_that_a_copy_proves_no_electronic_signature_and_a_warning_says_to_keep_the_file():
    signed = scans.signed_pdf()
    made = nd.bundle(scans.with_files("a.pdf", "b.pdf"), files={"a.pdf": signed, "b.pdf": scans.pdf()})
    wanted = next(each for each in made.evidence if each.file == "a.pdf")
    front = re.sub(r"\s", "", texts(made.to_pdf())[0])
    assert f"{wanted.label}的原件带有电子签名，本册中的是副本，不能用来验证签名" in front
    told = [problem for problem in made.problems if problem.rule == "scan.signed"]
    assert [problem.path for problem in told] == [f"evidence[{wanted.place[1]}].file"]
    assert "保留原文件" in told[0].hint
    plainly = nd.bundle(scans.with_files("b.pdf"), files={"b.pdf": scans.pdf()})
    assert "电子签名" not in texts(plainly.to_pdf())[0]


def test_the_withdrawal_of_a_complaint_at_the_creditors_own_desk_does_not_travel_unasked_and_that_is_told():
    raw = plain()
    debt = raw["debts"][0]
    debt["contacts"].append({"at": "2026-11-18 15:00", "direction": "outgoing", "channel": "phone", "ref": "TS1",
        "level": "consumer_protection", "summary": "投诉催收", "reply": "已受理", "outcome": "accepted"})  # fmt: skip
    debt["agreement"]["confirmed"] = {"date": "2026-11-20", "channel": "sms"}
    case = nd.load(raw, today=date(2026, 11, 21))
    made = nd.bundle(case)
    assert "complaint_withdrawal" not in {paper.kind for paper in made.papers}
    assert [problem.message for problem in made.problems if problem.rule == "bundle.withdrawal"] == [
        "《投诉撤回申请》没有放进合订本：撤回以后，同一件投诉很难再提"
    ]
    assert nd.message(case, [nd.render("complaint_withdrawal", case)]).attachments
    debt["contacts"][-1]["organisation"] = "示例市金融监管局"
    assert not [one for one in nd.bundle(nd.load(raw, today=date(2026, 11, 21))).problems if "撤回" in one.message]
