from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

CY_ASK, EN_ASK = "docs/cy/help/ask.md", "docs/en/help/ask.md"
CY_HOME, EN_HOME = "docs/cy/index.md", "docs/en/index.md"
SAME_CALLS = "Call the same macros with the same facts, in the same order, on both sides."
SAME_SECTIONS = "Give both sides the same sections, with the same ids, in the same order."


@pytest.fixture
def errors(tiny: Path) -> Callable[[], tuple[English, ...]]:
    """Return a function that checks the tiny project and gives every error in full."""
    return lambda: in_english(prepare(tiny, DAY).errors)


Errors = Callable[[], tuple[English, ...]]


def test_C601_no_english_page(tiny: Path, errors: Errors) -> None:
    """A Welsh page without an English one is refused."""
    (tiny / EN_ASK).unlink()
    assert errors() == (
        English(
            "C601",
            Place(CY_ASK),
            "This page does not exist in English.",
            "Write docs/en/help/ask.md; both sides are published together or not at all.",
        ),
    )


def test_C601_no_welsh_page(tiny: Path, errors: Errors) -> None:
    """An English page without a Welsh one is refused in just the same way."""
    (tiny / CY_ASK).unlink()
    assert errors() == (
        English(
            "C601",
            Place(EN_ASK),
            "This page does not exist in Welsh.",
            "Write docs/cy/help/ask.md; both sides are published together or not at all.",
        ),
    )


def test_unread_page_is_not_missing(edit: Edit, errors: Errors) -> None:
    """A page whose front matter is wrong is there: its counterpart stands alone in nothing."""
    edit(EN_ASK, "audience: parent", "audience: parrent")
    assert errors() == (
        English(
            "C602",
            Place(EN_ASK, 2, 11),
            "'parrent' is not a value of 'audience'.",
            "Did you mean 'parent'?",
        ),
    )


def test_C602_welsh_page_without_welsh_address(edit: Edit, errors: Errors) -> None:
    """A Welsh page says its own address in Welsh; only the home page needs none."""
    edit(CY_ASK, "slug: help/gofyn\n", "")
    assert errors() == (
        English(
            "C602",
            Place(CY_ASK, 2),
            "This Welsh page has no Welsh address.",
            "Add a line 'slug: …' with Welsh words, such as rhieni/apelio.",
        ),
    )


def test_C602_no_front_matter(edit: Edit, errors: Errors) -> None:
    """A page without front matter is for nobody."""
    edit(EN_HOME, '---\naudience: everyone\ndescription: "A small test."\n---\n', "")
    assert errors() == (
        English(
            "C602",
            Place(EN_HOME),
            "This page has no fields at its top, so nobody knows who it is for.",
            "Start the page with three lines: '---', 'audience: parent' and 'description: …', "
            "and close with '---'.",
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "audience: parent",
            "audience: practitioner",
            f"`audience` is 'parent' here and 'practitioner' in {EN_ASK}.",
        ),
        (
            "audience: parent",
            "audience: parent\nhide: [toc, footer]",
            f"`hide` is '' here and 'toc, footer' in {EN_ASK}.",
        ),
        (
            "audience: parent",
            "audience: parent\ntemplate: home.html",
            f"`template` is '' here and 'home.html' in {EN_ASK}.",
        ),
        (
            "audience: parent",
            "audience: parent\nstep: true",
            f"`step` is '' here and 'True' in {EN_ASK}.",
        ),
        (
            "audience: parent",
            "audience: parent\nshort: Ask",
            f"`short` is '' here and 'Ask' in {EN_ASK}.",
        ),
    ],
)
def test_C603_front_matter_differs(
    edit: Edit, errors: Errors, old: str, new: str, message: str
) -> None:
    """Both sides of a page are for the same readers and have the same shape."""
    edit(EN_ASK, old, new)
    name = message.split("`")[1]
    assert errors() == (
        English("C603", Place(CY_ASK, 2), message, f"Write the same `{name}` on both sides."),
    )


def test_C608_other_fact(edit: Edit, errors: Errors) -> None:
    """The same macro with another fact says something else in the other language."""
    edit(EN_ASK, '{{ deadline("deadline.school") }}', '{{ deadline("deadline.appeal") }}')
    assert errors() == (
        English(
            "C608",
            Place(CY_ASK, 13),
            'Here stands deadline("deadline.school"), but in docs/en/help/ask.md, line 12, '
            'stands deadline("deadline.appeal").',
            SAME_CALLS,
        ),
    )


