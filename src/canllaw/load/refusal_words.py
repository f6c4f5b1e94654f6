"""What is said about a value that the model refused, in both languages, and what to type.

Names and values stand where Welsh needs no mutation.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from canllaw.languages import Words, same
from canllaw.problems import quoted
from canllaw.yaml_words import Said

# By any text: a field has a name before it is known to be a language. The Welsh forms are those
# behind "yn" and "ochr".
SIDES: Final[Mapping[str, Words]] = {
    "cy": Words(cy="Gymraeg", en="Welsh"),
    "en": Words(cy="Saesneg", en="English"),
}
_ADD: Final = Words(cy="Ychwanegwch", en="Add")
_WRITE: Final = Words(cy="Ysgrifennwch", en="Write")
# Fields without which nobody says that a fact is so, and what to type.
WHO_SAYS_SO: Final[Mapping[str, Words]] = {
    "source": Words(
        cy="'source: [{instrument: source.…, section: \"…\"}]', y gyfraith sy’n dweud hynny.",
        en="'source: [{instrument: source.…, section: \"…\"}]', the law that makes it so.",
    ),
    "read_in": Words(
        cy="'read_in: [source.…]', lle cafodd ei darllen.",
        en="'read_in: [source.…]', where it was read.",
    ),
    "evidence": Words(
        cy="'evidence: …' gyda primary, secondary neu unconfirmed.",
        en="'evidence: …' with primary, secondary or unconfirmed.",
    ),
    "checked": Words(
        cy="'checked: …' gyda’r diwrnod y cymharodd rhywun hi â’i ffynhonnell: 2021-09-01",
        en="'checked: …' with the day somebody compared it with its source: 2021-09-01",
    ),
}
_DAY: Final = Words(
    cy="Ysgrifennwch ef fel blwyddyn-mis-diwrnod: 2021-09-01",
    en="Write it as year-month-day: 2021-09-01",
)
_ADDRESS: Final = Words(
    cy='Ysgrifennwch {cy: "https://…"}, {en: "https://…"} neu’r ddau.',
    en='Write {cy: "https://…"}, {en: "https://…"} or both.',
)
_BELOW: Final = Words(
    cy="Ysgrifennwch bob eitem ar ei llinell ei hun, gyda '- ' o’i blaen.",
    en="Write each item on a line of its own, with '- ' in front.",
)
# What to type in a field, by its name; for a rule of a whole entry, by its kind.
_HOW_TO_WRITE: Final[Mapping[str, Words]] = {
    "checked": _DAY,
    "from": _DAY,
    "id": Words(
        cy="Ysgrifennwch math.geiriau-mewn-llythrennau-bach, gyda chysylltnodau a heb acenion: "
        "deadline.school-decision",
        en="Write kind.words-in-lower-case, with hyphens and no accents: deadline.school-decision",
    ),
    "moved": Words(
        cy="Ysgrifennwch ef fel {old-id: new-id}, neu {old-id: parents/page.md#id} os yw ar "
        "dudalen arall.",
        en="Write it like {old-id: new-id}, or {old-id: parents/page.md#id} where it is on another "
        "page.",
    ),
    "short_address": Words(
        cy="Ysgrifennwch o 3 i 30 o lythrennau bach i bob iaith, gyda chysylltnodau a heb acenion: "
        "{cy: amser-apelio, en: appeal-time}",
        en="Write 3 to 30 small letters for each language, with hyphens and no accents: "
        "{cy: amser-apelio, en: appeal-time}",
    ),
    "was": Words(
        cy="Ysgrifennwch hen ids neu hen gyfeiriadau mewn cromfachau sgwâr: [deadline.old] mewn "
        "ffaith, [parents/old] ar ben tudalen, [r/old-words] am hen gyfeiriad byr.",
        en="Write old ids or old addresses in square brackets: [deadline.old] in a fact, "
        "[parents/old] at the top of a page, [r/old-words] for an old short address.",
    ),
    "number": Words(
        cy="Ysgrifennwch ef fel 2B.2, fel y mae yn y ffurflen safonol.",
        en="Write it like 2B.2, as in the standard form.",
    ),
    "when": Words(
        cy="Ysgrifennwch ef mewn dyfynodau fel diwrnod, mis neu flwyddyn: "
        '"2021-09-01", "2021-03" neu "2021".',
        en='Write it in quotes as a day, month or year: "2021-09-01", "2021-03" or "2021".',
    ),
    "phone": Words(
        cy='Ysgrifennwch ef â bylchau, mewn dyfynodau: "0300 222 5711".',
        en='Write it with spaces, in quotes: "0300 222 5711".',
    ),
    "email": Words(
        cy="Ysgrifennwch un cyfeiriad: help@example.org",
        en="Write one address: help@example.org",
    ),
    "cy": Words(
        cy='Copïwch ef o’r porwr, mewn dyfynodau: "https://www.llyw.cymru/"',
        en='Copy it from the browser, in quotes: "https://www.llyw.cymru/"',
    ),
    "en": Words(
        cy='Copïwch ef o’r porwr, mewn dyfynodau: "https://www.gov.wales/"',
        en='Copy it from the browser, in quotes: "https://www.gov.wales/"',
    ),
    "address": _ADDRESS,
    "website": _ADDRESS,
    "source": Words(
        cy='Ysgrifennwch [{instrument: source.…, section: "…"}].',
        en='Write [{instrument: source.…, section: "…"}].',
    ),
    "right": Words(
        cy="Ysgrifennwch 'deadlines: [deadline.…]' neu 'no_deadline: {cy: \"…\", en: \"…\"}', nid "
        "y ddau.",
        en="Write 'deadlines: [deadline.…]' or 'no_deadline: {cy: \"…\", en: \"…\"}', not both.",
    ),
    "slug": Words(
        cy="Defnyddiwch a i z, 0 i 9 a chysylltnodau, gyda / rhwng ffolderi: rhieni/apelio",
        en="Use a to z, 0 to 9 and hyphens, with / between folders: rhieni/apelio",
    ),
}
# What a value is not, and what to type, by the first word of the reason.
_TYPES: Final[Mapping[str, tuple[Words, Words]]] = {
    "date": (Words(cy="yn ddiwrnod", en="not a day"), _DAY),
    "int": (
        Words(cy="yn rhif cyfan", en="not a whole number"),
        Words(
            cy="Ysgrifennwch y rhif mewn ffigurau, heb ddim ar ei ôl.",
            en="Write the number in figures, with nothing behind it.",
        ),
    ),
    "bool": (
        Words(cy="yn true nac yn false", en="neither true nor false"),
        Words(cy="Ysgrifennwch true neu false.", en="Write true or false."),
    ),
}
# Spaces, hyphens and signs that nobody sees, as other programs put them in what they copy.
_LOOK_ALIKES: Final = re.compile("[\xa0\xad\u2010-\u2015\u2212\u200c\u200d\u202f]")
_NOTHING: Final = Words(cy="dim", en="nothing")


def what_is(given: Any) -> Words:
    """Return what kind of thing was given, in an editor's words."""
    if isinstance(given, dict):
        return Words(cy="grŵp o feysydd", en="a group of fields")
    if isinstance(given, list):
        return Words(cy="rhestr", en="a list")
    return Words(cy="un testun", en="one text") if given else _NOTHING


