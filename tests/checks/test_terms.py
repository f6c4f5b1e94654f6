"""The terms of the glossary stand on both sides, and its forms to avoid on neither."""

from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.checks.glossary import Glossary
from canllaw.languages import Language
from canllaw.model import Term
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

FACTS = "content/facts.yml"


def _term(name: tuple[str, str], gender: str = "masculine", **fields: object) -> Term:
    welsh, english = name
    fixed = {"kind": "term", "id": f"term.{english.split()[-1].lower()}", "evidence": "primary"}
    both = {"cy": welsh, "en": english}
    given = {**fixed, "name": both, "gender": gender, "definition": both, "checked": DAY, **fields}
    return Term.model_validate(given)


TERMS = (
    _term(("penderfyniad", "decision"), plural={"cy": "penderfyniadau", "en": "decisions"}),
    _term(
        ("cynllun datblygu unigol", "individual development plan"),
        plural={"cy": "cynlluniau datblygu unigol"},
        abbreviation={"cy": "CDU", "en": "IDP"},
        avoid={"cy": ["CAU"], "en": ["IEP"]},
    ),
    _term(("cynllun", "scheme")),
    _term(("ysgol a gynhelir", "maintained school"), "feminine"),
    _term(("Cod", "Code"), avoid={"cy": ["Côd"]}),
    _term(("apêl", "appeal"), "feminine"),
)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "cy",
            "Mae’r benderfyniad yma, a phenderfyniadau hefyd.",
            ["penderfyniad", "penderfyniadau"],
        ),
        ("cy", "yn fy nghynllun datblygu unigol", ["cynllun datblygu unigol"]),
        ("cy", "dau gynllun", ["cynllun"]),
        ("cy", "eu hapêl; yr Apêl", ["apêl", "apêl"]),
        ("cy", "CDUau a’r CDU", ["CDUau", "CDU"]),
        ("cy", "cau’r drws", []),
        ("cy", "y CAU", ["CAU"]),
        ("cy", "y cod post", []),
        ("cy", "yn y Côd", ["côd"]),
        ("en", "Two decisions and IDPs", ["decisions", "IDPs"]),
        ("en", "the Code and a code", ["code"]),
        ("en", "an undecided indecision", []),
    ],
)
def test_forms_in_a_text(language: Language, text: str, found: list[str]) -> None:
    """Mutations, plurals and abbreviations are found, the longest term first."""
    uses = Glossary(TERMS, language).uses(text)
    assert [" ".join(use.form.words) for use in uses] == found


@pytest.mark.parametrize(
    ("language", "text", "english", "says"),
    [
        ("cy", "Rhaid iddynt benderfynu.", "decision", True),
        ("cy", "Cewch apelio.", "appeal", True),
        ("cy", "ysgol brif ffrwd a gynhelir", "maintained school", True),
        ("cy", "Mae’r ysgol yma.", "maintained school", False),
        ("en", "a maintained mainstream school", "maintained school", True),
        ("en", "You are appealing.", "appeal", True),
        ("en", "The school decides.", "appeal", False),
    ],
)
def test_other_shapes_of_a_term(language: Language, text: str, english: str, says: bool) -> None:
    """A verb of the same stem, or the words apart from each other, count as the term."""
    term = next(term for term in TERMS if term.name.en == english)
    assert Glossary(TERMS, language).says(text, term) is says


def _problems(root: Path, *ids: str) -> list[English]:
    return list(in_english(found for found in prepare(root, DAY).problems if found.id in ids))


def test_C305_term_on_one_side_of_a_fact(tiny: Path, edit: Edit) -> None:
    """A term that only one side of a text uses is named, with its counterpart."""
    edit(FACTS, 'en: "Ask why."', 'en: "Ask about the ALN."')
    assert _problems(tiny, "C305") == [
        English(
            "C305",
            Place(FACTS, 142, 41),
            "'ALN' is a term of the glossary, but its counterpart 'anghenion dysgu ychwanegol' "
            "does not stand in the Welsh.",
            "Use the official term on both sides (term.aln). If the word means something else "
            "here, say so in content/waivers.yml.",
        )
    ]


def test_C305_term_on_one_side_of_a_section(tiny: Path, edit: Edit) -> None:
    """A term that only one side of a section uses is named where it stands."""
    edit("docs/cy/help/ask.md", "Mae gennych ", "Ar gyfer ADY mae gennych ")
    assert [str(found.place) for found in _problems(tiny, "C305")] == ["docs/cy/help/ask.md:11:10"]


def test_C305_is_silent_about_a_word_of_every_day(tiny: Path, edit: Edit) -> None:
    """A form that is an everyday word too is not asked for on the other side."""
    edit(FACTS, 'en: "Ask why."', 'en: "Ask for the decision."')
    assert len(_problems(tiny, "C305")) == 1
    edit(
        FACTS,
        'definition: {cy: "Ateb ffurfiol.", en: "A formal answer."}',
        'definition: {cy: "Ateb ffurfiol.", en: "A formal answer."}\n  everyday: {en: [decision]}',
    )
    assert _problems(tiny, "C305") == []


def _avoid(edit: Edit, forms: str) -> None:
    definition = 'definition: {cy: "Ateb ffurfiol.", en: "A formal answer."}'
    edit(FACTS, definition, f"{definition}\n  avoid: {{cy: [{forms}]}}")


def test_C306_form_to_avoid(tiny: Path, edit: Edit) -> None:
    """A form to avoid is refused in any mutation, on pages and in facts."""
    _avoid(edit, "dyfarniad")
    edit("docs/cy/help/ask.md", "Mae gennych ", "Wedi’r ddyfarniad mae gennych ")
    assert _problems(tiny, "C306") == [
        English(
            "C306",
            Place("docs/cy/help/ask.md", 11, 8),
            "'ddyfarniad' is an old name or a wrong form; 'term.decision' says to avoid it.",
            "Write 'penderfyniad'.",
        )
    ]


def test_C306_is_silent_where_the_form_is_another_term(tiny: Path, edit: Edit) -> None:
    """What one term says to avoid may be another term, in its own sense."""
    _avoid(edit, "anghenion dysgu ychwanegol")
    edit(FACTS, '"Gofynnwch pam.", en: "Ask why."', '"Anghenion dysgu ychwanegol.", en: "ALN."')
    assert _problems(tiny, "C305", "C306") == []