def test_C608_order(edit: Edit, errors: Errors) -> None:
    """The same macros in another order are not the same page: the first that differs is named."""
    edit(EN_ASK, '{{ deadline("deadline.school") }}\n\n', "")
    edit(
        EN_ASK,
        '{{ right("right.appeal") }}',
        '{{ right("right.appeal") }}\n\n{{ deadline("deadline.school") }}',
    )
    assert errors() == (
        English(
            "C608",
            Place(CY_ASK, 13),
            'Here stands deadline("deadline.school"), but in docs/en/help/ask.md, line 12, '
            'stands right("right.appeal").',
            SAME_CALLS,
        ),
    )


def test_C608_missing_in_english(edit: Edit, errors: Errors) -> None:
    """A macro that only the Welsh side calls is named where it stands."""
    edit(EN_ASK, '\n{{ right("right.appeal") }}\n', "")
    assert errors() == (
        English(
            "C608",
            Place(CY_ASK, 15),
            'Here stands right("right.appeal"), but in docs/en/help/ask.md stands none.',
            SAME_CALLS,
        ),
    )


def test_C608_missing_in_welsh(edit: Edit, errors: Errors) -> None:
    """A macro that only the English side calls is named where the Welsh side ends."""
    edit(CY_ASK, '\n{{ right("right.appeal") }}\n', "")
    assert errors() == (
        English(
            "C608",
            Place(CY_ASK, 13),
            "Here stands no further macro, but in docs/en/help/ask.md, line 14, "
            'stands right("right.appeal").',
            SAME_CALLS,
        ),
    )


def test_side_that_cannot_be_rendered_is_not_compared(edit: Edit, errors: Errors) -> None:
    """Where one side has a broken call, that is the only problem."""
    edit(EN_ASK, '{{ right("right.appeal") }}', '{{ rigth("right.appeal") }}')
    assert [(str(found.place), found.id) for found in errors()] == [(f"{EN_ASK}:14:1", "C605")]


def test_C609_no_title(edit: Edit, errors: Errors) -> None:
    """A page without a main heading has no name in menus; the problem is where it should stand."""
    edit(EN_HOME, "# Home\n", "")
    assert [found for found in errors() if found.id == "C609"] == [
        English(
            "C609",
            Place(EN_HOME, 5),
            "This page has 0 main headings; it needs exactly one.",
            "Start the page with '# ' and its title, and use '## ' for the headings below.",
        )
    ]


def test_C609_two_titles(edit: Edit, errors: Errors) -> None:
    """A second main heading is named where it stands."""
    for file, title in ((EN_HOME, "# Home"), (CY_HOME, "# Hafan")):
        edit(file, title, f"{title}\n\n{title}")
    assert errors() == tuple(
        English(
            "C609",
            Place(file, 8),
            "This page has 2 main headings; it needs exactly one.",
            "Start the page with '# ' and its title, and use '## ' for the headings below.",
        )
        for file in (CY_HOME, EN_HOME)
    )


def test_C609_macro_in_title(edit: Edit, errors: Errors) -> None:
    """A title is shown in menus, where no macro is worked out."""
    for file, title in ((EN_HOME, "# Home"), (CY_HOME, "# Hafan")):
        edit(file, title, f'{title} {{{{ length("deadline.appeal") }}}}')
    assert errors() == tuple(
        English(
            "C609",
            Place(file, 6),
            "The title has a macro in it; menus could not show it.",
            "Write the title in words.",
        )
        for file in (CY_HOME, EN_HOME)
    )


def test_headings_in_code_are_no_headings(edit: Edit, errors: Errors) -> None:
    """What looks like a heading in a block of code is code."""
    for file, title in ((EN_HOME, "# Home"), (CY_HOME, "# Hafan")):
        edit(file, title, f"{title}\n\n```\n# {title}\n## {title}\n```")
    assert errors() == ()


def test_C610_heading_without_id(edit: Edit, errors: Errors) -> None:
    """A heading without an id of its own would break links when its words change."""
    edit(CY_ASK, " {#how-long}", "")
    edit(EN_ASK, " {#how-long}", "")
    hint = (
        "Add {#words-in-english} at its end, the same on both sides, or type: "
        "canllaw addresses --pin"
    )
    assert errors() == (
        English("C610", Place(CY_ASK, 9), "The heading 'Faint o amser' has no id.", hint),
        English("C610", Place(EN_ASK, 8), "The heading 'How long' has no id.", hint),
    )


def test_C610_same_id_twice(edit: Edit, errors: Errors) -> None:
    """A link opens one section, so a second one has another id."""
    for file in (CY_ASK, EN_ASK):
        edit(file, "## ", "## ADY {#how-long}\n\n## " if file == CY_ASK else TWICE)
    found = [each for each in errors() if each.id == "C610"]
    message = "The heading in line {} already has the id 'how-long'."
    assert found == [
        English("C610", Place(CY_ASK, 11), message.format(9), OTHER_ID),
        English("C610", Place(EN_ASK, 10), message.format(8), OTHER_ID),
    ]


