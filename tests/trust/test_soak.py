"""A short run of the soak: every target with damaged inputs, and whole random cases; the same in every run."""

from __future__ import annotations

import subprocess
from random import Random

import pytest

from negotiation_docs.errors import TemplateError
from tests.soak import __main__ as soak
from tests.soak import targets
from tests.soak.papers import case, faults, papers
from tests.soak.targets import TARGETS, mutated

FEW = {"xlsx_log": 40, "xlsx_table": 40, "letterhead": 20, "font": 40, "load_yaml": 40, "interview": 20, "template": 60}


@pytest.mark.parametrize("name", TARGETS)
def test_damaged_input_ends_in_a_result_or_in_the_librarys_own_error(name):
    chance = Random(name)
    for _ in range(FEW.get(name, 150)):
        TARGETS[name](mutated(name, chance))


@pytest.mark.parametrize("seed", range(4))
def test_whole_random_cases_lose_no_character(seed):
    chance, made = Random(seed), 0
    while made < 12:
        for document in papers(case(chance), chance):
            assert faults(document, chance) == []
            made += 1


def test_the_soak_finds_a_raw_error(monkeypatch):
    monkeypatch.setattr(targets, "parse", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        TARGETS["markup"](b"<p>x</p>")
    monkeypatch.setattr(targets, "parse", lambda *_, **__: pytest.fail("unreachable") if 0 else _refuse())
    TARGETS["markup"](b"<p>x</p>")


def _refuse() -> None:
    raise TemplateError("x")


def test_what_the_guided_fuzzer_found_is_shown_with_its_traceback_however_much_it_says_after(monkeypatch):
    ended = subprocess.CompletedProcess([], 77, "Traceback\nOSError: x", "stat\n" * 100 + "==1== ERROR")
    monkeypatch.setattr(soak.subprocess, "run", lambda *_, **__: ended)
    shown = "\n".join(soak._guided("letterhead", 1))
    assert "OSError: x" in shown
    assert "==1== ERROR" in shown
    ended.returncode = 0
    assert soak._guided("letterhead", 1) == []
