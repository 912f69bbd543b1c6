"""One kind of paper, as the heads of its templates describe it: a plain value that pickles."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct, field

from negotiation_docs.arguments import told
from negotiation_docs.errors import TemplateError
from negotiation_docs.facts import Case, Debt
from negotiation_docs.law.citations import Citing, Mention, Situation
from negotiation_docs.names import Audience


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


class Kind(Struct, frozen=True):
    """``titles`` by language; ``variants`` are other titles by name, then language; ``order`` is its place in lists.

    ``audience`` says who receives it: the creditor, a court, or nobody else. ``needs`` are fact paths; ``unless`` names
    for some of them the condition under which the paper can do without (:mod:`catalogue.conditions`). ``number`` begins
    the names of its files and stays the same for good; 0 where a user's template states none. ``traits`` say what it
    does (:mod:`catalogue.traits`), ``due`` in which states of a debt it is of use (in all, where it is empty),
    ``occasions`` which events it answers (:mod:`standing.occasions`), ``stages`` at which stages of a proceeding it is
    of use (at any and without one, where it is empty), ``encloses`` which papers travel with it, in the order of their
    attachment numbers, ``attaches`` which evidence goes with it (:mod:`catalogue.attaching`; all that the creditor
    receives, where it is empty), ``promises`` which commitments it prints, ``cites`` for which purposes it quotes law.

    >>> import negotiation_docs as nd
    >>> kind = next(kind for kind in nd.kinds() if kind.name == "hardship_letter")
    >>> kind.title(), kind.title("en"), kind.needs[:3]
    ('困难情况说明', 'Statement of Hardship', ('hardship', 'due', 'account'))
    """

    name: str
    titles: Mapping[str, str]
    order: int
    audience: Audience
    needs: tuple[str, ...]
    variants: Mapping[str, Mapping[str, str]] = field(default_factory=_nothing)
    unless: Mapping[str, str] = field(default_factory=_nothing)
    number: int = 0
    traits: frozenset[str] = frozenset()
    due: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    encloses: tuple[str, ...] = ()
    attaches: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    cites: tuple[Mention, ...] = ()

    @told
    def title(self, lang: Literal["zh", "en"] | str = "zh", variant: str = "") -> str:
        """The title in ``lang``, of the named variant if it has one; TemplateError if there is no template in it."""
        if lang not in self.titles:
            raise TemplateError(f"文书 {self.name} 没有“{lang}”语言的模板；可用：{' '.join(self.titles)}")
        return self.variants.get(variant, {}).get(lang) or self.titles[lang]

    @property
    def spoken(self) -> str:
        """The title as sentences name it: Chinese if there is one, without what it has in brackets."""
        return _without_brackets(self.title(self.langs[0]))

    @property
    def aliases(self) -> tuple[str, ...]:
        """Names as people type them: a title with and without what it has in brackets, 还款计划（建议稿）."""
        titles = (*self.titles.values(), *(variant["zh"] for variant in self.variants.values() if "zh" in variant))
        return (self.name, *map(_without_brackets, titles), *titles)

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages there is a template in."""
        return tuple(self.titles)

    @told
    def is_due(self, state: str) -> bool:
        """Whether the paper is of use for a debt in ``state`` (a member of ``standing.State`` or its value)."""
        return not self.due or state in self.due

    @told
    def is_at_stage(self, debt: Debt) -> bool:
        """Whether what has come from a court about ``debt`` is what the paper is for."""
        return not self.stages or (debt.litigation is not None and debt.litigation.stage.value in self.stages)

    @told
    def citing(self, case: Case, debt: Debt, *, excess: Decimal | None = None) -> Citing:
        """What a paper of this kind about ``debt`` may quote of law; ``excess``: 元 of charges above 24 % a year."""
        return Citing(self.spoken, self.cites, debt.creditor.kind, Situation.of(case, debt, excess=excess))

    def __hash__(self) -> int:
        """By what tells kinds apart: views of dicts have no hash."""
        return hash((self.name, self.number, self.order, self.traits))

    def __reduce__(self) -> tuple[Any, ...]:
        """Views of dicts do not pickle, dicts do."""
        return _thawed, ({name: _plain(getattr(self, name)) for name in self.__struct_fields__},)


def frozen(value: object) -> Any:  # noqa: ANN401 - as it came
    """``value`` with every mapping in it made unchangeable."""
    return MappingProxyType({key: frozen(one) for key, one in value.items()}) if isinstance(value, Mapping) else value


def _plain(value: object) -> object:
    return {key: _plain(one) for key, one in value.items()} if isinstance(value, Mapping) else value


def _thawed(fields: Mapping[str, object]) -> Kind:
    return Kind(**{name: frozen(value) for name, value in fields.items()})


def _without_brackets(title: str) -> str:
    return title.partition("（")[0]
