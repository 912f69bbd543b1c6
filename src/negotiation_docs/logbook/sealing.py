"""Checksums of what was kept of the talks into the case file, where papers print them and every run compares them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from negotiation_docs.arguments import told
from negotiation_docs.errors import OutputError, Place
from negotiation_docs.facts import Contact, Seal
from negotiation_docs.facts.reading.editing import put
from negotiation_docs.facts.reading.load import load
from negotiation_docs.facts.reading.locate import locate
from negotiation_docs.facts.reading.source import encoded, read_text
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.files import write
from negotiation_docs.logbook.inserting import seal_in_line
from negotiation_docs.logbook.seals import seals


@told
def seal_attachments(case_file: str | Path, taken: date) -> tuple[Seal, ...]:
    """Writes the SHA-256 of every file kept of a talk into ``case_file`` (YAML), with the day; gives those written.

    Files are looked for below the folder of the case file; one that has a checksum already keeps it, one that is not
    there gets none (:func:`contact_log` tells of both). ``taken`` is the day of today. Every other byte of the file
    stays. Raises FactsError for a case file with errors, OutputError where nothing can be written.

    >>> import negotiation_docs as nd
    >>> from datetime import date
    >>> from pathlib import Path
    >>> from shutil import copy
    >>> _, _ = copy("examples/zhou.yaml", "案件.yaml"), Path("rec_20261118.m4a").write_bytes(b"sound")
    >>> [(seal.file, seal.sha256[:8]) for seal in nd.seal_attachments("案件.yaml", date(2026, 11, 21))]
    [('rec_20261118.m4a', 'dd29442d')]
    """
    path = Path(case_file)
    if path.suffix.lower() == ".json":
        raise OutputError("只能写进 YAML 案件文件；JSON 文件请由生成它的程序写入")
    case, text = load(path), read_text(path)
    written: list[Seal] = []
    for debt in case.debts:
        known = {seal.file: seal for contact in debt.contacts for seal in contact.seals}
        found, _ = seals(case, debt, taken, known)
        for number, contact in enumerate(debt.contacts):
            place = (*debt_place(case, debt), "contacts", number, "seals")
            wanting = dict.fromkeys(contact.attachments)
            for seal in contact.seals:
                wanting.pop(seal.file)
            for position, name in enumerate((name for name in wanting if name in found), len(contact.seals)):
                text = put(text, (*place, position), _in_line(text, place, found[name]))
                written.append(found[name])
    if written:
        write(path, encoded(text, path), overwrite=True)
    return tuple(written)


def _in_line(text: str, place: Place, seal: Seal) -> str:
    spelled = locate(read_yaml(text).data, place).place[-1]
    return seal_in_line(seal, labelled=spelled == Contact.model_fields["seals"].title)
