"""The names the library promises, and what it costs to import them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import negotiation_docs as nd

PROMISED = {
    "Case", "Document", "FactsError", "Problem", "UnaffordablePlan", "CitationError", "TemplateError", "MissingGlyphs",
    "OutputError", "NegotiationDocsError", "allocation", "annual_rate", "budget", "check", "chinese_date", "kinds",
    "load", "render", "rmb_upper", "rules", "schedule",
}  # fmt: skip


def test_the_promised_names_are_there_and_listed():
    assert set(nd.__all__) >= PROMISED
    assert all(getattr(nd, name) is not None for name in nd.__all__)
    assert set(dir(nd)) >= PROMISED


def test_no_name_of_the_face_is_shadowed_by_a_module():
    code = (
        "import pkgutil, importlib, negotiation_docs as nd\n"
        "for module in pkgutil.iter_modules(nd.__path__):\n"
        "    if module.name != '__main__': importlib.import_module('negotiation_docs.' + module.name)\n"
        "assert not [name for name in nd.__all__ if type(getattr(nd, name)) is type(pkgutil)]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_the_library_loads_nothing_heavy():
    code = "import sys, negotiation_docs; print(*(name.partition('.')[0] for name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not {"reportlab", "docx", "jinja2", "pydantic", "yaml", "uharfbuzz", "babel", "lxml"} & set(loaded)


def test_the_command_line_answers_for_help_without_loading_the_library():
    code = (
        "import sys\nfrom negotiation_docs.cli.arguments import build_parser\nbuild_parser().format_help()\n"
        "assert not {'reportlab', 'pydantic', 'jinja2'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_check_loads_nothing_of_what_only_papers_need():
    code = (
        "import sys, negotiation_docs as nd\nnd.check(nd.load('examples/zhou.yaml'))\n"
        "rooms = {name.split('.')[1] for name in sys.modules if name.startswith('negotiation_docs.')}\n"
        "assert 'checks' in rooms and not {'templating', 'views', 'writers'} & rooms, rooms"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
