"""The catalogue of document kinds, read from the front matter of the templates: one entry per kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar, cast

from msgspec import Struct, field

from negotiation_docs.catalogue.frontmatter import FrontMatter
from negotiation_docs.catalogue.shelf import LANGS, Shelf
from negotiation_docs.errors import TemplateError

Audience = Literal["creditor", "internal"]
_Value = TypeVar("_Value", int, str, tuple[str, ...])


class Kind(Struct, frozen=True):
    """One kind of paper: ``titles`` by language, ``needs`` as fact paths, ``variants`` as other titles by name.

    ``order`` is its place in a bundle; ``audience`` says whether a creditor may receive it.
    """

    name: str
    titles: Mapping[str, str]
    order: int
    audience: Audience
    needs: tuple[str, ...]
    variants: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    def title(self, lang: str = "zh", variant: str = "") -> str:
        """The title in ``lang``, of the named variant if it has one; TemplateError if there is no template in it."""
        if lang not in self.titles:
            raise TemplateError(f"文书 {self.name} 没有“{lang}”语言的模板；可用：{' '.join(self.titles)}")
        return self.variants.get(variant, {}).get(lang) or self.titles[lang]

    @property
    def aliases(self) -> tuple[str, ...]:
        """Names as people type them: a title with and without what it has in brackets, 还款计划（建议稿）."""
        titles = (*self.titles.values(), *(variant["zh"] for variant in self.variants.values() if "zh" in variant))
        return (self.name, *(title.partition("（")[0] for title in titles), *titles)

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages there is a template in."""
        return tuple(self.titles)


def kinds(folder: Path | None = None) -> tuple[Kind, ...]:
    """All kinds in bundle order; ``folder`` adds a user's own templates. Raises TemplateError."""
    shelf = Shelf(folder)
    return _read(shelf, shelf.stamp())


@lru_cache(maxsize=32)
def _read(shelf: Shelf, _: object) -> tuple[Kind, ...]:
    names = sorted({name for lang in LANGS for name in shelf.names(lang)})
    return tuple(sorted((_kind(shelf, name) for name in names), key=lambda kind: (kind.order, kind.name)))


def find(name: str, folder: Path | None = None) -> Kind:
    """The kind called ``name``, or by one of its titles; raises TemplateError naming the nearest one."""
    known = {kind.name: kind for kind in kinds(folder)}
    if name in known:
        return known[name]
    for kind in known.values():
        if name in kind.aliases:
            return kind
    near = get_close_matches(name, known, n=1)
    hint = f"，是不是 {near[0]}？" if near else "。"
    raise TemplateError(f"没有“{name}”这种文书{hint}可用：{' '.join(known)}")


def _kind(shelf: Shelf, name: str) -> Kind:
    heads = {lang: _head(shelf, f"{lang}/{name}.html") for lang in LANGS if name in shelf.names(lang)}
    variants: dict[str, dict[str, str]] = {}
    for lang, head in heads.items():
        for variant, title in head.variants.items():
            variants.setdefault(variant, {})[lang] = title
    return Kind(
        name,
        MappingProxyType({lang: head.title for lang, head in heads.items()}),
        _agreed(name, "order", (head.order for head in heads.values())),
        cast(Audience, _agreed(name, "audience", (head.audience for head in heads.values()))),
        _agreed(name, "needs", (head.needs for head in heads.values())),
        MappingProxyType({variant: MappingProxyType(titles) for variant, titles in variants.items()}),
    )


def _head(shelf: Shelf, name: str) -> FrontMatter:
    head, _ = shelf.source(name)
    if head is None:
        raise TemplateError(f"模板 {name} 没有头部，请在开头两行 --- 之间写明 title order audience needs")
    return head


def _agreed(name: str, key: str, answers: Iterable[_Value | None]) -> _Value:
    """The one answer all languages give that give one."""
    given = {answer for answer in answers if answer is not None}
    if len(given) != 1:
        reason = "没有写明" if not given else "在各语言的模板里不一致"
        raise TemplateError(f"文书 {name} 的 {key} {reason}")
    return given.pop()
