"""Reads what pyproject.toml asks for and what requirements/ has locked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "requirements"
GROUPS = ("run", "test", "check", "docs", "bench")
"""The environments that `make` sets up; each holds the library and what one target needs beside it."""
_PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def project() -> dict:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def own() -> list[Requirement]:
    """What the library itself depends on."""
    return [Requirement(line) for line in project()["project"]["dependencies"]]


def extras() -> list[Requirement]:
    """What its extras depend on."""
    return [Requirement(line) for lines in project()["project"]["optional-dependencies"].values() for line in lines]


def asked(group: str) -> list[Requirement]:
    """What a dependency group asks for, included groups too."""
    found = []
    for entry in project()["dependency-groups"].get(group, ()):
        found += asked(entry["include-group"]) if isinstance(entry, dict) else [Requirement(entry)]
    return found


def text(name: str) -> str:
    """A file of requirements/ as it is."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def pinned(name: str) -> dict[str, set[Version]]:
    """Distribution → its locked versions: one, or one for each span of Python versions."""
    found: dict[str, set[Version]] = {}
    for distribution, version in _PIN.findall(text(name)):
        found.setdefault(canonicalize_name(distribution), set()).add(Version(version))
    return found
