from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.addresses import LOCK, line_of
from canllaw.build import prepare
from canllaw.languages import Words
from canllaw.load.addresses import lock_text
from canllaw.problems import Place, Problem
from conftest import DAY, Edit, English, in_english, write_down

Errors = Callable[[], tuple[Problem, ...]]
CY_ASK, EN_ASK = "docs/cy/help/ask.md", "docs/en/help/ask.md"


@pytest.fixture
def errors(tiny: Path) -> Errors:
    """Write down every address of the tiny project; return a function that gives every error."""
    write_down(tiny)
    return lambda: prepare(tiny, DAY).errors


def _line(tiny: Path, address: str) -> Place:
    lines = (tiny / LOCK).read_text(encoding="utf-8").splitlines()
    return Place(LOCK, lines.index(address) + 1)


def test_nothing_published_yet(tiny: Path, edit: Edit) -> None:
    """A project without a list of addresses may change them as it likes."""
    edit(EN_ASK, "{#how-long}", "{#time}")
    edit(CY_ASK, "{#how-long}", "{#time}")
    assert not {"C630", "C631"} & {found.id for found in prepare(tiny, DAY).errors}


def test_all_there(errors: Errors) -> None:
    """Where every address of the list is there, nothing is to mend."""
    assert errors() == ()


def test_C630_page_gone(tiny: Path, errors: Errors) -> None:
    """A page that got another address is named, with the page that looks like it."""
    file = tiny / EN_ASK
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("audience:", "slug: help/how\naudience:", 1), encoding="utf-8")
    (lost,) = errors()
    assert lost == Problem(
        "C630",
        _line(tiny, "en/help/ask/"),
        Words(
            cy="Mae tudalen wedi mynd: byddai dolenni at /en/help/ask/ yn torri, mewn llythyrau ac "
            "ar wefannau eraill.",
            en="A page is gone: links to /en/help/ask/ would break, in letters and on other sites.",
        ),
        Words(
            cy="Ysgrifennwch 'was: [help/ask]' ar ben y dudalen sydd yn ei lle "
            "(docs/en/help/ask.md).",
            en="Write 'was: [help/ask]' at the top of the page that takes its place "
            "(docs/en/help/ask.md).",
        ),
    )
    file.write_text(
        text.replace("audience:", "slug: help/how\nwas: [help/ask]\naudience:", 1),
        encoding="utf-8",
    )
    assert [found.id for found in errors()] == ["C631"]


def test_C630_home_page_gone(edit: Edit, errors: Errors) -> None:
    """Nothing takes the place of the home page."""
    edit("docs/en/index.md", "audience:", "slug: home\naudience:")
    assert [found.hint for found in errors() if found.id == "C630"] == [
        Words(
            cy="Rhaid i dudalen sefyll yn /en/ bob amser: cadwch docs/en/index.md, heb 'slug'.",
            en="A page must always stand at /en/: keep docs/en/index.md, without 'slug'.",
        )
    ]


def test_C630_section_gone(tiny: Path, edit: Edit, errors: Errors) -> None:
    """A section that lost its id is named once for both languages, with the id it may have now."""
    for file in (CY_ASK, EN_ASK):
        edit(file, "{#how-long}", "{#time}")
    (lost,) = [found for found in errors() if found.id != "C707"]
    assert lost == Problem(
        "C630",
        _line(tiny, "cy/help/gofyn/#how-long"),
        Words(
            cy="Mae adran 'how-long' wedi mynd o help/ask.md: byddai dolenni at "
            "/cy/help/gofyn/#how-long, /en/help/ask/#how-long yn torri, mewn llythyrau ac ar "
            "wefannau eraill.",
            en="The section 'how-long' is gone from help/ask.md: links to "
            "/cy/help/gofyn/#how-long, /en/help/ask/#how-long would break, in letters and on "
            "other sites.",
        ),
        Words(
            cy="Rhowch yr id yn ôl ar y pennawd: {#how-long}; neu dywedwch ble mae’r adran nawr, "
            "ar ben dwy ochr y dudalen: 'moved: {how-long: time}', neu ar dudalen arall: 'moved: "
            "{how-long: other/page.md#section}'.",
            en="Put the id back on its heading: {#how-long}; or say where the section is now, at "
            "the top of both sides of the page: 'moved: {how-long: time}', or on another page: "
            "'moved: {how-long: other/page.md#section}'.",
        ),
    )
    for file in (CY_ASK, EN_ASK):
        edit(file, "audience:", "moved: {how-long: time}\naudience:")
    assert [found.id for found in errors()] == ["C631"]


