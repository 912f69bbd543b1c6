"""What of a batch is done, in one SQLite file of its folder: which case, of which facts, made with what, and the files.

A case is entered before a worker gets it and again when its files are there, so that a run that is killed at any moment
leaves a table that is true. The file is locked while a run lives; the system lets go of the lock with the process.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal

from msgspec import MsgspecError, Struct, json
from msgspec.structs import replace

from negotiation_docs.batch.entry import Entry
from negotiation_docs.batch.keeping import Before
from negotiation_docs.batch.made import Answer, Made, kept, outdated, problem, read_path
from negotiation_docs.errors import OutputError, Problem, placed
from negotiation_docs.files import digest

NAME: Final = ".batch.sqlite"
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS batch (name TEXT PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS cases (
    key TEXT COLLATE NOCASE, chosen TEXT, facts TEXT, tools TEXT, day TEXT, run INTEGER, ended REAL, made BLOB,
    PRIMARY KEY (key, chosen)
) WITHOUT ROWID;
"""
_SALT: Final = 16  # bytes
_AGAIN: Final = "再次运行一次；还是不行的，请换一个新的文件夹"
_decode = json.Decoder(list[Made], dec_hook=read_path).decode


class Found(Struct, frozen=True):
    """What the manifest says of a case: ``kept`` are its records if nothing has changed, ``before`` what to know if so.

    ``twice``: an earlier case of this run has the same key, with the same facts or with others.
    """

    kept: Answer | None = None
    before: Before = Before()
    twice: Literal["", "same", "other"] = ""


