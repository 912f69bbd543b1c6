"""How Sphinx makes the site from the pages as they lie in the repository: ``make docs``.

The source folder is the root of the checkout, so that a link works on the site as it does beside the files.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent))

project: Final = "negotiation_docs"
language: Final = "zh_CN"
root_doc: Final = "docs/index"
include_patterns: Final = ["*.md", "docs/**"]
exclude_patterns: Final = [".*", "build", "out", "src", "tests", "benchmarks", "templates", "examples", "docs/site"]

extensions: Final = ["myst_parser", "sphinx.ext.autodoc", "contents", "gallery", "chinese"]
myst_heading_anchors: Final = 3  # as the links between the pages name them
autodoc_default_options: Final = {"members": True}
autodoc_member_order: Final = "bysource"

html_theme: Final = "furo"  # brings its own fonts and scripts: the site works from a disk, with no network
html_title: Final = "negotiation_docs"
html_static_path: Final = ["static"]
html_css_files: Final = ["site.css"]
html_show_copyright: Final = False
html_copy_source: Final = False
html_use_index: Final = False
html_show_search_summary: Final = False  # would be fetched, which a browser does not do from a disk