def test_C630_fact_gone(edit: Edit, tiny: Path, errors: Errors) -> None:
    """A fact with another id is named once, with the one new fact of its kind; `was` leads on."""
    edit("content/facts.yml", "id: question.time\n", "id: question.when\n")
    (lost,) = errors()
    assert lost == Problem(
        "C630",
        _line(tiny, "cy/#question.time"),
        Words(
            cy="Mae 'question.time' wedi mynd: byddai dolenni at /cy/#question.time, "
            "/en/#question.time yn torri, mewn llythyrau ac ar wefannau eraill.",
            en="'question.time' is gone: links to /cy/#question.time, /en/#question.time would "
            "break, in letters and on other sites.",
        ),
        Words(
            cy="Ysgrifennwch 'was: [question.time]' yn y ffaith sydd yn ei lle (question.when, "
            "content/facts.yml); neu, os nad oes un, ysgrifennwch 'moved: {question.time: "
            "other/page.md#section}' ar ben dwy ochr tudalen.",
            en="Write 'was: [question.time]' in the fact that takes its place (question.when, "
            "content/facts.yml); or, if there is none, write 'moved: {question.time: "
            "other/page.md#section}' at the top of both sides of a page.",
        ),
    )
    edit("content/facts.yml", "id: question.when\n", "id: question.when\n  was: [question.time]\n")
    guide = prepare(tiny, DAY)
    assert [found.id for found in guide.errors] == ["C631"]
    assert guide.addresses.leads_to("en/#question.time") == "en/#question.when"


def test_fact_retired(edit: Edit, tiny: Path, errors: Errors) -> None:
    """Where no fact takes the place of one, a page says where all links to it lead."""
    for file in (CY_ASK, EN_ASK):
        edit(file, '{{ deadline("deadline.school") }}', "")
        edit(file, "audience:", "moved: {question.time: how-long}\naudience:")
    for side in ("cy", "en"):
        edit(f"docs/{side}/index.md", "{{ questions() }}", "")
    edit("content/facts.yml", "id: question.time\n", "id: question.gone\n")
    leads_to = prepare(tiny, DAY).addresses.leads_to
    assert leads_to("en/#question.time") == "en/help/ask/#how-long"
    assert [each.place for each in errors()] == [_line(tiny, "cy/help/gofyn/#deadline.school")]


def test_C630_fact_not_shown(edit: Edit, errors: Errors) -> None:
    """A fact that no page shows any more is told apart from one that is gone."""
    for side in ("cy", "en"):
        edit(f"docs/{side}/index.md", "{{ questions() }}", "")
    (lost,) = errors()
    assert isinstance(lost.message, Words)
    assert lost.message.en.startswith("No page shows 'question.time' any more: ")


def test_C630_fact_renamed_and_not_shown(edit: Edit, errors: Errors) -> None:
    """A fact that has another id and that no page shows is called by the id that it has now."""
    for side in ("cy", "en"):
        edit(f"docs/{side}/index.md", "{{ questions() }}", "")
    edit("content/facts.yml", "id: question.time\n", "id: question.when\n  was: [question.time]\n")
    (lost,) = in_english(errors())
    assert lost.message.startswith(
        "No page shows 'question.when', which 'question.time' is called now: "
    )
    assert lost.hint == (
        "Show the fact on a page; or, if it is no longer to be shown, write "
        "'moved: {question.time: other/page.md#section}' at the top of both sides of a page."
    )
    for file in (CY_ASK, EN_ASK):
        edit(file, "audience:", "moved: {question.time: how-long}\naudience:")
    assert errors() == ()


def test_fact_shown_elsewhere(tiny: Path, edit: Edit, errors: Errors) -> None:
    """A fact that left one page is found where it is at home, and nobody need write it down."""
    for side, file in (("cy", CY_ASK), ("en", EN_ASK)):
        edit(f"docs/{side}/index.md", "{{ questions() }}", "")
        edit(file, "{{ right(", "{{ questions() }}\n\n{{ right(")
    assert [found.id for found in errors()] == ["C631"]
    leads_to = prepare(tiny, DAY).addresses.leads_to
    assert leads_to("en/#question.time") == "en/help/ask/#question.time"


