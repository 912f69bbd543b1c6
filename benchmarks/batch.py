"""One process of a batch: ``batch.py JOB COUNT EARLY`` says ``ready``, waits for a line, then works.

Prints its memory in MB after EARLY documents and at the end, and the seconds that all took.
"""

from __future__ import annotations

import sys
from time import perf_counter

import psutil

import negotiation_docs as nd
from jobs import job
from negotiation_docs.preparing import prepare


def main() -> None:
    """Make the documents as DOCX and as PDF, and forget them."""
    name, count, early = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    work, process = job(name), psutil.Process()
    prepare(freeze=True)
    print("ready", flush=True)
    sys.stdin.readline()
    begun, before = perf_counter(), 0
    for number in range(count):
        case = nd.load(work.case(number))
        for kind in work.kinds:
            document = nd.render(kind, case)
            document.to_docx()
            document.to_pdf()
        if number + 1 == min(early, count):
            before = process.memory_info().rss
    print(before / 1e6, process.memory_info().rss / 1e6, perf_counter() - begun)


if __name__ == "__main__":
    main()
