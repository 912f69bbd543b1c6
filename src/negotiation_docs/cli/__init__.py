"""The command line, in Chinese: ``negotiation-docs check | status | render | pack | reminders`` …, see ``--help``.

Exit codes: 0 all is well, 1 findings in the facts (nothing was written), 2 a wrong command or a file that cannot be
read or written. Each command lives in the module of its name; all of them use only the public face of the library.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from negotiation_docs.cli.arguments import build_parser
from negotiation_docs.cli.parser import WrongCommandError
from negotiation_docs.cli.report import tell_error
from negotiation_docs.cli.terminal import err
from negotiation_docs.errors import FactsError, MissingGlyphs, NegotiationDocsError, placed
from negotiation_docs.files import why_not

__all__ = ["console", "main"]

_NO_CASE_FILE = frozenset({"path", "file_missing", "file_unreadable", "file_size", "encoding", "empty"})
OK, FINDINGS, FAILURE, INTERRUPTED = 0, 1, 2, 130


def console() -> int:
    """The command as a process of its own, which may set that process up and closes its streams."""
    gc.set_threshold(100_000)  # a command is over before there is anything worth collecting
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")  # a look through all installed packages, for nothing
    if "_ARGCOMPLETE" in os.environ:
        import_module("negotiation_docs.cli.completion").answer(build_parser())
    code = main()
    try:
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()
    except BrokenPipeError:  # `negotiation-docs kinds | head -1`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        err(f"错误：{_reason(error)}\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILURE
    return code


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``argv`` is ``sys.argv[1:]`` when left out.

    May be called from any program: it changes nothing of its streams, environment or collector. A wrong command and
    ``--help`` end in SystemExit, as argparse has it.
    """
    options = build_parser().parse_args(argv)
    try:
        command = import_module(f"negotiation_docs.cli.{options.command}")  # writers are loaded only by who writes
        return int(command.run(options))
    except BrokenPipeError:
        return OK
    except KeyboardInterrupt:
        err("\n已中止\n")
        return INTERRUPTED
    except WrongCommandError as error:
        err(f"错误：{error}\n")
        return FAILURE
    except NegotiationDocsError as error:
        _tell(error, options)
        return FINDINGS if _is_finding(error) else FAILURE
    except OSError as error:
        err(f"错误：{_reason(error)}\n")
        return FAILURE


def _tell(error: NegotiationDocsError, options: argparse.Namespace) -> None:
    """For a program as data, else in words, of facts with the lines that they stand in."""
    if getattr(options, "json", False):
        import_module("negotiation_docs.cli.data").put_error(error)
    elif isinstance(error, FactsError):
        tell_error(error, import_module("negotiation_docs.cli.picture").Picture.of(options))
    else:
        tell_error(error)


def _is_finding(error: NegotiationDocsError) -> bool:
    """Whether the facts are at fault, and not the file that should hold them."""
    if isinstance(error, FactsError):
        return not any(problem.rule in _NO_CASE_FILE for problem in error.problems)
    return isinstance(error, MissingGlyphs)


def _reason(error: OSError) -> str:
    known = {
        FileNotFoundError: "找不到文件",
        PermissionError: "没有权限读写",
        IsADirectoryError: "这是文件夹，不是文件",
        NotADirectoryError: "路径中有一段不是文件夹",
        FileExistsError: "已有同名文件",
    }
    what = known.get(type(error)) or f"无法读写文件，{why_not(error)}"
    return f"{what}：{placed(error.filename)}{_meant(error)}" if error.filename else what


def _meant(error: OSError) -> str:
    """The file of that name with an ending: left out, or added by an editor (案件.yaml.txt) that does not show it."""
    if not isinstance(error, FileNotFoundError) or not isinstance(error.filename, str):
        return ""
    near = [f"{error.filename}{ending}" for ending in (".yaml", ".yml", ".json", ".txt", ".yaml.txt")]
    return next((f"，是不是 {placed(path)}？" for path in near if Path(path).is_file()), "")
