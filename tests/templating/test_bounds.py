"""What a template touches it pays for by size: a bomb ends in an error within bounds of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.templating import session
from negotiation_docs.templating.session import Session
from tests.make.cases import with_debt
from tests.make.variants import papers_of
from tests.read.some import some

NO_MORE = "模板的循环或输出过多，已停止"
ONLY_SINGLE = "列表和对象不能比较，也不能当作名称，请比较其中的一项"
TOO_DEEP = "嵌套或递归过深"


def grown(name: str, step: str, first: str, times: int) -> str:
    """A template in which ``name`` is doubled so many times before it comes to USE."""
    macro = f"{{% macro grow({name}, n) %}}{{% if n %}}{{{{ grow({step}, n - 1) }}}}{{% else %}}USE{{% endif %}}"
    return f"{macro}{{% endmacro %}}{{{{ grow({first}, {times}) }}}}"


GROWN, WIDE, LONG = grown("l", "[l, l]", "[1]", 40), grown("l", "l + l", "['x']", 14), grown("t", "t ~ t", "'x'", 17)
HEAVY = LONG.replace("USE", WIDE.replace("'x'", "t").replace("grow", "widen"))
TURNS = "{% for a in many %}{% for b in many %}USE{% endfor %}{% endfor %}"

BOMBS = {
    # a list that holds another twice, forty levels down: whoever goes through it never comes back
    GROWN.replace("USE", "{{ 'x' if l == [l, l] else 'y' }}"): ONLY_SINGLE,
    GROWN.replace("USE", "{{ 'x' if l != l else 'y' }}"): ONLY_SINGLE,
    GROWN.replace("USE", "{{ 'x' if l < [l] else 'y' }}"): ONLY_SINGLE,
    GROWN.replace("USE", "{{ 'x' if l in [[l, l], l] else 'y' }}"): ONLY_SINGLE,
    GROWN.replace("USE", "{{ 'x' if l not in plain else 'y' }}"): ONLY_SINGLE,
    GROWN.replace("[l, l]", "(l, l)").replace("USE", "{{ plain[l] }}"): ONLY_SINGLE,
    GROWN.replace("[l, l]", "(l, l)").replace("USE", "{{ {l: 1}|length }}"): ONLY_SINGLE,
    GROWN.replace("USE", "{{ tell(l) }}"): ONLY_SINGLE,
    GROWN.replace("USE", "{{ tell(what=l) }}"): ONLY_SINGLE,
    GROWN.replace("USE", "{{ [l]|joined('') }}"): "这个过滤器只能用于文字",
    GROWN.replace("USE", "{{ [l]|join }}"): "这个过滤器只能用于文字",
    GROWN.replace("USE", "{{ l|counted('page') }}"): "过滤器 counted 得到的值或参数不合适（TypeError）",
    GROWN.replace("USE", "{{ l|listed }}"): "过滤器 listed 得到的值或参数不合适（TypeError）",
    # a long text many times over
    HEAVY.replace("USE", "{{ l|join }}"): NO_MORE,
    HEAVY.replace("USE", "{{ l|joined('') }}"): NO_MORE,
    HEAVY.replace("USE", "{{ l|listed }}"): NO_MORE,
    HEAVY.replace("USE", "{{ l|either }}"): NO_MORE,
    LONG.replace("USE", WIDE.replace("grow", "widen").replace("USE", "{{ l|join(t) }}")): NO_MORE,
    LONG.replace("USE", WIDE.replace("grow", "widen").replace("USE", "{{ l|joined(t) }}")): NO_MORE,
    # cheap to write, dear to do
    WIDE.replace("USE", TURNS.replace("USE", "{% if 'y' in l %}{% endif %}")): NO_MORE,
    WIDE.replace("USE", TURNS.replace("USE", "{% if l[::-1] %}{% endif %}")): NO_MORE,
    WIDE.replace("USE", TURNS.replace("USE", "{% set c = l + l %}")): NO_MORE,
    LONG.replace("USE", TURNS.replace("USE", "{% if t[1:] == t[:1] %}{% endif %}")): NO_MORE,
    LONG.replace("USE", TURNS.replace("USE", "{% if 'xxxy' in t %}{% endif %}")): NO_MORE,
    LONG.replace("USE", TURNS.replace("USE", "{% if t == t|upper|lower %}{% endif %}")): NO_MORE,
    LONG.replace("USE", TURNS.replace("USE", "{{ tell(t) }}")): NO_MORE,
    TURNS.replace("USE", "{% set c = [" + "1, " * 900 + "] %}"): NO_MORE,
    TURNS.replace("USE", "{% if (" + "true, " * 900 + ") %}{% endif %}"): NO_MORE,
    TURNS.replace("USE", "{{ record.all|length }}"): NO_MORE,
    "{% include '_common.html' %}" * 5_000: NO_MORE,
    # Python's own
    "{% if '%0999999999d' is odd %}{% endif %}": "odd 和 even 只能用于整数",
    "{% if '%0999999999d' is even %}{% endif %}": "odd 和 even 只能用于整数",
    "{% macro f(n, m) %}{{ f(n + n, m - 1) if m else n }}{% endmacro %}{{ f(1, 50) }}":
        "模板里的整数过大，数字请在程序中算好",
    "{% macro f(n) %}{{ f(n + 1) }}{% endmacro %}{{ f(0) }}": TOO_DEEP,
}  # fmt: skip

LIMITED = """
import json, resource, sys
from pathlib import Path
from msgspec import Struct
from negotiation_docs.errors import TemplateError
from negotiation_docs.templating.templates import render_template
from negotiation_docs.words.formats import FILTERS

