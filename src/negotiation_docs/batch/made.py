"""What a batch gives: one record for every file, and for every paper or case that came to none."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.errors import FileInTheWay, OutputError, Problem

State = Literal["made", "kept", "failed", "noted", "stale"]


class Made(Struct, frozen=True, omit_defaults=True):
    """One result of ``render_many``.

    ``number`` counts the cases from 1 as they came, ``case`` is the key of the case, in whose folder the files lie.
    ``state`` is ``made``; ``kept`` (an earlier run made the very same); ``failed``, with ``problems``: of one paper, or
    of the whole case where ``kind`` is empty; ``noted``: there was nothing to make; ``stale``: a file of an earlier
    run that this one had no reason to make. The first record of a case carries its ``notices``: warnings, and what
    papers that would be due still wait for. The file is ``path`` below ``out``, or ``data`` where no folder was given.
    ``seconds`` is what it took, the words of a paper counted with its first format. In a file for a printer
    (``mail_house``) the paper stands on ``pages`` pages from ``page`` on, and ``sha256`` is that of its words.

    >>> import negotiation_docs as nd
    >>> made = next(nd.render_many(["examples/zhou.yaml"], kinds=["hardship_letter"], formats=["txt"], workers=1))
    >>> made.state, made.kind, made.format
    ('made', 'hardship_letter', 'txt')
    """

    number: int
    case: str
    state: State
    debt: str = ""
    kind: str = ""
    lang: str = ""
    format: str = ""
    path: Path | None = None
    size: int = 0
    sha256: str = ""
    page: int = 0
    pages: int = 0
    seconds: float = 0.0
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    data: bytes | None = None

    def __repr__(self) -> str:
        """Without the file, which is personal data."""
        what = " ".join(filter(None, (self.debt, self.kind, self.format)))
        return f"<Made {self.number} {self.case} {self.state}{what and f' {what}'}>"


class Answer(Struct, frozen=True):
    """What came of one case. ``day``: the letters bear the day of the run; ``last``: nothing is to be tried again."""

    number: int
    made: tuple[Made, ...]
    day: bool = False
    last: bool = True


def failure(number: int, case: str, *problems: Problem) -> Answer:
    """A case that came to nothing."""
    return Answer(number, (Made(number, case, "failed", problems=problems),))


def problem(rule: str, message: str, hint: str = "") -> Problem:
    """An error about the batch and not about a fact."""
    return Problem("error", (), message, hint, f"batch.{rule}")


def unwritten(error: OutputError) -> Problem:
    """Why a file of a batch was not written, and what to do."""
    if isinstance(error, FileInTheWay):
        hint = "确认要替换的，请用 overwrite=True（命令行 --force）；要保留的，请先移走"
        name = Path(str(error.path)).name
        return problem("in_the_way", f"{name} 在生成之后被改过，或者不是批量生成的，没有替换", hint)
    return problem("unwritten", str(error), "解决以后再运行一次，只补没有写成的")


def outdated(what: str, use: str) -> Problem:
    """That ``what``, made by an earlier run, was not made by this one, and not to ``use`` it any more."""
    message = f"这{what}是以前生成的，这次没有生成，内容可能已经过时"
    return Problem("warning", (), message, f"请核对后自行删除，不要再{use}", "batch.stale")


def read_path(kind: type[Path], value: str) -> Path:
    """A path as a table of an earlier run has it; one that leads out of the folder is none of ours."""
    path = kind(value)
    if path.is_absolute() or ".." in path.parts or "\0" in value:
        raise ValueError("leads out of the folder")
    return path


def kept(made: Made, number: int) -> Made:
    """A record of an earlier run as one of this."""
    return replace(made, number=number, state="kept" if made.state == "made" else made.state, seconds=0.0)