def stands_here(given: Any) -> Words:
    """Return what was given as the second half of a sentence."""
    found = what_is(given)
    welsh = "nid oes dim yma" if found == _NOTHING else f"{found.cy} sydd yma"
    return Words(cy=f"ond {welsh}", en=f"but {found.en} stands here")


def shown_text(given: Any) -> Words:
    """Return what was given as a message shows it: quoted, on one line, and short."""
    if not isinstance(given, str):
        found = what_is(given)
        return Words(cy=found.cy, en=found.en[:1].upper() + found.en[1:])
    return same(quoted(given))


def look_alike(given: Any) -> Words:
    """Name a sign that only looks like one of the keyboard, or looks like nothing at all."""
    found = _LOOK_ALIKES.search(given.strip()) if isinstance(given, str) else None
    if not found:
        return Words()
    number = f"U+{ord(found[0]):04X}"
    return Words(
        cy=f"Teipiwch y cyfan eto: mae ynddo nod o raglen arall ({number}).",
        en=f"Type the whole of it again: there is a sign from another program in it ({number}).",
    )


def thing(name: str, *, an_item: bool) -> Words:
    """Return what to call a field, or an item of one; the English starts a sentence."""
    shown = quoted(name)
    return Words(cy=f"eitem yn {shown}", en=f"An item of {shown}") if an_item else same(shown)


def how_to_write(name: str) -> Words:
    """Return what to type in a field."""
    otherwise = Words(
        cy="Cymharwch ef â chofnod arall o’r un math.",
        en="Compare it with another entry of the same kind.",
    )
    return _HOW_TO_WRITE.get(name, otherwise)


