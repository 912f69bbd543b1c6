"""A good guest in a host's process: nothing of it is changed, nothing is fetched, and fork and threads are survived."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import ROUND_UP, Context, FloatOperation, Inexact, Rounded, getcontext, localcontext
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.cli import main
from tests.make.variants import papers_of
from tests.read.some import some

ROOT = Path(__file__).parents[2]
ZHOU = ROOT / "examples" / "zhou.yaml"


def process(code: str, *arguments: str, home: Path | None = None) -> str:
    """What a process of its own prints; an error of it is one here."""
    environment = {"PYTHONPATH": str(ROOT / "src"), "HOME": str(home or Path.home()), "PATH": os.environ["PATH"]}
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment, check=False
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return ended.stdout


HOST = """
import decimal, gc, json, locale, logging, os, random, signal, socket, sys, threading, time, warnings
def state():
    return {
        "environment": dict(os.environ), "folder": os.getcwd(), "path": list(sys.path), "time": time.tzname,
        "decimal": repr(decimal.getcontext()), "locale": locale.setlocale(locale.LC_ALL),
        "recursion": sys.getrecursionlimit(),
        "signals": [repr(signal.getsignal(each)) for each in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE)],
        "streams": [(each.encoding, each.errors, each.line_buffering) for each in (sys.stdout, sys.stderr)],
        "logging": (logging.root.level, len(logging.root.handlers)), "chance": hash(random.getstate()),
        "sockets": socket.getdefaulttimeout(), "threads": threading.active_count(), "collector": gc.get_threshold(),
        "frozen": gc.get_freeze_count(), "hooks": [repr(sys.excepthook), repr(sys.displayhook)], "mask": os.umask(0o22),
        "warnings": len(warnings.filters), "int": sys.get_int_max_str_digits(), "interval": sys.getswitchinterval(),
    }
os.umask(0o22)
before = json.dumps(state())
WORK
after = json.dumps(state())
assert before == after, (before, after)
"""
WORK = """
import importlib, pkgutil, negotiation_docs as nd
for module in pkgutil.walk_packages(nd.__path__, "negotiation_docs."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from negotiation_docs.cli import main
case = nd.load(sys.argv[1])
nd.check(case)
for lang in ("zh", "en"):
    document = nd.render("hardship_letter", case, lang=lang)
    document.to_pdf(), document.to_docx(), document.html, document.short
nd.reminders(case).to_ics(), nd.message(case, [document]).to_eml(), nd.review(case, case), nd.explain("hardship_letter")
nd.prepare()
commands = ["check"], ["status"], ["render", "repayment_plan", "-o", "-"]
for command in (*([*words, sys.argv[1]] for words in commands), ["kinds"]):
    assert main(command) == 0
"""


def test_a_host_is_left_as_it_was():
    process(HOST.replace("WORK", WORK), str(ZHOU))


FORBIDDEN = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.")) or event in ("os.system", "os.exec", "subprocess.Popen"):
        raise RuntimeError(event)
sys.addaudithook(refuse)
"""


def test_nothing_goes_over_a_network_or_to_another_program(tmp_path):
    work = (
        WORK + "main(['pack', sys.argv[1], '-o', sys.argv[2]])\nnd.render('hardship_letter', case).to_pdf(password='x')"
    )
    process(FORBIDDEN + work, str(ZHOU), str(tmp_path / "out"))
    assert some((tmp_path / "out").rglob("*.pdf"))


PIPED = """
import io, os
sys.stdin = io.TextIOWrapper(io.BytesIO(open(sys.argv[1], "rb").read()))
def refuse(event, arguments):
    if event == "os.mkdir" or event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        raise RuntimeError(event)
sys.addaudithook(refuse)
assert main(["check", "-"]) == 0
"""


def test_facts_that_are_piped_in_are_written_into_no_file():
    process("import sys\n" + WORK + PIPED, str(ZHOU))


OPENED = """
import os, sys
opened = set()
def watch(event, arguments):
    if event in ("open", "import") and isinstance(arguments[0], str | bytes):
        opened.add(os.fsdecode(arguments[0]))
sys.addaudithook(watch)
"""


def test_no_code_of_the_home_or_working_folder_is_run(tmp_path):
    """What ReportLab would run is the only thing of the kind in all we depend on; the cache we had was another."""
    for name in (".reportlab_settings", ".reportlab_mods", "reportlab_settings.py", "reportlab_mods.py"):
        (tmp_path / name).write_text("raise SystemExit('somebody else speaking')", encoding="utf-8")
    code = OPENED + WORK + "import json; print(json.dumps(sorted(name for name in opened if sys.argv[2] in name)))"
    assert json.loads(process(code, str(ZHOU), str(tmp_path), home=tmp_path).splitlines()[-1]) == []


HOSTS = [
    Context(prec=3, traps=[]),
    Context(prec=6),
    Context(prec=5, rounding=ROUND_UP, Emax=9, Emin=-9, traps=[Inexact, Rounded, FloatOperation]),
]


def figures() -> list[object]:
    """Everything that is computed from a case."""
    case = nd.load(ROOT / "examples" / "zhou.yaml")
    found: list[object] = [nd.budget(case), list(nd.schedule(case)), nd.allocation(case), str(nd.stress(case))]
    found += [str(problem) for problem in nd.check(case)]
    found += [document.text + document.short for document in papers_of(case).values()]
    found += [document.to_pdf() for document in papers_of(case, lang="zh").values()]
    return [*found, nd.rmb_upper(86421), nd.annual_rate(10000, [900] * 12)]


@pytest.mark.parametrize("host", HOSTS, ids=lambda context: f"{context.prec} digits")
def test_the_hosts_decimal_context_is_neither_used_nor_touched(host):
    expected = figures()
    with localcontext(host):
        before = repr(getcontext())
        assert figures() == expected
        assert repr(getcontext()) == before


def test_preparing_twice_is_preparing_once_and_freezes_nothing_unasked(monkeypatch):
    from negotiation_docs import preparing

    nd.prepare()
    monkeypatch.setattr(preparing, "compile_template", lambda *_: pytest.fail("compiled again"))
    frozen = gc.get_freeze_count()
    nd.prepare()
    assert gc.get_freeze_count() == frozen


def test_main_in_a_host_leaves_environment_and_streams(monkeypatch, capsys):
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)
    before = dict(os.environ), sys.stdout, sys.stderr, gc.get_threshold()
    assert main(["check", str(ZHOU)]) == 0
    assert (dict(os.environ), sys.stdout, sys.stderr, gc.get_threshold()) == before