@pytest.fixture
def given(tiny: Path, edit: Edit) -> Callable[[str, str], None]:
    """Give a short address to a deadline, write it down, and return a function that gives it to
    another fact instead, in what stands behind the id of that.
    """
    edit("content/facts.yml", "id: deadline.school\n", RETIRED)
    write_down(tiny)

    def give(to: str, instead: str) -> None:
        edit("content/facts.yml", RETIRED, f"id: deadline.school\n{instead}")
        edit("content/facts.yml", f"id: {to}\n", f"id: {to}\n{SHORT}")

    return give


def test_C640_short_given_to_another(tiny: Path, given: Callable[[str, str], None]) -> None:
    """A short address that is in letters does not open another time limit, whatever has it."""
    assert prepare(tiny, DAY).errors == ()
    given("right.appeal", "")
    library = prepare(tiny, DAY).content.library
    assert list(in_english(prepare(tiny, DAY).errors)) == [
        English(
            "C640",
            library.place("right.appeal", "short_address", language),
            f"/r/{short}/ opened deadline.school, but right.appeal would open now: whoever has it "
            "in a letter would arrive at something else.",
            f"Choose other words here, and give '{short}' back to deadline.school. If this is "
            "where the old one should lead from now on, choose other words and write "
            f"'was: [r/{short}]' as well.",
        )
        for language, short in (("cy", "pa-hyd"), ("en", "how-long"))
    ]


def test_C640_does_as_it_says(tiny: Path, edit: Edit, given: Callable[[str, str], None]) -> None:
    """Whoever says that an old short address leads elsewhere from now on is believed."""
    given("right.appeal", "")
    said = "  short_address: {cy: apelio, en: appeal}\n  was: [r/pa-hyd, r/how-long]\n"
    edit("content/facts.yml", SHORT, said)
    assert {each.id for each in prepare(tiny, DAY).errors} == {"C631"}
    _write_down(tiny)
    assert prepare(tiny, DAY).errors == ()
    # What it opened first is still known, so nothing else has it by and by.
    assert "r/how-long/ -> en/help/ask/#deadline.school\n" in (tiny / LOCK).read_text("utf-8")


def test_C640_between_a_fact_and_its_page(tiny: Path, edit: Edit) -> None:
    """A page is something else than a fact that it shows."""
    edit("content/facts.yml", "id: deadline.school\n", RETIRED)
    write_down(tiny)
    edit("content/facts.yml", RETIRED, "id: deadline.school\n")
    for file in (CY_ASK, EN_ASK):
        edit(file, "audience:", "short_address: {cy: pa-hyd, en: how-long}\naudience:")
    found = prepare(tiny, DAY).errors
    assert [(each.id, each.place.path) for each in found] == [
        ("C640", CY_ASK),
        ("C640", CY_ASK),
        ("C640", EN_ASK),
        ("C640", EN_ASK),
    ]
    assert "opened deadline.school, but help/ask.md would open now" in found[0].message.en


def test_C640_waits_for_what_is_lost(tiny: Path, edit: Edit, retired: Edit) -> None:
    """The short address of a fact that is gone goes to what takes its place, and nowhere else."""
    retired("content/facts.yml", RETIRED, "id: deadline.school\n")
    for file in (CY_ASK, EN_ASK):
        front = "moved: {deadline.school: index.md#question.time}\n"
        retired(file, "moved: {deadline.school: how-long}\n", front)
    edit("content/facts.yml", "id: right.appeal\n", f"id: right.appeal\n{SHORT}")
    told = _of_addresses(tiny)
    assert [each.id for each in told] == ["C640", "C640"]
    assert "opened question.time, but right.appeal would open now" in told[0].message
    edit("content/facts.yml", SHORT, "")
    edit("content/facts.yml", "id: question.time\n", f"id: question.time\n{SHORT}")
    assert _of_addresses(tiny) == []


