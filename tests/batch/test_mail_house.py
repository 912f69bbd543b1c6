"""Files for a printer: many letters in one PDF, each on sheets of its own, as it is alone, and told by an index."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import signal
import subprocess
import sys
from concurrent.futures import Executor, Future
from pathlib import Path

import pikepdf
import pytest

import negotiation_docs as nd
from negotiation_docs.batch import shard as shards
from negotiation_docs.writers.binding import Binder
from tests.make.cases import plain
from tests.make.crowd import crowd, named
from tests.make.samples import PAPERS
from tests.read.pdf import structure
from tests.read.some import some

ROOT = Path(__file__).parents[2]
LETTER = ["hardship_letter"]


def printed(cases, out: Path, executor: Executor | None, **more) -> list[nd.Made]:
    return list(nd.mail_house(cases, more.pop("kinds", LETTER), out=out, executor=executor, **more))


def index(out: Path, name: str = "letters-0001") -> dict:
    return json.loads((out / f"{name}.json").read_text(encoding="utf-8"))


def states(made: list[nd.Made]) -> list[str]:
    return [one.state for one in made]


def drawn(page: pikepdf.Page) -> bytes:
    """The operators of a page; resources of fonts go by the order of their first use in each file."""
    return re.sub(rb"/T[0-9]+ ", b"/T ", page.Contents.read_bytes())


def test_every_letter_begins_on_an_odd_page_and_is_drawn_as_its_own_file(out, thread):
    cases = [(f"A{number}", case) for number, case in enumerate(crowd(3))]
    kinds = ["hardship_letter", "evidence_list", "repayment_plan"]
    printed(cases, out, thread, kinds=kinds)
    single = {(one.case, one.kind): one.data for one in nd.render_many(cases, kinds, formats=["pdf"], executor=thread)}
    letters = index(out)["letters"]
    assert len(letters) == len(some(single)) == 9
    with pikepdf.open(out / "letters-0001.pdf") as whole:
        ends = 0
        for letter in letters:
            assert letter["page"] == ends + ends % 2 + 1
            blank = whole.pages[ends : letter["page"] - 1]
            assert [drawn(page) for page in blank] == [b""] * len(blank)
            with pikepdf.open(io.BytesIO(single[letter["case"], letter["kind"]])) as alone:
                own = whole.pages[letter["page"] - 1 : letter["page"] - 1 + letter["pages"]]
                assert [drawn(page) for page in own] == [drawn(page) for page in alone.pages]
            ends = letter["page"] - 1 + letter["pages"]
        assert len(whole.pages) == ends
        assert {letter["pages"] % 2 for letter in letters} == {0, 1}, "an odd and an even number of pages"


def test_the_checksum_is_that_of_the_words_of_the_letter(out, thread):
    cases = crowd(2)
    made = printed(cases, out, thread)
    words = [nd.render("hardship_letter", nd.load(case)).text.encode() for case in cases]
    sums = [hashlib.sha256(each).hexdigest() for each in words]
    assert [letter["sha256"] for letter in index(out)["letters"]] == [one.sha256 for one in made] == sums


def test_the_words_of_every_page_are_those_of_the_single_file(out, thread):
    import pypdfium2

    cases = crowd(2)
    printed(cases, out, thread)
    whole = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(out / "letters-0001.pdf")]
    for letter, case in zip(index(out)["letters"], cases, strict=True):
        alone = pypdfium2.PdfDocument(nd.render("hardship_letter", nd.load(case)).to_pdf())
        told = [page.get_textpage().get_text_bounded() for page in alone]
        assert whole[letter["page"] - 1 :][: letter["pages"]] == some(told)


def test_the_whole_keeps_the_tags_and_claims_what_a_single_letter_claims(out, thread):
    printed(crowd(3), out, thread)
    data = (out / "letters-0001.pdf").read_bytes()
    assert [kid.tag for kid in structure(data).kids] == ["Part"] * 3
    with pikepdf.open(io.BytesIO(data)) as made:
        about = made.Root.Metadata.read_bytes()
        assert str(made.docinfo.Title) == "信件"
    assert b"<pdfaid:part>2" in about
    assert b"<pdfuaid:part>1" in about


def test_a_font_lies_in_the_file_once_and_a_further_letter_is_small():
    letter = PAPERS["letter"]()
    sizes = []
    for count in (1, 11):
        binder = Binder()
        spans = [binder.add(letter) for _ in range(count)]
        sizes.append(len(binder.bound("信件")))
    assert [span.first % 2 for span in spans] == [1] * 11
    assert (sizes[1] - sizes[0]) / 10 < sizes[0] / 5


def test_every_case_is_in_some_shard_and_no_file_holds_more_letters_than_asked(out, thread):
    made = printed(crowd(7), out, thread, kinds=["evidence_list", "hardship_letter"], shard=3)
    assert states(made) == ["made"] * 14
    names = sorted(path.name for path in out.glob("letters-*.pdf"))
    assert names == [
        "letters-0001-2.pdf",
        "letters-0001.pdf",
        "letters-0002-2.pdf",
        "letters-0002.pdf",
        "letters-0003.pdf",
    ]
    counts = {name: len(index(out, name.removesuffix(".pdf"))["letters"]) for name in names}
    assert counts == dict.fromkeys(names, 3) | {"letters-0003.pdf": 2}
    told = {(one.number, one.kind): (str(one.path), one.page, one.sha256) for one in made}
    found = [(f"{name}", letter) for name in names for letter in index(out, name.removesuffix(".pdf"))["letters"]]
    assert sorted((name, letter["page"], letter["sha256"]) for name, letter in found) == sorted(told.values())
    for name in names:
        assert index(out, name.removesuffix(".pdf"))["sha256"] == hashlib.sha256((out / name).read_bytes()).hexdigest()


def test_what_goes_to_nobody_else_and_to_no_creditor_is_not_printed_unless_asked_for(out, thread):
    made = printed([plain()], out, thread, kinds=None)
    kinds = {kind.name: kind for kind in nd.kinds()}
    assert {kinds[one.kind].audience for one in some(made)} == {"creditor"}
    assert "call_script" not in {one.kind for one in made}


def test_a_bad_case_is_a_record_and_the_others_are_printed(out, thread):
    made = printed([named("顾清和"), {"borrower": {}}, "nowhere.yaml", named("林晚舟"), named("顾清和")], out, thread)
    assert states(made) == ["made", "failed", "failed", "made", "noted"]
    assert [one.number for one in made] == [1, 2, 3, 4, 5]
    assert len(index(out)["letters"]) == 2
    assert all(one.problems for one in made if one.state == "failed")


def test_the_names_and_the_index_tell_no_fact_and_all_is_the_owners_alone(out, thread):
    printed(crowd(2), out, thread)
    said = (out / "letters-0001.json").read_text(encoding="utf-8")
    for fact in ("顾清和一", "示例银行", "13800138000"):
        assert fact not in said
    assert {path.stat().st_mode & 0o077 for path in some(list(out.iterdir()))} == {0}
    assert all(re.fullmatch(r"letters-\d{4}(-\d+)?\.(pdf|json)|\..+", path.name) for path in out.iterdir())


def test_a_second_run_makes_only_the_shards_that_changed(out, thread):
    cases = [(f"A{number}", case) for number, case in enumerate(crowd(6))]
    first = printed(cases, out, thread, shard=2)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in out.glob("letters-*.pdf")}
    cases[2][1]["borrower"]["address"] = "北京市西城区示例街道2号"
    second = printed(cases, out, thread, shard=2)
    assert states(first) == ["made"] * 6
    assert sorted(states(second)) == ["kept"] * 4 + ["made"] * 2
    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in out.glob("letters-*.pdf")}
    assert [name for name in some(before) if before[name] != after[name]] == ["letters-0002.pdf"]
    assert states(printed(cases, out, thread, shard=2)) == ["kept"] * 6


def test_a_file_that_is_gone_or_damaged_is_made_again_and_a_foreign_one_is_not_touched(out, thread):
    cases = crowd(2)
    printed(cases, out, thread)
    data = (out / "letters-0001.pdf").read_bytes()
    (out / "letters-0001.pdf").unlink()
    assert states(printed(cases, out, thread)) == ["made"] * 2
    assert (out / "letters-0001.pdf").read_bytes() == data
    (out / "letters-0001.pdf").write_bytes(b"mine")
    refused = printed(cases, out, thread)
    assert states(refused) == ["failed"] * 2
    assert refused[0].problems[0].rule == "batch.in_the_way"
    assert (out / "letters-0001.pdf").read_bytes() == b"mine"
    assert states(printed(cases, out, thread, overwrite=True)) == ["made"] * 2
    assert (out / "letters-0001.pdf").read_bytes() == data


def test_files_of_a_longer_mailing_are_told_to_be_out_of_date(out, thread):
    printed(crowd(4), out, thread, shard=2)
    made = printed(crowd(2), out, thread, shard=2)
    assert states(made) == ["kept", "kept", "stale"]
    assert str(made[-1].path) == "letters-0002.pdf"
    assert (out / "letters-0002.pdf").is_file()


CHILD = """
import sys
import negotiation_docs as nd
from tests.make.crowd import crowd
if __name__ == "__main__":
    cases = [(f"A{number}", case) for number, case in enumerate(crowd(8))]
    for one in nd.mail_house(cases, ["evidence_list"], out=sys.argv[1], workers=1, shard=2):
        print(one.path, flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="kills as Linux does")
