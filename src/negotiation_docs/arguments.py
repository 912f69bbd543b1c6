"""What the public face is given, held against its annotations: everything of the wrong kind is told at once.

``@told`` stands on every function and method of the face. What is none of a closed list is answered with the nearest
name; nothing that was given is quoted, for it may be anybody's number.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import wraps
from inspect import Parameter, Signature, signature, unwrap
from os import PathLike
from pathlib import Path
from types import NoneType, SimpleNamespace, UnionType
from typing import IO, Any, Final, Literal, NamedTuple, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from negotiation_docs.errors import ArgumentError, likeliest
from negotiation_docs.interruption import let_through

P = ParamSpec("P")
T = TypeVar("T")

_SAID: Final[Mapping[object, str]] = {
    str: "文字", bytes: "文件的内容（bytes）", int: "整数", bool: "True 或 False", Decimal: "Decimal",
    date: "日期（datetime.date）", Path: "路径", PathLike: "路径", Mapping: "字典", IO: "打开的文件",
}  # fmt: skip
_ADVICE: Final[Mapping[str, str]] = {
    "Case": "请先用 nd.load 读取案件文件",
    "Document": "文书由 nd.render 生成",
    "date": "请写成 datetime.date(2026, 12, 1)",
    "Decimal": "请写成 Decimal('86421.37')，浮点数存不准分",
}
_LISTS: Final = (Collection, Sequence, Iterable, tuple)


def told(function: Callable[P, T]) -> Callable[P, T]:
    """``function``, which raises ArgumentError for arguments that are not what its annotations say."""
    shape = signature(function)
    read: list[_Expected] = []  # the annotations, read when they are first needed

    @wraps(function)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        if not read:
            read.append(_expected(function, shape))
        expected = read[0]
        if (
            not kwargs
            and expected.least <= len(args) <= len(expected.plain)
            and all(map(isinstance, args, expected.plain))
        ):
            return _answered(function, *args, **kwargs)
        try:
            given = shape.bind(*args, **kwargs).arguments
        except TypeError:
            raise ArgumentError(f"{function.__name__}：{_misbound(shape, args, kwargs)}") from None
        hints = expected.hints
        wrong = [
            f"{name} {_wrong(value, hints[name])}"
            for name, value in given.items()
            if name in hints and not fits(value, hints[name])
        ]
        if wrong:
            raise ArgumentError(f"{function.__name__}：{'；'.join(wrong)}")
        return _answered(function, *args, **kwargs)

    return asked


def _answered(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``function`` gives or raises; what an alarm of the host raised meanwhile comes out as the host knows it."""
    try:
        return function(*args, **kwargs)
    except Exception as error:
        let_through(error)
        raise


class _Expected(NamedTuple):
    """The annotations of a function, and what its arguments by position are plainly, at ``least`` so many of them."""

    hints: Mapping[str, Any]
    plain: Sequence[tuple[type, ...]]
    least: int


def _expected(function: Callable[..., object], shape: Signature) -> _Expected:
    hints, placed, needed = _hints(function), _placed(shape), _needed(shape)
    whole = all(name in placed for name in needed)  # else one is to be named, and nothing is plain
    return _Expected(hints, [_classes(hints.get(name, object)) for name in placed] if whole else (), len(needed))


def _classes(hint: Any) -> tuple[type, ...]:  # noqa: ANN401 - annotations are any objects
    """Classes of which any instance fits ``hint``; others may fit as well, such as an int, which no bool is."""
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return tuple(object if part is Any else part for part in parts if part is Any or _is_plain(part))


def _is_plain(hint: object) -> bool:
    return isinstance(hint, type) and get_origin(hint) is None and hint not in (int, *_LISTS, *_SPECIAL)


def _needed(shape: Signature) -> list[str]:
    return [name for name, one in shape.parameters.items() if one.default is Parameter.empty]


def _placed(shape: Signature) -> list[str]:
    return [name for name, one in shape.parameters.items() if one.kind is not Parameter.KEYWORD_ONLY]


def fits(value: object, hint: Any) -> bool:  # noqa: ANN401 - annotations are any objects
    """Whether ``value`` is what ``hint`` says; what would be used up by looking is not looked into."""
    kind, parts = get_origin(hint) or hint, get_args(hint)
    if kind in _SPECIAL:
        return _SPECIAL[kind](value, parts)
    if kind in _LISTS:
        return _is_list(value, kind) and _each(value, kind, parts)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
        return False
    if isinstance(value, Mapping) and parts:
        return all(fits(key, parts[0]) and fits(one, parts[1]) for key, one in value.items())
    return True


def _is_any_of(value: object, parts: Sequence[Any]) -> bool:
    return any(fits(value, part) for part in parts)


