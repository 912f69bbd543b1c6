"""``python -m tests.notebooks.store``: runs the example notebooks and stores them with what they showed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

import negotiation_docs as nd

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("one_letter", "affordable_plan", "several_lenders", "batch_from_table", "own_template")


def ran(name: str) -> nbformat.NotebookNode:
    """The notebook after a run from top to bottom, with the library under test; nothing of the machine is kept."""
    notebook = nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4)
    client = NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(EXAMPLES)}})
    client.execute(env={**os.environ, "PYTHONPATH": str(Path(nd.__file__).parents[1])})
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = _joined(cell.outputs)
    return notebook


def _joined(outputs: list[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    """What was printed in one piece: a busy machine sends it in several."""
    found: list[nbformat.NotebookNode] = []
    for output in outputs:
        if found and output.output_type == found[-1].output_type == "stream" and output.name == found[-1].name:
            found[-1].text += output.text
        else:
            found.append(output)
    return found


def main() -> None:
    """Store all of them, or those that are named."""
    for name in sys.argv[1:] or NAMES:
        nbformat.write(ran(name), EXAMPLES / f"{name}.ipynb")


if __name__ == "__main__":
    main()
