import csv
import io
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from canllaw.build import Guide, prepare
from canllaw.exchange.codes import Mark
from canllaw.exchange.delivery import MAX_BYTES, UnreadableError
from canllaw.exchange.formats import WRITERS, read
from canllaw.exchange.xliff import NAMESPACE
from canllaw.exchange.xliff2 import NAMESPACE as NAMESPACE_2
from canllaw.problems import Problem
from conftest import DAY, copy_tiny
from exchange.conftest import sent, taken_back

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'
    f'<xliff version="1.2" xmlns="{NAMESPACE}">&b;</xliff>'
)


@pytest.mark.parametrize(
    ("raw", "told", "line"),
    [
        (BOMB.encode(), "This file has a DOCTYPE, which could pull other files in or fill", 1),
        (b"<xliff>", "This file is not whole XML, so nobody can say what it holds.", 1),
        (b"<a/>", "This XML file is not XLIFF 1.2 or 2.0.", 1),
        (b'<?xml version="1.0" encoding="x-none"?><a/>', "This file is not whole XML", 1),
        (b"\n<a>" * 60, "The elements here are deeper than a translation file can be.", 52),
        (b"PK\x03\x04", "This file is a workbook or an archive, not a table or XLIFF.", 1),
        (b"id,from en,to cy,at\n\xff", "This table is not in UTF-8, so letters such as", 1),
        (b"", "This table does not have the columns that were sent: id, from", 1),
        (b"id,from en,from cy,to cy,at", "This table does not have the columns that", 1),
        (b'id,from en,to cy,at\n"' + b"a" * 140_000, "This table cannot be read from this", 2),
        (b"<" + b" " * MAX_BYTES, "This file is larger than 20 MB, more than the whole site", 1),
        (
            f'<xliff version="1.2" xmlns="{NAMESPACE}"/>'.encode(),
            "This file does not name one language to translate from and one to",
            1,
        ),
    ],
    ids=range(12),
)
def test_unreadable(raw: bytes, told: str, line: int) -> None:
    """A file that nobody can read, or that means harm, is refused in words, with its line."""
    with pytest.raises(UnreadableError, match=told.replace("(", r"\(")) as refused:
        read(raw)
    assert refused.value.line == line
    assert refused.value.message.cy
    assert refused.value.hint.cy


def test_pairs_taken_apart() -> None:
    """Programs that take pairs apart or mark words of their own are understood."""
    one = (
        f'<xliff version="1.2" xmlns="{NAMESPACE}"><file source-language="en" target-language="cy">'
        '<trans-unit id="a|1"><target>x<bx id="1"/>y<mrk mtype="seg">z</mrk><ex rid="1" id="7"/>'
        "<bpt id='2'>b</bpt></target></trans-unit></file></xliff>"
    )
    two = (
        f'<xliff version="2.0" xmlns="{NAMESPACE_2}" srcLang="en" trgLang="cy"><file id="f"><group '
        'id="g"><unit id="u" name="a|1"><segment><target>x<sc id="1"/>y</target></segment>'
        '<ignorable><source><sm id="m"/>z</source></ignorable><segment><target><ec startRef="1"/>'
        "<cp hex='1'/></target></segment></unit></group></file></xliff>"
    )
    expected = ("x", Mark(1, "open"), "yz", Mark(1, "close"), Mark(0, "alone"))
    for text in (one, two):
        (row,) = read(text.encode()).rows
        assert (row.id, row.pieces) == ("a|1", expected)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_of_other_programs(tiny: Path, mark: str) -> None:
    """A table may come back with another mark between columns, other columns order, empty lines."""
    guide = prepare(tiny, DAY)
    rows = list(csv.DictReader(io.StringIO(sent(guide, "cy", "csv").decode("utf-8-sig"))))
    names = sorted(rows[0])
    out = io.StringIO()
    sheet = csv.DictWriter(out, names, delimiter=mark)
    sheet.writeheader()
    sheet.writerows(rows)
    sheet.writerow(dict.fromkeys(names, ""))
    merged = taken_back(guide, tiny, out.getvalue().encode("utf-8-sig"))
    assert (merged.problems, merged.files) == ([], {})
    assert len(merged.units) > 100


