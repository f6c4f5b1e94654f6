import pytest

from canllaw.problems import Place, Problem
from canllaw.strict_yaml import MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, Node, parse, split_front_matter
from conftest import English, in_english


def _root(text: str) -> Node:
    root, problems = parse("a.yml", text.encode())
    assert problems == []
    assert root
    return root


def _problem(text: str | bytes) -> Problem:
    _, problems = parse("a.yml", text if isinstance(text, bytes) else text.encode())
    assert len(problems) == 1
    return problems[0]


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "true", "2018", "012", "1e3", "12:30", "2021-09-01", ".5", "0x1F", "=", "Ie."],
)
def test_text_stays_as_it_was_written(written: str) -> None:
    """What has no quotation marks is text, never a number, a day or a yes."""
    assert _root(f"a: {written}\n").plain() == {"a": written}


@pytest.mark.parametrize("written", ["null", "Null", "NULL", "~"])
def test_null(written: str) -> None:
    """The words for nothing mean nothing, unless they stand in quotes."""
    assert _root(f"a: {written}\nb: '{written}'\n").plain() == {"a": None, "b": written}


def test_blanks() -> None:
    """A field that is left blank is an empty text; behind a hyphen there is nothing at all."""
    assert _root('a:\nb: ""\nc:\n  -\n  - ""\n').plain() == {"a": "", "b": "", "c": [None, ""]}


def test_both_ways_of_writing() -> None:
    """Fields in braces and fields on lines of their own are the same."""
    lines = "- name:\n    cy: tŷ\n    en: house\n  who:\n    - a\n    - b\n"
    assert _root(lines).plain() == _root('- {name: {cy: "tŷ", en: house}, who: [a, b]}').plain()


def test_text_over_several_lines() -> None:
    """A text may go on over several lines, folded or kept."""
    root = _root('a: "one\n  two"\nb: >\n  one\n  two\nc: |\n  one\n  two\nd: one\n  two\n')
    assert root.plain() == {"a": "one two", "b": "one two\n", "c": "one\ntwo\n", "d": "one two"}


@pytest.mark.parametrize("text", ["", "\n\n", "# A note.\n", "---\n", "\ufeff"])
def test_nothing_in_it(text: str) -> None:
    """A file with nothing in it has no value, and no problem either."""
    root, problems = parse("a.yml", text.encode())
    assert (root.plain() if root else "") == ""
    assert problems == []


SMALL = "# A note.\n- name: {cy: tŷ, en: house}\n  who:\n    - a\n    - b\n"


@pytest.mark.parametrize(
    ("path", "spot"),
    [
        ((), (2, 1)),
        ((0,), (2, 3)),
        ((0, "name"), (2, 9)),
        ((0, "name", "en"), (2, 22)),
        ((0, "who"), (4, 5)),
        ((0, "who", 1), (5, 7)),
    ],
)
def test_places_of_values(path: tuple[str | int, ...], spot: tuple[int, int]) -> None:
    """Every value knows its line and its column."""
    assert _root(SMALL).spot_of(path) == spot


@pytest.mark.parametrize(
    ("path", "spot"),
    [((0, "name"), (2, 3)), ((0, "name", "en"), (2, 18)), ((0, "who"), (3, 3))],
)
def test_places_of_names(path: tuple[str | int, ...], spot: tuple[int, int]) -> None:
    """Every name of a field knows its line and its column."""
    assert _root(SMALL).spot_of(path, key=True) == spot


@pytest.mark.parametrize(
    ("path", "spot"),
    [
        ((0, "where"), (2, 3)),
        ((0, "name", "fr"), (2, 9)),
        ((0, "who", 7), (4, 5)),
        ((0, "name", "cy", "more"), (2, 14)),
        ((7,), (2, 1)),
    ],
)
def test_place_of_what_is_not_there(path: tuple[str | int, ...], spot: tuple[int, int]) -> None:
    """What is missing stands at the nearest thing above it that is there."""
    assert _root(SMALL).spot_of(path) == spot


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["windows", "old-mac"])
def test_line_ends_of_other_programs(end: str) -> None:
    """Lines are counted alike whatever program saved the file."""
    root = _root(SMALL.replace("\n", end))
    assert (root.plain(), root.spot_of((0, "who", 1))) == (_root(SMALL).plain(), (5, 7))


def test_byte_order_mark_takes_no_column() -> None:
    """A byte order mark does not move what stands behind it."""
    assert _root("\ufeffa: b\n").spot_of(("a",)) == (1, 4)


