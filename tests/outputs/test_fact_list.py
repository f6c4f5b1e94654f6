from canllaw.build import Guide
from canllaw.model import Library
from canllaw.outputs.fact_list import fact_card, fact_list


def test_list_of_one_kind(guide: Guide) -> None:
    """A list has one line a fact: its id, whether it is hidden, its name in both languages."""
    assert fact_list(guide.content.library, "deadline", "en") == "\n".join(
        [
            "deadline.school                Yr ysgol yn penderfynu | The school decides",
            "deadline.appeal                Apelio | Appealing",
            "deadline.unknown  unconfirmed  Terfyn nad yw’n sicr | A limit that is not certain",
        ]
    )


def test_list_of_everything(guide: Guide) -> None:
    """Without a kind the list has every fact, in the order of the files, and no waiver."""
    lines = fact_list(guide.content.library, None, "en").split("\n")
    facts = [entry.id for entry in guide.content.library.entries.values() if entry.kind != "waiver"]
    assert [line.split()[0] for line in lines] == facts


def test_list_of_nothing() -> None:
    """Of an empty library the list is empty."""
    assert fact_list(Library(), None, "cy") == ""


def test_facts_are_named_by_what_they_have(guide: Guide) -> None:
    """A source is listed by its title, an example by its situation, a question by its words."""
    lines = fact_list(guide.content.library, None, "en").split("\n")
    assert all("|" in line for line in lines)
    assert "source.act                           Deddf Prawf 2018 | Test Act 2018" in lines
    assert any(
        line.endswith("Amserlen <i>weledol</i> i’r dosbarth. | A *visual* timetable for the class.")
        for line in lines
    )


def test_card(guide: Guide) -> None:
    """A card shows where a fact stands, all it says, what names it, and the pages that show it."""
    pages = guide.used_on("deadline.appeal")
    assert (
        fact_card(guide.content.library, "deadline.appeal", pages, "en")
        == """\
deadline.appeal  (content/facts.yml:112:7)

  kind: deadline
  id: deadline.appeal
  read_in:
    - source.act
  evidence: primary
  checked: 2026-01-15
  source:
    -
      instrument: source.act
      section: 70
  name:
    cy: Apelio
    en: Appealing
  topic: appeal
  who:
    - role.council
  starts:
    cy: Y diwrnod y cewch yr hysbysiad.
    en: The day you get the notice.
  counting: same-day
  must:
    cy: Anfon yr apêl.
    en: Send the appeal.
  counts: received
  promptly: false
  exceptions:
    -
      cy: Gall y Llywydd roi rhagor.
      en: The President may give more.
  if_missed:
    cy: Gofynnwch am ganiatâd.
    en: Ask for permission.
  values:
    -
      from: 2021-09-01
      length: 8
      unit: week
      extensions:
        -
          length: 8
          unit: week
          when:
            cy: Os ydych yn cyfryngu.
            en: If you mediate.

Named by:
  right.appeal  (deadlines)

Shown on:
  docs/cy/help/ask.md  /cy/help/gofyn/
  docs/en/help/ask.md  /en/help/ask/"""
    )


def test_card_of_a_fact_that_nothing_needs(guide: Guide) -> None:
    """Where nothing names a fact and no page shows it, the card says so."""
    card = fact_card(guide.content.library, "term.decision", guide.used_on("term.decision"), "en")
    assert card.endswith("\n\nNamed by:\n  nothing\n\nShown on:\n  nothing")


def test_card_in_welsh(guide: Guide) -> None:
    """The headings of a card are in the language of the reader; its fields are those to type."""
    library = guide.content.library
    card = fact_card(library, "term.decision", guide.used_on("term.decision"), "cy")
    assert card.endswith("\n\nWedi’i henwi gan:\n  dim\n\nI’w gweld ar:\n  dim")
    assert "\n  kind: term\n" in card
    assert "deadline.unknown  heb ei chadarnhau  " in fact_list(library, "deadline", "cy")


def test_card_names_each_field_of_a_referrer_once(guide: Guide) -> None:
    """A fact that names another in several fields is one line, with the fields in order."""
    card = fact_card(guide.content.library, "role.school", [], "en")
    assert "\n  age_stage.child  (decides, maintains)\n" in card
