"""One target under a fuzzer guided by coverage (Atheris): ``python -m tests.soak.guided TARGET -runs=1000``.

What it finds ends the run with a traceback and a file ``crash-…`` in the folder it was started in.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path


def main() -> None:
    import atheris

    with atheris.instrument_imports(include=["negotiation_docs"]):
        from tests.soak.targets import TARGETS, seeds

    name, *options = sys.argv[1:]
    corpus = Path(tempfile.mkdtemp(prefix=f"corpus-{name}-"))
    for number, seed in enumerate(seeds(name)):
        (corpus / str(number)).write_bytes(seed)
    atheris.Setup(
        [sys.argv[0], "-timeout=20", "-rss_limit_mb=2000", "-max_len=200000", *options, str(corpus)], TARGETS[name]
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
