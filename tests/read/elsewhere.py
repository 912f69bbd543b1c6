"""What a program prints in a process of its own, for the promise of the same bytes everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def printed_elsewhere(code: str, *options: str, **environment: str) -> str:
    """Standard output of ``code`` run by another interpreter that finds the product and the tests."""
    path = os.pathsep.join((str(ROOT), str(ROOT / "src")))
    done = subprocess.run(
        [sys.executable, *options, "-c", code],
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()
