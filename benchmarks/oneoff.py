"""One document in a process of its own, as a peer's user would script it: ``oneoff.py FOLDER CONTENDER TARGET``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from starters import contender

if __name__ == "__main__":
    folder, name, target = sys.argv[1:]
    document = json.loads((Path(folder) / "one.json").read_text(encoding="utf-8"))
    Path(target).write_bytes(contender(name).opened(Path(folder))(document)[0])