def test_columns_count_letters() -> None:
    """A letter that was written as two counts as the one letter an editor sees."""
    root = _root("{y\u0302: y\u0302, b: c}")
    assert (root.plain(), root.spot_of(("b",))) == ({"ŷ": "ŷ", "b": "c"}, (1, 11))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "marked"])
def test_C101_place(end: str, mark: bytes) -> None:
    """The first letter that is not UTF-8 is named by line and column, counted in letters."""
    raw = mark + f"a: b{end}ŵŵ: ".encode() + b"\xf4" + f" ŷ{end}".encode()
    assert _problem(raw).place == Place("a.yml", 2, 5)


@pytest.mark.parametrize(
    "sign",
    [
        "\0",
        "\x07",
        "\x1b",
        "\x7f",
        "\x85",
        "\u200b",
        "\u2028",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\uffff",
    ],
    ids=ascii,
)
def test_C102_hidden_sign(sign: str) -> None:
    """A sign that nobody can see is refused with its number, wherever it stands."""
    found = _problem(f"a: b\nc: ŵ{sign}d\n")
    assert (found.id, found.place) == ("C102", Place("a.yml", 2, 5))
    assert f"(U+{ord(sign):04X})" in in_english([found])[0].message


@pytest.mark.parametrize("text", ["a\u00adb", "👩\u200d👧", "a\u00a0b"], ids=ascii)
def test_signs_that_texts_need(text: str) -> None:
    """Soft hyphens, joined emoji and spaces that do not break belong to texts."""
    assert _root(f"a: {text}\n").plain() == {"a": text}


@pytest.mark.parametrize("name", ["0", "a", "b", "e", "x07", "u200b", "P"])
def test_C102_hidden_sign_from_a_backslash(name: str) -> None:
    r"""A backslash that turns into something nobody can see is refused: C:\backup."""
    found = _problem(f'a: "C:\\{name}"\n')
    assert (found.id, found.place) == ("C102", Place("a.yml", 1, 4))


@pytest.mark.parametrize(
    ("written", "text"), [("\\\\", "\\"), ('\\"', '"'), ("\\u0177", "ŷ"), ("\\n", "\n")]
)
def test_backslashes_that_are_meant(written: str, text: str) -> None:
    """A backslash keeps its few good uses inside double quotes."""
    assert _root(f'a: "{written}"\n').plain() == {"a": text}


@pytest.mark.parametrize(
    "text",
    ["a: 2021-09-01 # why\n", "a: # why\n  b\n", 'a: "b c" # why\n', "a: b#c d\n", "# b c\n"],
)
def test_notes_that_lose_nothing(text: str) -> None:
    """A note behind one word, behind quotes or on its own line is a note."""
    assert parse("a.yml", text.encode())[1] == []


def test_C102_note_inside_a_sentence() -> None:
    """A sentence that a # would cut in two is refused, and the rest is read all the same."""
    root, problems = parse("a.yml", b"- a: see step #2 first\n- a: see #3\n- a: one two # three\n")
    assert [(found.id, found.place.line, found.place.column) for found in problems] == [
        ("C102", 1, 15),
        ("C102", 3, 14),
    ]
    assert root
    assert root.plain()[1] == {"a": "see"}


def test_C103_third_time() -> None:
    """A name that stands three times is named twice, each time with the one before it."""
    _, problems = parse("a.yml", b"a: 1\nb: 2\na: 3\na: 4\n")
    assert [(found.id, found.place.line, found.hint) for found in in_english(problems)] == [
        ("C103", 3, "Delete one; the other is on line 1."),
        ("C103", 4, "Delete one; the other is on line 3."),
    ]


def test_problems_before_the_first_that_stops() -> None:
    """What was found before a file became unreadable is told too."""
    root, problems = parse("a.yml", b"a: 1\na: 2\nb: &c d\n")
    assert root is None
    assert [found.id for found in problems] == ["C103", "C104"]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_C105_depth(opening: str, closing: str) -> None:
    """Things stand inside each other as deep as the limit, and no deeper."""
    depths = [opening * depth + "x" + closing * depth for depth in (MAX_DEPTH, MAX_DEPTH + 1)]
    assert parse("a.yml", depths[0].encode())[1] == []
    assert _problem(depths[1]).place == Place("a.yml", 1, MAX_DEPTH * len(opening) + 1)
    assert _problem(depths[1]).id == "C105"


def test_C105_depth_without_end() -> None:
    """A file made to exhaust the reader is refused as fast as any other."""
    assert _problem("[" * MAX_BYTES).id == "C105"