def choose_from(names: Iterable[str]) -> Words:
    """Return the values to choose from."""
    listed = ", ".join(names)
    return Words(cy=f"Dewiswch un o’r rhain: {listed}.", en=f"Choose one of {listed}.")


def add(name: str, choices: Iterable[str] = ()) -> Words:
    """Return how to add a field, with the values it takes where they are few."""
    listed = ", ".join(choices)
    if not listed:
        return Words(cy=f"Ychwanegwch '{name}: …'.", en=f"Add '{name}: …'.")
    return Words(
        cy=f"Ychwanegwch '{name}: …' gydag un o’r rhain: {listed}.",
        en=f"Add '{name}: …' with one of {listed}.",
    )


def _add_side(name: str) -> Words:
    side = SIDES[name]
    return Words(
        cy=f'Ysgrifennwch {name}: "…", fel na fydd bwlch i bobl sy’n darllen yn {side.cy}.',
        en=f'Write {name}: "…", so that readers of {side.en} do not meet a gap.',
    )


def side_missing(above: Words, name: str) -> Said:
    """Say that a text has one language only."""
    side = SIDES[name]
    return (
        Words(
            cy=f"Nid oes ochr {side.cy} ({name}) gan {above.cy}.",
            en=f"{above.en} has no {side.en} side ({name}).",
        ),
        _add_side(name),
    )


def side_blank(name: str) -> Said:
    """Say that one language of a text is blank."""
    side = SIDES[name]
    return (
        Words(
            cy=f"Mae’r ochr {side.cy} ({name}) yn wag.",
            en=f"The {side.en} side ({name}) is blank.",
        ),
        _add_side(name),
    )


def nobody_says_so(name: str, *, blank: bool) -> Said:
    """Say that a fact lacks a field, or leaves it blank, without which nobody says it is so."""
    found = (
        Words(cy=f"Mae '{name}' yn wag", en=f"'{name}' is blank")
        if blank
        else Words(cy=f"Nid oes '{name}' gan y ffaith hon", en=f"This fact has no '{name}'")
    )
    verb, field = _WRITE if blank else _ADD, WHO_SAYS_SO[name]
    return (
        Words(
            cy=f"{found.cy}, felly ni all neb weld pwy sy’n dweud hynny.",
            en=f"{found.en}, so nobody can tell who says so.",
        ),
        Words(cy=f"{verb.cy} {field.cy}", en=f"{verb.en} {field.en}"),
    )


def missing(name: str, choices: Iterable[str]) -> Said:
    """Say that a field is missing."""
    found = Words(cy=f"Mae '{name}' ar goll yma.", en=f"'{name}' is missing here.")
    return found, add(name, choices)


def cut_by_comma(name: str) -> Words:
    """Say that a comma cut a text in two."""
    shown = shown_text(name)
    return Words(
        cy=f"Mae coma’n gorffen testun sydd heb ddyfynodau; mae {shown.cy} dros ben.",
        en=f"A comma ends a text that has no quotes; {shown.en} is left over.",
    )


def no_such_field(name: str) -> Words:
    """Say that there is no such field."""
    shown = shown_text(name)
    return Words(cy=f"Nid oes maes {shown.cy} yma.", en=f"There is no field {shown.en} here.")


def fields_here(names: Iterable[str]) -> Words:
    """Return the fields that there are."""
    listed = ", ".join(names)
    return Words(cy=f"Y meysydd yma yw {listed}.", en=f"The fields here are {listed}.")


def too_few(name: str, least: int) -> Said:
    """Say that a list has too few items."""
    items = "one item" if least == 1 else f"{least} items"
    welsh = "un eitem" if least == 1 else f"{least} eitem"
    return (
        Words(
            cy=f"Mae angen {welsh} o leiaf yn '{name}'.",
            en=f"'{name}' needs {items} at least.",
        ),
        Words(cy="Ychwanegwch eitem gyda '- ' o’i blaen.", en="Add an item with '- ' in front."),
    )


def blank(called: Words, *, can_go: bool) -> Said:
    """Say that a field, or an item of one, is blank."""
    hint = (
        Words(cy="Llenwch ef, neu dilëwch ef.", en="Fill it in, or delete it.")
        if can_go
        else Words(
            cy="Llenwch ef; ni allwch ei adael allan.", en="Fill it in; it cannot be left out."
        )
    )
    return Words(cy=f"Mae {called.cy} yn wag.", en=f"{called.en} is blank."), hint