TWICE = "## ALN {#how-long}\n\n## "
OTHER_ID = "Give this heading another id, the same on both sides: {#words-in-english}."


def test_C610_id_of_a_fact(edit: Edit, errors: Errors) -> None:
    """A heading does not stand where links to a fact lead."""
    for file in (CY_ASK, EN_ASK):
        edit(file, "{#how-long}", "{#question.time}")
    found = [each for each in errors() if each.id == "C610"]
    message = "'question.time' is the id of a fact: links to the fact would open this heading."
    assert found == [
        English("C610", Place(CY_ASK, 9), message, OTHER_ID),
        English("C610", Place(EN_ASK, 8), message, OTHER_ID),
    ]


def test_C611_other_id(edit: Edit, errors: Errors) -> None:
    """A section has the same id on both sides, so that one link serves both."""
    edit(EN_ASK, "{#how-long}", "{#how-much}")
    assert errors() == (
        English(
            "C611",
            Place(CY_ASK, 9),
            f"Section 2 is '## {{#how-long}}' here and '## {{#how-much}}' in {EN_ASK}, line 8.",
            SAME_SECTIONS,
        ),
    )


def test_C611_other_level(edit: Edit, errors: Errors) -> None:
    """A section stands at the same level on both sides."""
    edit(EN_ASK, "## How long", "### How long")
    assert errors() == (
        English(
            "C611",
            Place(CY_ASK, 9),
            f"Section 2 is '## {{#how-long}}' here and '### {{#how-long}}' in {EN_ASK}, line 8.",
            SAME_SECTIONS,
        ),
    )


def test_C611_missing_in_english(edit: Edit, errors: Errors) -> None:
    """A section that only the Welsh side has is named where it stands."""
    edit(EN_ASK, "## How long {#how-long}\n", "")
    assert errors() == (
        English(
            "C611",
            Place(CY_ASK, 9),
            f"Section 2 is '## {{#how-long}}' here and missing in {EN_ASK}.",
            SAME_SECTIONS,
        ),
    )


def test_C611_missing_in_welsh(edit: Edit, errors: Errors) -> None:
    """A section that only the English side has is named where the Welsh side ends."""
    edit(CY_ASK, "## Faint o amser {#how-long}\n", "")
    assert errors() == (
        English(
            "C611",
            Place(CY_ASK, 14),
            f"Section 2 is missing here and '## {{#how-long}}' in {EN_ASK}, line 8.",
            SAME_SECTIONS,
        ),
    )


def test_C612_two_pages_with_one_address(tiny: Path, edit: Edit, errors: Errors) -> None:
    """Two pages with one address would leave one of them in the finished site."""
    edit("mkdocs.yml", "nav:", "nav:\n  - other.md")
    for language, title in (("cy", "Arall"), ("en", "Other")):
        page = f"---\naudience: parent\nslug: help/gofyn\ndescription: {title}\n---\n\n# {title}\n"
        (tiny / "docs" / language / "other.md").write_text(page, encoding="utf-8")
    assert errors() == (
        English(
            "C612",
            Place("docs/cy/other.md", 2),
            f"This page has the address /cy/help/gofyn/, and so has {CY_ASK}.",
            "Give one of them another `slug`.",
        ),
    )


@pytest.mark.parametrize("box", ["!!! warning", "??? note", "???+ note inline end"])
def test_C617_box_without_title(edit: Edit, errors: Errors, box: str) -> None:
    """A box without a title would be headed by an English word on a Welsh page."""
    edit(CY_ASK, "Mae gennych ", f"{box}\n    Holwch.\n\nMae gennych ")
    edit(EN_ASK, "You have ", f'{box} "Ask"\n    Ask.\n\nYou have ')
    assert errors() == (
        English(
            "C617",
            Place(CY_ASK, 11),
            "This box has no title, so it would show an English one.",
            'Give it one in the language of the page: !!! warning "…".',
        ),
    )


def test_boxes_that_say_what_they_are_called(edit: Edit, errors: Errors) -> None:
    """A box with a title, or with none on purpose, is fine."""
    boxes = '!!! warning "Holwch"\n    Nawr.\n\n!!! note ""\n    Wedyn.\n\nMae gennych '
    edit(CY_ASK, "Mae gennych ", boxes)
    boxes = '!!! warning "Ask"\n    Now.\n\n!!! note ""\n    Then.\n\nYou have '
    edit(EN_ASK, "You have ", boxes)
    assert errors() == ()
