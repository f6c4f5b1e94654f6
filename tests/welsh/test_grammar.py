import pytest
from hypothesis import given
from hypothesis import strategies as st

from canllaw.welsh.grammar import (
    after,
    and_,
    article,
    in_,
    list_and,
    list_or,
    or_,
    with_,
)
from canllaw.welsh.mutation import radicals

# Made-up nouns with every beginning that matters, none of them a small word with its own rule.
ONSETS = [
    "a", "b", "bl", "c", "ch", "cl", "d", "dd", "e", "f", "ff", "g", "gl", "gw", "h", "i", "l",
    "ll", "m", "n", "o", "p", "pr", "r", "rh", "s", "t", "th", "tr", "u", "w", "y",
]  # fmt: skip
NOUNS = st.builds(
    "{}{}".format,
    st.sampled_from(ONSETS),
    st.sampled_from(["adlun", "orffen", "ystrad", "ebwr"]),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("phlant", "a phlant"),
        ("plant", "a phlant"),
        ("tribiwnlys", "a thribiwnlys"),
        ("cynllun", "a chynllun"),
        ("gofalwyr", "a gofalwyr"),
        ("awdurdod lleol", "ac awdurdod lleol"),
        ("ysgol", "ac ysgol"),
        ("wythnos", "ac wythnos"),
        ("wrth", "ac wrth"),
        ("iechyd", "ac iechyd"),
        ("iaith", "ac iaith"),
        ("hefyd", "a hefyd"),
        ("heb", "a heb"),
        ("llyfr", "a llyfr"),
        ("Wrecsam", "a Wrecsam"),
        ("gwefan", "a gwefan"),
        ("web", "a web"),
        ("chyngor", "a chyngor"),
        ("dyslecsia", "a dyslecsia"),
        ("‘plant’", "a ‘phlant’"),
        ("[ysgol](ysgol.md)", "ac [ysgol](ysgol.md)"),
        ("", "a "),
    ],
)
def test_and_depends_on_the_next_sound(text: str, expected: str) -> None:
    """And is ac before a vowel sound, and a with the aspirate mutation before the rest."""
    assert and_(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mae", "ac mae"),
        ("felly", "ac felly"),
        ("wedi’i lunio", "ac wedi’i lunio"),
        ("mai", "ac mai"),
        ("Mai", "a Mai"),
        ("gyda", "a chyda"),
        ("gan y cyngor", "a chan y cyngor"),
        ("dros 3 oed", "a thros 3 oed"),
    ],
)
def test_and_knows_its_small_words(text: str, expected: str) -> None:
    """Some small words ask for ac by custom, and some get their lost consonant back."""
    assert and_(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ADY", "ac ADY"),
        ("CDU", "a CDU"),
        ("AAA", "ac AAA"),
        ("S4C", "ac S4C"),
        ("TGAU", "a TGAU"),
        ("GIG", "a GIG"),
        ("NSPCC", "ac NSPCC"),
        ("RNIB", "ac RNIB"),
        ("SNAP Cymru", "a SNAP Cymru"),
        ("SACDA", "a SACDA"),
        ("(b)", "a (b)"),
        ("(c)", "ac (c)"),
        ("(dd)", "ac (dd)"),
    ],
)
def test_and_listens_to_letters(text: str, expected: str) -> None:
    """A letter counts as its old name sounds, in an initialism only where it is spelled out."""
    assert and_(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 wythnos", "ac 8 wythnos"),
        ("80", "ac 80"),
        ("8,000", "ac 8,000"),
        ("1 Medi", "ac 1 Medi"),
        ("1, 2", "ac 1, 2"),
        ("1af", "a 1af"),
        ("11", "ac 11"),
        ("11,000", "ac 11,000"),
        ("2 flynedd", "a 2 flynedd"),
        ("12 wythnos", "a 12 wythnos"),
        ("18", "a 18"),
        ("100", "a 100"),
        ("110", "a 110"),
        ("1,000", "a 1,000"),
        ("1999", "ac 1999"),
        ("2021", "a 2021"),
    ],
)
def test_and_listens_to_figures(text: str, expected: str) -> None:
    """A figure counts as it is read: un, wyth and un ar ddeg begin with vowels."""
    assert and_(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yr ysgol", "a’r ysgol"),
        ("y Tribiwnlys", "a’r Tribiwnlys"),
        ("Y Tribiwnlys", "a’r Tribiwnlys"),
        ("ei rieni", "a’i rieni"),
        ("eich plentyn", "a’ch plentyn"),
        ("eu rhieni", "a’u rhieni"),
        ("ein tîm", "a’n tîm"),
        ("fy mhlentyn", "a fy mhlentyn"),
    ],
)
def test_articles_and_possessives_lean_on_and(text: str, expected: str) -> None:
    """The article and most possessives lose their vowel after a."""
    assert and_(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cynllun", "â chynllun"),
        ("ADY", "ag ADY"),
        ("awtistiaeth", "ag awtistiaeth"),
        ("yr ysgol", "â’r ysgol"),
    ],
)
def test_with_follows_and(text: str, expected: str) -> None:
    """With is ag before a vowel sound, and â with the aspirate mutation before the rest."""
    assert with_(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plentyn", "neu blentyn"),
        ("coleg", "neu goleg"),
        ("tribiwnlys", "neu dribiwnlys"),
        ("gofalwr", "neu ofalwr"),
        ("bwrdd", "neu fwrdd"),
        ("darpariaeth", "neu ddarpariaeth"),
        ("mam", "neu fam"),
        ("llythyr", "neu lythyr"),
        ("rhiant", "neu riant"),
        ("ysgol", "neu ysgol"),
        ("CDU", "neu CDU"),
        ("ffurflen", "neu ffurflen"),
        ("chwaer", "neu chwaer"),
        ("yr awdurdod", "neu’r awdurdod"),
        ("ei riant", "neu ei riant"),
        ("gan y cyngor", "neu gan y cyngor"),
        ("pan fydd", "neu pan fydd"),
    ],
)
def test_or_softens(text: str, expected: str) -> None:
    """Or softens nouns, takes the article to itself and leaves prepositions alone."""
    assert or_(text) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Abertawe", "yn Abertawe"),
        ("Blaenau Gwent", "ym Mlaenau Gwent"),
        ("Bro Morgannwg", "ym Mro Morgannwg"),
        ("Caerdydd", "yng Nghaerdydd"),
        ("Caerffili", "yng Nghaerffili"),
        ("Casnewydd", "yng Nghasnewydd"),
        ("Castell-nedd Port Talbot", "yng Nghastell-nedd Port Talbot"),
        ("Ceredigion", "yng Ngheredigion"),
        ("Conwy", "yng Nghonwy"),
        ("Gwynedd", "yng Ngwynedd"),
        ("Merthyr Tudful", "ym Merthyr Tudful"),
        ("Pen-y-bont ar Ogwr", "ym Mhen-y-bont ar Ogwr"),
        ("Powys", "ym Mhowys"),
        ("Rhondda Cynon Taf", "yn Rhondda Cynon Taf"),
        ("Sir Benfro", "yn Sir Benfro"),
        ("Sir Ddinbych", "yn Sir Ddinbych"),
        ("Sir Fynwy", "yn Sir Fynwy"),
        ("Sir Gâr", "yn Sir Gâr"),
        ("Sir y Fflint", "yn Sir y Fflint"),
        ("Torfaen", "yn Nhorfaen"),
        ("Wrecsam", "yn Wrecsam"),
        ("Ynys Môn", "yn Ynys Môn"),
    ],
)
def test_in_each_local_authority(place: str, expected: str) -> None:
    """In takes the nasal mutation, and its own ending from the letter that follows."""
    assert in_(place) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Cymru", "yng Nghymru"),
        ("Deddf 2018", "yn Neddf 2018"),
        ("mis Medi", "ym mis Medi"),
        ("Y Fenni", "yn y Fenni"),
        ("yr ysgol", "yn yr ysgol"),
        ("eich cynllun", "yn eich cynllun"),
        ("dy gynllun", "yn dy gynllun"),
        ("MRC", "yn MRC"),
        ("2021", "yn 2021"),
        ("[Caerdydd](caerdydd.md)", "yng [Nghaerdydd](caerdydd.md)"),
    ],
)
def test_in_other_things(place: str, expected: str) -> None:
    """The article of a name becomes small, and what cannot mutate follows a plain yn."""
    assert in_(place) == expected


