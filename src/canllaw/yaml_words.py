"""What is said about a slip in a YAML file, in both languages: what is wrong, and what to type.

Signs and names stand where Welsh needs no mutation.
"""

from typing import Final, TypeAlias

from canllaw.languages import Words
from canllaw.problems import quoted

Said: TypeAlias = tuple[Words, Words]
"""What is wrong, and what to type."""

IN_QUOTES: Final = Words(
    cy='Rhowch y testun cyfan mewn dyfynodau dwbl: "…".',
    en='Put the whole text in double quotes: "…".',
)
_IN_LINE: Final = Words(
    cy="Rhowch yr un nifer o fylchau o flaen pob maes mewn cofnod.",
    en="Give every field of an entry the same number of spaces in front.",
)

TOO_MANY: Final = (
    Words(
        cy="Mae mwy yn y ffeil hon nag y gall neb ei ddarllen.",
        en="There is more in this file than anybody could read.",
    ),
    Words(
        cy="Rhannwch hi’n sawl ffeil yn yr un ffolder.",
        en="Split it into several files in the same folder.",
    ),
)
TWO_VERSIONS: Final = (
    Words(
        cy="O’r fan hon, mae dwy fersiwn o’r ffeil hon y naill uwchben y llall.",
        en="Two versions of this file stand one above the other from here.",
    ),
    Words(
        cy="Cadwch un, a dilëwch y llinellau sy’n dechrau â <<<<<<<, ======= a >>>>>>>.",
        en="Keep one, and delete the lines that start with <<<<<<<, ======= and >>>>>>>.",
    ),
)
TAB: Final = (
    Words(
        cy="Mae tab yma; bylchau yn unig y mae YAML yn eu derbyn.",
        en="A tab stands here; YAML only takes spaces.",
    ),
    Words(cy="Rhowch fylchau yn lle’r tab.", en="Replace the tab with spaces."),
)
STRANGE_SPACE: Final = (
    Words(
        cy="Mae’r llinell hon yn dechrau â bwlch o fath arall, o dudalen we neu ddogfen.",
        en="This line starts with a space of another kind, from a web page or a document.",
    ),
    Words(
        cy="Dilëwch y bylchau ar ddechrau’r llinell a theipiwch nhw eto.",
        en="Delete the spaces in front and type them again.",
    ),
)
STRANGE_SPACE_AT_NAME: Final = (
    Words(
        cy="Mae bwlch o fath arall, o dudalen we neu ddogfen, o flaen yr enw hwn neu ar ei ôl.",
        en="A space of another kind, from a web page or a document, stands before or behind this "
        "name.",
    ),
    Words(
        cy="Dilëwch y bylchau o gwmpas yr enw a theipiwch nhw eto.",
        en="Delete the spaces around the name and type them again.",
    ),
)
NO_SPACE: Final = (
    Words(
        cy="Nid oes bwlch cyffredin rhwng y colon a’r hyn sy’n ei ddilyn.",
        en="There is no ordinary space between the colon and what follows it.",
    ),
    Words(
        cy="Teipiwch un bwlch yn union ar ôl y colon.",
        en="Type one space right after the colon.",
    ),
)
CURLY_QUOTE: Final = (
    Words(
        cy="Nid yw’r dyfynodau crwm yma yn dangos i YAML ble mae testun yn dechrau ac yn gorffen.",
        en="The curly quotation marks here do not tell YAML where a text starts and ends.",
    ),
    Words(
        cy='Teipiwch ddyfynodau syth o gwmpas y testun cyfan: "…".',
        en='Type straight quotation marks around the whole text: "…".',
    ),
)
APOSTROPHE_IN_FRONT: Final = (
    Words(
        cy="Ni all testun ddechrau â chollnod oni bai ei fod mewn dyfynodau dwbl.",
        en="A text cannot start with an apostrophe unless it stands in double quotes.",
    ),
    IN_QUOTES,
)
CURLY_QUOTE_CLOSES: Final = (
    Words(
        cy="Dyfynnod syth sy’n agor yma, ond un crwm sydd ar ddiwedd y testun.",
        en="A straight quotation mark opens here, but a curly one stands at the end of the text.",
    ),
    Words(
        cy='Teipiwch " yn lle ” ar ddiwedd y testun.',
        en='Type " in place of ” at the end of the text.',
    ),
)
QUOTE_NOT_CLOSED: Final = (
    Words(
        cy="Nid yw’r dyfynnod sy’n agor yma wedi’i gau.",
        en="The quotation mark that opens here is not closed.",
    ),
    Words(
        cy='Caewch ef â " ar ddiwedd y testun.',
        en='Close it with " at the end of the text.',
    ),
)
APOSTROPHE_ENDS: Final = (
    Words(
        cy="Mae’r testun yn gorffen wrth y collnod hwn, ond mae’r llinell yn mynd ymlaen.",
        en="The text ends at this apostrophe, but the line goes on.",
    ),
    IN_QUOTES,
)
QUOTE_ENDS: Final = (
    Words(
        cy="Mae’r testun yn gorffen wrth y dyfynnod hwn, ond mae’r llinell yn mynd ymlaen.",
        en="The text ends at this quotation mark, but the line goes on.",
    ),
    Words(
        cy='Y tu mewn i destun, ysgrifennwch “ a ”, neu \\" yn lle ".',
        en='Inside a text write “ and ”, or \\" in place of ".',
    ),
)
BACKSLASH: Final = (
    Words(
        cy="Mae ôl-slaes (\\) yn y testun hwn; mewn dyfynodau dwbl mae ystyr arbennig i’r arwydd.",
        en="A backslash (\\) stands in this text; in double quotes it has a meaning of its own.",
    ),
    Words(
        cy="Ysgrifennwch \\\\ i gael ôl-slaes, neu dilëwch yr arwydd.",
        en="Write \\\\ for a backslash, or take it out.",
    ),
)
COMMA_MISSING: Final = (
    Words(
        cy="Mae coma neu gromfach gau ar goll o flaen hyn.",
        en="A comma or a closing bracket is missing in front of this.",
    ),
    Words(
        cy="Rhowch goma rhwng y ddau beth, neu caewch y gromfach.",
        en="Put a comma between the two, or close the bracket.",
    ),
)
COLON: Final = (
    Words(
        cy="Mae colon a bwlch ar ei ôl y tu mewn i’r testun hwn.",
        en="A colon followed by a space stands inside this text.",
    ),
    IN_QUOTES,
)
TOO_FAR_IN: Final = (
    Words(
        cy="Mae’r llinell hon wedi’i symud i mewn ymhellach na’r llinell uwch ei phen, sy’n "
        "gyflawn.",
        en="This line is moved in further than the line above it, which is complete.",
    ),
    _IN_LINE,
)
NO_NAME: Final = (
    Words(
        cy="Nid oes enw maes a cholon ar y llinell hon.",
        en="This line has no name of a field with a colon.",
    ),
    Words(
        cy="Ysgrifennwch 'enw: …'; neu symudwch y llinell i mewn os yw’n perthyn i’r testun uwch "
        "ei phen.",
        en="Write 'name: …'; or move the line in if it belongs to the text above it.",
    ),
)
LIST_BESIDE_NAME: Final = (
    Words(
        cy="Mae rhestr yn dechrau ar y llinell o dan ei henw; mae angen dyfynodau ar destun sy’n "
        "dechrau â -.",
        en="A list starts on the line below its name; a text that starts with - needs quotes.",
    ),
    Words(
        cy="Symudwch y '-' hwn i lawr i’w linell ei hun, neu rhowch y testun cyfan mewn dyfynodau "
        "dwbl.",
        en="Move this '-' down to a line of its own, or put the whole text in double quotes.",
    ),
)
BRACKET_TOO_MANY: Final = (
    Words(cy="Mae un gromfach gau yn ormod yma.", en="There is one closing bracket too many here."),
    Words(cy="Dilëwch hi.", en="Delete it."),
)
NOT_MOVED_IN: Final = (
    Words(
        cy="Nid yw’r llinell hon wedi’i symud i mewn, felly nid yw’n perthyn i unrhyw gofnod.",
        en="This line is not moved in, so it belongs to no entry.",
    ),
    Words(
        cy="Rhowch ddau fwlch o flaen maes, a '- ' o flaen cofnod newydd.",
        en="Put two spaces in front of a field, and '- ' in front of a new entry.",
    ),
)
_NOT_LINED_UP: Final = Words(
    cy="Nid yw’r llinell hon yn dechrau’n union o dan y llinellau uwch ei phen.",
    en="This line is not lined up with the lines above it.",
)
FIELD_NOT_LINED_UP: Final = (_NOT_LINED_UP, _IN_LINE)
ITEM_NOT_LINED_UP: Final = (
    _NOT_LINED_UP,
    Words(
        cy="Rhowch '-' pob cofnod, a '-' pob eitem mewn rhestr, yn union o dan yr un diwethaf.",
        en="Put the '-' of every entry, and of every item of a list, straight under the last.",
    ),
)
ANYTHING_ELSE: Final = (
    Words(
        cy="Nid oes modd darllen hyn: mae rhywbeth ar goll neu’n ormod, yma neu ychydig yn uwch.",
        en="This cannot be read: something is missing or one too many, here or just above.",
    ),
    Words(
        cy="Cymharwch y llinell ag un debyg iddi, a rhowch destunau mewn dyfynodau dwbl.",
        en="Compare the line with one like it, and put texts in double quotes.",
    ),
)