def test_a_run_that_is_killed_is_finished_by_the_next_with_the_same_bytes(out, thread, tmp_path):
    script = tmp_path / "child.py"
    script.write_text(CHILD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    child = subprocess.Popen(
        [sys.executable, str(script), str(out)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert child.stdout.readline() == "letters-0001.pdf\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    cases = [(f"A{number}", case) for number, case in enumerate(crowd(8))]
    made = printed(cases, out, thread, kinds=["evidence_list"], shard=2)
    assert states(made)[:2] == ["kept"] * 2
    assert sorted(set(states(made))) == ["kept", "made"]
    whole = out.with_name("whole")
    printed(cases, whole, thread, kinds=["evidence_list"], shard=2)
    for path in some(sorted(whole.glob("letters-*"))):
        assert (out / path.name).read_bytes() == path.read_bytes()


def test_a_run_that_was_killed_while_it_wrote_is_finished_over_what_it_left(out, thread, monkeypatch):
    from negotiation_docs.batch import shelving

    def dies(shelf, path, data, *, overwrite):
        path.write_bytes(data[:100])
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(shelving.Shelf, "_write", dies)
        with pytest.raises(KeyboardInterrupt):
            printed(crowd(2), out, thread)
    assert states(printed(crowd(2), out, thread)) == ["made"] * 2


class Dying(Executor):
    """Its worker dies of every task."""

    tasks = 0

    def submit(self, function, /, *args, **kwargs):
        self.tasks += 1
        future: Future = Future()
        future.set_exception(MemoryError())
        return future


def test_a_shard_that_kills_its_worker_twice_is_given_up_and_the_next_run_tries_again(out, thread):
    hands = Dying()
    made = printed(crowd(2), out, hands)
    assert (states(made), hands.tasks) == (["failed"] * 2, 2)
    assert "letters-0001" in made[0].problems[0].message
    assert states(printed(crowd(2), out, thread)) == ["made"] * 2


def test_a_case_that_breaks_the_library_is_a_record_and_its_letters_that_are_printed_are_told(out, thread, monkeypatch):
    add = Binder.add

    def breaks(binder, paper):
        if paper.kind == "evidence_list":
            raise ZeroDivisionError("顾清和")
        return add(binder, paper)

    monkeypatch.setattr(shards.Binder, "add", breaks)
    made = printed([plain()], out, thread, kinds=["hardship_letter", "evidence_list"])
    assert states(made) == ["made", "failed"]
    assert made[1].problems[0].rule == "batch.broken"
    assert "顾清和" not in str(made[1].problems[0])
    assert [letter["kind"] for letter in index(out)["letters"]] == ["hardship_letter"]


def test_a_signature_stands_in_every_letter_and_what_cannot_be_is_refused_at_once(out, thread):
    from tests.pictures.photos import photo

    made = printed(crowd(2), out, thread, signature=photo())
    assert states(made) == ["made"] * 2
    with pikepdf.open(out / "letters-0001.pdf") as whole:
        assert sum("/XObject" in page.Resources and bool(page.Resources.XObject) for page in whole.pages) >= 2
    with pytest.raises(nd.ArgumentError, match="至少是 1"):
        nd.mail_house([], out=out, shard=0)
    with pytest.raises(nd.TemplateError):
        nd.mail_house([], ["no_such"], out=out)
