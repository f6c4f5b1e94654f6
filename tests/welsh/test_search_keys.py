import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from canllaw.languages import LANGUAGES, Language
from canllaw.load.content import load_content
from canllaw.model import Term
from canllaw.welsh.mutation import Mutation, mutate
from canllaw.welsh.search_keys import ENDINGS, forms, keys, words
from conftest import REPOSITORY, needs_node

BASES = {"cyrff": "corff", "plant": "plentyn", "children": "child"}


def _glossary() -> list[Term]:
    content, _ = load_content(REPOSITORY)
    return [entry for entry in content.library.entries.values() if isinstance(entry, Term)]


def _texts(terms: list[Term], language: Language) -> list[str]:
    """Return all that the glossary says in a language: names, other forms and meanings."""
    found = []
    for term in terms:
        maybe = (term.plural.in_(language), term.abbreviation.in_(language))
        also = getattr(term.also, language) + getattr(term.avoid, language)
        sides = (term.name.in_(language), term.definition.in_(language))
        found += [text for text in (*sides, *maybe, *also) if text]
    return found


def _all_forms(texts: list[str]) -> list[str]:
    """Return each word as it stands, mutated in every way, in capitals and without accents."""
    found = dict.fromkeys(word for text in texts for word in words(text))
    for word in tuple(found):
        mutated = [mutate(word, mutation) for mutation in Mutation]
        found |= dict.fromkeys([*mutated, *map(str.upper, mutated)])
    found |= dict.fromkeys(f"{word}’n" for word in tuple(found))
    return list(found)


def _in_node(language: Language, found: list[str], texts: list[str]) -> dict[str, Any]:
    given = {
        "script": str(REPOSITORY / "theme/assets/search.js"),
        "rules": {"lang": language, "endings": ENDINGS[language], "bases": BASES},
        "forms": found,
        "texts": texts,
    }
    done = subprocess.run(  # noqa: S603 - our own script
        ["node", str(Path(__file__).with_name("search_keys.js"))],  # noqa: S607 - whichever there is
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@needs_node
@pytest.mark.parametrize("language", LANGUAGES)
def test_browser_and_build_agree(language: Language) -> None:
    """On thousands of forms the script in the browser finds the same keys as the build."""
    texts = _texts(_glossary(), language)
    found = _all_forms(texts)
    assert len(found) > 2000
    theirs = _in_node(language, found, texts)
    assert theirs["keys"] == [list(keys(form, language, BASES)) for form in found]
    assert theirs["words"] == [words(text) for text in texts]


@pytest.mark.parametrize("mutation", Mutation)
def test_every_mutation_leads_back(mutation: Mutation) -> None:
    """Every Welsh word of the glossary is among the keys of each of its mutated forms."""
    plain = {word.lower() for text in _texts(_glossary(), "cy") for word in words(text)}
    lost = [
        word
        for word in plain
        if keys(word, "cy", {})[0] not in keys(mutate(word, mutation), "cy", {})
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i’r ysgol a'i phlant", ["i", "ysgol", "a", "phlant"]),
        ("d’oes dim o’r fath, mae’n", ["oes", "dim", "o", "fath", "mae"]),
        ("(CDU), CDUau; [DDdY]", ["CDU", "CDUau", "DDdY"]),
        ("the child’s plan, 16–25", ["the", "child", "plan", "16", "25"]),
        ("ôl-16 tŷ_bach", ["ôl", "16", "tŷ", "bach"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """A word is letters and figures, without brackets, hyphens and what leans on it."""
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "language", "key"),
    [
        ("gynlluniau", "cy", "cynllun"),
        ("ngholegau", "cy", "coleg"),
        ("apêl", "cy", "apel"),
        ("gyrff", "cy", "corff"),
        ("hawliau", "cy", "hawl"),
        ("gofynnwch", "cy", "gofyn"),
        ("Authorities", "en", "authority"),
        ("appealed", "en", "appeal"),
        ("deciding", "en", "decide"),
        ("children", "en", "child"),
    ],
)
def test_keys(word: str, language: Language, key: str) -> None:
    """Mutated, accented, plural and simple inflected forms lead to the word itself."""
    assert key in keys(word, language, BASES)


def test_forms_keep_accents() -> None:
    """The build tells dim (nothing) from tîm (a team), though a reader may type neither accent."""
    assert "tîm" not in forms("dim", "cy", {})
    assert keys("tîm", "cy", {})[0] == "tim"


def test_english_is_not_mutated() -> None:
    """An English word is never taken for a form of another by its first letter."""
    assert keys("ban", "en", {}) == ("ban",)
