"""A bundle on the disk: one PDF, a folder of papers and scans, or the same in a ZIP file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from negotiation_docs.document import look_named
from negotiation_docs.errors import OutputError, quoted
from negotiation_docs.filenames import file_name, paper_name
from negotiation_docs.files import Given, is_folder, make_folder, write

if TYPE_CHECKING:
    from negotiation_docs.bundling.bundle import Bundle

_FIRST_YEAR: Final = 1980  # of a ZIP file
_OWNER_ONLY: Final = 0o100600 << 16


def save(  # noqa: PLR0913 - each is a choice of the caller, by name
    bundle: Bundle,
    path: Path,
    *,
    overwrite: bool,
    base: Given | None,
    signature: Given | None,
    password: str | None,
) -> Path:
    """Write in the form that the suffix names; see ``Bundle.save``."""
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        _refuse("信头（base）", base)
        return write(path, bundle.to_pdf(signature=signature, password=password), overwrite=overwrite)
    if suffix == ".eml":
        _refuse("信头（base）", base)
        return bundle.email(signature=signature, password=password).save(path, overwrite)
    _refuse("密码（password）", password)
    if suffix == ".zip":
        return write(path, bundle.to_zip(base=base, signature=signature), overwrite=overwrite)
    if suffix and not is_folder(path):
        raise OutputError(f"合订本不能写成{quoted(path.suffix)}；可用：.pdf .eml .zip，或者不带后缀的文件夹")
    made = list(files(bundle, base, signature))  # all that is wrong is told before anything is written
    make_folder(path)
    for name, data in made:
        write(path / name, data, overwrite=overwrite)
    return path


def _refuse(what: str, given: object) -> None:
    if given is not None:
        raise OutputError(f"这种文件用不上{what}；密码用于 .pdf 和 .eml，信头用于文件夹和 .zip")


def files(bundle: Bundle, base: Given | None, signature: Given | None) -> Iterator[tuple[str, bytes]]:
    """Every file of the folder with its name, the scans first: they are what may be refused."""
    from negotiation_docs.writers.pdf import scanned  # noqa: PLC0415

    lang = bundle.papers[0].lang
    for exhibit in bundle.exhibits:
        yield (
            f"{file_name(_sorted(exhibit.label))}.pdf",
            scanned(exhibit, bundle.case.dated, look_named(bundle.look), lang=lang, fonts=bundle.fonts),
        )
    for one in bundle.gathered:
        name = paper_name(one.kind.number, one.document.title, bundle.voice.lang)
        yield f"{name}.docx", one.document.to_docx(bundle.look, base=base, signature=signature)
        yield f"{name}.pdf", one.document.to_pdf(bundle.look, signature=signature)


def _sorted(label: str) -> str:
    """附件2 as 附件02: a folder lists its files in the order of their numbers."""
    return re.sub(r"[0-9]+", lambda digits: digits[0].zfill(2), label)


def zipped(made: Iterator[tuple[str, bytes]], dated: date) -> bytes:
    """The files in one ZIP file with names in UTF-8: the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in made:
            entry = zipfile.ZipInfo(name, (max(dated.year, _FIRST_YEAR), dated.month, dated.day, 0, 0, 0))
            entry.external_attr = _OWNER_ONLY
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_STORED  # DOCX, PDF: deflated already
            archive.writestr(entry, data)
    return out.getvalue()
