"""What is wrong with a fact, said in Chinese: the refusal of one value, and the fault between several."""

from typing import NamedTuple

from pydantic_core import PydanticCustomError

from negotiation_docs.facts.values.place import Loc


class Fault(NamedTuple):
    """A rule of the case format that two or more values break together.

    ``loc`` is relative to the model that found it; ``reads`` lists the other places the rule looked at, so that
    ``load`` can hold its tongue while one of them is itself unreadable. ``absent`` marks a fact that is merely missing.
    """

    loc: Loc
    rule: str
    message: str
    hint: str = ""
    reads: tuple[Loc, ...] = ()
    absent: bool = False

    def as_error(self) -> PydanticCustomError:
        """The same fault as pydantic carries it."""
        return refusal(self.rule, self.message, self.hint, absent=self.absent)


def refusal(rule: str, message: str, hint: str = "", *, absent: bool = False) -> PydanticCustomError:
    """An error for pydantic with rule id, message and hint; the texts go through its context, never a template."""
    return PydanticCustomError(
        "negotiation_docs", "{message}", {"message": message, "hint": hint, "rule": rule, "absent": absent}
    )
