"""Templates compiled into the wheel: the same papers, and never the code of another template, Jinja or folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.catalogue.shelf import LANGS, Shelf, ShelfLoader, shipped
from negotiation_docs.errors import TemplateError
from negotiation_docs.templating import compiled, templates
from negotiation_docs.templating.compiled import CompiledAhead, written
from negotiation_docs.templating.sandbox import PaperEnvironment
from negotiation_docs.words.formats import FILTERS

ZHOU = nd.load(Path(__file__).parents[2] / "examples/zhou.yaml")
NAMES = [f"{lang}/{path.name}" for lang in LANGS for path in sorted((shipped() / lang).glob("*.html"))]


@dataclass
class Wheel:
    """The code as a wheel would hold it, and environments that know only of that."""

    folder: Path

    def environment(self, lang: str, templates: Path | None = None) -> PaperEnvironment:
        loader = ShelfLoader(Shelf(templates))
        return PaperEnvironment(loader, FILTERS[lang], compiled=CompiledAhead(self.folder))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Wheel:
    folder = tmp_path_factory.mktemp("wheel")
    for name, code in written(FILTERS):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(code, encoding="utf-8")
    return Wheel(folder)


@pytest.fixture
def nothing_compiles(monkeypatch) -> None:
    def refuse(self, source, name=None, *args, **options):
        raise AssertionError(f"{name} was compiled")

    monkeypatch.setattr(PaperEnvironment, "compile", refuse)


def test_every_shipped_template_is_found_ready(wheel, nothing_compiles):
    for name in NAMES:
        assert wheel.environment(name[:2]).get_template(name).name == name


@pytest.mark.parametrize("lang", LANGS)
def test_a_paper_has_the_same_words_as_one_that_was_compiled(wheel, lang, monkeypatch):
    def words() -> list[str]:
        templates._engine.cache_clear()
        return [nd.render(kind, ZHOU, lang=lang).to_html() for kind in ("hardship_letter", "repayment_plan")]

    compiling = words()
    monkeypatch.setattr(templates, "CompiledAhead", lambda: CompiledAhead(wheel.folder))
    monkeypatch.setattr(PaperEnvironment, "compile", None)
    try:
        assert words() == compiling
    finally:
        templates._engine.cache_clear()


def test_a_template_of_a_user_is_compiled_from_its_own_words(wheel, tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "hardship_letter.html").write_text("<p>我自己的信</p>", encoding="utf-8")
    environment = wheel.environment("zh", tmp_path)
    assert (
        "<p>我自己的信</p>" in environment.get_template("zh/hardship_letter.html").root_render_func.__code__.co_consts
    )


def test_what_a_user_writes_is_checked_though_a_shipped_template_has_its_name(wheel, tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "hardship_letter.html").write_text("{{ 6 * 7 }}", encoding="utf-8")
    with pytest.raises(Exception, match="乘法"):
        wheel.environment("zh", tmp_path).get_template("zh/hardship_letter.html")


def test_code_made_by_another_jinja_is_left_alone(wheel, monkeypatch, nothing_compiles):
    monkeypatch.setattr(compiled, "_JINJA", "99.0")
    with pytest.raises(AssertionError, match=r"zh/hardship_letter\.html was compiled"):
        wheel.environment("zh").get_template("zh/hardship_letter.html")


def test_nothing_is_written_into_the_wheel_while_papers_are_made(wheel, tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "own.html").write_text("<p>甲</p>", encoding="utf-8")
    before = sorted(path.name for path in wheel.folder.rglob("*.py"))
    wheel.environment("zh", tmp_path).get_template("zh/own.html")
    assert sorted(path.name for path in wheel.folder.rglob("*.py")) == before


def test_an_error_in_a_ready_template_names_its_line(wheel, monkeypatch):
    """The template of the letter over a view of nothing: what is missing is named with template and line."""
    said = []
    for ahead in (lambda: None, lambda: CompiledAhead(wheel.folder)):
        monkeypatch.setattr(templates, "CompiledAhead", ahead)
        with pytest.raises(TemplateError) as caught:
            templates._Engine(Shelf(), FILTERS["zh"]).blocks("zh/hardship_letter.html", {}, {})
        said.append(str(caught.value))
    assert said[0] == said[1]
    assert "模板 zh/hardship_letter.html 第" in said[0]
