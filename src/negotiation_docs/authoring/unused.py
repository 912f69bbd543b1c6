"""Files of a template folder that no paper will ever be made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from negotiation_docs.authoring.finding import TemplateFinding
from negotiation_docs.catalogue.shelf import FILE_NAME, LANGS, SHARED_NAME
from negotiation_docs.files import is_file

MOST_FILES = 2_000
"""How many files of a folder are looked at; a folder of templates has some dozens."""


def files(folder: Path) -> list[Path]:
    """The files below ``folder``, without hidden ones, at most :data:`MOST_FILES`."""
    found: list[Path] = []
    for path in folder.rglob("*"):
        if is_file(path) and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            found.append(path)
        if len(found) >= MOST_FILES:
            break
    return sorted(found)


def unused(folder: Path, kinds: Collection[str]) -> Iterator[TemplateFinding]:
    """Why a file is never used, for each that is not; ``kinds`` are the papers there are, with the shipped ones."""
    for path in files(folder):
        name = path.relative_to(folder).as_posix()
        if reason := _reason(name, kinds):
            yield TemplateFinding(name, 0, f"这个文件不会用到：{reason[0]}", reason[1])


def _reason(name: str, kinds: Collection[str]) -> tuple[str, str] | None:
    lang, _, file = name.rpartition("/")
    stem = file.removesuffix(".html")
    if lang not in LANGS:
        return "模板只放在 zh 和 en 两个文件夹里", "请移到 zh 或者 en 文件夹，或者移出模板文件夹"
    if stem == file:
        return "模板是 .html 文件", "文书的模板请以 .html 结尾；其他文件请移出模板文件夹"
    if SHARED_NAME.fullmatch(file):
        return "公用的句子只取自带的", "把需要的 macro 写进用到它的模板"
    if not FILE_NAME.fullmatch(stem):
        return "文件名要用小写英文字母、数字和下划线", "例如 my_letter.html"
    kind = stem.partition(".")[0]
    if stem != kind and kind not in kinds:
        return f"它附属的文书 {kind} 没有模板", f"请先写 {lang}/{kind}.html"
    return None
