"""``template``: for who changes the words of the papers, adds one, or has one as a Word file."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.cli.opening import open_with_system
from negotiation_docs.cli.parser import WrongCommandError
from negotiation_docs.cli.report import tell
from negotiation_docs.cli.source import find_kind, read_case
from negotiation_docs.cli.terminal import err, out
from negotiation_docs.cli.watching import watch
from negotiation_docs.files import write

FOUND = 1
RELOAD = '<meta http-equiv="refresh" content="1">'


def run(options: argparse.Namespace) -> int:
    """Does what was asked for of templates; exit code 1 where ``check`` finds something."""
    return _ACTIONS[options.action](options)


def _list(options: argparse.Namespace) -> int:
    for kind in nd.kinds(options.templates):
        out(f"{kind.name}　{kind.title()}{_where(kind, options.templates)}\n")
    return 0


def _where(kind: nd.Kind, folder: Path | None) -> str:
    own = [lang for lang in kind.langs if folder and (folder / lang / f"{kind.name}.html").is_file()]
    return f"（自备：{'、'.join(own)}）" if own else ""


def _show_data(options: argparse.Namespace) -> int:
    case = read_case(options.case)
    kind = find_kind(options.kind, options.templates)
    found = nd.template_data(kind, case, options.debt, options.lang, templates=options.templates)
    out("模板里写成 {{ 名称 }}；带 * 的是这份文书现在用到的。\n\n")
    out("".join(_lines(found, 0)))
    return 0


def _lines(data: Iterable[nd.Datum], depth: int) -> Iterator[str]:
    for each in data:
        mark = "* " if each.used else "  " * (depth + 1)
        yield f"{mark}{each.path}　{each.meaning}{f'：{each.value}' if each.value else ''}\n"
        yield from _lines(each.inner, depth + 1)


def _copy(options: argparse.Namespace) -> int:
    for path in nd.copy_template(find_kind(options.kind), options.output, overwrite=options.force):
        out(f"{path}\n")
    out(f"改好以后检查：negotiation-docs template check {options.output} 案件文件\n")
    return 0


def _check(options: argparse.Namespace) -> int:
    case = read_case(options.case) if options.case else None
    found = nd.check_templates(options.folder, case)
    for each in found:
        out(f"{each}\n")
    if found:
        err(f"共{len(found)}处。\n")
        return FOUND
    out("没有发现问题。\n" if case else "没有发现问题；加上一份案件文件，还可以检查印出来的版面。\n")
    return 0


def _preview(options: argparse.Namespace) -> int:
    """A page that a browser loads anew by itself, written again whenever a template or the case file is saved."""
    options.kind = find_kind(options.kind, options.templates)
    if not options.output.endswith(".html"):
        raise WrongCommandError("预览写成 .html 文件，用浏览器看")
    return watch(options, _put_page)


def _put_page(options: argparse.Namespace) -> None:
    case = read_case(options.case, draft=True)
    document = nd.render(options.kind, case, options.debt, options.lang, draft=True, templates=options.templates)
    page = document.to_html(options.look).replace("<head>", f"<head>{RELOAD}", 1)
    write(options.output, page.encode(), overwrite=options.force)
    err(f"已更新：{options.output}\n")
    if options.open:
        open_with_system(Path(options.output))


def _from(options: argparse.Namespace) -> int:
    """The places of a Word letter: a file that says what each is filled with, and all that is to be cleared up."""
    case = read_case(options.case) if options.case else None
    template = nd.word_template(options.letter, case, options.debt)
    target = options.output or _beside(options.letter, "对照.yaml")
    if template.places:
        template.save(target, overwrite=options.force)
        out("".join(f"{each.written}　{_named(each)}\n" for each in template.places))
        out(f"\n对照表：{target}\n")
    for each in template.problems:
        err(f"{each}\n")
    if any(each.severity == "error" for each in template.problems):
        err("改好以后再填。\n")
        return FOUND
    out(f"接着填写：negotiation-docs template fill {options.letter} {options.case or '案件文件'}\n")
    return 0


def _named(place: nd.WordPlace) -> str:
    said = "　".join(part for part in (place.name, place.meaning) if part) or "？"
    return f"{said}{f'　{place.value}' if place.value else ''}"


def _fill(options: argparse.Namespace) -> int:
    """A copy of a Word letter with its places filled."""
    beside = _beside(options.letter, "对照.yaml")
    places = options.places or (beside if beside.is_file() else None)
    filled = nd.fill_word(
        options.letter,
        read_case(options.case, draft=options.draft),
        options.debt,
        places=places,
        lang=options.lang,
        draft=options.draft,
        acknowledge=options.acknowledge,
    )
    path = filled.save(options.output or _beside(options.letter, "已填.docx"), overwrite=options.force)
    tell(filled.problems)
    err(f"已按 {places} 填写。\n" if places else "没有对照表，各空按里面的字填写。\n")
    err(f"已生成：{path}\n")
    if options.open:
        open_with_system(path)
    return 0


def _beside(letter: Path, ending: str) -> Path:
    return letter.with_name(f"{letter.stem}-{ending}")


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "show-data": _show_data,
    "copy": _copy,
    "check": _check,
    "preview": _preview,
    "from": _from,
    "fill": _fill,
}