_SPECIAL: Final[Mapping[Any, Callable[[Any, Sequence[Any]], bool]]] = {
    Any: lambda value, parts: True,
    Union: _is_any_of,
    UnionType: _is_any_of,
    Literal: lambda value, names: isinstance(value, str) and value in names,
    IO: lambda value, _: callable(getattr(value, "read", None)),
}


def _is_list(value: object, kind: object) -> bool:
    """Whether it is a list of things, which a text and a mapping are not."""
    wanted = (tuple, list) if kind is tuple else kind
    return isinstance(value, wanted) and not isinstance(value, (str, bytes, Mapping))  # type: ignore[arg-type]


def _each(value: Any, kind: object, parts: Sequence[Any]) -> bool:  # noqa: ANN401 - a list of anything
    if not parts or not isinstance(value, Collection):
        return True
    if kind is tuple and parts[-1] is not Ellipsis:
        return len(value) == len(parts) and all(map(fits, value, parts))
    return all(fits(one, parts[0]) for one in value)


def _hints(function: Callable[..., object]) -> dict[str, Any]:
    """The annotations of the parameters; that of the return may be known to type checkers alone."""
    own = {name: hint for name, hint in function.__annotations__.items() if name != "return"}
    return get_type_hints(SimpleNamespace(__annotations__=own), globalns=getattr(unwrap(function), "__globals__", {}))


def _wrong(value: object, hint: Any) -> str:  # noqa: ANN401 - annotations are any objects
    """What it should be, what kind of thing it is, and what to write instead."""
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    names = next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())
    if names and isinstance(value, str):
        near = likeliest(value.strip(), names)
        return f"只能是 {'、'.join(names)}" + (f"，是不是 {near}？" if near else "")
    said = dict.fromkeys(map(_said, _worth_saying(kinds)))
    advice = next((_ADVICE[name] for kind in kinds if (name := getattr(kind, "__name__", "")) in _ADVICE), "")
    inside = any(_holds(value, get_origin(kind) or kind) for kind in kinds)
    now = "其中有的不是" if inside else f"现在是 {type(value).__name__}"
    return f"应是{'或者'.join(said)}，{now}" + (f"；{advice}" if advice else "")


def _holds(value: object, kind: object) -> bool:
    """Whether ``value`` is a list or mapping as it should be, so that what is wrong lies inside."""
    return (kind in _LISTS and _is_list(value, kind)) or (kind is Mapping and isinstance(value, Mapping))


def _said(kind: Any) -> str:  # noqa: ANN401 - annotations are any objects
    origin, parts = get_origin(kind) or kind, get_args(kind)
    if origin in _LISTS:
        return f"列表{_said_of_each(parts)}"
    if origin is Literal:
        return f"{'、'.join(parts)} 之一"
    return _SAID.get(origin, f" {getattr(origin, '__name__', origin)}")


def _said_of_each(parts: Sequence[Any]) -> str:
    if not parts or parts[0] is Any:
        return ""
    if get_origin(parts[0]) is Literal:
        return f"，可以写的只有 {'、'.join(get_args(parts[0]))}"
    kinds = get_args(parts[0]) if get_origin(parts[0]) in (Union, UnionType) else parts[:1]
    return f"（每项是{'或者'.join(map(_said, _worth_saying(kinds)))}）"


def _worth_saying(kinds: Sequence[Any]) -> list[Any]:
    """Without what may be left out, and the known names of what may have others."""
    return [kind for kind in kinds if kind is not NoneType and not (get_origin(kind) is Literal and str in kinds)]


def _misbound(shape: Signature, args: Sequence[object], kwargs: Mapping[str, object]) -> str:
    """Which arguments are missing, unknown, too many or given twice."""
    known = [name for name in shape.parameters if name != "self"]
    return "；".join(_misplaced(shape, known, _placed(shape), args, kwargs))


def _misplaced(
    shape: Signature, known: Sequence[str], placed: Sequence[str], args: Sequence[object], kwargs: Mapping[str, object]
) -> Iterator[str]:
    for name in kwargs:
        if name not in known:
            near = likeliest(name, known)
            yield f"没有 {name} 这个参数" + (f"，是不是 {near}？" if near else f"；可用：{'、'.join(known)}")
        elif name in placed[: len(args)]:
            yield f"{name} 给了两次"
    if len(args) > len(placed):
        named = [name for name in known if name not in placed]
        yield "不写名称的参数太多" + (f"；要写明名称的：{'、'.join(f'{name}=' for name in named)}" if named else "")
    for name in _needed(shape):
        if name not in placed[: len(args)] and name not in kwargs:
            yield f"缺少 {name}"
