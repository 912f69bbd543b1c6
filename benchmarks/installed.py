"""This checkout as a user has it: the wheel built from it, with its templates compiled, laid out in a folder."""

from __future__ import annotations

import atexit
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

_CHECKOUT = Path(__file__).resolve().parents[1]


@cache
def installed() -> Path:
    """The folder to import from, built once a run and gone with it."""
    place = TemporaryDirectory()
    atexit.register(place.cleanup)
    wheels = Path(place.name, "wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(wheels)]
    subprocess.run(build, cwd=_CHECKOUT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    folder = Path(place.name, "packages")
    with ZipFile(next(wheels.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    return folder
