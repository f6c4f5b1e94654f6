from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.languages import Words
from canllaw.problems import Place, Problem
from conftest import DAY, Edit, English, in_english

Errors = Callable[[], list[Problem]]
Front = Callable[[str], None]
FACTS = "content/facts.yml"
CY_ASK, EN_ASK = "docs/cy/help/ask.md", "docs/en/help/ask.md"


@pytest.fixture
def errors(tiny: Path) -> Errors:
    """Return a function that gives the errors of the tiny project, the Welsh side of pairs only,
    and sees that the English side has the same.
    """

    def welsh() -> list[Problem]:
        found = prepare(tiny, DAY).errors
        sides = [
            [each.id for each in found if each.place.path == file] for file in (CY_ASK, EN_ASK)
        ]
        assert sides[0] == sides[1]
        return [each for each in found if each.place.path != EN_ASK]

    return welsh


@pytest.fixture
def front(edit: Edit) -> Front:
    """Return a function that puts a line into the front matter of both sides of a page."""

    def put(line: str) -> None:
        for file in (CY_ASK, EN_ASK):
            edit(file, "audience:", f"{line}\naudience:")

    return put


def test_straight_on(errors: Errors, front: Front) -> None:
    """A section may have moved on its page, to a fact, to a page, or to a section of another."""
    front("moved: {a: how-long, b: deadline.school, c: index.md, d: index.md#question.time}")
    assert errors() == []


def test_C632_page_still_there(front: Front, tiny: Path) -> None:
    """A page cannot take the place of one that is there."""
    front("was: [help/ask]")
    assert [str(found.place) for found in prepare(tiny, DAY).errors] == [f"{EN_ASK}:2:7"]


def test_C632_section_still_there(errors: Errors, front: Front) -> None:
    """A section that is there has not moved."""
    front("moved: {how-long: deadline.school}")
    assert errors() == [
        Problem(
            "C632",
            Place(CY_ASK, 2, 19),
            Words(
                cy="Mae /cy/help/gofyn/#how-long yno o hyd, felly ni all arwain i rywle arall.",
                en="/cy/help/gofyn/#how-long is still there, so it cannot lead anywhere else.",
            ),
            Words(
                cy="Dilëwch ef o’r llinell hon, neu tynnwch yr hyn sydd yno yn gyntaf.",
                en="Delete it from this line, or take away what stands there first.",
            ),
        )
    ]


def test_C632_fact_still_there(errors: Errors, edit: Edit) -> None:
    """A fact cannot take the place of one that is there."""
    edit(FACTS, "id: term.aln\n", "id: term.aln\n  was: [term.decision]\n")
    (found,) = errors()
    assert found.id == "C632"
    assert "term.decision is still there" in Words(*_both(found)).en


def _both(found: Problem) -> tuple[str, str]:
    assert isinstance(found.message, Words)
    return found.message.cy, found.message.en


def test_C602_was_with_its_language(edit: Edit, tiny: Path) -> None:
    """An old address stands in `was` without the language, on the side of that language."""
    edit(EN_ASK, "audience:", "was: [en/help/old, cy/help/hen]\naudience:")
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C602",
            Place(EN_ASK, 2, 7),
            "'en/help/old' means /en/en/help/old/ here, where nothing ever stood.",
            "Write it without 'en/': 'help/old'.",
        ),
        English(
            "C602",
            Place(EN_ASK, 2, 20),
            "'cy/help/hen' means /en/cy/help/hen/ here, where nothing ever stood.",
            "Delete it here, and write 'help/hen' in the 'was' of docs/cy/help/ask.md.",
        ),
    )


def test_C633_leads_to_nothing(errors: Errors, front: Front) -> None:
    """A section cannot have moved to a section that is not there."""
    front("moved: {time: soon}")
    assert errors() == [
        Problem(
            "C633",
            Place(CY_ASK, 2, 15),
            Words(
                cy="Mae 'time' yn arwain at 'soon', ond nid oes dim yno.",
                en="'time' leads to 'soon', but nothing is there.",
            ),
            Words(
                cy="Enwch adran o’r dudalen hon, neu dudalen ac adran: parents/deadlines.md#late.",
                en="Name a section of this page, or a page and a section: "
                "parents/deadlines.md#late.",
            ),
        )
    ]


