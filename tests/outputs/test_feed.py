import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import feedparser  # type: ignore[import-untyped]  # it has no types
import pytest

from canllaw.build import prepare
from canllaw.languages import LANGUAGES, Language
from canllaw.model import FEEDS
from canllaw.outputs.feed import feed_files, feed_of
from canllaw.outputs.finished import FinishedSite
from conftest import DAY, Edit, finished_site

SITE = "https://tiny.example/below/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_feed_is_atom(finished: FinishedSite, language: Language) -> None:
    """The feed has all that RFC 4287 asks for, and a reader of feeds finds nothing wrong."""
    text = feed_files(finished)[FEEDS[language]]
    assert list(_against_rfc(text)) == []
    found = feedparser.parse(text)
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.language == language
    assert found.feed.author == "Canllaw"
    links = {(link.rel, link.hreflang): link.href for link in found.feed.links}
    assert links["self", language] == f"{SITE}{FEEDS[language]}"
    home = {"cy": f"{SITE}cy/", "en": f"{SITE}en/"}
    assert links["alternate", language] == home[language]
    assert [entry.id for entry in found.entries] == [
        f"tag:canllaw.example,2026:{language}:change.school",
        f"tag:canllaw.example,2026:{language}:change.written",
    ]
    for entry in found.entries:
        assert entry.link == f"{home[language]}#{entry.id.rpartition(':')[2]}"
        assert entry.updated.endswith("T00:00:00Z")
        assert entry.content[0].type == "application/xhtml+xml"


ATOM = "{http://www.w3.org/2005/Atom}"
LINK, DIV = f"{ATOM}link", "{http://www.w3.org/1999/xhtml}div"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def _against_rfc(text: str) -> Iterator[str]:
    """Say what in a feed is not as sections 3.3 and 4.1 of RFC 4287 ask."""
    feed = ET.fromstring(text)  # noqa: S314 - we have just made it
    entries = feed.findall(f"{ATOM}entry")
    if feed.tag != f"{ATOM}feed":
        yield "no feed"
    for holder in (feed, *entries):
        yield from _of_feed_or_entry(holder)
    if not all(holder.findtext(f"{ATOM}author/{ATOM}name") for holder in _with_authors(feed)):
        yield "no author"
    if len({entry.findtext(f"{ATOM}id") for entry in entries}) != len(entries):
        yield "two entries of one id"
    for content in feed.iter(f"{ATOM}content"):
        if content.get("type") == "xhtml" and [part.tag for part in content] != [DIV]:
            yield "content that is not one div"


def _of_feed_or_entry(holder: ET.Element) -> Iterator[str]:
    for name in ("id", "title", "updated"):
        found = [(each.text or "").strip() for each in holder.findall(f"{ATOM}{name}")]
        if len(found) != 1 or not found[0]:
            yield f"{holder.tag} has {len(found)} {name}"
    if not MOMENT.fullmatch(holder.findtext(f"{ATOM}updated", "")):
        yield "a moment that is none"
    if not urlsplit(holder.findtext(f"{ATOM}id", "")).scheme:
        yield "an id that is no address"
    links = [tuple(map(link.get, ("rel", "type", "hreflang"))) for link in holder.findall(LINK)]
    if "alternate" not in {rel for rel, _, _ in links} or len(set(links)) != len(links):
        yield "no link, or two of one kind"


def _with_authors(feed: ET.Element) -> list[ET.Element]:
    """Return the feed, if it names an author for all; else the entries that must each name one."""
    return [feed] if feed.find(f"{ATOM}author") is not None else feed.findall(f"{ATOM}entry")


@pytest.mark.parametrize(
    "taken",
    [
        r"<title>[^<]*</title>",
        r"<id>tag:canllaw.example,2026:cy</id>",
        r"<id>tag:canllaw.example,2026:cy:[^<]*</id>",
        r"<updated>[^<]*</updated>",
        r"T00:00:00Z",
        r"<author>.*?</author>",
        r'<link rel="alternate"[^>]*>',
        r":change.\w+(?=</id>)",
    ],
)
def test_what_is_no_feed(finished: FinishedSite, taken: str) -> None:
    """A feed that lacks what RFC 4287 asks for is told from one that has it."""
    text = feed_files(finished)[FEEDS["cy"]]
    without = re.sub(taken, "", text)
    assert without != text
    assert list(_against_rfc(without)) != []


def test_ids_stay_when_the_site_moves(finished: FinishedSite) -> None:
    """At another address the entries have the same ids, so that no reader shows them again."""
    moved = replace(finished, address="https://elsewhere.example/")
    ids = [re.findall("<id>(.+)</id>", feed_files(each)[FEEDS["cy"]]) for each in (finished, moved)]
    assert ids[0] == ids[1] != []


def test_feed_says_what_and_why(finished: FinishedSite) -> None:
    """An entry says what it was, what it is, why, from when, by what law, and leads to the fact."""
    found = feedparser.parse(feed_files(finished)["en/changes.xml"]).entries[0]
    assert found.title == "The length of the school limit will change."
    text = re.sub(r"<[^>]+>|\s+", " ", found.content[0].value).replace("\N{NO-BREAK SPACE}", " ")
    said = "Before: Counting days &amp; halves. After: Counting weeks. Why: The Act changed."
    assert re.sub(" +", " ", text.replace(" :", ":")).strip().startswith(said)
    assert "1 September 2030" in text
    assert "Act 2018, section 11" in text
    assert f'href="{SITE}en/help/ask/#deadline.school"' in found.content[0].value


def test_feed_is_as_new_as_its_newest_entry(finished: FinishedSite) -> None:
    """The feed was updated when its newest entry was, whenever it is built."""
    moments = re.findall("<updated>(.+)</updated>", feed_files(finished)["cy/newidiadau.xml"])
    assert moments == ["2026-01-20T00:00:00Z", "2026-01-20T00:00:00Z", "2026-01-15T00:00:00Z"]


def test_marks_of_xml(tiny: Path, edit: Edit) -> None:
    """Marks of XML in a text are text, in titles too."""
    edit("content/facts.yml", '"The length of the school limit will change."', '"A & B <i>"')
    found = feedparser.parse(feed_files(finished_site(prepare(tiny, DAY)))["en/changes.xml"])
    assert not found.bozo
    assert found.entries[0].title == "A & B <i>"


def test_no_feed_of_nothing(tiny: Path) -> None:
    """Where nothing has changed yet there is no feed."""
    facts = tiny / "content/facts.yml"
    kept = re.split(r"(?m)^(?=- kind: )", facts.read_text(encoding="utf-8"))
    without = "".join(part for part in kept if not part.startswith("- kind: change"))
    facts.write_text(without, encoding="utf-8")
    site = finished_site(prepare(tiny, DAY))
    assert feed_files(site) == {}
    assert feed_of(site.library, "cy") == ""
