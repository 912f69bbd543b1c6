"""``render_many``: the papers of any number of cases."""

from __future__ import annotations

import os
from collections.abc import Collection, Generator, Iterable, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Final

from negotiation_docs.arguments import told
from negotiation_docs.batch.crew import DaskClient, crew
from negotiation_docs.batch.entry import entries
from negotiation_docs.batch.flow import Flow
from negotiation_docs.batch.made import Made
from negotiation_docs.batch.manifest import Manifest
from negotiation_docs.batch.order import Order, made_with, order
from negotiation_docs.errors import ArgumentError
from negotiation_docs.facts.values.days import today as day_in_beijing
from negotiation_docs.files import Fonts, Given
from negotiation_docs.names import FormatName, KindName, Language, LookName, Stop

FORMATS: Final[tuple[FormatName, ...]] = ("pdf", "docx")
CHUNK: Final = 8


@told
def render_many(  # noqa: PLR0913, PLR0917 - the public face: each is a choice of the caller, by name
    cases: Iterable[object],
    kinds: Sequence[KindName | str] | None = None,
    lang: Language = "zh",
    formats: Sequence[FormatName] = FORMATS,
    out: str | Path | None = None,
    executor: Executor | DaskClient | None = None,
    *,
    workers: int | None = None,
    chunk: int = CHUNK,
    ordered: bool = True,
    overwrite: bool = False,
    look: LookName = "personal",
    base: Given | None = None,
    signature: Given | None = None,
    fonts: Fonts | None = None,
    templates: str | Path | None = None,
    acknowledge: Collection[Stop] = (),
    today: date | None = None,
) -> Generator[Made, None, None]:
    """The papers of ``cases``, one record (:class:`Made`) for every file and for all that came to none, lazily.

    A case is a path, a mapping, a ``Case`` or a row of ``read_table``, with a key of one's own as ``(key, case)``:
    under the same key a changed case replaces its papers. ``kinds`` are names (default: what is ready and due, as
    ``pack`` has it), ``formats`` are ``pdf``, ``docx``, ``html``, ``txt``. A case that fails is a record with its
    problems, never the end of the run; memory does not grow with the number of cases.

    With ``out`` the files go below that folder, with names without personal data, and a second run does what is
    missing or has changed, and nothing else; two runs cannot use it at once (OutputError). Without it each record
    carries its bytes. The work is done by processes of our own (``workers``, default: one a core), or by ``executor``:
    any of ``concurrent.futures``, or Dask's ``Client``; each gets ``chunk`` cases at a time. ``ordered=False`` gives
    records as soon as they come. ``today`` dates letters that name no day (default: the day in Beijing).
    The other choices are those of ``render`` and ``Document.save``. Close the generator to end early: what is done
    stays done. Raises TemplateError for an unknown kind, OutputError for a file or folder that cannot be used.

    >>> import negotiation_docs as nd
    >>> made = nd.render_many(["examples/zhou.yaml"], ["hardship_letter"], formats=["txt"], workers=1)
    >>> [one.state for one in made]
    ['made']
    """
    for name, number in (("chunk", chunk), ("workers", workers)):
        if number is not None and number < 1:
            raise ArgumentError(f"render_many：{name} 至少是 1")
    if not formats:
        raise ArgumentError("render_many：formats 至少写一种格式")
    day = today or day_in_beijing()
    chosen = order(
        kinds=kinds, lang=lang, formats=formats, look=look, base=base, signature=signature, fonts=fonts,
        templates=templates, acknowledge=acknowledge, today=day,
    )  # fmt: skip
    manifest = None
    if out is not None:
        manifest = Manifest(Path(out), chosen.digest(), made_with(chosen.templates), day.isoformat())
    run = _run(cases, chosen, manifest, executor, workers, chunk, ordered=ordered, overwrite=overwrite)
    next(run)
    return run


def _run(  # noqa: PLR0913, PLR0917 - what a run consists of
    cases: Iterable[object], chosen: Order, manifest: Manifest | None, executor: Executor | DaskClient | None,
    workers: int | None, chunk: int, *, ordered: bool, overwrite: bool,
) -> Generator[Made, None, None]:  # fmt: skip
    """The records, once it has begun; then it lets go of the folder even if nobody ever asks for one."""
    salt = manifest.salt if manifest is not None else os.urandom(16)
    with ExitStack() as held:
        if manifest is not None:
            held.callback(manifest.close)
        yield Made(0, "", "noted")
        flow = Flow(
            entries(cases, salt), chosen, crew(executor, workers), manifest, chunk=chunk, ordered=ordered,
            overwrite=overwrite,
        )  # fmt: skip
        held.callback(flow.close)
        yield from flow
