"""The arrows of the house: each room imports only rooms that stand before it, and no modules go round in a circle."""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import negotiation_docs

ROOT = Path(negotiation_docs.__path__[0])
HOUSE, FACE = "negotiation_docs", "the public face"

# From the ground up. A room is a folder or a module of the package; a new one needs its place here.
ORDER = (
    *("errors", "interruption", "arguments", "names", "filenames", "files", "below"),  # ground
    *("lazy", "question", "tree", "notebook", "notice"),
    *("facts", "figures", "law", "standing"),  # what is told, and what follows from it
    *("catalogue", "words", "templating", "views", "translation"),  # what a paper is, and what it says
    "writers",
    *("coverage", "checks", "checking", "outlook", "steps", "reviews", "reminding"),  # what is wrong, ready, next
    *("document", "rendering", "preparing", "guide", "messaging", "logbook"),  # a paper put together, and how to use it
    "bundling",  # everything for one creditor
    *("tables", "batch"),  # many of them
    "interview",  # a way in
    "authoring",  # templates of one's own
    *("", "cli", "__main__"),  # the public face, and the command line, which uses it
)
# What a room may import if that is less than all that stands before it.
ONLY = {
    "errors": (),
    "arguments": ("errors", "interruption"),
    "interruption": (),
    "names": (),
    "lazy": (),
    "question": (),
    "tree": (),
    "facts": ("errors", "arguments", "notebook", "question"),
    "writers": ("errors", "interruption", "files", "lazy", "tree"),
}


def modules() -> dict[str, Path]:
    """Every module by its dotted name, without the package's own; packages by the name of their folder."""
    found = {}
    for path in ROOT.rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def running(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of some code without what only a type checker reads."""
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            yield node
            yield from running(node)


def imported(nodes: Iterable[ast.AST], names: Mapping[str, object]) -> Iterator[str]:
    """The modules of the house that a piece of code imports, those imported inside functions too."""
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == HOUSE:
            base = node.module.removeprefix(HOUSE).removeprefix(".")
            for alias in node.names:
                full = f"{base}.{alias.name}".removeprefix(".")
                yield full if full in names else base
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == HOUSE:
                    yield alias.name.removeprefix(HOUSE).removeprefix(".")


def room(module: str) -> str:
    return module.partition(".")[0]


def wrong_arrows(edges: Mapping[str, set[str]]) -> list[str]:
    """The imports that no room may have, as sentences."""
    found = []
    for module, targets in edges.items():
        own = room(module)
        allowed = (own, *ONLY.get(own, ORDER[: ORDER.index(own)]))
        found += [(module, target) for target in sorted(targets) if room(target) not in allowed]
    return [f"{module or FACE} imports {target or FACE}" for module, target in found]


def circle(edges: Mapping[str, set[str]]) -> list[str]:
    """A circle of imports; empty if there is none."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def house(nodes: Callable[[ast.AST], Iterable[ast.AST]]) -> dict[str, set[str]]:
    """What each module imports, of those ``nodes`` of its code."""
    names = modules()
    trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in names.items()}
    return {name: set(imported(nodes(tree), names)) - {name} for name, tree in trees.items()}


def test_every_room_has_its_place():
    assert {room(name) for name in modules()} - set(ORDER) == set()


def test_arrows_go_one_way():
    assert wrong_arrows(house(ast.walk)) == []


def test_no_modules_go_round_in_a_circle():
    assert circle(house(running)) == []


def test_the_writers_know_the_tree_and_nothing_of_debts():
    made = house(ast.walk)
    targets = {room(target) for module, names in made.items() if room(module) == "writers" for target in names}
    assert targets == {"writers", "tree", "errors", "interruption", "files", "lazy"}


def test_the_ways_of_importing_are_all_seen():
    code = (
        "import negotiation_docs.facts.case\n"
        "from negotiation_docs import tree\n"
        "def later():\n    from negotiation_docs.writers.style import LOOKS\n"
        "import json\nfrom negotiation_docs_elsewhere import x\n"
        "if TYPE_CHECKING:\n    from negotiation_docs.errors import Problem\n"
    )
    parsed, seen = ast.parse(code), {"facts.case", "tree", "writers.style"}
    assert set(imported(running(parsed), modules())) == seen
    assert set(imported(ast.walk(parsed), modules())) == {*seen, "errors"}


@pytest.mark.parametrize(
    ("edges", "said"),
    [
        ({"writers.docx": {"facts.case"}}, ["writers.docx imports facts.case"]),
        ({"figures.loan": {"checks.run"}}, ["figures.loan imports checks.run"]),
        ({"facts.case": {""}}, ["facts.case imports the public face"]),
        ({"checks.run": {"figures.loan"}, "facts.case": {"errors"}}, []),
    ],
)
def test_a_wrong_arrow_is_found(edges, said):
    assert wrong_arrows(edges) == said


def test_a_circle_is_found():
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}
    assert circle({"a": {"b"}, "b": {"c"}}) == []