@pytest.mark.parametrize(
    ("noun", "feminine", "expected"),
    [
        ("ysgol", True, "yr ysgol"),
        ("cynllun", False, "y cynllun"),
        ("darpariaeth", True, "y ddarpariaeth"),
        ("hawl", True, "yr hawl"),
        ("gŵyn", False, "y gŵyn"),
        ("cŵyn", True, "y gŵyn"),
        ("cwyn", True, "y gŵyn"),
        ("llythyren", True, "y llythyren"),
        ("rhaglen", True, "y rhaglen"),
        ("gwasanaeth", False, "y gwasanaeth"),
        ("gardd", True, "yr ardd"),
        ("gwlad", True, "y wlad"),
        ("gwefan", True, "y wefan"),
        ("gwybodaeth", True, "yr wybodaeth"),
        ("wythnos", True, "yr wythnos"),
        ("CDU", False, "y CDU"),
        ("UCD", True, "yr UCD"),
        ("ADY", False, "yr ADY"),
        ("YouTube", False, "y YouTube"),
        ("8 wythnos", False, "yr 8 wythnos"),
    ],
)
def test_article_softens_feminine_nouns(noun: str, feminine: bool, expected: str) -> None:
    """The article is yr before vowels and h, and softens a feminine noun but not its ll or rh."""
    assert article(noun, feminine=feminine) == expected


