"""``completion``: what a shell needs to complete commands, options, papers and debts at the Tab key.

argcomplete (the extra ``completion``) asks the parser itself, so that nothing has to be written twice.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from negotiation_docs.cli.arguments import Command
from negotiation_docs.cli.terminal import out
from negotiation_docs.errors import NegotiationDocsError, OutputError


def run(options: argparse.Namespace) -> int:
    """The script for one shell, on standard output."""
    out(f"{_argcomplete().shellcode(['negotiation-docs'], shell=options.shell)}\n")
    return 0


def _argcomplete() -> ModuleType:
    try:
        import argcomplete  # noqa: PLC0415 - the extra ``completion``
    except ImportError:
        raise OutputError('补全要先安装：pip install "negotiation-docs[completion]"') from None
    return argcomplete


def answer(parser: argparse.ArgumentParser) -> None:
    """Answer a shell that asks what could come next, and end the process."""
    known = {"kind": _kinds, "enclose": _kinds, "debt": _debts, "example": _examples}
    for action in _actions(parser):
        if action.dest in known:
            action.completer = known[action.dest]  # type: ignore[attr-defined]
    _argcomplete().autocomplete(parser, always_complete_options=False)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """All that can be typed, of the commands and of what they are divided into."""
    if isinstance(parser, Command):
        parser.declare()
    for action in parser._actions:
        yield action
        for inner in action.choices.values() if isinstance(action, argparse._SubParsersAction) else ():
            yield from _actions(inner)


def _kinds(**_: Any) -> Iterable[str]:  # noqa: ANN401 - what argcomplete hands over
    from negotiation_docs.catalogue.kinds import kinds  # noqa: PLC0415 - the catalogue is read when it is asked for

    return [name for kind in kinds() for name in (kind.spoken, kind.name)]


def _examples(**_: Any) -> Iterable[str]:  # noqa: ANN401 - what argcomplete hands over
    from negotiation_docs.interview.examples import names  # noqa: PLC0415

    return names()


def _debts(parsed_args: argparse.Namespace, **_: Any) -> Iterable[str]:  # noqa: ANN401 - what argcomplete hands over
    """The ids of the case file that stands on the line already; none if it cannot be read."""
    from negotiation_docs.facts.reading.load import load  # noqa: PLC0415

    try:
        return [debt.id for debt in load(parsed_args.case).debts]
    except (NegotiationDocsError, OSError, AttributeError, TypeError):
        return ()
