"""``kinds``: the papers that can be rendered."""

from __future__ import annotations

import argparse

import negotiation_docs as nd
from negotiation_docs.catalogue.conditions import CONDITIONS
from negotiation_docs.catalogue.factpaths import label
from negotiation_docs.cli import data
from negotiation_docs.cli.terminal import out
from negotiation_docs.facts import Stage
from negotiation_docs.standing import LABELS, State


def run(options: argparse.Namespace) -> int:
    """A kind's name and title, whether it is for the borrower's own use, what it needs, and when it is of use."""
    if options.json:
        data.put([_data(kind) for kind in nd.kinds(options.templates)])
        return 0
    for kind in nd.kinds(options.templates):
        inner = {"internal": "（自用）", "court": "（交法院）"}.get(kind.audience, "")
        out(f"{kind.name}　{kind.title()}{inner}\n")
        if kind.needs:
            out(f"    需要：{'、'.join(_need(kind, need) for need in kind.needs)}\n")
        if kind.due:
            out(f"    用于：{'；'.join(LABELS[State(state)] for state in kind.due)}\n")
        if kind.stages:
            out(f"    诉讼阶段：{'、'.join(stage.label for stage in Stage if stage.value in kind.stages)}\n")
    return 0


def _data(kind: nd.Kind) -> dict[str, object]:
    """What the head of its templates says, by the names of :class:`Kind`; without what nothing is said of."""
    told = {name: getattr(kind, name) for name in type(kind).__struct_fields__}
    return {"title": kind.title(), **{name: value for name, value in told.items() if value or name == "name"}}


def _need(kind: nd.Kind, need: str) -> str:
    """A fact path with its Chinese label, and where the paper can do without: 收支情况（finances）."""
    spared = f"，{CONDITIONS[kind.unless[need]].meaning}的不需要" if need in kind.unless else ""
    return f"{label(need)}（{need}{spared}）"
