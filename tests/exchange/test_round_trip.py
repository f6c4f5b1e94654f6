"""There and back through translate-toolkit, a second implementation of the formats."""

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # type: ignore[import-untyped]
from translate.storage.placeables import StringElem
from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from canllaw.build import Guide, prepare
from canllaw.cli.parcels import packed, units_of, wanted
from canllaw.exchange.formats import WRITERS
from canllaw.exchange.parcel import Parcel
from canllaw.exchange.toolkit import write_pairs, write_terms
from canllaw.languages import LANGUAGES, Language
from canllaw.model import Term
from canllaw.problems import CanllawError
from conftest import DAY, REPOSITORY
from exchange.conftest import sent, taken_back

Parcels = dict[Language, Parcel]
SCHEMAS = Path(__file__).parent / "schemas"
STORES: dict[str, Any] = {"xliff": xlifffile, "xliff2": Xliff2File}
TERMS: Any = tbxfile
PAIRS: Any = tmxfile


class _Beside(etree.Resolver):  # type: ignore[misc]  # lxml says no types
    """Finds the schema of the XML namespace beside the others, and never on the network."""

    def resolve(self, system_url: str, _public_id: str, context: Any) -> Any:
        if system_url.endswith("/xml.xsd"):
            return self.resolve_filename(str(SCHEMAS / "xml.xsd"), context)
        return None


def _schema(name: str) -> Any:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Beside())
    return etree.XMLSchema(etree.parse(SCHEMAS / name, parser))


@pytest.mark.parametrize(
    ("form", "schema", "to"),
    [("xliff", "xliff-core-1.2-strict.xsd", "cy"), ("xliff2", "xliff-core-2.0.xsd", "en")],
)
def test_valid(real_parcels: Parcels, form: str, schema: str, to: Language) -> None:
    """Everything the site says, exported, is valid by the schemas of OASIS."""
    _schema(schema).assertValid(etree.fromstring(WRITERS[form](real_parcels[to], "en")))


def test_the_schemas_refuse() -> None:
    """The schemas do refuse what is not XLIFF."""
    broken = b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><x/></xliff>'
    assert not _schema("xliff-core-1.2-strict.xsd").validate(etree.fromstring(broken))
    broken = b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>'
    assert not _schema("xliff-core-2.0.xsd").validate(etree.fromstring(broken))


@pytest.mark.parametrize(("form", "to"), [("xliff", "en"), ("csv", "cy")])
def test_nothing_changes(real_guide: Guide, real_parcels: Parcels, form: str, to: Language) -> None:
    """Everything the site says goes out and comes back unchanged, and no file would change."""
    merged = taken_back(real_guide, REPOSITORY, WRITERS[form](real_parcels[to], "en"))
    assert (merged.problems, merged.words, merged.files) == ([], {}, {})
    assert len(merged.units) > 2000


@pytest.mark.parametrize(("form", "to"), [("xliff", "cy"), ("xliff2", "en")])
def test_nothing_changes_through_the_toolkit(
    real_guide: Guide, real_parcels: Parcels, form: str, to: Language
) -> None:
    """The same after translate-toolkit has read the file and written it again."""
    store = STORES[form].parsestring(WRITERS[form](real_parcels[to], "en"))
    merged = taken_back(real_guide, REPOSITORY, bytes(store))
    assert (merged.problems, merged.words, merged.files) == ([], {}, {})
    assert len(merged.units) > 2000


def _words(element: Any) -> Iterator[Any]:
    """Yield the strings at the ends of a tree of the toolkit."""
    for part in element.sub:
        if isinstance(part, StringElem):
            yield from _words(part)
        else:
            yield element


