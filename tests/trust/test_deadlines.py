"""What a host's alarm raises in the middle of a paper reaches the host as it is, and the next paper is whole."""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.interruption import let_through
from tests.make.damaged import letterheads
from tests.make.scans import png

ROOT = Path(__file__).parents[2]

if not hasattr(signal, "setitimer"):
    pytest.skip("no alarms on this system", allow_module_level=True)


class DeadlineError(Exception):
    """What a service raises when a request takes too long."""


class Watch:
    """A handler that is an object, as some services have it."""

    def __call__(self, number: int, frame: object) -> None:
        raise DeadlineError

    def ring(self, number: int, frame: object) -> None:
        raise DeadlineError


@contextmanager
def alarm(handler: object) -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, handler)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def ring(*_: object, **__: object) -> None:
    signal.raise_signal(signal.SIGALRM)


def by_function(number: int, frame: object) -> None:
    raise DeadlineError


def caught_after(work: Callable[[], object]) -> None:
    """As the library does where strangers' bytes may raise anything."""
    try:
        work()
    except Exception as error:
        let_through(error)
        raise ValueError from None


@pytest.mark.parametrize("handler", [by_function, Watch().ring, Watch()])
def test_an_alarm_is_told_from_what_damaged_bytes_raise(handler):
    with alarm(handler), pytest.raises(DeadlineError):
        caught_after(ring)
    with alarm(handler), pytest.raises(ValueError, match=r"^$"):
        caught_after(lambda: {}["a damaged picture"])


def test_an_alarm_that_a_library_turned_into_its_own_error_is_found_behind_it():
    def decode() -> None:
        try:
            ring()
        except DeadlineError as error:
            raise SyntaxError("broken PNG file") from error

    with alarm(by_function), pytest.raises(DeadlineError):
        caught_after(decode)


WAYS: dict[str, Callable[[nd.Document], object]] = {
    "PIL.PngImagePlugin.PngImageFile.load": lambda paper: paper.to_pdf(signature=png()),
    "docx.document.Document.save": lambda paper: paper.to_docx(base=BASE),
    "negotiation_docs.templating.sandbox.PaperEnvironment.get_template": lambda paper: nd.render(
        "hardship_letter", CASE
    ),
}
BASE = letterheads()[0]
CASE = nd.load(ROOT / "examples" / "zhou.yaml")


@pytest.mark.parametrize("where", WAYS)
def test_an_alarm_in_a_template_a_picture_or_a_letterhead_reaches_the_host(where, monkeypatch):
    paper = nd.render("hardship_letter", CASE)
    monkeypatch.setattr(where, ring)
    with alarm(by_function), pytest.raises(DeadlineError):
        WAYS[where](paper)


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # one that rings in a finaliser: Python's
def test_a_paper_stopped_anywhere_raises_nothing_else_and_leaves_the_next_one_whole():
    whole = nd.render("hardship_letter", CASE).to_pdf(signature=png())
    chance, stopped = random.Random(14), 0
    with alarm(by_function):
        for _ in range(60):
            try:
                signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.0005, 0.06))
                nd.render("hardship_letter", CASE).to_pdf(signature=png())
                signal.setitimer(signal.ITIMER_REAL, 0)
            except DeadlineError:
                stopped += 1
    assert stopped
    assert nd.render("hardship_letter", CASE).to_pdf(signature=png()) == whole


def test_what_a_host_throws_into_a_thread_is_no_fault_of_a_template(monkeypatch):
    def thrown(*_: object) -> None:  # as PyThreadState_SetAsyncExc does, without a handler in the way
        raise DeadlineError

    monkeypatch.setattr("negotiation_docs.templating.sandbox.PaperEnvironment.get_template", thrown)
    with pytest.raises(DeadlineError):
        nd.render("hardship_letter", CASE)
