import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canllaw import formats
from canllaw.build import prepare
from canllaw.checks.typed_by_hand import typed_figures
from canllaw.languages import LANGUAGES, Language
from canllaw.load.pages import read_page
from canllaw.model import Citation, Page, Unit
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

ENGLISH = """
The school has 35 school days. | 35 school days
It has eight weeks to decide. | eight weeks
It is a 12-week limit. | 12-week
Within two months, or twenty-eight days. | two months; twenty-eight days
Wait 1 day. | 1 day
The 16-year-old decides. | 16-year
A plan ends after nineteen years. | nineteen years
It is for a person aged 16. | aged 16
Those aged 16 or over. | aged 16
From the age of eleven. | age of eleven
Anyone under 25 and over 3. | under 25; over 3
It lasts until 25. | until 25
When she turns eighteen. | turns eighteen
It began on 1 September 2021. | 1 September
It began on the 1st September. | 1st September
It ends in August 2025. | August 2025
See section 70(2)(d) of the Act. | section 70(2)(d)
See Sections 11 and 13. | Sections 11
See regulation 11 or reg. 12 or s. 20. | regulation 11; reg. 12; s. 20
"""
WELSH = """
Mae gan yr ysgol 35 diwrnod ysgol. | 35 diwrnod
Mae ganddi 12 wythnos. | 12 wythnos
Mae ganddi wyth wythnos. | wyth wythnos
Mae ganddi 2 fis. | 2 fis
Ymhen deufis, neu dri mis. | dri mis
O fewn pum niwrnod neu ddau ddiwrnod. | pum niwrnod; ddau ddiwrnod
O ddeuddeg wythnos i bymtheg wythnos. | ddeuddeg wythnos; bymtheg wythnos
Deg wythnos a thair wythnos. | Deg wythnos; thair wythnos
Ar ôl 16 o flynyddoedd. | 16 o flynyddoedd
Ar ôl dwy flynedd, neu saith mlynedd. | dwy flynedd; saith mlynedd
Person 16 oed. | 16 oed
Person un ar bymtheg oed. | bymtheg oed
Person pump ar hugain oed. | hugain oed
Plentyn dwy flwydd oed. | dwy flwydd
Dechreuodd ar 1 Medi 2021. | 1 Medi
Dechreuodd ar y 1af o Fedi. | 1af o Fedi
Daeth i ben ym mis Awst 2025. | Awst 2025
O Fedi 2021 i Fawrth 2022. | Fedi 2021; Fawrth 2022
Gweler adran 70 o’r Ddeddf. | adran 70
Gweler adrannau 11 a rheoliad 12(1)(ch). | adrannau 11; rheoliad 12(1)(ch)
"""
ENGLISH_PROSE = """
One day you may ask, and on a day like that somebody answers.
The child is in Year 10 and may stay for a year.
In September the school looks at it again.
This section tells you more; the regulations do too.
It took more than two of the meetings, and over two or three calls.
Ring 0300 222 5711 before you go.
The choice is the child’s. 2 people heard it, and the school's. 3 did not.
"""
WELSH_PROSE = """
Un diwrnod gallwch ofyn, a’r diwrnod wedyn daw ateb.
Mae’r plentyn ym Mlwyddyn 10.
Ym mis Medi mae’r ysgol yn edrych eto.
Mae’r adran hon yn dweud mwy, a’r rheoliadau hefyd.
Mae dau o’r plant yno ers blynyddoedd, dri ohonynt eleni.
Ffoniwch 0300 222 5711 cyn mynd.
"""
NOT_PROSE = """
You have {{ length("deadline.12 weeks") }}.
The code `12 weeks, 12 wythnos` and `section 70`.
[The rule](help/12 weeks.md) and [y rheol](help/12 wythnos.md#adran 70).
## How long {#12 weeks}
## Faint o amser {: #adran 70 .wyth wythnos }
<p class="12 weeks" id="16 oed">Text</p>
<!-- 12 weeks, 12 wythnos -->
```
35 school days, 35 diwrnod ysgol
```
~~~
35 school days, 35 diwrnod ysgol
~~~
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().split("\n")]


def _page(body: str, language: Language) -> Page:
    raw = f"---\naudience: parent\ndescription: A page.\n---\n{body}".encode()
    page, _ = read_page(language, "page.md", "page.md", raw)
    assert page
    return page


def _words(body: str, language: Language) -> list[str]:
    return [figure for _, figure in typed_figures(_page(body, language).prose, language)]


def _places(body: str, language: Language) -> list[str]:
    page = _page(body, language)
    return [str(page.place_of(where)) for where, _ in typed_figures(page.prose, language)]


@pytest.mark.parametrize(("prose", "figures"), _rows(ENGLISH))
def test_english_figures_are_found(prose: str, figures: str) -> None:
    """Lengths, ages, dates and numbers of the law are found in English prose."""
    assert _words(prose, "en") == figures.split("; ")


@pytest.mark.parametrize(("prose", "figures"), _rows(WELSH))
def test_welsh_figures_are_found(prose: str, figures: str) -> None:
    """Lengths, ages, dates and numbers of the law are found in Welsh prose, mutated or not."""
    assert _words(prose, "cy") == figures.split("; ")


@pytest.mark.parametrize(
    ("prose", "language"),
    [(prose, "en") for (prose,) in _rows(ENGLISH_PROSE)]
    + [(prose, "cy") for (prose,) in _rows(WELSH_PROSE)],
)
def test_ordinary_words_are_left_alone(prose: str, language: Language) -> None:
    """Words that only look like a figure are no figure."""
    assert _words(prose, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_prose_is_left_alone(language: Language) -> None:
    """Macro calls, code, link targets, ids and HTML tags may hold any figure."""
    assert _words(NOT_PROSE, language) == []


def test_words_of_a_link_are_prose() -> None:
    """A figure in the words of a link is read, so it counts."""
    assert _words("[within 12 weeks](help/ask.md)", "en") == ["12 weeks"]


def test_place_of_a_figure_after_code() -> None:
    """Line and column count what is not prose, so that they are those of the file."""
    body = "```\n35 days\n```\n<b\n>It</b> waits 12 weeks."
    assert _places(body, "en") == ["page.md:9:15"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_of_a_list_item_is_no_figure(language: Language) -> None:
    """The number of a list item below does not belong to the words above it."""
    assert _words("1. Read this section\n2. Darllenwch yr adran\n   3) Year", language) == []


def test_figure_over_the_end_of_a_line() -> None:
    """A figure that wraps to the next line is found at its number."""
    assert _words("It has eight\nweeks.", "en") == ["eight weeks"]
    assert _places("It has eight\nweeks.", "en") == ["page.md:5:8"]


@settings(deadline=None)
@given(number=st.integers(2, 99), unit=st.sampled_from(Unit), language=st.sampled_from(LANGUAGES))
def test_every_length_the_site_writes_is_found(number: int, unit: Unit, language: Language) -> None:
    """A length typed just as the site would write it never slips through."""
    assert len(_words(f"({formats.length(number, unit.value, language)})", language)) == 1


@settings(deadline=None)
@given(day=st.dates(datetime.date(1996, 1, 1)), language=st.sampled_from(LANGUAGES))
def test_every_date_the_site_writes_is_found(day: datetime.date, language: Language) -> None:
    """A day or month typed just as the site would write it never slips through."""
    assert _words(formats.date(day, language), language)
    assert _words(formats.partial_date(day.isoformat()[:7], language), language)


@settings(deadline=None)
@given(number=st.integers(1, 400), language=st.sampled_from(LANGUAGES))
def test_every_section_the_site_cites_is_found(number: int, language: Language) -> None:
    """A section typed just as the site would cite it never slips through."""
    citation = Citation(instrument="source.act", section=f"{number}(2)(d)")
    assert _words(citation.place(language), language)


def test_C607_figure_typed_by_hand(tiny: Path, edit: Edit) -> None:
    """A figure in the prose of a page is a problem at its place, in the language of the page."""
    edit("docs/cy/index.md", "# Hafan", "# Hafan\n\nMae gennych 12 wythnos.")
    edit("docs/en/index.md", "# Home", "# Home\n\nYou have\n12 weeks.")
    hint = (
        'Show the fact: {{ length("deadline.…") }}, {{ age_from("age_stage.…") }} or '
        '{{ when("milestone.…") }}.'
    )
    assert in_english(prepare(tiny, DAY).errors) == (
        English(
            "C607",
            Place("docs/cy/index.md", 8, 13),
            "'12 wythnos' is typed by hand, so it would stay when the law changes.",
            hint,
        ),
        English(
            "C607",
            Place("docs/en/index.md", 9, 1),
            "'12 weeks' is typed by hand, so it would stay when the law changes.",
            hint,
        ),
    )
