import pytest
from hypothesis import given
from hypothesis import strategies as st

from canllaw.welsh.mutation import fold
from canllaw.welsh.order import initial, sort_key, undecided

JOINER = "\N{COMBINING GRAPHEME JOINER}"
TEXTS = st.text("abcdefghilmnoprstuwyâŵŷABCDLNR 12-’", max_size=10)


def ordered_from_behind(words: list[str]) -> list[str]:
    """Return `words` in Welsh order, started backwards so that a tie would show."""
    backwards = list(reversed(words))
    return sorted(backwards, key=sort_key)


@pytest.mark.parametrize(
    "words",
    [
        [
            "adran", "ardal", "bwrdd", "Cadair", "cynllun", "chwaer", "dadl", "dydd", "ddoe",
            "eiriol", "fel", "ffa", "gwlad", "ngwlad", "haf", "iaith", "jam", "lamp", "lol",
            "llais", "llyfr", "mam", "nant", "oed", "pen", "pwy", "phlant", "ras", "rhaid", "sir",
            "tad", "tŷ", "thema", "uned", "wythnos", "ysgol",
        ],
        ["adolygu", "angen", "anghenion dysgu ychwanegol", "anghytundeb", "ail", "anabledd"],
        ["cwcw", "cwch", "cwd"],
        ["ager", "agor", "angen", "ahwy"],
        ["alaw", "allan", "amser"],
        ["adran", "addysg", "aeddfed"],
    ],
)  # fmt: skip
def test_digraphs_are_letters(words: list[str]) -> None:
    """Ch, dd, ff, ng, ll, ph, rh and th stand after c, d, f, g, l, p, r and t, inside words too."""
    assert ordered_from_behind(words) == words


@pytest.mark.parametrize(
    "words",
    [
        ["bag", "bang", "bancio", "Bangor", "bannod"],
        ["llogi", "llong", "lloned", "llongyfarch", "llonydd"],
        ["dang", "dan", "dangos", "dant"],
        ["argymell", "arholiad", "arhosfa", "arhosiad", "arian", "arwydd"],
        ["parhad", "parhaol", "parhau", "pario", "parod"],
        ["sicr", "sicrhad", "sicrhau", "sicrwydd"],
    ],
)
def test_divided_words_are_two_letters(words: list[str]) -> None:
    """Where two parts of a word meet, n+g and r+h sort as the two letters they are."""
    assert ordered_from_behind(words) == words


def test_mutated_words_are_divided_alike() -> None:
    """A divided word stays divided when its first letter mutates."""
    assert sort_key("Fangor")[0] == sort_key(f"Fan{JOINER}gor")[0]
    assert sort_key("nangos")[0] == sort_key(f"nan{JOINER}gos")[0]


def test_a_joiner_divides_any_word() -> None:
    """A word that no list knows can be divided by hand."""
    assert sort_key(f"ban{JOINER}gor")[0] == sort_key("Bangor")[0]
    assert sort_key(f"san{JOINER}gor")[0] != sort_key("sangor")[0]


@pytest.mark.parametrize("words", [["ty", "tŷ", "tyst"], ["cwyn", "cŵyn", "cwyno"]])
def test_accents_come_after_letters(words: list[str]) -> None:
    """An accent decides only between words of the same letters."""
    assert ordered_from_behind(words) == words


@pytest.mark.parametrize(
    "words",
    [
        ["cynllun", "cynllun datblygu unigol", "cynllunio"],
        ["corff", "Corff", "corff iechyd"],
        ["Cam 2", "Cam 10", "Cam A"],
        ["ail-law", "ailystyried"],
        ["darpariaeth", "y Ddeddf", "eiriolwr"],
    ],
)
def test_phrases_sort_word_by_word(words: list[str]) -> None:
    """Short phrases come first, figures by size, and hyphens and a leading article do not count."""
    assert ordered_from_behind(words) == words


def test_capitals_of_initialisms_stand_alone() -> None:
    """Two capitals are two letters: DDdY is D, Dd, Y, while ALl ends in Ll."""
    assert sort_key("DDdY")[0] == sort_key(f"d{JOINER}ddy")[0]
    assert sort_key("ALl")[0] == sort_key("all")[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chwaer", "Ch"),
        ("y Ddeddf", "Dd"),
        ("yr ysgol", "Y"),
        ("ffurflen", "Ff"),
        ("Llais", "Ll"),
        ("phlant", "Ph"),
        ("rhiant", "Rh"),
        ("Thema", "Th"),
        ("ngwlad", "Ng"),
        ("ADY", "A"),
        ("DDdY", "D"),
        ("ôl-16", "O"),
        ("‘cynllun’", "C"),
        ("2018", "#"),
        ("", "#"),
    ],
)
def test_initial_is_a_welsh_letter(text: str, expected: str) -> None:
    """The heading of a word is its first letter, of one sign or two."""
    assert initial(text) == expected


def test_ruled_words_are_decided() -> None:
    """Words in the tables, in any mutation, and words that leave no doubt need no ruling."""
    ruled = ["Bangor", "cyngor", "anghenion", "cynllun", "arholi", "ngwlad", "rhiant", "eang"]
    glossary = ["gwybodaeth a chyngor", "cyfryngu", "sicrhau darpariaeth", "gwaharddiad parhaol"]
    assert undecided([*ruled, *glossary, "cyfrwng Cymraeg", "nghyngor", "Fangor"]) == ()


def test_unknown_words_are_undecided() -> None:
    """A word with n+g or r+h inside that no table knows is returned once, in Welsh order."""
    assert undecided(["Sangor yr erhyd", "sangor", "pwrhan"]) == ("erhyd", "pwrhan", "sangor")


def test_a_joiner_decides_a_word() -> None:
    """A word divided by hand needs no ruling."""
    assert undecided([f"san{JOINER}gor"]) == ()


@given(st.lists(TEXTS, max_size=8).flatmap(lambda texts: st.permutations(sorted(texts))))
def test_order_does_not_depend_on_where_it_starts(texts: list[str]) -> None:
    """However the words arrive, they leave in the same order."""
    assert sorted(texts, key=sort_key) == sorted(sorted(texts), key=sort_key)


@given(TEXTS, TEXTS)
def test_only_the_same_text_has_the_same_key(first: str, second: str) -> None:
    """Two texts tie only if they are the same, so the order is total."""
    assert (sort_key(first) == sort_key(second)) == (first == second)


@given(TEXTS.map("a{}".format))
def test_accents_come_second(text: str) -> None:
    """A text and its bare letters differ at most in accents."""
    assert sort_key(text.lower())[0] == sort_key(fold(text))[0]


@given(st.text(max_size=12))
def test_any_text_is_answered(text: str) -> None:
    """No text is an error, and every text has a heading."""
    assert initial(text)
    assert sort_key(text) == sort_key(text)
    undecided([text])
