"""Lays out the course: for each job the facts, fields and words of its documents, and everybody's templates."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

import negotiation_docs as nd
import words
from jobs import JOBS, Job
from starters import CONTENDERS, Contender, present

DOCUMENTS = 40


def lay_out(
    folder: Path, jobs: Iterable[Job] = JOBS, contenders: Collection[Contender] = CONTENDERS, documents: int = DOCUMENTS
) -> None:
    """Prepare the jobs, each in a folder of its name."""
    for job in jobs:
        place = folder / job.name
        place.mkdir(parents=True)
        templates = _documents(job, place, documents)
        for contender in contenders:
            build = getattr(contender.module, "build", None)
            if build is not None:
                build(templates, place)


def _documents(job: Job, place: Path, count: int) -> list[list[dict[str, object]]]:
    """Write ``documents.json`` and the case files of a one-off; returns the templates, one for each kind of paper."""
    cases = [job.case(number) for number in range(count)]
    papers = [[nd.render(kind, nd.load(case)).paper for kind in job.kinds] for case in cases]
    templates = [words.learn(same) for same in zip(*papers, strict=True)]
    documents = [
        {
            "facts": case,
            "papers": [words.fields(template, paper) for template, paper in zip(templates, made, strict=True)],
            "words": [paper.text for paper in made],
        }
        for case, made in zip(cases, papers, strict=True)
    ]
    (place / "documents.json").write_text(json.dumps(documents, ensure_ascii=False), encoding="utf-8")
    (place / "one.json").write_text(json.dumps(documents[0], ensure_ascii=False), encoding="utf-8")
    (place / "case.json").write_text(json.dumps(cases[0], ensure_ascii=False), encoding="utf-8")
    return templates


if __name__ == "__main__":
    from fontcut import font

    font()
    lay_out(Path(sys.argv[1]), contenders=present())
