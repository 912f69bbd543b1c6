"""What is wrong with a fact, said in Chinese: the refusal of one value, and the fault between several."""

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts.values.masking import echo


def fault(  # noqa: PLR0913 - the whole of a finding, in the order in which it is told
    place: Place, rule: str, message: str, hint: str = "", reads: tuple[Place, ...] = (), *, absent: bool = False
) -> Problem:
    """An error about facts as they are written; of several that do not fit, ``reads`` lists the other places.

    ``load`` holds its tongue while one of these is itself unreadable.
    """
    return Problem("error", place, message, hint, rule, absent=absent, reads=reads)


def as_error(problem: Problem) -> PydanticCustomError:
    """The same finding as pydantic carries it."""
    return refusal(problem.rule, problem.message, problem.hint, absent=problem.absent)


def refusal(rule: str, message: str, hint: str = "", *, absent: bool = False) -> PydanticCustomError:
    """An error for pydantic with rule id, message and hint; the texts go through its context, never a template."""
    return PydanticCustomError(
        "negotiation_docs", "{message}", {"message": message, "hint": hint, "rule": rule, "absent": absent}
    )


def without_input(error: ValidationError) -> ValidationError:
    """The same error without what was typed, which ``errors()`` and loggers would show."""
    details = [
        InitErrorDetails(
            type=PydanticCustomError("negotiation_docs", "{message}", detail["ctx"])
            if detail["type"] == "negotiation_docs"
            else detail["type"],
            loc=tuple(echo(step) if isinstance(step, str) else step for step in detail["loc"]),
            input=None,
            ctx=detail.get("ctx", {}),
        )
        for detail in error.errors(include_url=False, include_input=False)
    ]
    return ValidationError.from_exception_data(error.title, details, hide_input=True)