def test_C641_languages_part(tiny: Path, edit: Edit, errors: Errors) -> None:
    """An old Welsh page and its English one do not lead to different pages."""
    edit(CY_ASK, "slug: help/gofyn", "slug: help/newydd")
    edit("docs/cy/index.md", "audience:", "was: [help/gofyn]\naudience:")
    (parted,) = [found for found in errors() if found.id != "C631"]
    assert parted == Problem(
        "C641",
        _line(tiny, "cy/help/gofyn/ -> en/help/ask/"),
        Words(
            cy="Mae /cy/help/gofyn/ yn agor index.md, ond mae /en/help/ask/, sef yr un dudalen yn "
            "Saesneg, yn agor help/ask.md: byddai darllenwyr y ddwy iaith yn cyrraedd pethau "
            "gwahanol.",
            en="/cy/help/gofyn/ opens index.md, but /en/help/ask/, the same page in English, opens "
            "help/ask.md: readers of the two languages would arrive at different things.",
        ),
        Words(
            cy="Gadewch i’r ddau arwain at yr un pâr o dudalennau, drwy 'slug' y dudalen Gymraeg "
            "neu drwy 'was' ar ben y ddwy ochr.",
            en="Let both lead to the same pair of pages, by the 'slug' of the Welsh page or by "
            "'was' at the top of both sides.",
        ),
    )
    edit("docs/cy/index.md", "was: [help/gofyn]\n", "")
    edit(CY_ASK, "audience:", "was: [help/gofyn]\naudience:")
    assert [found.id for found in errors()] == ["C631"]


def test_C638_opened_nothing(tiny: Path, edit: Edit) -> None:
    """What a short address opened first is an address of the list itself."""
    edit("content/facts.yml", "id: deadline.school\n", RETIRED)
    write_down(tiny)
    edit(LOCK, "r/pa-hyd/ -> en/help/ask/#deadline.school", "r/pa-hyd/ -> en/help/ask/#deadline.x")
    (found,) = in_english(prepare(tiny, DAY).errors)
    assert found == English(
        "C638",
        _line(tiny, "r/pa-hyd/ -> en/help/ask/#deadline.x"),
        "/r/pa-hyd/ is said to open /en/help/ask/#deadline.x, which is not in this list.",
        f"Bring the line back as it was: git checkout -- {LOCK}",
    )


def test_C631_what_an_address_opens(tiny: Path, edit: Edit) -> None:
    """A list that does not say what a short address or a Welsh page opens guards half of it."""
    edit("content/facts.yml", "id: deadline.school\n", RETIRED)
    listed = prepare(tiny, DAY).addresses.listed
    (tiny / LOCK).write_text(lock_text(dict.fromkeys(listed, "")), encoding="utf-8")
    (found,) = in_english(prepare(tiny, DAY).errors)
    assert found.id == "C631"
    assert found.message.startswith("/cy/, /cy/help/gofyn/, /r/how-long/, /r/pa-hyd/ are not in ")
    # A merge with a branch that knows may leave both lines.
    with (tiny / LOCK).open("a", encoding="utf-8") as lock:
        lock.writelines(f"{line_of(each, listed[each])}\n" for each in listed if listed[each])
    assert prepare(tiny, DAY).errors == ()
    assert prepare(tiny, DAY).addresses.listed == listed


def test_C630_short_gone(tiny: Path, edit: Edit) -> None:
    """A short address is as much a promise as a long one."""
    edit(
        "content/facts.yml",
        "id: deadline.school\n",
        "id: deadline.school\n  short_address: {cy: pa-hyd, en: how-long}\n",
    )
    write_down(tiny)
    edit("content/facts.yml", "en: how-long}", "en: school-time}")
    (lost,) = prepare(tiny, DAY).errors
    assert lost.hint == Words(
        cy="Rhowch 'how-long' yn ôl yn 'short_address' y ffaith neu’r dudalen; neu, yn yr hyn sydd "
        "yn ei lle, ysgrifennwch 'was: [r/how-long]', a 'short_address: {cy: …, en: …}' hefyd os "
        "nad oes un yno.",
        en="Put 'how-long' back in the 'short_address' of its fact or page; or, in what takes its "
        "place, write 'was: [r/how-long]', and 'short_address: {cy: …, en: …}' as well if there is "
        "none.",
    )
    edit("content/facts.yml", "school-time}\n", "school-time}\n  was: [r/how-long]\n")
    guide = prepare(tiny, DAY)
    assert [found.id for found in guide.errors] == ["C631"]
    assert guide.addresses.leads_to("r/how-long/") == "r/pa-hyd/"


RETIRED = "id: deadline.school\n  short_address: {cy: pa-hyd, en: how-long}\n"


