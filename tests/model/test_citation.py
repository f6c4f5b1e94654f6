import pytest
from pydantic import ValidationError

from canllaw.languages import Language
from canllaw.model import Citation

NBSP = "\N{NO-BREAK SPACE}"
SINGLE_STEPS = ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th")


def _citation(**numbers: str) -> Citation:
    return Citation.model_validate({"instrument": "source.act", **numbers})


@pytest.mark.parametrize(
    ("numbers", "cy", "en"),
    [
        ({"section": "11"}, "adran 11", "section 11"),
        ({"section": "70(2)(d)"}, "adran 70(2)(d)", "section 70(2)(d)"),
        ({"section": "12A(1)"}, "adran 12A(1)", "section 12A(1)"),
        ({"section": "2(1)(a)(iv)"}, "adran 2(1)(a)(iv)", "section 2(1)(a)(iv)"),
        ({"section": "13-14"}, "adrannau 13–14", "sections 13–14"),
        ({"regulation": "11"}, "rheoliad 11", "regulation 11"),
        ({"regulation": "11-13"}, "rheoliadau 11–13", "regulations 11–13"),
        ({"schedule": "17"}, "Atodlen 17", "Schedule 17"),
        ({"schedule": "1-2"}, "Atodlenni 1–2", "Schedules 1–2"),
        ({"paragraph": "23.37"}, "paragraff 23.37", "paragraph 23.37"),
        ({"paragraph": "23.37-23.40"}, "paragraffau 23.37–23.40", "paragraphs 23.37–23.40"),
        ({"chapter": "25"}, "pennod 25", "chapter 25"),
        ({"chapter": "25-26"}, "penodau 25–26", "chapters 25–26"),
        (
            {"paragraph": "5", "schedule": "17"},
            "Atodlen 17, paragraff 5",
            "Schedule 17, paragraph 5",
        ),
        ({}, "", ""),
    ],
)
def test_place_in_words(numbers: dict[str, str], cy: str, en: str) -> None:
    """The place is said in words, the widest part first, and never breaks before its number."""
    cited = _citation(**numbers)
    said = {"cy": cited.place("cy"), "en": cited.place("en")}
    assert {language: text.replace(NBSP, " ") for language, text in said.items()} == {
        "cy": cy,
        "en": en,
    }
    assert [text.count(NBSP) for text in said.values()] == [len(numbers)] * 2


@pytest.mark.parametrize("step", SINGLE_STEPS)
@pytest.mark.parametrize(("language", "word"), [("cy", "adran"), ("en", "section")])
def test_letters_of_the_welsh_alphabet(language: Language, word: str, step: str) -> None:
    """The letters of the Welsh alphabet that are written with two signs are single steps."""
    assert _citation(section=f"11(1)({step})(i)").place(language) == f"{word}{NBSP}11(1)({step})(i)"


def test_numbers_from_the_widest() -> None:
    """The numbers come in the order of the law, whatever order they were written in."""
    cited = _citation(paragraph="5(2)", schedule="17")
    assert cited.numbers() == (("schedule", "17"), ("paragraph", "5(2)"))


@pytest.mark.parametrize(
    "number",
    [
        "", "s.11", "section 11", "11(", "11)", "11()", "11(1", "(1)", "11 (1)", "11,12", "11–12",
        "11-", "-11", "11(abc)", "11(1)(ŵ)", "12345", "11(1)x", "1.2.3", "eleven",
    ],
)  # fmt: skip
def test_numbers_that_are_refused(number: str) -> None:
    """What is not a number of the law is refused, and the message shows how to write one."""
    with pytest.raises(ValidationError, match=r"Write it like 70\(2\)\(d\), 23\.37 or 13-14"):
        _citation(section=number)


@pytest.mark.parametrize("field", ["section", "regulation", "schedule", "paragraph", "chapter"])
def test_every_number_is_held_to_the_same_form(field: str) -> None:
    """A mistake is found in whichever kind of number it stands."""
    assert _citation(**{field: " 11 "}).numbers() == ((field, "11"),)
    with pytest.raises(ValidationError, match="is not a number of the law"):
        _citation(**{field: "eleven"})
