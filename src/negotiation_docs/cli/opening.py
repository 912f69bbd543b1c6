"""Opening what was written with the program that the system has for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Thread

from negotiation_docs.errors import OutputError


def open_with_system(path: Path) -> None:
    """Show a file or a folder, without waiting for the program to end. Raises OutputError if there is none."""
    whole = str(path.resolve())
    if sys.platform == "win32":
        os.startfile(whole)  # noqa: S606 - what the person asked for
        return
    import subprocess  # noqa: PLC0415 - most papers are written and not opened

    program = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        shown = subprocess.Popen(  # noqa: S603 - no shell, a whole path
            [program, whole],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise OutputError(f"已生成，但没有找到能打开文件的程序（{program}），请自行打开 {path}") from None
    Thread(target=shown.wait, daemon=True).start()  # a host that goes on shall not keep what is left of it