@pytest.fixture
def retired(tiny: Path, edit: Edit) -> Edit:
    """Retire a fact that has a short address, all but for that; return how to edit the project."""
    edit("content/facts.yml", "id: deadline.school\n", RETIRED)
    write_down(tiny)
    edit("content/facts.yml", "evidence: secondary", "evidence: unconfirmed")
    for file in (CY_ASK, EN_ASK):
        edit(file, '{{ deadline("deadline.school") }}', "")
        edit(file, "audience:", "moved: {deadline.school: how-long}\naudience:")
    return edit


def _of_addresses(tiny: Path) -> list[English]:
    return [
        each for each in in_english(prepare(tiny, DAY).errors) if each.id.startswith(("C63", "C64"))
    ]


def test_short_address_moves_on(tiny: Path, retired: Edit) -> None:
    """A fact that is retired hands its short address to the page that takes its place."""
    for file in (CY_ASK, EN_ASK):
        retired(file, "moved: {deadline.school: how-long}\n", "")
    card, _short = _of_addresses(tiny)
    assert card.id == "C630"
    # Nobody is told to show it: a fact that is unconfirmed cannot be shown.
    assert card.hint == (
        "Write 'moved: {deadline.school: other/page.md#section}' at the top of both sides of a "
        "page."
    )
    for file in (CY_ASK, EN_ASK):
        retired(file, "audience:", "moved: {deadline.school: how-long}\naudience:")
    (found,) = _of_addresses(tiny)
    assert found == English(
        "C639",
        prepare(tiny, DAY).content.library.place("deadline.school", "short_address"),
        "/r/pa-hyd/, /r/how-long/ would open nothing: no page has a card of 'deadline.school'.",
        "Move its 'short_address' to what takes its place: a fact that a page shows, or the top "
        "of both sides of a page. Where there is one already, write "
        "'was: [r/pa-hyd, r/how-long]' there, and delete 'short_address' here.",
    )
    retired("content/facts.yml", RETIRED, "id: deadline.school\n")
    for file in (CY_ASK, EN_ASK):
        retired(file, "audience:", "short_address: {cy: pa-hyd, en: how-long}\naudience:")
    assert _of_addresses(tiny) == []


def test_short_address_leads_on(tiny: Path, retired: Edit) -> None:
    """Where the fact that takes the place of one has a short address, the old ones lead to it."""
    retired("content/facts.yml", RETIRED, "id: deadline.school\n")
    assert [(each.id, each.hint.partition("; or, ")[2]) for each in _of_addresses(tiny)] == [
        (
            "C630",
            f"in what takes its place, write 'was: [{old}]', and 'short_address: {{cy: …, en: …}}' "
            "as well if there is none.",
        )
        for old in ("r/how-long", "r/pa-hyd")
    ]
    retired(
        "content/facts.yml",
        "id: right.appeal\n",
        "id: right.appeal\n  was: [r/how-long, r/pa-hyd]\n",
    )
    assert {(each.id, each.hint) for each in _of_addresses(tiny)} == {
        ("C633", "Write 'short_address: {cy: …, en: …}' as well, in this fact.")
    }
    retired(
        "content/facts.yml",
        "id: right.appeal\n",
        "id: right.appeal\n  short_address: {cy: apelio, en: appeal}\n",
    )
    _write_down(tiny)
    assert _of_addresses(tiny) == []
    assert prepare(tiny, DAY).addresses.leads_to("r/how-long/") == "r/apelio/"


def _write_down(tiny: Path) -> None:
    """Do as `canllaw addresses --write` does, which C631 says to type."""
    assert [each.id for each in _of_addresses(tiny)] == ["C631"]
    write_down(tiny)


def test_C631_new_address(tiny: Path, edit: Edit, errors: Errors) -> None:
    """A new section is to be written down, or nobody would notice when it is lost."""
    for file in (CY_ASK, EN_ASK):
        edit(file, "## ", "## X {#x}\n\n## ")
    (new,) = [found for found in errors() if found.id == "C631"]
    assert new == Problem(
        "C631",
        Place(LOCK, len((tiny / LOCK).read_text(encoding="utf-8").splitlines()) + 1),
        Words(
            cy="Nid yw /cy/help/gofyn/#x, /en/help/ask/#x yn y rhestr o gyfeiriadau eto, felly "
            "pe bai un yn mynd ar goll, ni fyddai neb yn sylwi.",
            en="/cy/help/gofyn/#x, /en/help/ask/#x are not in the list of addresses yet, so "
            "nobody would notice if they were lost.",
        ),
        Words(cy="Teipiwch: canllaw addresses --write", en="Type: canllaw addresses --write"),
    )