def test_C633_old_short_address_of_a_page(errors: Errors, front: Front) -> None:
    """An old short address cannot lead to a page that has no short address itself."""
    front("was: [r/get-help]")
    assert errors() == [
        Problem(
            "C633",
            Place(CY_ASK, 2, 7),
            Words(
                cy="Ni all 'r/get-help' arwain yma: nid oes gan help/ask.md gyfeiriad byr ei hun.",
                en="'r/get-help' cannot lead here: help/ask.md has no short address of its own.",
            ),
            Words(
                cy="Ysgrifennwch 'short_address: {cy: …, en: …}' hefyd, ar ben dwy ochr y dudalen.",
                en="Write 'short_address: {cy: …, en: …}' as well, at the top of both sides of the "
                "page.",
            ),
        )
    ]
    front("short_address: {cy: cael-help, en: ask-for-help}")
    assert errors() == []


def test_C633_old_short_address_of_a_hidden_fact(errors: Errors, edit: Edit) -> None:
    """An old short address cannot lead to a fact that no page shows."""
    edit(FACTS, "id: deadline.unknown\n", "id: deadline.unknown\n  was: [r/unknown]\n")
    (found,) = errors()
    assert (found.id, found.message, found.hint) == (
        "C633",
        Words(
            cy="Ni all 'r/unknown' arwain yma: nid oes cerdyn 'deadline.unknown' ar unrhyw "
            "dudalen.",
            en="'r/unknown' cannot lead here: no page has a card of 'deadline.unknown'.",
        ),
        Words(
            cy="Symudwch 'was: [r/unknown]' i’r hyn sydd yn ei lle: ffaith sydd ar dudalen, neu "
            "ben tudalen, ac iddi 'short_address'.",
            en="Move 'was: [r/unknown]' to what takes its place: a fact that a page shows, or the "
            "top of a page, with a 'short_address'.",
        ),
    )


def test_C634_leads_to_a_redirect(errors: Errors, front: Front) -> None:
    """A chain is told where it ends, so that one step is left."""
    front("moved: {a: b, b: c, c: how-long}")
    assert [each for each in errors() if "'a'" in _both(each)[0]] == [
        Problem(
            "C634",
            Place(CY_ASK, 2, 12),
            Words(
                cy="Mae 'a' yn arwain at 'b', sydd wedi symud hefyd.",
                en="'a' leads to 'b', which has moved as well.",
            ),
            Words(cy="Ysgrifennwch 'a: how-long'.", en="Write 'a: how-long'."),
        )
    ]


def test_C634_chain_ends_at_a_page(front: Front, edit: Edit, tiny: Path) -> None:
    """A chain over two pages that ends at the top of a page names that page."""
    front("moved: {a: index.md#b, c: index.md#d}")
    for side in ("cy", "en"):
        edit(
            f"docs/{side}/index.md", "audience:", "moved: {b: help/ask.md, d: index.md}\naudience:"
        )
    hints = [found.hint.en for found in prepare(tiny, DAY).errors]
    assert hints == ["Write 'a: help/ask.md'.", "Write 'c: index.md'."] * 2


def test_C634_leads_to_a_renamed_fact(errors: Errors, front: Front, edit: Edit) -> None:
    """Where a fact has another id now, a move to the old one is told the new one."""
    edit(FACTS, "id: right.appeal\n", "id: right.appeal\n  was: [right.old]\n")
    edit(FACTS, "id: question.time\n", "id: question.time\n  was: [question.old]\n")
    front("moved: {a: right.old, b: question.old, c: index.md#question.old}")
    assert [(each.id, each.hint.en) for each in errors()] == [
        ("C634", "Write 'a: right.appeal'."),
        ("C634", "Write 'b: index.md#question.time'."),
        ("C634", "Write 'c: index.md#question.time'."),
    ]