NOT_UTF8: Final = (
    Words(
        cy="Nid testun UTF-8 yw’r ffeil hon, felly byddai llythrennau fel ŵ ac ŷ yn mynd ar goll.",
        en="This file is not UTF-8 text, so letters such as ŵ and ŷ would be lost.",
    ),
    Words(
        cy="Cadwch hi eto gyda’r amgodiad UTF-8.",
        en="Save it again with the encoding UTF-8.",
    ),
)
SECOND_FILE: Final = (
    Words(
        cy="Mae llinell o dri chysylltnod yn dechrau ail ffeil y tu mewn i’r ffeil hon.",
        en="A line of three hyphens starts a second file inside this one.",
    ),
    Words(cy="Dilëwch y llinell.", en="Delete the line."),
)
HASH: Final = (
    Words(
        cy="Mae # ar ôl bwlch yn gorffen y testun hwn; byddai gweddill y llinell yn mynd ar goll.",
        en="A # after a space ends this text; the rest of the line would be lost.",
    ),
    IN_QUOTES,
)
TEMPLATE: Final = (
    Words(
        cy="Nid yw ffeithiau’n dal cod templed fel {{ … }}; dim ond tudalennau sy’n gwneud hynny.",
        en="Facts hold no template code such as {{ … }}; only pages do.",
    ),
    Words(cy="Ysgrifennwch y geiriau eu hunain yma.", en="Write the words themselves here."),
)
NO_FIELD_NAME: Final = (
    Words(cy="Nid enw maes yw hyn.", en="This is not the name of a field."),
    IN_QUOTES,
)