class Manifest:
    """The table of one folder, for one choice of papers (``chosen``), made with these ``tools`` on this ``day``."""

    def __init__(self, root: Path, chosen: str, tools: str, day: str) -> None:
        """Open and lock it, new or not. Raises OutputError."""
        self.root, self._chosen, self._tools, self._day = root, chosen, tools, day
        try:
            root.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(root / NAME, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600))
            self._base = sqlite3.connect(root / NAME, timeout=0, isolation_level=None, check_same_thread=False)
        except (OSError, ValueError, sqlite3.Error):
            raise OutputError(f"无法在 {placed(root)} 里建立文件；请检查它是不是文件夹，以及有没有写入权限") from None
        try:
            self._base.executescript(
                "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            )
            self._base.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
            _refuse_foreign(self._base)
            self.salt = self._once("salt", os.urandom(_SALT))[:_SALT]
            self._run = int(self._once("run", b"0")) + 1
            self._base.execute("UPDATE batch SET value = ? WHERE name = 'run'", (str(self._run).encode(),))
        except (sqlite3.Error, TypeError, ValueError, OverflowError) as error:
            self._base.close()
            if isinstance(error, sqlite3.Error) and "locked" in str(error):
                raise OutputError(
                    f"另一个批量生成正在使用文件夹 {placed(root)}；请等它结束，或者换一个文件夹"
                ) from None
            raise self._unreadable(error) from None

    def close(self) -> None:
        """Let go of the folder."""
        self._base.close()

    def find(self, entry: Entry) -> Found:
        """What is known of a case; to be asked once for each case of a run, in their order."""
        with self._readable():
            return self._find(entry)

    def _find(self, entry: Entry) -> Found:
        rows = self._base.execute(
            "SELECT chosen, facts, tools, day, run, ended, made FROM cases WHERE key = ?", (entry.key,)
        ).fetchall()
        own = next((row for row in rows if row[0] == self._chosen), None)
        if own is not None and own[4] == self._run:
            return Found(twice="same" if own[1] == entry.digest else "other")
        if own is not None and own[5] is not None and own[1:3] == (entry.digest, self._tools):
            made = _decode(own[6])
            if (
                own[3] in ("", self._day)
                and _are_of(made, entry.key)
                and all(self._is_there(one, own[5]) for one in made)
            ):
                self._base.execute(
                    "UPDATE cases SET run = ? WHERE key = ? AND chosen = ?", (self._run, entry.key, self._chosen)
                )
                return Found(kept=Answer(entry.number, tuple(kept(one, entry.number) for one in self._still(made))))
        return Found(before=_before(rows))

    def begin(self, entries: Iterable[Entry]) -> None:
        """These cases are on their way to a worker."""
        with self._together():
            self._base.executemany(
                "INSERT INTO cases VALUES (?, ?, ?, ?, '', ?, NULL, '[]') ON CONFLICT DO UPDATE SET "
                "facts = excluded.facts, tools = excluded.tools, run = excluded.run, ended = NULL",
                [(one.key, self._chosen, one.digest, self._tools, self._run) for one in entries],
            )

    def end(self, entries: Mapping[int, Entry], answers: Sequence[Answer]) -> tuple[Answer, ...]:
        """These cases are done, and their files are there; with them come those of earlier runs that are not."""
        with self._readable():
            told = tuple(self._with_stale(answer, entries[answer.number].key) for answer in answers)
        with self._together():
            self._base.executemany(
                "UPDATE cases SET day = ?, ended = ?, made = ? WHERE key = ? AND chosen = ?",
                [
                    (self._day if one.day else "", time.time(), json.encode(one.made, enc_hook=str),
                     entries[one.number].key, self._chosen)
                    for one in told if one.last
                ],
            )  # fmt: skip
        return told

    def _with_stale(self, answer: Answer, key: str) -> Answer:
        row = self._base.execute("SELECT made FROM cases WHERE key = ? AND chosen = ?", (key, self._chosen)).fetchone()
        now = {one.path for one in answer.made}
        left = [one for one in (_decode(row[0]) if row else ()) if one.path and one.path not in now]
        there = [one for one in left if answer.last and one.path and (self.root / one.path).exists()]
        stale = [_stale(one, answer.number) for one in there]
        return replace(answer, made=(*answer.made, *stale)) if stale else answer

    def _still(self, made: Iterable[Made]) -> list[Made]:
        """Without stale files that somebody has removed."""
        return [one for one in made if one.state != "stale" or (one.path and (self.root / one.path).exists())]

    def _is_there(self, one: Made, ended: float) -> bool:
        """Whether a file is as it was made: by its size, and by its content if it was touched since.

        When a file was changed (ctime) nobody can set back, as whoever restores one does with its time.
        """
        if one.path is None or one.state == "stale":
            return True
        path = self.root / one.path
        try:
            found = path.lstat()
            if found.st_size != one.size:
                return False
            return max(found.st_mtime, found.st_ctime) <= ended or digest(path) == one.sha256
        except OSError:
            return False

    def _once(self, name: str, value: bytes) -> bytes:
        self._base.execute("INSERT OR IGNORE INTO batch VALUES (?, ?)", (name, value))
        found = self._base.execute("SELECT value FROM batch WHERE name = ?", (name,)).fetchone()[0]
        if not isinstance(found, bytes):  # of a number, bytes() would make as many
            raise TypeError(name)
        return found

    @contextlib.contextmanager
    def _together(self) -> Iterator[None]:
        with self._readable():
            if self._base.in_transaction:  # Ctrl-C came in the middle of one
                self._base.execute("ROLLBACK")
            self._base.execute("BEGIN")
            yield
            self._base.execute("COMMIT")

    @contextlib.contextmanager
    def _readable(self) -> Iterator[None]:
        """A table that somebody else wrote into ends in an error of ours."""
        try:
            yield
        except (sqlite3.Error, MsgspecError, TypeError, ValueError, OverflowError) as error:
            raise self._unreadable(error) from None

    def _unreadable(self, error: Exception) -> OutputError:
        if isinstance(error, sqlite3.OperationalError) and "full" in str(error):
            return OutputError(f"无法写入 {placed(self.root / NAME)}：磁盘空间不足；腾出空间以后再运行一次，接着做")
        if isinstance(error, sqlite3.OperationalError) and "disk I/O" in str(error):
            return OutputError(
                f"无法读写 {placed(self.root / NAME)}：磁盘有错，或者超过了系统允许的文件大小；"
                "处理好以后再运行一次，接着做"
            )
        return OutputError(f"记录文件 {placed(self.root / NAME)} 读不出来；请{_AGAIN}")


def _are_of(made: Sequence[Made], key: str) -> bool:
    """Whether records are those of a case: there is one at least, and of no other."""
    return {one.case for one in made} == {key}


def _schema(base: sqlite3.Connection) -> list[tuple[str, ...]]:
    return base.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def _refuse_foreign(base: sqlite3.Connection) -> None:
    """A view, a trigger or a column of somebody else's would run while we read. Raises ValueError."""
    if _schema(base) != _ours():
        raise ValueError("not our tables")


@cache
def _ours() -> list[tuple[str, ...]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as base:
        base.executescript(_TABLES)
        return _schema(base)


def _before(rows: Sequence[tuple[str, str, str, str, int, float | None, bytes]]) -> Before:
    """The digests of every file that a case ever had here, and whether some run did not come to its end."""
    digests: dict[str, set[str]] = {}
    for row in rows:
        for one in _decode(row[6]):
            if one.path is not None:
                digests.setdefault(str(one.path), set()).add(one.sha256)
    return Before(digests, any(row[5] is None for row in rows))


def _stale(one: Made, number: int) -> Made:
    return replace(one, number=number, state="stale", seconds=0.0, problems=(), notices=(outdated("份文书", "发出"),))


def repeated(entry: Entry, twice: str) -> Answer:
    """A case that came before in the same run, under the same key."""
    if twice == "same":
        told = Problem("notice", (), "这个案件和前面的一个完全相同，没有再生成一次", "", "batch.same_case")
        return Answer(entry.number, (Made(entry.number, entry.key, "noted", notices=(told,)),))
    found = problem("same_key", f"编号“{entry.key}”前面已经用过，内容不同", "每个案件用自己的编号")
    return Answer(entry.number, (Made(entry.number, entry.key, "failed", problems=(found,)),))
