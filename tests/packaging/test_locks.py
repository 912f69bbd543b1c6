"""What is locked is what pyproject.toml asks for, complete, hashed and without an address; floors are floors."""

from __future__ import annotations

import ast
import json
import re
import sys
from importlib.metadata import packages_distributions

import pytest
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.packaging import licences
from tests.packaging.locks import FOLDER, GROUPS, ROOT, asked, extras, own, pinned, text
from tests.read.some import some

FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))
PIN = re.compile(r"[\w.-]+==[\w.]+( ; [^\\]+)? \\\n( +--hash=sha256:[0-9a-f]{64}( \\\n)?)+\n?$")
BROUGHT = {"pydantic_core": "pydantic", "markupsafe": "jinja2"}
"""Modules that belong to a dependency's own interface, in a distribution that it pins itself."""


@pytest.mark.parametrize("name", FILES)
def test_every_pin_is_exact_and_hashed_and_no_line_names_an_address(name):
    for entry in some(entry for entry in re.split(r"\n(?=\S)", text(name)) if not entry.startswith("#")):
        assert PIN.match(entry), entry[:80]
    assert "://" not in text(name)
    assert "index" not in text(name)


@pytest.mark.parametrize("group", [*GROUPS, "build", "lock"])
def test_a_lock_holds_what_its_group_asks_for(group):
    wanted = asked(group) + (own() if group in GROUPS else [])
    assert wanted
    locked = pinned(group)
    for need in wanted:
        for version in some(locked[canonicalize_name(need.name)]):
            assert need.specifier.contains(version), f"{need}: make lock"


def test_all_targets_share_one_version_of_everything():
    together: dict[str, set[Version]] = {}
    for group in (*GROUPS, "build"):
        for name, versions in some(pinned(group).items()):
            assert together.setdefault(name, versions) == versions, name


def test_the_floors_hold_the_oldest_version_that_is_promised():
    locked = pinned("floors")
    for need in some(own() + extras()):
        (bound,) = need.specifier
        assert bound.operator == ">="
        assert locked[canonicalize_name(need.name)] == {Version(bound.version)}, f"{need}: make lock"


def test_every_package_that_the_library_imports_is_declared():
    homes = packages_distributions()
    declared = {plain(need.name) for need in own() + extras()}
    for path in some((ROOT / "src").rglob("*.py")):
        for module in imported(path.read_text(encoding="utf-8")) - sys.stdlib_module_names - {"negotiation_docs"}:
            names = [BROUGHT[module]] if module in BROUGHT else homes.get(module, [module])
            assert declared & set(map(plain, names)), f"{path.name}: {module}"


def plain(name: str) -> str:
    return re.sub("[-_.]", "", name).lower()


def imported(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("group", [*GROUPS, "build"])
def test_no_licence_is_in_the_way(group):
    assert licences.refused(group) == {}


def test_the_library_needs_no_licence_that_is_excepted():
    assert not licences.EXCEPTIONS.keys() & pinned("run").keys()
    assert licences.EXCEPTIONS.keys() <= set().union(*(pinned(group) for group in (*GROUPS, "build")))


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "MIT AND GPL-2.0-only", "LGPLv3", "Permitted", "", "UNKNOWN"])
def test_a_licence_that_takes_is_noticed(licence):
    assert not licences.allowed(licence)


@pytest.mark.parametrize(
    "licence", ["MIT", "Apache-2.0 OR GPL-3.0-only", "MIT License", "BSD license (see license.txt)"]
)
def test_a_licence_that_only_asks_for_its_notice_is_allowed(licence):
    assert licences.allowed(licence)


def test_the_validator_from_npm_is_locked_without_an_address():
    lock = json.loads((ROOT / "tests/conformance/package-lock.json").read_text(encoding="utf-8"))
    parts = {name: part for name, part in lock["packages"].items() if name}
    assert parts
    for name, part in parts.items():
        assert part["integrity"].startswith("sha512-"), name
        assert "resolved" not in part, name
