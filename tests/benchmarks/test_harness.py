"""The benchmarks' own machinery, with this library as the only contender."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def track(tmp_path_factory):
    """A course with the letter only, four documents long; the benchmarks' folder is importable meanwhile."""
    patch = pytest.MonkeyPatch()
    patch.syspath_prepend(str(ROOT / "benchmarks"))
    import course
    import jobs
    import starters

    folder = tmp_path_factory.mktemp("race") / "course"
    course.lay_out(folder, [jobs.job("letter")], [starters.contender("ours_docx")], documents=4)
    yield folder
    patch.undo()
    for name in (
        "course",
        "jobs",
        "starters",
        "words",
        "worker",
        "race",
        "report",
        "targets",
        "fontplace",
        "contenders",
        "contenders.ours",
    ):
        sys.modules.pop(name, None)


def _filled(text: str, gaps: dict[str, str]) -> str:
    return text.format_map(gaps)


def test_the_peers_are_given_the_very_words_of_our_papers(track):
    import course
    import jobs
    import negotiation_docs as nd
    import words

    made = [nd.render("hardship_letter", nd.load(jobs.job("letter").case(number))).paper for number in range(4)]
    template = words.learn(made)
    for paper, document in zip(made, json.loads((track / "letter" / "documents.json").read_text()), strict=True):
        lines = [_filled(part["text"], document["papers"][0]) for part in template if "text" in part]
        assert set(lines) <= set(paper.text.splitlines())
        assert len(lines) > 15
    assert course.DOCUMENTS >= 40


def test_no_two_documents_of_a_job_state_the_same_facts(track):
    documents = json.loads((track / "letter" / "documents.json").read_text())
    assert len({document["words"][0] for document in documents}) == len(documents)


@pytest.mark.parametrize(("name", "start"), [("ours_docx", b"PK"), ("ours_pdf", b"%PDF")])
def test_a_worker_makes_and_times_our_letters(track, name, start):
    from starters import contender
    from worker import Runner

    runner = Runner(track, contender(name))
    times, size = runner.run("letter", 0, 2)
    assert len(times) == 2
    assert min(times) > 0
    assert size > 5000
    document = json.loads((track / "letter" / "one.json").read_text())
    assert contender(name).opened(track / "letter")(document)[0].startswith(start)


def test_the_place_of_the_font_is_made_on_a_machine_that_has_none(track, tmp_path, monkeypatch):
    import fontplace

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "none" / "yet"))
    assert str(fontplace.folder()) in fontplace.fontconfig().read_text(encoding="utf-8")


def test_a_peer_that_does_not_start_is_left_out_and_named(track, monkeypatch):
    import report
    import starters
    from race import Results

    monkeypatch.setattr(starters, "_imports", lambda name: name == "contenders.ours")
    present = starters.present()
    assert {who.name for who in present} == {*starters.OURS.values(), "ours_words"}
    results = Results(1, present)
    for who in present:
        results.cold[who.name] = [(0.5, 50.0)]
        for job in report.JOBS:
            results.warm[job.name, who.name], results.size[job.name, who.name] = [4.0, 5.0], 9000
        for processes in (1, 2):
            results.rate[who.name, processes] = [100.0]
    told = report.markdown(results)
    assert "| one-off, cold | PDF | WeasyPrint | ≤ 0.3 | – | not run |" in told
    assert "| growth | DOCX | itself at 60 rows | ≤ 6 | 1.00 | met |" in told
    assert "does not start on this machine: docx-mailmerge2" in told