def test_C635_leads_to_itself(errors: Errors, front: Front) -> None:
    """A circle is refused at each of its lines."""
    front("moved: {a: b, b: a}")
    first, second = errors()
    assert first == Problem(
        "C635",
        Place(CY_ASK, 2, 12),
        Words(
            cy="Mae 'a' yn arwain yn ôl ato’i hun, felly ni fyddai neb yn cyrraedd unman.",
            en="'a' leads back to itself, so nobody would arrive anywhere.",
        ),
        Words(
            cy="Enwch adran sydd yno: yr id rhwng {# a } wrth ei phennawd.",
            en="Name a section that is there: the id between {# and } at its heading.",
        ),
    )
    assert second.id == "C635"


def test_C636_two_places(errors: Errors, edit: Edit) -> None:
    """Two facts cannot both take the place of one."""
    edit(FACTS, "id: term.aln\n", "id: term.aln\n  was: [term.old]\n")
    edit(FACTS, "id: term.decision\n", "id: term.decision\n  was: [term.old]\n")
    (found,) = errors()
    assert (found.id, found.message, found.hint) == (
        "C636",
        Words(
            cy="Mae 'term.old' yn arwain yma, ac i content/facts.yml hefyd.",
            en="'term.old' leads here, and to content/facts.yml as well.",
        ),
        Words(
            cy="Cadwch ef mewn un lle: yr un y byddai’r darllenydd am ei weld.",
            en="Keep it in one place: the one that a reader would look for.",
        ),
    )


def test_old_short_address_on_the_english_side(front: Front, edit: Edit, tiny: Path) -> None:
    """An old short address counts on whichever side of a page it stands."""
    front("short_address: {cy: cael-help, en: get-help}")
    edit(EN_ASK, "audience:", "was: [r/ask]\naudience:")
    edit(FACTS, "id: right.appeal\n", f"id: right.appeal\n{APPEAL}  was: [r/ask]\n")
    two = prepare(tiny, DAY)
    assert [(found.id, found.place.path) for found in two.errors] == [("C636", FACTS)]
    edit(FACTS, f"{APPEAL}  was: [r/ask]\n", APPEAL.replace("appeal", "ask"))
    there = prepare(tiny, DAY)
    assert [(found.id, found.place.path) for found in there.errors] == [("C632", EN_ASK)]


APPEAL = "  short_address: {cy: apelio, en: appeal}\n"


def test_C637_same_short_address(errors: Errors, edit: Edit, front: Front) -> None:
    """A short address opens one thing."""
    front("short_address: {cy: cael-help, en: get-help}")
    edit(
        FACTS,
        "id: deadline.school\n",
        "id: deadline.school\n  short_address: {cy: get-help, en: x-y-z}\n",
    )
    (found,) = errors()
    assert (found.id, found.message, found.hint) == (
        "C637",
        Words(
            cy="Mae gan help/ask.md y cyfeiriad byr 'get-help' yn barod.",
            en="help/ask.md already has the short address 'get-help'.",
        ),
        Words(
            cy="Dewiswch eiriau eraill, rhai y gall rhywun eu dweud dros y ffôn.",
            en="Choose other words, ones that somebody can say over the phone.",
        ),
    )


def test_sides_agree(edit: Edit, tiny: Path) -> None:
    """A section moved on one side has moved on the other."""
    edit(CY_ASK, "audience:", "moved: {a: how-long}\naudience:")
    assert [found.id for found in prepare(tiny, DAY).errors] == ["C603"]


def test_C639_short_address_without_a_card(errors: Errors, edit: Edit) -> None:
    """A fact that no page shows has nothing for its short address to open."""
    edit(
        FACTS,
        "id: term.aln\n",
        "id: term.aln\n  short_address: {cy: beth-yw-ady, en: what-is-aln}\n",
    )
    (found,) = errors()
    assert (found.id, found.message, found.hint) == (
        "C639",
        Words(
            cy="Ni fyddai /r/beth-yw-ady/, /r/what-is-aln/ yn agor dim: nid oes cerdyn 'term.aln' "
            "ar unrhyw dudalen.",
            en="/r/beth-yw-ady/, /r/what-is-aln/ would open nothing: no page has a card of "
            "'term.aln'.",
        ),
        Words(
            cy="Dangoswch y ffaith ar dudalen, neu dilëwch 'short_address'.",
            en="Show the fact on a page, or delete 'short_address'.",
        ),
    )
