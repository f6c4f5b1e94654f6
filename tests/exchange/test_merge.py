from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.agreement import Comparison, recording
from canllaw.build import compared, prepare
from canllaw.cli.agree import write_records
from canllaw.exchange.merge import Merged
from canllaw.problems import Problem
from canllaw.reports import as_text
from conftest import DAY, Edit
from exchange.conftest import sent, taken_back

Exchange = Callable[..., Merged]


def _told(problems: list[Problem]) -> str:
    return as_text(problems, "en").replace("back.xlf:", "")


def test_a_text_of_each_kind(tiny: Path, exchange: Exchange) -> None:
    """A fact, a label, a title and a paragraph go to their places, and nothing else moves."""
    merged = exchange(
        ("Angen mwy o help i ddysgu.", "Angen rhagor o help i ddysgu."),
        ('">Gofyn am help</target>', '">Gofyn am gymorth</target>'),
        ("Mae gennych <x", "Cewch <x"),
        (">Dim canlyniadau<", ">Dim canlyniad<"),
    )
    assert merged.problems == []
    before = {name: (tiny / name).read_text(encoding="utf-8") for name in merged.files}
    expected = {
        "content/facts.yml": ("Angen mwy o help", "Angen rhagor o help"),
        "content/interface.yml": ("Dim canlyniadau", "Dim canlyniad"),
        "docs/cy/help/ask.md": ("Mae gennych {{", "Cewch {{"),
    }
    assert set(expected) == set(merged.files)
    for name, (old, new) in expected.items():
        after = before[name].replace(old, new).replace("# Gofyn am help", "# Gofyn am gymorth")
        assert merged.files[name].decode() == after


def test_C803_other_languages(exchange: Exchange) -> None:
    """A file between other languages is refused as a whole."""
    edit = lambda text: text.replace('target-language="cy"', 'target-language="fr"')  # noqa: E731
    assert _told(exchange(edit=edit).problems) == (
        "1:1 C803 This file translates en → fr; here there is only cy → en and en → cy.\n"
        "    Ask the translator for the file that was sent, with its languages as they were."
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'id="deadline.appeal/name|1"',
            'id="deadline.apeal/name|1"',
            "C804 there is no part called 'deadline.apeal/name|1' in this project.\n"
            "    Did you mean 'deadline.appeal/name'?",
        ),
        (
            'id="deadline.appeal/name|1"',
            'id="7"',
            "C804 there is no part called '7' in this project.\n    It may have been renamed, or "
            "cannot be read. Run canllaw check, then export again.",
        ),
        (
            'id="deadline.appeal/name|1"',
            'id="deadline.appeal/name|7"',
            "C804 there is no part called 'deadline.appeal/name|7' in this project.\n"
            "    Did you mean 'deadline.appeal/name'?",
        ),
        (
            "Mae gennych <x",
            "Mae gennych 8 wythnos <y",
            "C808 help/ask.md#how-long: the translation has a code “{0}” that the source does not "
            "have.\n    Ask the translator to keep every code of the source, once each, and to "
            "add none.",
        ),
        (
            ">Anfon yr apêl.<",
            "> <",
            "C809 deadline.appeal/must: the translation is empty, so readers would meet a gap.\n"
            "    Ask for the translation, or export without it.",
        ),
        (
            ">Y diwrnod y cewch yr hysbysiad.<",
            ">The day you get the notice.<",
            "C810 deadline.appeal/starts: the translation is the same as the source: “The day you "
            "get the notice.”.\n    Ask for the words in Welsh.",
        ),
        (
            ">Y diwrnod y cewch yr hysbysiad.<",
            ">This is the day on which you would have it.<",
            "C811 deadline.appeal/starts: “This is the day on which you would have it.” does not "
            "look like Welsh.\n    See whether the two columns were swapped.",
        ),
        (
            ">Y diwrnod y cewch yr hysbysiad.<",
            ">Y diwrnod\u200b hwn.<",
            "C812 deadline.appeal/starts: the translation has a sign in it that nobody can see "
            "(U+200B).\n    Delete the letters around it and type them again.",
        ),
        (
            "Mae gennych <x",
            "- Mae gennych <x",
            "C812 help/ask.md#how-long: the translation would make other paragraphs, items or "
            'headings on the page.\n    Delete signs such as # | - " at the start or in the '
            "middle of the words.",
        ),
    ],
)
def test_refused(exchange: Exchange, old: str, new: str, told: str) -> None:
    """What is wrong with one part is told with its line and what to do, and nothing is merged."""
    if old.startswith(">"):
        old, new = (f'<target state="needs-review-translation"{each}' for each in (old, new))
    merged = exchange((old, new))
    assert merged.files == {}
    assert _told(merged.problems).partition(" ")[2] == told


