import json
from pathlib import Path

import pytest

from canllaw import journal
from conftest import Ran, Run


@pytest.fixture
def run(run: Run, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command on the tiny project, from a desk beside it."""
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)

    def runs(*arguments: str) -> Ran:
        return run(*arguments, "--root", str(tiny), "--lang", "en")

    return runs


def _texts(root: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}


def _translate(file: str, old: str, new: str) -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    Path(file).write_text(text.replace(old, new), encoding="utf-8")


def test_there_and_back(run: Run, tiny: Path) -> None:
    """A page goes out, comes back with one new text, and is not agreed by itself."""
    done = run("export", "--to", "cy", "help/ask.md")
    assert done.out == "to-cy.xlf\n"
    assert done.err == "Texts: 3. Words to translate: 10.\n"
    _translate("to-cy.xlf", ">Faint o amser<", ">Faint o amser sydd<")
    before = _texts(tiny)
    tried = run("import", "to-cy.xlf", "--dry-run")
    assert tried.out == "Texts that would change: 1, in these files:\ndocs/cy/help/ask.md\n"
    assert _texts(tiny) == before
    done = run("import", "to-cy.xlf")
    assert done.out == (
        "Texts changed: 1, in these files:\ndocs/cy/help/ask.md\n"
        "Next: canllaw check. Once both sides are compared: canllaw agree\n"
    )
    changed = {name for name, content in _texts(tiny).items() if content != before[name]}
    assert changed == {str(tiny / "docs/cy/help/ask.md")}
    again = run("import", "to-cy.xlf")
    assert again.out == "Nothing in the file has changed, so nothing was written.\n"


def test_agreed_by(run: Run, tiny: Path) -> None:
    """With a name every text of the file is agreed afterwards, and is not sent again."""
    run("export", "--to", "en", "help/ask.md")
    assert run("import", "to-en.xlf", "--agreed-by", "A. Person").code == 0
    records = (tiny / "agreed/docs/help/ask.yml").read_text(encoding="utf-8")
    assert records.count('by: "A. Person"') == 3
    done = run("export", "--to", "en", "help/ask.md", "-o", "again.xlf")
    assert done.code == 2
    assert "canllaw: there is nothing to translate here: every text is agreed" in done.err
    done = run("export", "--to", "en", "help/ask.md", "-o", "pairs.tmx", "--format", "tmx")
    assert "Mae gennych" in Path("pairs.tmx").read_text(encoding="utf-8")


def test_agreed_by_nobody(run: Run, tiny: Path) -> None:
    """A name that is none is refused before anything is written."""
    run("export", "--to", "cy", "help/ask.md")
    _translate("to-cy.xlf", ">Faint o amser<", ">Faint o amser sydd<")
    before = _texts(tiny)
    done = run("import", "to-cy.xlf", "--agreed-by", " ")
    assert done.code == 2
    assert "say who compared them" in done.err
    assert _texts(tiny) == before


def test_C802_unreadable(run: Run, tiny: Path) -> None:
    """A file that cannot be read is told of in both languages, and nothing is written."""
    Path("x.xlf").write_text("<xliff>\n<b>", encoding="utf-8")
    before = _texts(tiny)
    done = run("import", "x.xlf")
    assert done.code == 1
    assert done.out == (
        "Ni newidiwyd dim. Beth i’w gywiro yn y ffeil:\n"
        "x.xlf:2:1 C802 Nid yw’r ffeil hon yn XML cyfan, felly ni ellir dweud beth mae’n ei "
        "gynnwys.\n    Gofynnwch i’r cyfieithydd ei chadw eto fel XLIFF, o’r ffeil a anfonwyd.\n\n"
        "Nothing was changed. What to mend in the file:\n"
        "x.xlf:2:1 C802 This file is not whole XML, so nobody can say what it holds.\n"
        "    Ask the translator to save it again as XLIFF, from the file that was sent.\n"
    )
    assert _texts(tiny) == before


def test_never_half(run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped in the middle, an import is whole after the next command that writes."""
    run("export", "--to", "cy", "--only", "all")
    _translate("to-cy.xlf", "Mae gennych <x", "Cewch <x")
    _translate("to-cy.xlf", ">Anfon yr apêl.<", ">Anfon eich apêl.<")

    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(journal, "_finish", stop)
        run("import", "to-cy.xlf")
    assert "Cewch {{" not in (tiny / "docs/cy/help/ask.md").read_text(encoding="utf-8")
    checked = run("check").out
    assert "C801 A command was stopped while it wrote" in checked
    done = run("finish")
    assert done.out == "These files are whole:\ncontent/facts.yml\ndocs/cy/help/ask.md\n"
    assert "Cewch {{" in (tiny / "docs/cy/help/ask.md").read_text(encoding="utf-8")
    assert "Anfon eich apêl." in (tiny / "content/facts.yml").read_text(encoding="utf-8")
    assert run("finish").out == "There is nothing to finish.\n"


def test_one_a_page(run: Run) -> None:
    """One file for each page and each file of facts, named after it."""
    done = run("export", "--to", "cy", "--one-a-page", "--format", "csv", "-o", "all")
    names = sorted(file.name for file in Path("all").iterdir())
    assert "help-ask.md.csv" in names
    assert "content-facts.yml.csv" in names
    assert sorted(done.out.split()) == [f"all/{name}" for name in names]
    for name in names:
        back = run("import", f"all/{name}")
        assert back.out == "Nothing in the file has changed, so nothing was written.\n"


def test_never_over_a_translation(run: Run) -> None:
    """An export never takes the place of a file that may be a translation."""
    Path("to-cy.xlf").write_text("mine", encoding="utf-8")
    done = run("export", "--to", "cy")
    assert "to-cy.xlf is there already, and may be a translation" in done.err
    assert done.code == 2
    assert Path("to-cy.xlf").read_text(encoding="utf-8") == "mine"


def test_nothing_of_that_name(run: Run) -> None:
    """What names no text is refused, with the nearest name."""
    done = run("export", "--to", "cy", "help/aks.md")
    assert "Did you mean 'help/ask.md'?" in done.err
    assert done.code == 2


def test_no_pairs_yet(run: Run) -> None:
    """A translation memory of pairs that nobody agreed would be empty."""
    done = run("export", "--to", "cy", "--format", "tmx")
    assert "no pair is agreed here yet" in done.err
    assert done.code == 2


def test_terms(run: Run) -> None:
    """The glossary goes out whole, whatever is agreed."""
    assert run("export", "--to", "cy", "--format", "tbx").out == "to-cy.tbx\n"
    assert "penderfyniad" in Path("to-cy.tbx").read_text(encoding="utf-8")


def test_quote(run: Run) -> None:
    """The words are shown by page and state, and it is said how they were counted."""
    done = run("quote", "--to", "cy", "help/ask.md", "index.md")
    assert done.out == (
        "             draft  repeats\n"
        "help/ask.md     10        0\n"
        "index.md         1        6\n"
        "Total           11        6\n\n"
        "Words of the English text, without codes. A part that is the same as an earlier one is "
        "under “repeats”, and not in the other columns.\n"
    )
    found = json.loads(run("quote", "--to", "cy", "help/ask.md", "--format", "json").out)
    assert found == {
        "pages": {"help/ask.md": {"words": {"draft": 10}, "repeated": 0}},
        "total": {"words": {"draft": 10}, "repeated": 0},
    }
