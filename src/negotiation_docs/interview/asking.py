"""The talk: question after question, each answer checked and written at once, until the person finds it right."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, Protocol

from negotiation_docs import checking
from negotiation_docs.errors import FactsError, OutputError, Problem
from negotiation_docs.interview.answers import NONE, numbered, options, says_nothing, takes_several, told, writings
from negotiation_docs.interview.course import Point, points
from negotiation_docs.interview.questions import questions
from negotiation_docs.interview.sheet import Sheet

BACK: Final = frozenset("<＜《")
DROP: Final = frozenset(("删", "删除", "删去"))
LEAVE: Final = frozenset(("q", "Q", "ｑ", "Ｑ", "退出"))
_HOW: Final = "直接回车是跳过，已有的内容不会被清空；输入 < 回到上一题；输入 q 存好离开，下次从停下的地方接着。"


class Person(Protocol):
    """Who answers: at a terminal, or through a pipe."""

    def say(self, words: str) -> None:
        """Show a line."""

    def ask(self, offered: Collection[str] = ()) -> str:
        """The next line typed, without its end; ``offered`` may be completed. Raises EOFError if there is no more."""


class Interview:
    """Asks a person what ``sheet`` does not say yet."""

    def __init__(self, sheet: Sheet, person: Person) -> None:
        self._sheet, self._person = sheet, person
        self._skipped: set[Point] = set()

    def run(self) -> bool:
        """True when the person went through to the end and found it right; False if they left: all is saved.

        Raises NotKept where an answer cannot be written: what would be typed after it could not be, either.
        """
        self._person.say(_HOW)
        try:
            self._choose_start()
            self._go()
            self._review()
        except (EOFError, KeyboardInterrupt, _Left):
            return False
        return True

    def _choose_start(self) -> None:
        """Where to begin in a file that holds answers: behind the last of them, or at the first."""
        asked = points(self._sheet)
        answered = [number for number, point in enumerate(asked) if self._is_answered(point)]
        if not answered:
            return
        self._person.say("\n这个文件里已经有内容。\n  1 接着填还没有填的\n  2 从头看一遍，可以逐项修改")
        while (typed := self._line(("1", "2"))) not in ("", "1", "2", "１", "２"):
            self._person.say("请输入 1 或 2。")
        if typed not in ("2", "２"):
            before = asked[: answered[-1] + 1]
            self._skipped.update(one for one in before if self._is_answered(one) or not one.question.needed)

    def _is_answered(self, point: Point) -> bool:
        return self._sheet.value(point.question.place(point.position)) is not None

    def _go(self) -> None:
        part, point, behind = "", self._next(None), list[Point]()
        while point is not None:
            if point.question.part != part:
                part = point.question.part
                self._person.say(f"\n【{part}】")
            if self._put(point):
                behind.append(point)
                point = self._next(point)
            elif behind:
                point = behind.pop()
            else:
                self._person.say("这是第一题。")

    def _next(self, last: Point | None) -> Point | None:
        asked = points(self._sheet)
        after = asked.index(last) + 1 if last in asked else 0
        return next((one for one in asked[after:] if one not in self._skipped), None)

    def _put(self, point: Point) -> bool:
        """Ask until there is an answer that can be written, or none; False to go back."""
        self._person.say(f"\n{self._asked(point)}")
        offered = options(point.question, self._sheet, point.position)
        while (typed := self._line([shown for _, shown in offered])) not in BACK or not typed:
            if typed in DROP and point.question.opens and self._is_answered(point):
                return self._dropped(point)
            if says_nothing(point.question, self._sheet, typed):
                self._passed_over(point, typed)
                return True
            if self._written(point, typed):
                return True
        return False

    def _dropped(self, point: Point) -> bool:
        """The entry is taken out, and the question asked again: about the entry behind it, or about a new one."""
        place = point.question.place(point.position)
        position = next(number for number, step in enumerate(place) if isinstance(step, int))
        try:
            wrong = self._sheet.drop(place[: position + 1])
        except OutputError as error:
            self._person.say(f"  {error}")
        else:
            self._say(wrong)
            self._person.say("  还有别处用到它，没有删去。" if wrong else "  已删去这一条。")
        return self._put(point)

    def _asked(self, point: Point) -> str:
        """The question with its reason, an example, what can be chosen, and what the file says now."""
        question, position = point.question, point.position
        if question.again and position:
            lines = [f"{question.again}没有了就直接回车。"]
        else:
            lines = [f"{self._about(point)}{question.ask}", f"  为什么问：{question.why}"]
            lines += [f"  例：{question.example}"] if question.example else []
        offered = options(question, self._sheet, position)
        lines += [f"  {number} {shown}" for number, (_, shown) in enumerate(offered, 1)]
        if offered and takes_several(question, self._sheet, position):
            lines.append("  可以选几个，如 1 3")
        if self._is_answered(point):
            removing = "，输入 删 去掉这一条" if question.opens else ""
            lines.append(f"  现在是：{told(self._sheet.value(question.place(position)))}（直接回车保留{removing}）")
        return "\n".join(lines)

    def _about(self, point: Point) -> str:
        """Of several entries, the one that is asked about, by its first answer."""
        question, position = point.question, point.position
        if question.opens or position is None or self._sheet.count(question.listed) < 2:
            return ""
        opener = next(one for one in questions() if one.opens and one.listed == question.listed)
        return f"{told(self._sheet.value(opener.place(position)))}："

    def _line(self, offered: Collection[str] = ()) -> str:
        typed = self._person.ask(offered).strip().strip("\u3000\ufeff")
        if typed in LEAVE:
            raise _Left
        return typed

    def _passed_over(self, point: Point, typed: str) -> None:
        if typed in NONE and self._is_answered(point):
            self._person.say("  这一条照旧留着；要去掉，回到这一题输入 删。")
        if point.question.needed and not point.position and not self._is_answered(point):
            self._person.say("  先空着；没有这一项还不能生成文书，最后会再提醒。")

    def _written(self, point: Point, typed: str) -> bool:
        """Write the answer if the models take it, and say what is doubtful in it; else say what they say."""
        try:
            wanted = writings(point.question, self._sheet, point.position, typed)
            if wrong := self._sheet.wrong(wanted):
                self._refuse(point, typed, wrong)
                return False
            self._sheet.write(wanted)
        except (FactsError, OutputError) as error:
            self._person.say(f"  {error}")
            return False
        place = point.question.place(point.position)
        self._say(one for one in self._found() if one.place[: len(place)] == place)
        return True

    def _found(self) -> list[Problem]:
        """What is wrong or doubtful in what is there; what is merely missing yet is asked for in its turn."""
        case = self._sheet.case()
        return [one for one in checking.check(case) if one.severity != "notice" and not one.absent] if case else []

    def _say(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            hint = f"\n  → {problem.hint}" if problem.hint else ""
            self._person.say(f"  {problem.message}{hint}")

    def _refuse(self, point: Point, typed: str, wrong: Iterable[Problem]) -> None:
        """What the models say; of choices that stand numbered above, the numbers and not all names again."""
        for problem in wrong:
            if problem.rule == "choice" and (offered := options(point.question, self._sheet, point.position)):
                self._person.say(f"  {problem.message}\n  → {numbered(typed, offered)}")
            else:
                self._say([problem])

    def _review(self) -> None:
        """Everything once more, and any of it again, until nothing is to be changed."""
        while stated := [point for point in points(self._sheet) if self._is_answered(point)]:
            self._person.say("\n【请核对】")
            for number, point in enumerate(stated, 1):
                place = point.question.place(point.position)
                self._person.say(f"{number:>3} {self._named(point)}：{told(self._sheet.value(place))}")
            self._say(self._found())
            self._person.say("要改哪一项，输入它的号码；都对了，直接回车。")
            typed = self._line()
            if not typed:
                return
            number = int(typed) if typed.isdecimal() else 0
            if 1 <= number <= len(stated):
                self._put(stated[number - 1])
            else:
                self._person.say(f"请输入 1 到 {len(stated)} 之间的号码。")

    def _named(self, point: Point) -> str:
        """The Chinese labels that lead to a fact, from the list entry on that it stands in: 欠款2·本金."""
        place, listed = point.question.place(point.position), len(point.question.listed)
        labels = [self._sheet.spot(place[:end]).label for end in range(1, len(place) + 1)]
        if point.position is None:
            return "·".join(labels)
        entry = f"{labels[listed - 1]}{point.position + 1}"
        return "·".join((entry, *labels[listed + 1 :]))


class _Left(Exception):  # noqa: N818 - no error: the person goes on another time
    """The person wants to stop here."""