def test_C807_lost_code(exchange: Exchange) -> None:
    """A macro call that the translation lost is named."""
    lost = '<x id="1" ctype="x-macro" equiv-text="{{ length(&quot;deadline.appeal&quot;) }}" />'

    def edit(text: str) -> str:
        head, mark, rest = text.partition("Mae gennych ")
        return head + mark + rest.replace(lost, "amser", 1)

    assert _told(exchange(edit=edit).problems).partition(" ")[2] == (
        'C807 help/ask.md#how-long: the code “{{ length("deadline.appeal") }}” is lost from the '
        "translation, or was changed.\n    Ask the translator to keep every code of the source, "
        "once each, and to add none."
    )


def test_code_typed_by_hand(exchange: Exchange) -> None:
    """Brackets that a translator types make no code."""
    merged = exchange(("Mae gennych <x", 'Mae {{ source_note("x") }} gennych <x'))
    assert [problem.id for problem in merged.problems] == ["C808"]


def test_a_name_may_stay_the_same(exchange: Exchange) -> None:
    """The name of an organisation may be the same in both languages."""
    assert exchange((">Cynorthwywyr<", ">Helpers<")).problems == []


@pytest.mark.parametrize(
    ("file", "old", "told"),
    [
        (
            "docs/en/help/ask.md",
            "You have",
            "C805 help/ask.md#how-long: the source (English) has changed since the export, so this "
            "translates words that no longer stand.",
        ),
        (
            "docs/cy/help/ask.md",
            "Mae gennych",
            "C806 help/ask.md#how-long: somebody has changed the Welsh here since the export; that "
            "change would be lost.",
        ),
    ],
)
def test_moved_since(tiny: Path, edit: Edit, file: str, old: str, told: str) -> None:
    """A unit of which a side changed since the export is refused once, whichever side it was."""
    raw = sent(prepare(tiny, DAY), "cy", "xliff").decode()
    edit(file, old, f"{old} hefyd")
    changed = raw.replace("Mae gennych <x", "Cewch <x").replace(">Faint o amser<", ">Pa bryd<")
    merged = taken_back(prepare(tiny, DAY), tiny, changed.encode())
    assert merged.files == {}
    assert _told(merged.problems).partition(" ")[2] == (
        f"{told}\n    Export the part again, and send it to the translator: canllaw export"
    )


def test_taken_back_twice(tiny: Path) -> None:
    """A file that was taken back already changes nothing more."""
    raw = sent(prepare(tiny, DAY), "cy", "xliff").decode().replace("Mae gennych <x", "Cewch <x")
    merged = taken_back(prepare(tiny, DAY), tiny, raw.encode())
    for name, content in merged.files.items():
        (tiny / name).write_bytes(content)
    again = taken_back(prepare(tiny, DAY), tiny, raw.encode())
    assert (again.problems, again.files) == ([], {})


def test_C813_twice(exchange: Exchange) -> None:
    """A part that stands twice with different words is refused; the same words are no matter."""

    def twice(text: str) -> str:
        start = text.index('<trans-unit id="deadline.appeal/name|1"')
        end = text.index("</trans-unit>", start) + len("</trans-unit>")
        unit = text[start:end]
        return text[:end] + unit.replace(">Apelio<", ">Gwneud apêl<") + text[end:]

    told = _told(exchange(edit=twice).problems).partition(" ")[2]
    assert told.startswith(
        "C813 'deadline.appeal/name|1' stands here twice with different words, so nobody can say "
        "which count.\n    Keep one and delete the other; the first is on line "
    )


def test_two_shapes(tiny: Path, edit: Edit) -> None:
    """Where the sides have other paragraphs they go as one, and ¶ parts them at will."""
    edit("docs/cy/help/ask.md", "Mae gennych", "Byddwch yn brydlon.\n\nMae gennych")
    guide = prepare(tiny, DAY)
    raw = sent(guide, "cy", "csv", "help/ask.md").decode()
    assert taken_back(guide, tiny, raw.encode()).files == {}
    assert "Byddwch yn brydlon.{2/}Mae gennych" in raw
    one = raw.replace("Byddwch yn brydlon.{2/}Mae gennych", "Byddwch yn brydlon. Mae gennych")
    merged = taken_back(guide, tiny, one.encode())
    assert merged.problems == []
    text = merged.files["docs/cy/help/ask.md"].decode()
    assert 'Byddwch yn brydlon. Mae gennych {{ length("deadline.appeal") }}.\n' in text