def not_a_pair(called: Words, given: Any) -> Said:
    """Say that a text in both languages should stand here."""
    here = stands_here(given)
    return (
        Words(
            cy=f"Mae angen Cymraeg a Saesneg ar {called.cy}, {here.cy}.",
            en=f"{called.en} needs Welsh and English, {here.en}.",
        ),
        Words(cy='Ysgrifennwch {cy: "…", en: "…"}.', en='Write {cy: "…", en: "…"}.'),
    )


def not_a_choice(name: str, given: Any) -> Words:
    """Say that a value is not one of a few."""
    shown = shown_text(given)
    return Words(
        cy=f"Nid yw {shown.cy} yn un o werthoedd '{name}'.",
        en=f"{shown.en} is not a value of '{name}'.",
    )


def other_form(name: str, given: Any) -> Said:
    """Say that a value has not the form it must have."""
    shown = shown_text(given)
    return (
        Words(
            cy=f"Nid yw {shown.cy} wedi’i ysgrifennu fel y mae’n rhaid i '{name}' fod.",
            en=f"{shown.en} is not written as '{name}' must be.",
        ),
        how_to_write(name),
    )


def not_a_list(name: str, given: Any) -> Said:
    """Say that a list should stand here."""
    here = stands_here(given)
    return (
        Words(cy=f"Rhestr yw '{name}', {here.cy}.", en=f"'{name}' is a list, {here.en}."),
        _HOW_TO_WRITE.get(name, _BELOW),
    )


def not_a_group(called: Words, name: str, given: Any, fields: Iterable[str]) -> Said:
    """Say that a group of fields should stand here."""
    here, listed = stands_here(given), ", ".join(fields)
    below = Words(
        cy=f"Ysgrifennwch ei feysydd oddi tano, wedi’u symud i mewn: {listed}.",
        en=f"Write its fields below it, moved in: {listed}.",
    )
    return (
        Words(
            cy=f"Grŵp o feysydd yw {called.cy}, {here.cy}.",
            en=f"{called.en} is a group of fields, {here.en}.",
        ),
        _HOW_TO_WRITE.get(name, below),
    )


def not_one_text(called: Words, given: Any) -> Said:
    """Say that one text should stand here."""
    here = stands_here(given)
    return (
        Words(
            cy=f"Un testun y mae {called.cy} yn ei dderbyn, {here.cy}.",
            en=f"{called.en} takes one text, {here.en}.",
        ),
        Words(
            cy="Ysgrifennwch ef fel un testun, heb '- ' o’i flaen a heb feysydd oddi tano.",
            en="Write it as one text, without '- ' in front and with no fields below it.",
        ),
    )


def too_small(name: str, given: Any, least: int) -> Said:
    """Say that a number is too small."""
    shown = shown_text(given)
    return (
        Words(
            cy=f"Mae {shown.cy} yn rhy fach i '{name}'.",
            en=f"{shown.en} is too small for '{name}'.",
        ),
        Words(cy=f"Ysgrifennwch {least} neu fwy.", en=f"Write {least} or more."),
    )


def too_big(name: str, given: Any, most: int) -> Said:
    """Say that a number is too big."""
    shown = shown_text(given)
    return (
        Words(
            cy=f"Mae {shown.cy} yn rhy fawr i '{name}'.",
            en=f"{shown.en} is too big for '{name}'.",
        ),
        Words(cy=f"Ysgrifennwch {most} neu lai.", en=f"Write {most} or less."),
    )


def too_long(name: str, given: Any, most: int) -> Said:
    """Say that a text is too long."""
    shown = shown_text(given)
    return (
        Words(
            cy=f"Mae {shown.cy} yn rhy hir i '{name}'.",
            en=f"{shown.en} is too long for '{name}'.",
        ),
        Words(
            cy=f"Ysgrifennwch {most} o lythrennau ar y mwyaf.", en=f"Write {most} letters at most."
        ),
    )


def not_of_type(name: str, given: Any, reason: str) -> Said:
    """Say that a value is not of the type that the field takes."""
    shown = shown_text(given)
    otherwise = (Words(cy=f"yn iawn i '{name}'", en=f"not right for '{name}'"), how_to_write(name))
    wanted, hint = _TYPES.get(reason.partition("_")[0], otherwise)
    return Words(cy=f"Nid yw {shown.cy} {wanted.cy}.", en=f"{shown.en} is {wanted.en}."), hint