class Record(Struct, frozen=True):
    @property
    def all(self):
        return tuple(range(30_000))

folder = Path(sys.argv[1])
sys.setrecursionlimit(1_000_000)  # as some hosts do; then only our own limits are left
resource.setrlimit(resource.RLIMIT_DATA, (600 << 20, 600 << 20))
view = {"many": tuple(range(1000)), "plain": {"a": 1}, "record": Record()}
said = []
for number, source in enumerate(json.load(sys.stdin)):
    (folder / "zh" / f"bomb{number}.html").write_text(source, encoding="utf-8")
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 15
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    print(number, file=sys.stderr, flush=True)
    try:
        render_template(f"bomb{number}", "zh", view, filters=FILTERS["zh"], functions={"tell": str}, folder=folder)
        said.append("")
    except TemplateError as error:
        said.append(str(error).partition("：")[2])
print(json.dumps(said))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of a process there")
def test_no_bomb_goes_off(tmp_path):
    (tmp_path / "zh").mkdir()
    source = Path(__file__).parents[2] / "src"
    command = [sys.executable, "-c", LIMITED, str(tmp_path)]
    given = json.dumps(list(BOMBS))
    ended = subprocess.run(
        command, check=False, input=given, text=True, capture_output=True, cwd=tmp_path, env={"PYTHONPATH": str(source)}
    )
    last = ended.stderr.split()[-1] if ended.returncode else ""
    assert ended.returncode == 0, f"{list(BOMBS)[int(last)] if last.isdecimal() else ended.stderr}"
    assert dict(zip(BOMBS, json.loads(ended.stdout), strict=True)) == BOMBS


@pytest.fixture
def cost(render, monkeypatch):
    """What a rendering spent."""
    spent: list[int] = []

    class Counted(Session):
        def spend(self, amount: int) -> None:
            spent[-1] += amount

    monkeypatch.setattr("negotiation_docs.templating.templates.Session", Counted)

    def run(source: str, view: dict[str, object]) -> int:
        spent.append(0)
        render(f"<p>甲{source}</p>", view, functions={"tell": lambda text: "甲"})
        return spent[-1]

    return run


@pytest.mark.parametrize(
    "source",
    [
        "{% if t == u %}{% endif %}", "{% if t < u %}{% endif %}", "{% if 'y' in t %}{% endif %}",
        "{% if 'y' in l %}{% endif %}", "{% if 'y' not in l %}{% endif %}", "{% if l[1:] %}{% endif %}",
        "{% if l[::-1] %}{% endif %}", "{% set c = t[1:] %}", "{% set c = l + l %}", "{% set c = t ~ u %}",
        "{{ t }}", "{% set c = l|join %}", "{% set c = l|join('、') %}", "{% set c = l|joined('、') %}",
        "{% set c = t|upper %}", "{{ tell(t) }}", "{% for x in l %}{% endfor %}",
        "{% for x in l if false %}{% endfor %}",
        "{% for x in t %}{% endfor %}", "{% for k, v in d|items %}{% endfor %}",
    ],
)  # fmt: skip
def test_twice_the_size_is_paid_twice(cost, source):
    def with_size(n: int) -> int:
        view = {"t": "x" * n, "u": "x" * n, "l": ("x",) * n, "d": {str(key): key for key in range(n)}}
        return cost(source, view)

    once, twice, fourfold = map(with_size, (250, 500, 1000))
    assert fourfold - twice == 2 * (twice - once)
    assert twice - once >= 249


def test_the_longest_papers_stay_far_below_the_limit(monkeypatch):
    costs = []

    class Watched(Session):
        def spend(self, amount: int) -> None:
            super().spend(amount)
            costs.append(self.cost)

    monkeypatch.setattr("negotiation_docs.templating.templates.Session", Watched)
    complete = nd.load(Path(__file__).parents[1] / "facts" / "complete.yaml")
    assert some(papers_of(complete, draft=True))
    plan = {"method": "equal_payment", "periods": 360, "annual_rate": "4%", "first_due": "2026-12-25"}
    facts = with_debt(
        proposal=plan, creditor={"kind": "bank_loan", "name": "示例银行股份有限公司"}, product="个人消费贷款"
    )
    assert nd.render("repayment_plan", nd.load(facts)).text.count("\n") > 360
    assert 50_000 < max(costs) < session.MAX_COST / 10
