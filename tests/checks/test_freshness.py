import datetime

from canllaw.build import Guide
from canllaw.checks import facts_past_their_limit
from canllaw.languages import Words
from canllaw.problems import Place, Problem, Severity
from conftest import DAY


def test_C511_past_its_limit(guide: Guide) -> None:
    """A fact nobody looked at again in time is a warning that names the day and the command."""
    library, rules = guide.content.library, guide.content.rules
    assert list(facts_past_their_limit(library, rules, DAY)) == []
    (found,) = facts_past_their_limit(library, rules, datetime.date(2027, 1, 11))
    assert found == Problem(
        "C511",
        Place("content/facts.yml", 110, 12),
        Words(
            cy="Roedd angen gwirio 'deadline.school' eto erbyn 2027-01-10, felly mae’r wefan yn "
            "dweud wrth ddarllenwyr ei bod yn hen.",
            en="'deadline.school' was due to be checked again by 2027-01-10, so the site tells "
            "readers that it is old.",
        ),
        Words(
            cy="Cymharwch hi â’i ffynhonnell a newidiwch `checked`: canllaw overdue.",
            en="Compare it with its source and change `checked`: canllaw overdue.",
        ),
    )
    assert found.severity is Severity.WARNING


def test_sources_and_contacts_grow_old_too(guide: Guide) -> None:
    """An address or a phone number past its day is named as well as a fact of law."""
    library, rules = guide.content.library, guide.content.rules
    found = facts_past_their_limit(library, rules, datetime.date(2029, 1, 1))
    messages = [problem.message for problem in found]
    ids = {words.en.split("'")[1] for words in messages if isinstance(words, Words)}
    assert {"source.act", "source.page", "organisation.helpers", "right.appeal"} <= ids
    assert "deadline.unknown" not in ids
