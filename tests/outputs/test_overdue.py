import datetime
import json

from canllaw.build import Guide
from canllaw.model import changes, dues
from canllaw.outputs.overdue import overdue_json, overdue_text
from conftest import DAY

BY = datetime.date(2027, 1, 10)
THEN = datetime.date(2030, 9, 1)


def test_overdue_text(guide: Guide) -> None:
    """Each fact is named with its limit, its place and the addresses to look at, in the language
    of who asks; a change to come says from what to what.
    """
    library = guide.content.library
    found = overdue_text(
        library, dues(library, guide.content.rules, BY), changes(library, DAY, THEN)
    )
    assert (
        found.en
        == """\
deadline.school  by 2027-01-10  (checked 2026-01-10, content/facts.yml:94:7)
    The school decides
    https://law.example/11
    https://council.example/page

Changes to come:
deadline.school  on 2030-09-01: 35 school days → 12 weeks"""
    )
    assert (
        found.cy
        == """\
deadline.school  erbyn 2027-01-10  (gwiriwyd 2026-01-10, content/facts.yml:94:7)
    Yr ysgol yn penderfynu
    https://law.example/11/welsh
    https://council.example/page

Newidiadau sydd ar ddod:
deadline.school  ar 2030-09-01: 35 diwrnod ysgol → 12 wythnos"""
    )


def test_nothing_overdue(guide: Guide) -> None:
    """Where nothing is due and nothing changes, nothing is written."""
    assert overdue_text(guide.content.library, [], []).en == ""


def test_addresses_of_contacts_and_sources(guide: Guide) -> None:
    """A contact is looked up on its own site, a source at its own address, no address twice."""
    library = guide.content.library
    found = dues(library, guide.content.rules, datetime.date(2029, 1, 1))
    text = overdue_text(library, found, []).en
    assert "    Helpers\n    https://helpers.example/\n    https://council.example/page\n" in text
    assert "source.act  by 2028-01-15" in text
    assert text.count("https://council.example/page") < text.count("  (checked ")


def test_overdue_json(guide: Guide) -> None:
    """Programs get the same with names and addresses in both languages."""
    library = guide.content.library
    found = overdue_json(
        library, dues(library, guide.content.rules, BY), changes(library, DAY, THEN), BY
    )
    assert json.loads(found) == {
        "by": "2027-01-10",
        "due": [
            {
                "id": "deadline.school",
                "kind": "deadline",
                "by": "2027-01-10",
                "checked": "2026-01-10",
                "path": "content/facts.yml",
                "line": 94,
                "name": {"cy": "Yr ysgol yn penderfynu", "en": "The school decides"},
                "addresses": {
                    "cy": ["https://law.example/11/welsh", "https://council.example/page"],
                    "en": ["https://law.example/11", "https://council.example/page"],
                },
            }
        ],
        "changes": [
            {
                "id": "deadline.school",
                "on": "2030-09-01",
                "from": {"length": 35, "unit": "school-day"},
                "to": {"length": 12, "unit": "week"},
                "path": "content/facts.yml",
                "line": 94,
            }
        ],
    }