def digest(_: object = None) -> int:
    return hash(nd.render("hardship_letter", nd.load(ZHOU)).to_pdf())


def test_threads_write_the_same_bytes():
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(digest, range(24))) == {digest()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork there")
def test_a_fork_amid_threads_at_work_neither_hangs_nor_differs():
    """Locks that another thread holds at the moment of the fork would never be let go in the child.

    A lock is hit by one fork in twenty, so there are as many; a child that hangs is killed by its alarm.
    """
    code = """
import os, signal, sys, threading, negotiation_docs as nd
def write():
    return hash(nd.render("hardship_letter", nd.load(sys.argv[1])).to_pdf())
expected, stop = write(), threading.Event()
def work():
    while not stop.is_set():
        nd.render("hardship_letter", nd.load(sys.argv[1])).to_pdf()
threads = [threading.Thread(target=work, daemon=True) for _ in range(2)]
for thread in threads: thread.start()
for _ in range(20):
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        os._exit(0 if write() == expected else 1)
    assert os.waitpid(child, 0)[1] == 0
stop.set()
for thread in threads: thread.join()  # one that is at work when Python ends may abort the process
"""
    process(code, str(ZHOU))


LOCKS = """
import functools, os, sys, threading
taken = set()
def told(make):
    class Lock:
        def __init__(self):
            self.lock = make()
        def acquire(self, *given, **named):
            frame = sys._getframe(1)
            while frame.f_code.co_filename == "<string>":
                frame = frame.f_back
            taken.add(f"{frame.f_code.co_filename}:{frame.f_code.co_name}")
            return self.lock.acquire(*given, **named)
        def release(self):
            self.lock.release()
        def __enter__(self):
            return self.acquire()
        def __exit__(self, *_):
            self.release()
        def __getattr__(self, name):
            return getattr(self.lock, name)
    return Lock
threading.Lock, threading.RLock, functools.RLock = told(threading.Lock), told(threading.RLock), told(functools.RLock)
from tests.make.variants import papers_of
import negotiation_docs as nd
def work(facts):
    case = nd.load(facts)
    nd.check(case), nd.next_steps(case), nd.reminders(case).to_ics()
    for lang in ("zh", "en"):
        for document in papers_of(case, lang=lang).values():
            document.to_pdf(), document.to_docx(), document.html
nd.prepare(), work(sys.argv[1]), taken.clear(), work(sys.argv[2])
print(*sorted(each for each in taken if "fonts" not in each.split("negotiation_docs")[-1]), sep="\\n")
"""


def test_no_lock_is_taken_but_the_one_that_a_fork_waits_for():
    """Any other may be held by a thread at the moment of a fork, as Jinja's was; those of a first use are not asked."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{LOCKS}"
    assert process(code, str(ZHOU), str(ROOT / "examples" / "lin.yaml")).strip() == ""


def test_a_fork_waits_for_a_thread_that_reads_a_font():
    """The moment that the forks above may miss: a thread holds the lock while another forks."""
    code = """
import os, signal, threading
from negotiation_docs.writers.fonts.face import LOCK
held, forking = threading.Event(), threading.Event()
def read():
    with LOCK:
        held.set()
        forking.wait()
        threading.Event().wait(0.2)
threading.Thread(target=read).start()
held.wait()
forking.set()
child = os.fork()
if child == 0:
    signal.alarm(60)
    os._exit(0 if LOCK.acquire(blocking=False) else 1)
assert os.waitpid(child, 0)[1] == 0
"""
    process(code)