def _filled(store: Any, change: Callable[[str], str]) -> int:
    """Change the first words of every target, as a translator would; return how many there were."""
    changed = 0
    for unit in store.units:
        if unit.isheader() or not unit.target:
            continue
        target = copy.copy(unit.rich_target[0])
        holder = next(_words(target), None)
        if holder is None:
            continue
        index = next(at for at, part in enumerate(holder.sub) if isinstance(part, str))
        holder.sub[index] = change(holder.sub[index])
        unit.rich_target = [target]
        changed += 1
    return changed


@pytest.mark.parametrize("to", LANGUAGES)
@pytest.mark.parametrize("form", STORES)
def test_filled_in_by_the_toolkit(tiny: Path, form: str, to: Language) -> None:
    """Targets that translate-toolkit fills in stand on that side afterwards, and nothing else."""
    guide = prepare(tiny, DAY)
    store = STORES[form].parsestring(sent(guide, to, form))
    count = _filled(store, lambda words: f"{words.rstrip()} ŵŷ ")
    assert count > 100
    merged = taken_back(guide, tiny, bytes(store))
    assert merged.problems == []
    for name, content in merged.files.items():
        (tiny / name).write_bytes(content)
    _assert_only(guide, prepare(tiny, DAY), to, "ŵŷ")


def _assert_only(before: Guide, after: Guide, to: Language, mark: str) -> None:
    """Only the side `to` has changed: the mark is in every unit with words, and no more than it."""
    old, new = units_of(before), units_of(after)
    assert list(old) == list(new)
    changed = 0
    for name, unit in new.items():
        for side in LANGUAGES:
            was, now = old[name].sides[side].words, unit.sides[side].words
            if side != to:
                assert now == was, name
            else:
                assert "".join(now.replace(mark, "").split()) == "".join(was.split()), name
                changed += mark in now
    assert changed > 100


def test_real_pages_filled_in(real_guide: Guide, real_parcels: Parcels) -> None:
    """On the real pages too: every file with new Welsh is as before but for the new words."""
    store = STORES["xliff2"].parsestring(WRITERS["xliff2"](real_parcels["cy"], "en"))
    assert _filled(store, lambda words: f"{words.rstrip()} ŵŷ ") > 5000
    merged = taken_back(real_guide, REPOSITORY, bytes(store))
    assert merged.problems == []
    assert len(merged.files) > 90
    for name, content in merged.files.items():
        was = (REPOSITORY / name).read_bytes().decode()
        assert "".join(content.decode().replace("ŵŷ", "").split()) == "".join(was.split()), name


def test_terms(real_guide: Guide) -> None:
    """The glossary comes out of the toolkit as it stands, whichever language it is for."""
    terms = [each for each in real_guide.content.library.of_kind("term") if isinstance(each, Term)]
    names = {term.id: (term.name.en, term.name.cy) for term in terms}
    assert names
    for to in LANGUAGES:
        store = TERMS.parsestring(write_terms(terms, to))
        found = {unit.getid(): (unit.source, unit.target) for unit in store.units}
        wanted = names if to == "cy" else {name: (cy, en) for name, (en, cy) in names.items()}
        assert wanted.items() <= found.items()


def test_agreed_pairs(tiny: Path) -> None:
    """Pairs come out of the toolkit as plain words, each once, with the other side."""
    guide = prepare(tiny, DAY)
    store = PAIRS.parsestring(write_pairs(packed(guide, wanted(guide, ()), "cy")))
    pairs = [(unit.source, unit.target) for unit in store.units]
    assert (
        'You have {{ length("deadline.appeal") }}.',
        'Mae gennych {{ length("deadline.appeal") }}.',
    ) in pairs
    assert ("Ask for help", "Gofyn am help") in pairs
    assert len(pairs) == len(set(pairs)) > 100


def test_without_the_toolkit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where translate-toolkit is not installed, the message says what to type."""
    monkeypatch.setitem(__import__("sys").modules, "translate.storage.tbx", None)
    with pytest.raises(CanllawError, match=r"Type: pip install translate-toolkit"):
        write_terms([], "cy")
