"""The catalogue of document kinds, read from the front matter of the templates: one entry per kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from negotiation_docs.arguments import told
from negotiation_docs.catalogue.frontmatter import FrontMatter
from negotiation_docs.catalogue.kind import Kind, frozen
from negotiation_docs.catalogue.shelf import LANGS, Shelf
from negotiation_docs.errors import TemplateError, likeliest
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.names import Audience

__all__ = ["Audience", "Kind", "called", "find", "kinds", "nearest"]

_STATED = ("order", "audience", "needs", "traits")
"""What the head of every kind has to say: without traits a paper would pass checks that are meant for it."""
_OPTIONAL = ("number", "due", "occasions", "stages", "encloses", "attaches", "promises", "cites")


@told
def kinds(folder: str | Path | None = None) -> tuple[Kind, ...]:
    """All kinds in bundle order; ``folder`` adds a user's own templates. Raises TemplateError with every fault.

    >>> import negotiation_docs as nd
    >>> "hardship_letter" in [kind.name for kind in nd.kinds()]
    True
    """
    shelf = Shelf(None if folder is None else Path(folder))
    return _read(shelf, shelf.stamp())


@lru_cache(maxsize=32)
def _read(shelf: Shelf, _: object) -> tuple[Kind, ...]:
    faults: list[str] = []
    found: list[Kind] = []
    names = {lang: shelf.names(lang) for lang in LANGS}
    for name in sorted({name for each in names.values() for name in each}):
        try:
            found.append(_kind(shelf, name, [lang for lang in LANGS if name in names[lang]]))
        except TemplateError as error:
            faults.append(str(error))
    faults += [*_same_number(found), *_unknown_enclosures(found)] if not faults else []
    if faults:
        raise TemplateError("\n".join(faults))
    return tuple(sorted(found, key=lambda kind: (kind.order, kind.name)))


def called(name: str, known: Iterable[Kind]) -> Kind | None:
    """The kind that goes by ``name``, its own or one of its titles, such as a paper under ``contacts[].sent``."""
    by_alias: dict[str, Kind] = {}
    for kind in known:
        if kind.name == name:
            return kind
        by_alias.update({alias: kind for alias in kind.aliases if alias not in by_alias})
    return by_alias.get(name)


def find(name: str, folder: Path | None = None) -> Kind:
    """The kind called ``name``, or by one of its titles; raises TemplateError naming the nearest one."""
    known = kinds(folder)
    kind = called(name, known)
    if kind is not None:
        return kind
    near = nearest(name, known)
    hint = f"，是不是 {near}？" if near else "。"
    raise TemplateError(f"没有“{echo(name)}”这种文书{hint}可用：{' '.join(kind.name for kind in known)}")


def nearest(name: str, known: Iterable[Kind], others: Iterable[str] = ()) -> str:
    """The name or title of a paper, or one of ``others``, that ``name`` is most likely meant for; empty if none is."""
    words = [alias for kind in known for alias in kind.aliases]
    return likeliest(name, (*words, *others))


def _kind(shelf: Shelf, name: str, langs: Sequence[str]) -> Kind:
    heads = _heads(shelf, name, langs)
    values, faults = _agreed(name, heads)
    if faults:
        raise TemplateError("\n".join(faults))
    needs: dict[str, str] = dict(values.pop("needs"))
    variants: dict[str, dict[str, str]] = {}
    for lang, head in heads.items():
        for variant, title in head.variants.items():
            variants.setdefault(variant, {})[lang] = title
    return Kind(
        name,
        frozen({lang: head.title for lang, head in heads.items()}),
        needs=tuple(needs),
        unless=frozen({path: condition for path, condition in needs.items() if condition}),
        variants=frozen(variants),
        traits=frozenset(values.pop("traits")),
        **values,
    )


def _heads(shelf: Shelf, name: str, langs: Sequence[str]) -> Mapping[str, FrontMatter]:
    """The heads of a kind by language; TemplateError with the faults of all of them."""
    heads: dict[str, FrontMatter] = {}
    faults: list[str] = []
    for lang in langs:
        file = f"{lang}/{name}.html"
        try:
            head = shelf.source(file)[0]
            if head is not None:
                heads[lang] = head
            else:
                faults.append(f"模板 {file} 没有头部，请在开头两行 --- 之间写明 title {' '.join(_STATED)}")
        except TemplateError as error:
            faults.append(str(error))
    if faults:
        raise TemplateError("\n".join(faults))
    return heads


def _agreed(name: str, heads: Mapping[str, FrontMatter]) -> tuple[dict[str, Any], list[str]]:
    """The one answer all languages give that give one, by key; and where there is none, or more than one."""
    values: dict[str, Any] = {}
    faults: list[str] = []
    first = f"{next(iter(heads))}/{name}.html"
    for key in (*_STATED, *_OPTIONAL):
        given = {lang: getattr(head, key) for lang, head in heads.items() if getattr(head, key) is not None}
        if len(set(given.values())) == 1:
            values[key] = next(iter(given.values()))
        elif given:
            places = "、".join(f"{lang}/{name}.html 第{heads[lang].lines[key]}行" for lang in given)
            faults.append(f"文书 {name} 的 {key} 在各语言的模板里不一致（{places}）；请改成一样，或者只写在一处")
        elif key in _STATED:
            faults.append(f"文书 {name} 的 {key} 没有写明；请写在模板 {first} 的头部")
    return values, faults


def _same_number(found: Sequence[Kind]) -> Iterator[str]:
    """Numbers begin the names of files: two kinds with the same one would lie in each other's place."""
    owner: dict[int, str] = {}
    for kind in found:
        other = owner.setdefault(kind.number, kind.name)
        if kind.number and other != kind.name:
            yield f"文书 {kind.name} 和 {other} 的 number 都是{kind.number}；请给自备的文书换一个 500 以上没有用过的"


def _unknown_enclosures(found: Sequence[Kind]) -> Iterator[str]:
    names = [kind.name for kind in found]
    for kind in found:
        for name in kind.encloses:
            if name not in names or name == kind.name:
                others = " ".join(other for other in names if other != kind.name)
                yield f"文书 {kind.name} 的 encloses 里，没有“{name}”这种可以随附的文书；可用：{others}"
