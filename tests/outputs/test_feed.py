import re
from pathlib import Path

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
    found = feedparser.parse(feed_files(finished)[FEEDS[language]])
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
    """Where nothing has changed yet there is no feed, and no page names one."""
    facts = tiny / "content/facts.yml"
    kept = re.split(r"(?m)^(?=- kind: )", facts.read_text(encoding="utf-8"))
    without = "".join(part for part in kept if not part.startswith("- kind: change"))
    facts.write_text(without, encoding="utf-8")
    site = finished_site(prepare(tiny, DAY))
    assert feed_files(site) == {}
    assert feed_of(site.library, "cy") == ""
