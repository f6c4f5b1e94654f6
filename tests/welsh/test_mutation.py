import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from canllaw.welsh.mutation import Mutation, Radical, fold, mutate, mutate_first, radicals

# How a Welsh word can begin before its first vowel.
ONSETS = [
    "", "b", "bl", "br", "c", "ch", "chw", "cl", "cn", "cr", "d", "dr", "f", "ff", "g", "gl",
    "gn", "gr", "gw", "h", "j", "l", "ll", "m", "n", "p", "ph", "pl", "pr", "r", "rh", "s",
    "st", "t", "th", "tl", "tr", "ts",
]  # fmt: skip
WORDS = st.builds(
    "{}{}{}".format,
    st.sampled_from(ONSETS),
    st.sampled_from("aeiouwyâêîôûŵŷ"),
    st.text("abcdefghilmnoprstuwyŵŷ", min_size=1, max_size=8),
)


@pytest.mark.parametrize(
    ("word", "mutation", "expected"),
    [
        ("tribiwnlys", Mutation.SOFT, "dribiwnlys"),
        ("tribiwnlys", Mutation.NASAL, "nhribiwnlys"),
        ("tribiwnlys", Mutation.ASPIRATE, "thribiwnlys"),
        ("penderfyniad", Mutation.SOFT, "benderfyniad"),
        ("penderfyniad", Mutation.NASAL, "mhenderfyniad"),
        ("penderfyniad", Mutation.ASPIRATE, "phenderfyniad"),
        ("cynllun", Mutation.SOFT, "gynllun"),
        ("cynllun", Mutation.NASAL, "nghynllun"),
        ("cynllun", Mutation.ASPIRATE, "chynllun"),
        ("bwrdd", Mutation.SOFT, "fwrdd"),
        ("bwrdd", Mutation.NASAL, "mwrdd"),
        ("Deddf", Mutation.SOFT, "Ddeddf"),
        ("Deddf", Mutation.NASAL, "Neddf"),
        ("mam", Mutation.SOFT, "fam"),
        ("mam", Mutation.NASAL, "mam"),
        ("Cymru", Mutation.NASAL, "Nghymru"),
        ("gwasanaeth", Mutation.SOFT, "wasanaeth"),
        ("Gwynedd", Mutation.SOFT, "Wynedd"),
        ("gradd", Mutation.NASAL, "ngradd"),
        ("llythyr", Mutation.SOFT, "lythyr"),
        ("Llanelli", Mutation.SOFT, "Lanelli"),
        ("rhiant", Mutation.SOFT, "riant"),
        ("tŷ", Mutation.SOFT, "dŷ"),
        ("Betws-yn-Rhos", Mutation.NASAL, "Metws-yn-Rhos"),
    ],
)
def test_each_mutation_changes_its_letters(word: str, mutation: Mutation, expected: str) -> None:
    """The first letter changes as the mutation asks, and a capital stays a capital."""
    assert mutate(word, mutation) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ysgol", "hysgol"), ("Abertawe", "Habertawe"), ("ŵyn", "hŵyn"), ("plant", "plant")],
)
def test_h_goes_before_vowels(word: str, expected: str) -> None:
    """The h mutation puts an h before a vowel and leaves consonants alone."""
    assert mutate(word, Mutation.H) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("dadl", "ddadl"), ("cael", "chael"), ("mab", "fab"), ("pwyso", "phwyso")],
)
def test_mixed_is_aspirate_or_else_soft(word: str, expected: str) -> None:
    """The mixed mutation is aspirate for p, t and c and soft for the rest."""
    assert mutate(word, Mutation.MIXED) == expected


@pytest.mark.parametrize(
    "word", ["chwaer", "ffurflen", "theatr", "ysgol", "sir", "ngwlad", "tsips"]
)
def test_other_letters_do_not_mutate(word: str) -> None:
    """A letter of two signs is not taken for its first sign."""
    assert mutate(word, Mutation.SOFT) == word


@pytest.mark.parametrize("mutation", Mutation)
@pytest.mark.parametrize("word", ["ADY", "CDU", "DDdY", "ALl", "BILlau", "CADYau", "GIG", "S4C"])
def test_initialisms_never_mutate(word: str, mutation: Mutation) -> None:
    """An initialism stays as it is, with small letters in it and with a plural ending."""
    assert mutate(word, mutation) == word