def test_article_leans_on_a_vowel() -> None:
    """After a vowel the article is ’r, and a feminine noun is softened all the same."""
    assert article("darpariaeth", feminine=True, after_vowel=True) == "’r ddarpariaeth"


@pytest.mark.parametrize(
    ("preposition", "text", "expected"),
    [
        ("i", "Caerdydd", "i Gaerdydd"),
        ("i", "Powys", "i Bowys"),
        ("i", "Gwynedd", "i Wynedd"),
        ("i", "Tribiwnlys Addysg Cymru", "i Dribiwnlys Addysg Cymru"),
        ("i", "Llanelli", "i Lanelli"),
        ("i", "Rhuthun", "i Ruthun"),
        ("i", "yr ysgol", "i’r ysgol"),
        ("i", "ei riant", "i’w riant"),
        ("o", "eich cyngor", "o’ch cyngor"),
        ("ar", "yr ysgol", "ar yr ysgol"),
        ("o dan", "Deddf 2018", "o dan Ddeddf 2018"),
        ("hyd at", "pob penderfyniad", "hyd at bob penderfyniad"),
        ("ar hyd", "ffordd", "ar hyd ffordd"),
        ("ar hyd", "blwyddyn", "ar hyd blwyddyn"),
        ("gyda", "ysgol", "gydag ysgol"),
        ("gydag", "tîm", "gyda thîm"),
        ("gyda", "y tîm", "gyda’r tîm"),
        ("tua", "tair wythnos", "tua thair wythnos"),
        ("tua", "8 wythnos", "tua 8 wythnos"),
        ("drwy", "y cyngor", "drwy’r cyngor"),
        ("ynglŷn â", "penderfyniad", "ynglŷn â phenderfyniad"),
        ("ac", "plant", "a phlant"),
        ("neu", "plant", "neu blant"),
        ("yn", "Powys", "ym Mhowys"),
        ("efo", "y plant", "efo’r plant"),
        ("ar gyfer", "plant", "ar gyfer plant"),
    ],
)
def test_after_does_what_the_preposition_asks(preposition: str, text: str, expected: str) -> None:
    """Each preposition mutates in its own way, and one that mutates nothing changes nothing."""
    assert after(preposition, text) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["plant"], "plant"),
        (["yr ysgol", "y coleg"], "yr ysgol a’r coleg"),
        (["rhieni", "plant"], "rhieni a phlant"),
        (
            ["ysgolion", "colegau", "awdurdodau lleol"],
            "ysgolion, colegau ac awdurdodau lleol",
        ),
        (["A", "B", "C"], "A, B ac C"),
    ],
)
def test_list_and_joins_with_a_or_ac(items: list[str], expected: str) -> None:
    """Items are joined with commas and a last a or ac, with no comma before it."""
    assert list_and(items) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["rhiant"], "rhiant"),
        (["rhiant", "gofalwr"], "rhiant neu ofalwr"),
        (["plentyn", "rhiant", "person ifanc"], "plentyn, rhiant neu berson ifanc"),
    ],
)
def test_list_or_joins_with_neu(items: list[str], expected: str) -> None:
    """Items are joined with commas and a last neu, which alone mutates what follows."""
    assert list_or(items) == expected


@given(st.lists(NOUNS, min_size=2, max_size=6))
def test_lists_keep_every_item(items: list[str]) -> None:
    """Every item of a list is there in its place, the last one in some mutated shape."""
    for joined in (list_and(items), list_or(items)):
        *earlier, link, last = joined.replace(",", "").split(" ")
        assert earlier == items[:-1]
        assert link in {"a", "ac", "neu"}
        assert items[-1] in [radical.word for radical in radicals(last)]


@given(st.text(max_size=20))
def test_any_text_is_answered(text: str) -> None:
    """No text is an error, however odd, and none is lost."""
    for phrase in (and_(text), with_(text), or_(text), in_(text), article(text), after("i", text)):
        assert phrase