# The features of YAML that content does not use, by the sign that starts them.
_FEATURES: Final = {
    "*": Words(cy="alias", en="an alias"),
    "&": Words(cy="angor", en="an anchor"),
    "!": Words(cy="tag", en="a tag"),
}


def feature(sign: str) -> Said:
    """Say that a sign in front of a text starts a feature that content does not use."""
    name = _FEATURES[sign]
    return (
        Words(
            cy=f"Yn YAML, {name.cy} yw {sign} o flaen testun, ac nid yw’r cynnwys yn defnyddio "
            "hynny.",
            en=f"In YAML, {sign} in front of a text is {name.en}, which content does not use.",
        ),
        Words(
            cy='Os yw’n perthyn i destun, rhowch y testun mewn dyfynodau dwbl: "…". Os nad yw, '
            "dilëwch yr arwydd.",
            en='If it belongs to a text, put the text in double quotes: "…". If not, delete it.',
        ),
    )


def starts_with(sign: str) -> Said:
    """Say that a text starts with a sign that YAML keeps for itself."""
    return (
        Words(
            cy=f"Ni all testun ddechrau â {sign} oni bai ei fod mewn dyfynodau dwbl.",
            en=f"A text cannot start with {sign} unless it stands in double quotes.",
        ),
        IN_QUOTES,
    )