def test_missing_section(tiny: Path, edit: Edit) -> None:
    """A section that one side does not have yet comes into being behind the one before it."""
    edit("docs/en/help/ask.md", "# Ask for help\n", "# Ask for help\n\n## New {#new}\n\n- Do it.\n")
    guide = prepare(tiny, DAY)
    raw = sent(guide, "cy", "csv", "help/ask.md").decode()
    assert raw.count(",Do it.,,") == 1
    filled = raw.replace(",Do it.,,", ",Do it.,Gwnewch hynny.,").replace(",New,,", ",New,Newydd,")
    merged = taken_back(guide, tiny, filled.encode())
    assert merged.problems == []
    text = merged.files["docs/cy/help/ask.md"].decode()
    assert "# Gofyn am help\n\n## Newydd {#new}\n\n- Gwnewch hynny.\n\n## Faint o amser" in text
    unfilled = taken_back(guide, tiny, raw.encode())
    assert {problem.id for problem in unfilled.problems} == {"C809"}


def test_description(tiny: Path) -> None:
    """The description of a page goes into its front matter, in the quotation marks it has."""
    guide = prepare(tiny, DAY)
    raw = sent(guide, "cy", "csv", "help/ask.md").decode().replace("Prawf bach.", "Prawf: bychan.")
    files = taken_back(guide, tiny, raw.encode()).files
    old = (tiny / "docs/cy/help/ask.md").read_text(encoding="utf-8")
    assert files == {
        "docs/cy/help/ask.md": old.replace('"Prawf bach."', '"Prawf: bychan."').encode()
    }


def test_space_inside_a_pair(tiny: Path, edit: Edit) -> None:
    """A space that a translator's program put right inside bold words goes outside of them."""
    for side, word in (("en", "You"), ("cy", "Mae")):
        edit(f"docs/{side}/help/ask.md", f"{word} ", f"**{word}** ")
    guide = prepare(tiny, DAY)
    raw = sent(guide, "cy", "csv", "help/ask.md").decode()
    assert raw.count("{1}Mae{/1} gennych") == 1
    spaced = raw.replace("{1}Mae{/1} gennych", "Nawr{1} mae {/1}gennych")
    merged = taken_back(guide, tiny, spaced.encode())
    assert merged.problems == []
    assert "Nawr **mae** gennych {{" in merged.files["docs/cy/help/ask.md"].decode()


def _linked(edit: Edit, language: str) -> None:
    old, new = {
        "en": ("You have", "[You](../index.md) have"),
        "cy": ("Mae gennych", "[Mae](../index.md) gennych"),
    }[language]
    edit(f"docs/{language}/help/ask.md", old, new)


def test_codes_that_only_the_source_has(tiny: Path, edit: Edit) -> None:
    """A slip of the pen can be mended where only the source has a link, while nobody compared."""
    _linked(edit, "en")
    guide = prepare(tiny, DAY)
    raw = sent(guide, "cy", "xliff").decode().replace("Mae gennych <x", "Cewch <x")
    merged = taken_back(guide, tiny, raw.encode())
    assert merged.problems == []
    assert "Cewch {{" in merged.files["docs/cy/help/ask.md"].decode()


def test_codes_that_the_source_gained(tiny: Path, edit: Edit) -> None:
    """Where the source gained a link since both were compared, the translation must have it."""
    agreement, _problems = compared(tiny)
    names = [name for name in agreement.standings if name.startswith("help/ask.md")]
    write_records(tiny, recording(agreement, names, Comparison("A. Person", DAY, None)))
    _linked(edit, "en")
    guide = prepare(tiny, DAY)
    assert guide.standings["help/ask.md#how-long"].state == "en-moved"
    raw = sent(guide, "cy", "csv").decode()
    lost = raw.replace("Mae gennych {", "Cewch {")
    (problem,) = taken_back(guide, tiny, lost.encode()).problems
    assert (problem.id, "[…](../index.md)" in problem.message.en) == ("C807", True)
    kept = raw.replace("Mae gennych {", "{1}Cewch{/1} {")
    merged = taken_back(guide, tiny, kept.encode())
    assert merged.problems == []
    assert "[Cewch](../index.md) {{" in merged.files["docs/cy/help/ask.md"].decode()
