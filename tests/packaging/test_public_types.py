"""What a function of the face takes or gives can be named, pickled and put into a set by who calls it."""

from __future__ import annotations

import importlib
import inspect
import pickle
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import pytest

import negotiation_docs as nd
from negotiation_docs.facts.base import Facts
from tests.packaging.snippets import ROOT
from tests.read.some import some

# Fields and properties that the house itself fills and reads; nobody else is asked to.
INNER = {
    "Document.paper": "the tree, which the writers read",
    "Bundle.voice": "the words of the language",
    "Bundle.gathered": "the papers before they are put in order",
    "Bundle.exhibits": "the scans before they are laid on sheets",
    "Message.mail": "the e-mail before it is written",
    "Kind.citing": "what templates quote law by",
    "PublicHolidays.calendar": "what schedules move days by",
}
NO_VALUES = {"Findings": "a list", "Bundle": "as many files as it makes, and a folder"}
PAPER = "hardship_letter"
CLOSED = {"lang": "zh", "look": "personal", "kind": PAPER, "kinds": PAPER, "acknowledge": "limitation"}


def own(kind: object) -> bool:
    return isinstance(kind, type) and kind.__module__.startswith("negotiation_docs")


def classes(hint: Any) -> Iterator[type]:
    """The types of the house in an annotation; not what of others' types is used, such as axes to draw into."""
    if own(hint) and not getattr(hint, "_is_protocol", False):
        yield hint
    for part in typing.get_args(hint):
        yield from classes(part)


def hints(thing: Any) -> dict[str, Any]:
    """The annotations, those too that only a type checker reads."""
    plain = inspect.unwrap(thing)
    names = {name: getattr(nd, name) for name in nd.__all__}
    return typing.get_type_hints(plain, {**names, **vars(importlib.import_module(plain.__module__))})


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """Public methods and properties, what is worked out once among them."""
    for name, value in inspect.getmembers_static(kind):
        function = getattr(value, "fget", None) or getattr(value, "work", None) or getattr(value, "__func__", value)
        if not name.startswith("_") and inspect.isfunction(function) and function.__module__.startswith("negotiation"):
            yield name, function


@cache
def annotations() -> dict[str, Any]:
    """Where something is annotated → the annotation, for all that can be reached from the face."""
    found: dict[str, Any] = {}
    todo = [(name, getattr(nd, name)) for name in nd.__all__]
    seen: set[object] = set()
    for name, thing in todo:
        if not isinstance(thing, typing.Hashable) or thing in seen:
            continue
        seen.add(thing)
        told = dict(_annotated(name, thing))
        found |= told
        todo += [(kind.__name__, kind) for hint in told.values() for kind in classes(hint)]
    return found


def _annotated(name: str, thing: Any) -> Iterator[tuple[str, Any]]:
    if inspect.isfunction(thing):
        yield from ((f"{name}({argument})", hint) for argument, hint in hints(thing).items())
    elif own(thing):
        for member, function in members(thing):
            if f"{name}.{member}" not in INNER:
                yield from ((f"{name}.{member}({argument})", hint) for argument, hint in hints(function).items())
        if not issubclass(thing, Facts):  # the case file has a page of its own; its models stand in nd.facts
            fields = {field: hint for field, hint in hints(thing).items() if not field.startswith("_")}
            yield from ((f"{name}.{field}", hint) for field, hint in fields.items() if f"{name}.{field}" not in INNER)


def test_every_type_that_is_taken_or_given_is_exported():
    missing = {
        f"{kind.__name__} of {where}"
        for where, hint in some(annotations().items())
        for kind in classes(hint)
        if getattr(nd, kind.__name__, None) is not kind
    }
    assert missing == set()


def test_what_the_house_keeps_to_itself_is_there():
    for name in some(INNER):
        owner, _, member = name.partition(".")
        thing = getattr(nd, owner)
        assert member in {*hints(thing), *dict(members(thing))}, name


@pytest.mark.parametrize("argument", CLOSED)
def test_a_closed_list_of_names_is_told_to_editors_and_type_checkers(argument):
    found = {where: hint for where, hint in annotations().items() if where.endswith(f"({argument})")}
    for where, hint in some(found.items()):
        assert CLOSED[argument] in set(literals(hint)), where


def literals(hint: Any) -> Iterator[str]:
    """The names of the closed lists in an annotation."""
    if typing.get_origin(hint) is Literal:
        yield from typing.get_args(hint)
    for part in typing.get_args(hint):
        yield from literals(part)


@cache
def given() -> dict[str, Any]:
    """What functions of the face give for an example, by the name of its type."""
    case = nd.load(ROOT / "examples/zhou.yaml")
    letter = nd.render("hardship_letter", case)
    bundle = nd.bundle(case)
    things: list[Any] = [
        case, case.debt(), case.borrower, case.debt().contacts[0], case.evidence[0],
        nd.schedule(case), nd.budget(case), nd.compare(case),
        nd.stress(case), nd.check(case), nd.next_steps(case), nd.reminders(case), nd.contact_log(case),
        nd.review(case, case), nd.explain("money"), nd.message(case, [letter]), letter, bundle, *bundle.evidence[:1],
        *nd.kinds()[:1], *nd.rules()[:1], *nd.template_data("hardship_letter", case)[:1], nd.WordPlace("【a】", 1, "b"),
        nd.WordTemplate(()), nd.FilledWord(b""), nd.annual_rate(100, [60, 60]), nd.TemplateFinding("a", 1, "b"),
    ]  # fmt: skip
    return {type(thing).__name__: thing for thing in things}


@pytest.mark.parametrize("name", sorted(given()))
def test_what_is_given_can_be_pickled_and_put_into_a_set(name):
    thing = given()[name]
    again = pickle.loads(pickle.dumps(thing))
    assert again == thing
    if name not in NO_VALUES:
        assert hash(again) == hash(thing)