def test_no_formula(tiny: Path, edit: object) -> None:
    """Words that a spreadsheet would take for a formula are kept from it, and come back."""
    page = tiny / "docs/cy/help/ask.md"
    text = page.read_text(encoding="utf-8").replace("Mae gennych", "=Mae {1} '=gennych")
    page.write_text(text, encoding="utf-8")
    guide = prepare(tiny, DAY)
    raw = sent(guide, "cy", "csv", "help/ask.md")
    assert b",'=Mae {{1} '=gennych {1/}." in raw
    assert taken_back(guide, tiny, raw).files == {}


def test_notes(tiny: Path) -> None:
    """A translator is told where a text appears, the official terms in it, and what must stay."""
    text = sent(prepare(tiny, DAY), "cy", "xliff").decode()
    assert "<note>Where it appears: /cy/help/gofyn/, /en/help/ask/</note>" in text
    assert "<note>Official terms: decision = penderfyniad</note>" in text
    assert '<note>Keep as it is: {{ length("deadline.appeal") }}</note>' in text
    assert "<note>A name: it may stay the same.</note>" in text
    assert '<count count-type="total" unit="word">2</count>' in text


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Guide, dict[str, bytes]]:
    """A tiny project that no test changes, and its file in every format."""
    root = copy_tiny(tmp_path_factory.mktemp("desk") / "tiny")
    guide = prepare(root, DAY)
    return root, guide, {form: sent(guide, "cy", form, "help/ask.md") for form in WRITERS}


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(WRITERS)),
    st.integers(0, 2**32),
    st.integers(1, 8),
    st.binary(max_size=9),
)
def test_mutated_files(
    desk: tuple[Path, Guide, dict[str, bytes]], form: str, seed: int, times: int, extra: bytes
) -> None:
    """Whatever happened to a file, it is merged or told of: never a traceback, never both."""
    root, guide, files = desk
    raw, dice = bytearray(files[form]), random.Random(seed)  # noqa: S311 - a game, no secret
    for _ in range(times):
        at, length = dice.randrange(len(raw)), dice.choice((1, 1, 5, 60))
        change = dice.choice(("cut", "put", "copy", "letter"))
        if change == "cut":
            del raw[at : at + length]
        elif change == "put":
            raw[at:at] = extra
        elif change == "copy":
            raw[at:at] = raw[dice.randrange(len(raw)) :][:length]
        else:
            raw[at] = dice.randrange(256)
    try:
        merged = taken_back(guide, root, bytes(raw))
    except UnreadableError:
        return
    assert not (merged.files and merged.problems)
    assert all(isinstance(problem, Problem) for problem in merged.problems)
    assert bool(merged.files) == (bool(merged.words) and not merged.problems)


@settings(deadline=None, max_examples=150)
@given(st.text(min_size=1, max_size=30))
def test_any_words(desk: tuple[Path, Guide, dict[str, bytes]], words: str) -> None:
    """Any words a translator types stand on the page as one paragraph, or are refused."""
    root, guide, files = desk
    rows = list(csv.reader(io.StringIO(files["csv"].decode("utf-8-sig"), newline="")))
    (row,) = [row for row in rows if row[5].startswith("Mae gennych")]
    row[5] = words.replace("{", "{{") + row[5].removeprefix("Mae gennych")
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    merged = taken_back(guide, root, out.getvalue().encode("utf-8", "replace"))
    if not merged.problems:
        ((name, text),) = merged.words.items()
        assert name == "help/ask.md#how-long"
        assert text.startswith("## Faint o amser {#how-long}\n\n")
        assert text.count('{{ length("deadline.appeal") }}') == 1
        assert text.count("\n") == guide.standings[name].unit.sides["cy"].words.count("\n")