def bullet(sign: str) -> Said:
    """Say that a bullet or a dash stands where YAML takes a hyphen."""
    return (
        Words(
            cy=f"Mae {sign} o flaen hyn; â chysylltnod a bwlch y mae eitem yn dechrau.",
            en=f"The sign {sign} stands in front of this; an item starts with a hyphen and a "
            "space.",
        ),
        Words(
            cy=f"Teipiwch '- ' yn lle {sign}, neu rhowch y testun cyfan mewn dyfynodau dwbl.",
            en=f"Type '- ' in place of {sign}, or put the whole text in double quotes.",
        ),
    )


def not_closed(bracket: str) -> Said:
    """Say that a bracket is not closed, and with what to close it."""
    closing = {"[": "]", "{": "}"}.get(bracket, bracket)
    return (
        Words(
            cy=f"Nid yw’r gromfach {bracket} sy’n agor yma wedi’i chau.",
            en=f"The bracket {bracket} that opens here is not closed.",
        ),
        Words(cy=f"Caewch hi â {closing}.", en=f"Close it with {closing}."),
    )


def missing_before(sign: str) -> Said:
    """Say that a sign stands where something should stand in front of it."""
    return (
        Words(
            cy=f"Mae rhywbeth ar goll o flaen yr arwydd hwn: {sign}",
            en=f"Something is missing in front of this sign: {sign}",
        ),
        Words(
            cy="Ysgrifennwch yr hyn sydd ar goll, neu dilëwch yr arwydd; efallai fod angen "
            "dyfynodau dwbl o gwmpas testun.",
            en="Write what is missing, or delete the sign; a text may need double quotes around "
            "it.",
        ),
    )


def too_large(megabytes: int) -> Said:
    """Say that a file is larger than so many megabytes."""
    return (
        Words(
            cy=f"Mae’r ffeil hon yn fwy na {megabytes} MB.",
            en=f"This file is larger than {megabytes} MB.",
        ),
        Words(
            cy="Rhannwch hi’n sawl ffeil yn yr un ffolder.",
            en="Split it into several files in the same folder.",
        ),
    )


def too_deep(most: int) -> Said:
    """Say that something stands inside so many other things."""
    return (
        Words(
            cy=f"Mae hyn y tu mewn i {most} o bethau eraill; nid oes dim yn y cynnwys mor ddwfn.",
            en=f"This stands inside {most} other things; nothing in content is so deep.",
        ),
        Words(
            cy="Cymharwch ef â chofnod arall: efallai fod cromfach neu gysylltnod yn ormod.",
            en="Compare it with another entry: a bracket or a hyphen may be one too many.",
        ),
    )


def hidden(sign: str) -> Said:
    """Say that a sign stands here that nobody can see, by its number."""
    return (
        Words(
            cy=f"Mae nod na all neb ei weld yma (U+{ord(sign):04X}).",
            en=f"A character that nobody can see stands here (U+{ord(sign):04X}).",
        ),
        Words(
            cy="Dilëwch y llythrennau ar y ddwy ochr iddo hefyd, a theipiwch nhw eto.",
            en="Delete the letters on both sides of it too, and type them again.",
        ),
    )


def twice(name: str, line: int, *, first: bool = False) -> Said:
    """Say that a name stands a second time, and on which line it stood first; `first` where it is
    the one that an item of a list starts with, so that a hyphen may be missing.
    """
    shown = quoted(name)
    if first:
        return (
            Words(
                cy=f"Mae {shown} yma ddwywaith yn yr un eitem; dim ond un ohonynt all gyfrif.",
                en=f"{shown} stands twice in one item here; only one of them can count.",
            ),
            Words(
                cy=f"Os yw eitem newydd yn dechrau yma, rhowch '- ' o’i flaen, o dan '- ' llinell "
                f"{line}. Fel arall dilëwch un.",
                en=f"If a new item starts here, put '- ' in front of it, under the '- ' of line "
                f"{line}. Otherwise delete one.",
            ),
        )
    return (
        Words(
            cy=f"Mae {shown} yma ddwywaith; dim ond un ohonynt all gyfrif.",
            en=f"{shown} stands twice here; only one of them can count.",
        ),
        Words(
            cy=f"Dilëwch un; mae’r llall ar linell {line}.",
            en=f"Delete one; the other is on line {line}.",
        ),
    )