@pytest.mark.parametrize(("word", "expected"), [("cwyn", "gŵyn"), ("Cwyn", "Gŵyn")])
def test_a_complaint_takes_a_circumflex(word: str, expected: str) -> None:
    """The soft mutation of cwyn, and no other, adds a circumflex."""
    assert mutate(word, Mutation.SOFT) == expected
    assert fold(mutate(word, Mutation.ASPIRATE)) == "chwyn"
    assert mutate("cwynion", Mutation.SOFT) == "gwynion"


def test_loan_words_keep_their_g() -> None:
    """A loan word such as grŵp resists the soft mutation and takes the nasal."""
    assert mutate("grŵp", Mutation.SOFT) == "grŵp"
    assert mutate("grŵp", Mutation.NASAL) == "ngrŵp"


@pytest.mark.parametrize("word", ["gan", "dan", "gyda", "mewn", "Braille", "C", "g", ""])
def test_steady_words_stay(word: str) -> None:
    """Words mutated for good, single letters and nothing at all come back unchanged."""
    assert mutate(word, Mutation.SOFT) == word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plant ysgol", "blant ysgol"),
        ("‘cynllun’ newydd", "‘gynllun’ newydd"),
        ("**penderfyniad**", "**benderfyniad**"),
        ("_cynllun_", "_gynllun_"),
        ("[cynllun](cynllun.md)", "[gynllun](cynllun.md)"),
        ('<abbr title="cynllun">Cod</abbr>', '<abbr title="cynllun">God</abbr>'),
        ("3 cynllun", "3 cynllun"),
        ("<b>", "<b>"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_mutate_first_finds_the_first_word(text: str, expected: str) -> None:
    """Only the first word changes, whatever marks or tags stand before it."""
    assert mutate_first(text, Mutation.SOFT) == expected


@pytest.mark.parametrize(
    ("surface", "word"),
    [
        ("nhribiwnlys", "tribiwnlys"),
        ("wasanaeth", "gwasanaeth"),
        ("fwrdd", "bwrdd"),
        ("fam", "mam"),
        ("lywodraeth", "llywodraeth"),
        ("lwfans", "lwfans"),
        ("rwystr", "rhwystr"),
        ("ngwlad", "gwlad"),
        ("nghynllun", "cynllun"),
        ("hysgol", "ysgol"),
        ("ddarpariaeth", "darpariaeth"),
        ("orau", "gorau"),
        ("Gŵyn", "cwyn"),
        ("Nghaerdydd", "caerdydd"),
    ],
)
def test_radicals_offer_the_dictionary_form(surface: str, word: str) -> None:
    """The form that a dictionary lists is among the candidates."""
    assert word in [radical.word for radical in radicals(surface)]


def test_radicals_begin_with_the_word_itself() -> None:
    """The word as it stands comes first, then each reading with its mutation."""
    assert radicals("Fam") == (
        Radical("fam", None),
        Radical("bam", Mutation.SOFT),
        Radical("mam", Mutation.SOFT),
    )


def test_initialisms_are_their_own_only_radical() -> None:
    """GIG is not read as a mutated cig."""
    assert radicals("GIG") == (Radical("gig", None),)


@given(WORDS, st.sampled_from(Mutation), st.booleans())
@example("cwyn", Mutation.SOFT, False)
@example("grŵp", Mutation.SOFT, True)
def test_every_mutation_can_be_undone(word: str, mutation: Mutation, capital: bool) -> None:
    """Whatever mutation a word has taken, the word is among the candidates of the result."""
    surface = mutate(word.capitalize() if capital else word, mutation)
    assert word in [radical.word for radical in radicals(surface)]


@given(st.text(max_size=12), st.sampled_from(Mutation))
def test_any_text_is_answered(text: str, mutation: Mutation) -> None:
    """No text is an error, and its own lower-case form is always the first candidate."""
    mutate(text, mutation)
    mutate_first(text, mutation)
    assert radicals(text)[0] == Radical(text.lower(), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tŷ", "ty"),
        ("ŵyn", "wyn"),
        ("Sir Gâr", "sir gar"),
        ("a’r ‘plant’", "a'r 'plant'"),
        ("copïo", "copio"),
        ("ban\N{COMBINING GRAPHEME JOINER}gor", "bangor"),
    ],
)
def test_fold_leaves_bare_letters(text: str, expected: str) -> None:
    """Case, accents, the shape of apostrophes and invisible marks do not matter when comparing."""
    assert fold(text) == expected