def test_C105_size() -> None:
    """A file may be as large as the limit, and no larger."""
    assert parse("a.yml", b"#" * MAX_BYTES) == (None, [])
    assert _problem(b"#" * (MAX_BYTES + 1)).id == "C105"


@pytest.mark.parametrize(
    "text", ["[a]: b", "? [a]\n: b", "{a: b}: c", "{[a]: b}", "- b: c\n  [a]: d"]
)
def test_C104_name_that_is_no_text(text: str) -> None:
    """A list or a group of fields cannot be the name of a field."""
    assert _problem(text).id == "C104"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('- a: "b\n', (1, 6)),
        ("- a: 'b\n\n\n", (1, 6)),
        ("- a: {b: c\n\n\n", (1, 6)),
        ("- a: [b,\n", (1, 6)),
        ("- a: b\n  c d\n\n", (2, 3)),
    ],
)
def test_C102_end_of_the_file(text: str, place: tuple[int, int]) -> None:
    """What is open at the end of a file is named where it was opened."""
    assert _problem(text).place == Place("a.yml", *place)


SLIPS = "- a: b: c\n- a: d\n# Nodyn.\n- a: [e\n- a: f\n  a: g\n"


def test_slips_in_several_entries() -> None:
    """A slip in one entry hides neither those of the others nor what they say."""
    root, problems = parse("a.yml", SLIPS.encode(), entries_apart=True)
    assert [(found.id, found.place.line, found.place.column) for found in problems] == [
        ("C102", 1, 7),
        ("C102", 4, 6),
        ("C103", 6, 3),
    ]
    assert in_english(problems)[-1].hint == (
        "If a new item starts here, put '- ' in front of it, under the '- ' of line 5. "
        "Otherwise delete one."
    )
    assert root
    assert root.plain() == [{"a": "d"}, {"a": "g"}]
    assert root.spot_of((0, "a")) == (2, 6)
    assert parse("a.yml", SLIPS.encode()) == (None, problems[:1])


@pytest.mark.parametrize("text", ['- a: "b\n- c: "d"\n- e: f\n', "- a: [b,\n- c: d\n- e: f\n"])
def test_slip_that_runs_into_the_next_entry(text: str) -> None:
    """What is opened in one entry and not closed is named there, and the next ones are read."""
    root, problems = parse("a.yml", text.encode(), entries_apart=True)
    assert [(found.id, found.place) for found in problems] == [("C102", Place("a.yml", 1, 6))]
    assert root
    assert root.plain() == [{"c": "d"}, {"e": "f"}]


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n- d: [e\n",
        "- a: b\n<<<<<<< one\n- c: [d\n=======\n- e: [f\n>>>>>>> two\n",
        "- a: b: c\n" + "- d: [e\n" * MAX_ENTRIES,
    ],
    ids=["no-list", "two-versions", "too-many"],
)
def test_slip_that_stands_alone(text: str) -> None:
    """Where a file is no list, or one too long, or two versions, only the first slip is told."""
    root, problems = parse("a.yml", text.encode(), entries_apart=True)
    assert root is None
    assert [found.id for found in problems] == ["C102"]


def test_C102_what_no_explanation_fits() -> None:
    """A mistake that nobody thought of is named at its place all the same."""
    (found,) = in_english([_problem("%YAML 2.0\n---\na: b\n")])
    assert found == English(
        "C102",
        Place("a.yml", 1, 1),
        "This cannot be read: something is missing or one too many, here or just above.",
        "Compare the line with one like it, and put texts in double quotes.",
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nc\n", ("a: b\n", "c\n", 4)),
        ("--- \na: b\n---\t\nc", ("a: b\n", "c", 4)),
        ("---\r\na: b\r\n---\r\nc", ("a: b\r\n", "c", 4)),
        ("---\n---\nc", ("", "c", 3)),
        ("---\na: b\n---", ("a: b\n", "", 3)),
        ("---\na: b --- c\n---\nd\n---\n", ("a: b --- c\n", "d\n---\n", 4)),
        ("c\n---\na: b\n---\n", ("", "c\n---\na: b\n---\n", 1)),
        ("---\na: b\n", ("", "---\na: b\n", 1)),
        ("", ("", "", 1)),
    ],
)
def test_split_front_matter(text: str, parts: tuple[str, str, int]) -> None:
    """Only fields between two lines of hyphens at the very top are front matter."""
    assert split_front_matter(text) == parts
