"""Lists the licences of what the locked environments install, and which of them are not allowed: ``make licences``.

Everything is permissive, the fonts are under the Open Font License; the exceptions are tools and a choice of the user,
each with its reason, and the library itself needs none of them.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata

from tests.packaging.locks import pinned

PERMISSIVE = (
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "HPND",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache",
    "Apache-2.0",
    "PSF-2.0",
    "Python Software Foundation License",
    "ISC",
    "Unlicense",
    "0BSD",
    "Zlib",
    "CC0-1.0",
)
FONTS = {"pylopdf-fonts-zh-cn": ("OFL-1.1",)}
EXCEPTIONS = {
    "atheris": "Apache-2.0, says its LICENSE, but its metadata does not: guides `make soak`",
    "pathspec": "MPL-2.0: builds the wheel and is not in it",
    "hypothesis": "MPL-2.0: writes test cases",
    "pikepdf": "MPL-2.0: the extra `encrypt`, which a user chooses; the tests read PDF files with it",
    "pi-heif": "LGPL-3.0 in its metadata, for the decoder it carries: the extra `heic`, which a user chooses",
    "docutils": "public domain; the GPL is that of an Emacs mode, which nothing here uses: reads the pages of the site",
    "certifi": "MPL-2.0: Sphinx brings it",
    "docxtpl": "LGPL-2.1: a peer in the benchmarks",
    "pyphen": "GPL, LGPL or MPL: a peer of the benchmarks brings it",
}


def stated(name: str) -> str:
    """The licence a distribution states: as an expression, as classifiers, or in its own words."""
    head = metadata(name)
    classes = [line for line in head.get_all("Classifier") or () if line.startswith("License ::")]
    words = (head.get("License") or "").strip().partition("\n")[0]
    return head.get("License-Expression") or " AND ".join(line.rpartition(":: ")[2] for line in classes) or words


def allowed(licence: str, names: tuple[str, ...] = PERMISSIVE) -> bool:
    """Whether each part joined by AND offers a licence of ``names``, as a word of its own."""
    return all(
        any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", part, re.IGNORECASE) for name in names)
        for part in licence.split(" AND ")
    )


def installed(group: str) -> dict[str, str]:
    """Distribution → licence, of what an environment locks and this one has (some are for other systems)."""
    found = {}
    for name in pinned(group):
        try:
            found[name] = stated(name)
        except PackageNotFoundError:
            continue
    return found


def refused(group: str) -> dict[str, str]:
    """Those of a group that nothing allows; the library's own dependencies (``run``) have no exceptions."""
    spared = {} if group == "run" else EXCEPTIONS
    return {
        name: licence
        for name, licence in installed(group).items()
        if name not in spared and not allowed(licence, FONTS.get(name, PERMISSIVE))
    }


def main(groups: list[str]) -> int:
    """Print the list; 1 if a licence is not allowed."""
    say = sys.stdout.write
    for group in groups:
        say(f"{group}:\n")
        for name, licence in sorted(installed(group).items()):
            note = f" ({EXCEPTIONS[name]})" if name in EXCEPTIONS else ""
            say(f"  {name}: {licence}{note}\n")
    wrong = {name: licence for group in groups for name, licence in refused(group).items()}
    for name, licence in wrong.items():
        say(f"not allowed: {name}: {licence}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["run", "build", "test", "check", "docs", "bench"]))
