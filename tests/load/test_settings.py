from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.load.settings import load_settings_problems
from canllaw.problems import Place
from conftest import DAY, REPOSITORY, English, in_english


@pytest.mark.parametrize(
    ("written", "line", "what"),
    [
        ("hooks: [evil.py]", 1, "hooks"),
        ("plugins: [i18n, canllaw, exec]", 1, "exec"),
        ("plugins:\n  - i18n: {}\n  - macros: {}", 3, "macros"),
        ("plugins: {search: {}}", 1, "search"),
        ("markdown_extensions: [pymdownx.snippets]", 1, "pymdownx.snippets"),
        ("markdown_extensions:\n  - toc: {slugify: !!python/name:os.system }", 2,
         "!!python/name:os.system"),
        ("extra: {x: !!python/object/apply:os.system [id]}", 1, "!!python/object/apply:os.system"),
        ("theme: {name: material, custom_dir: ../theme}", 1, "../theme"),
        ("theme: {name: material, custom_dir: /etc}", 1, "/etc"),
        ("theme: {name: other}", 1, "other"),
        ("docs_dir: /etc", 1, "docs_dir"),
        ("INHERIT: ../other.yml", 1, "../other.yml"),
        ("extra_javascript: ['https://evil.example/x.js']", 1, "extra_javascript"),
        ("- a list", 1, "mkdocs.yml"),
        ("a: [", 1, "mkdocs.yml"),
        ("[" * 5000, 1, "mkdocs.yml"),
        ("x: &x [*x]\nhooks: []", 2, "hooks"),
    ],
)  # fmt: skip
def test_C108_settings_that_could_run_code(
    tmp_path: Path, written: str, line: int, what: str
) -> None:
    """What MkDocs would run, or publish from elsewhere, is refused before MkDocs reads it."""
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")
    (found,) = in_english(load_settings_problems(tmp_path))
    assert found == English(
        "C108",
        Place("mkdocs.yml", line, found.place.column),
        f"'{what}' is not something mkdocs.yml may ask for: it could run code, or publish files "
        "that are no part of the project.",
        "Take it out. If it is needed, somebody who looks after the code adds it to "
        "src/canllaw/load/settings.py.",
    )


def test_settings_it_builds_on_are_read_too(tiny: Path) -> None:
    """A file that mkdocs.yml builds on is held to the same, and named by its own name."""
    base = tiny / "base.yml"
    base.write_text(base.read_text(encoding="utf-8") + "\nhooks: [evil.py]\n", encoding="utf-8")
    (found,) = [one for one in prepare(tiny, DAY).errors if one.id == "C108"]
    assert found.place.path == "base.yml"


def test_our_own_settings() -> None:
    """The settings of this project ask for nothing else."""
    assert list(load_settings_problems(REPOSITORY)) == []