def test_C631_waits_until_nothing_is_lost(edit: Edit, errors: Errors) -> None:
    """Nobody is told to write a slip into the list: first what is lost is found again."""
    edit(EN_ASK, "{#how-long}", "{#how}")
    ids = {found.id for found in errors()}
    assert "C630" in ids
    assert "C631" not in ids


def test_C630_nothing_can_be_lost(tiny: Path, edit: Edit) -> None:
    """Whatever goes, on either side, is told of by its old address: a page pair, its sections and
    facts, a short address, a fact by itself; until each of them leads somewhere.
    """
    edit("content/facts.yml", "id: deadline.school\n", f"id: deadline.school\n{SHORT}")
    before = prepare(tiny, DAY).addresses.listed
    write_down(tiny)
    for file in (CY_ASK, EN_ASK):
        (tiny / file).unlink()
    for side in ("cy", "en"):
        edit(f"docs/{side}/index.md", "(help/ask.md#how-long)", "(index.md)")
        edit(f"docs/{side}/index.md", "{{ questions() }}", "")
    edit("content/facts.yml", "pages: [help/ask.md]", "pages: []")
    text = (tiny / "mkdocs.yml").read_text(encoding="utf-8")
    (tiny / "mkdocs.yml").write_text(text.partition("  - help:")[0], encoding="utf-8")
    guide = prepare(tiny, DAY)
    lost = [each for each in before if not guide.addresses.leads_to(each)]
    told = " ".join(each.message.en for each in guide.errors if each.id in {"C630", "C639"})
    assert {"cy/help/gofyn/", "en/help/ask/", "r/pa-hyd/", "r/how-long/"} < {*lost}
    # A page that is gone is named for all that stood on it and has no other home.
    pages = {each.partition("#")[0] for each in lost}
    assert {each for each in pages if f"/{each}" not in told} == set()
    assert "/en/#question.time" in told
    _lead_on(tiny, edit)
    guide = prepare(tiny, DAY)
    assert [each for each in guide.errors if each.id == "C630"] == []
    assert [each for each in before if not guide.addresses.leads_to(each)] == []


SHORT = "  short_address: {cy: pa-hyd, en: how-long}\n"


def _lead_on(tiny: Path, edit: Edit) -> None:
    """Let the home page take the place of the other, and show its facts."""
    for side, old in (("cy", "help/gofyn"), ("en", "help/ask")):
        file = f"docs/{side}/index.md"
        edit(file, "audience:", f"was: [{old}]\naudience:")
        shown = '{{ deadline("deadline.school") }}\n\n{{ questions() }}\n\n{{ standards() }}'
        edit(file, "{{ standards() }}", shown)


def test_C638_unreadable_line(tiny: Path, errors: Errors) -> None:
    """Marks left by a merge are shown at their line; the addresses around them still count."""
    lock = tiny / LOCK
    lock.write_text("<<<<<<< HEAD\n" + lock.read_text(encoding="utf-8"), encoding="utf-8")
    (found,) = errors()
    assert found == Problem(
        "C638",
        Place(LOCK, 1),
        Words(
            cy="Nid yw '<<<<<<< HEAD' yn gyfeiriad, felly ni all neb ddweud beth oedd yno.",
            en="'<<<<<<< HEAD' is no address, so nobody can tell what stood there.",
        ),
        Words(
            cy="Ysgrifennwch un cyfeiriad i bob llinell, fel cy/rhieni/#nesaf. Os daeth marciau "
            "<<<<<<< o uno dwy gangen, dilëwch y marciau a chadwch bob cyfeiriad.",
            en="Write one address a line, such as en/parents/#next. If marks like <<<<<<< came "
            "from merging two branches, delete the marks and keep every address.",
        ),
    )


def test_broken_page_loses_nothing(edit: Edit, errors: Errors) -> None:
    """Where a page cannot be shown, what is on it is not called lost."""
    edit(EN_ASK, '{{ deadline("deadline.school") }}', '{{ deadlin("deadline.school") }}')
    assert "C630" not in {found.id for found in errors()}
