"""Tab completes commands, options, papers, debts and examples, in the shells there are scripts for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from negotiation_docs.cli import main
from tests.packaging.snippets import ROOT

SHELLS = ("bash", "zsh", "fish", "powershell")


@pytest.fixture
def offered(folder):
    """What is offered after ``line``, as argcomplete asks a command."""

    def offered(line: str) -> list[str]:
        found = folder / "offered"
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONUTF8": "1",
            "_ARGCOMPLETE": "1",
            "_ARGCOMPLETE_IFS": "\n",
            "_ARGCOMPLETE_STDOUT_FILENAME": str(found),
            "_ARGCOMPLETE_SHELL": "bash",
            "COMP_LINE": line,
            "COMP_POINT": str(len(line)),  # bash counts characters
            "COMP_TYPE": "9",
        }
        code = "import sys; from negotiation_docs.cli import console; sys.exit(console())"
        subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, check=True, timeout=60)
        return [each.strip() for each in found.read_text(encoding="utf-8").split("\n")]

    return offered


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("re", {"render", "reminders"}),
        ("check --ac", {"--acknowledge"}),
        ("check --acknowledge li", {"limitation", "litigation"}),
        ("render 困难", {"困难情况说明"}),
        ("render hardship", {"hardship_letter"}),
        ("explain 证据", {"证据材料清单"}),
        ("template copy 困难", {"困难情况说明"}),
        ("template preview hardship_letter zhou.yaml --debt ba", {"bank1"}),
        ("check zhou.yaml --debt ba", {"bank1"}),
        ("new --from stories/card-1", {"stories/card-1-overdue"}),
        ("completion po", {"powershell"}),
        ("check no-such-file.yaml --debt ", set()),
    ],
)
def test_what_can_come_next_is_offered(offered, typed, found):
    assert set(offered(f"negotiation-docs {typed}")) - {""} == found


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_a_script_that_names_the_command(run, shell):
    answer = run("completion", shell)
    assert answer.code == 0
    assert "negotiation-docs" in answer.out


ASKED = {
    "bash": "source ./script; COMP_WORDS=(negotiation-docs sta); COMP_CWORD=1; COMP_LINE='negotiation-docs sta'; "
    "COMP_POINT=20; COMP_TYPE=9; "
    "$(complete -p negotiation-docs | sed -E 's/.*-F ([^ ]+) .*/\\1/') negotiation-docs; echo \"${COMPREPLY[@]}\"",
    "fish": "source ./script; complete -C 'negotiation-docs sta'",
}
"""What makes a shell complete ``sta`` without anybody at the keyboard."""


@pytest.mark.parametrize("shell", ASKED)
def test_the_shell_itself_completes_with_its_script(run, folder, shell):
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell}")
    (folder / "script").write_text(run("completion", shell).out, encoding="utf-8")
    home = folder / "bin"
    home.mkdir()
    command = home / "negotiation-docs"
    lines = ("import sys", f"sys.path.insert(0, {str(ROOT / 'src')!r})", "from negotiation_docs.cli import console")
    command.write_text("\n".join((f"#!{sys.executable}", *lines, "sys.exit(console())\n")), encoding="utf-8")
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{home}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder)}
    environment["PYTHONUTF8"] = "1"
    done = subprocess.run(
        [shell, "-c", ASKED[shell]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.split()[:1] == ["status"], done.stderr


def test_without_the_extra_it_says_how_to_install_it(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "argcomplete", None)
    answer = run("completion", "bash")
    assert answer.code == 2
    assert 'pip install "negotiation-docs[completion]"' in answer.err


def test_the_help_tells_for_each_shell_what_to_do_with_the_script(capsys):
    with pytest.raises(SystemExit):
        main(["completion", "--help"])
    told = capsys.readouterr().out
    assert all(f"{shell}：" in told for shell in SHELLS)
