"""A real pseudo-terminal with a command in it: what it shows is read, what a person types is typed."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.packaging.snippets import ROOT

_PATIENCE = 15.0


class Terminal:
    """``negotiation-docs`` with ``argv`` in ``folder``; without ``editor`` as if prompt_toolkit were not installed."""

    def __init__(self, folder: Path, *argv: str, editor: bool = True) -> None:
        import pty

        self._ours, theirs = pty.openpty()
        self.shown = ""
        self._seen = 0
        self._rest = b""
        paths = [str(ROOT / "src"), *([] if editor else [str(_without_editor(folder))])]
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(reversed(paths)),
            "PYTHONUTF8": "1",
            "TERM": "xterm",
            "PROMPT_TOOLKIT_NO_CPR": "1",  # nobody here answers where the cursor is
        }
        command = [sys.executable, "-m", "negotiation_docs", *argv]
        self._process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)

    def until(self, words: str) -> str:
        """What is shown up to ``words``, from the last time on."""
        end = time.monotonic() + _PATIENCE
        while (found := self.shown.find(words, self._seen)) < 0:
            assert time.monotonic() < end, f"no “{words}” in:\n{self.shown[self._seen :]}"
            if not self._read():
                raise AssertionError(f"ended without “{words}”:\n{self.shown[self._seen :]}")
        before, self._seen = self._seen, found + len(words)
        return self.shown[before : self._seen]

    def _read(self) -> bool:
        if not select.select([self._ours], [], [], 0.1)[0]:
            return self._process.poll() is None or bool(select.select([self._ours], [], [], 0)[0])
        try:
            found = os.read(self._ours, 65536)
        except OSError:  # how Linux tells that the other side is closed
            return False
        self._rest += found
        whole = self._rest.decode(errors="ignore")
        self._rest = self._rest[len(whole.encode()) :]
        self.shown += whole
        return bool(found)

    def type(self, keys: str) -> None:
        """Press ``keys``; a line ends with a carriage return."""
        os.write(self._ours, keys.encode())

    def answer(self, question: str, line: str) -> None:
        """Wait for a question and the prompt, and type a line."""
        self.until(question)
        self.until(">")
        self.type(f"{line}\r")

    def kill(self) -> None:
        """As if the power went off."""
        self._process.send_signal(signal.SIGKILL)
        self._end()

    def wait(self) -> int:
        """Read to the end; the exit code."""
        while self._read():
            pass
        return self._end()

    def _end(self) -> int:
        code = self._process.wait(_PATIENCE)
        os.close(self._ours)
        return code


def _without_editor(folder: Path) -> Path:
    away = folder / "without"
    away.mkdir()
    (away / "prompt_toolkit.py").write_text("raise ImportError('not installed')\n", encoding="utf-8")
    return away
