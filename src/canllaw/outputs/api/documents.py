"""The documents of `/api/v1/`: what each file holds, and where it stands."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final

from pydantic import Field, StringConstraints, create_model

from canllaw.languages import LANGUAGES, Audience, Language
from canllaw.model import Checked, Name, Page, Record, ShortAddress, Text
from canllaw.outputs.api.published import PUBLISHED, published
from canllaw.outputs.finished import FinishedSite

VERSION: Final = "1.1"
"""The second number grows when something is added. Nothing is ever taken away from v1."""

BASE: Final = "api/v1/"


class Document(Record):
    """What every document begins with. / Dechrau pob dogfen."""

    # A document of a later v1 fits the schema that a reader has kept.
    schema_version: Annotated[str, StringConstraints(pattern=r"^1\.[0-9]+$")] = Field(
        description="The version of the shape. / Fersiwn y ffurf."
    )
    as_of: datetime.date = Field(
        description="The day the files were made for. / "
        "Y diwrnod y cafodd y ffeiliau eu gwneud ar ei gyfer."
    )


class KindLinks(Record):
    """Where the facts of a kind are. / Ble mae ffeithiau o un math."""

    kind: str = Field(description="The kind of fact. / Y math o ffaith.")
    count: int = Field(description="How many there are. / Faint ohonynt sydd.")
    facts: str = Field(description="All of them, as JSON. / Pob un, fel JSON.")
    csv: str = Field(description="All of them, for a spreadsheet. / Pob un, ar gyfer taenlen.")
    json_schema: str = Field(description="What each may say. / Yr hyn y gall pob un ei ddweud.")


class Index(Document):
    """Where to start. / Ble i ddechrau."""

    name: Text = Field(description="The name of the site. / Enw’r wefan.")
    notice: Text = Field(
        description="What to know before relying on it. / I’w ddarllen cyn dibynnu arno."
    )
    kinds: tuple[KindLinks, ...] = Field(description="The kinds of fact. / Y mathau o ffaith.")
    pages: str = Field(description="The pages of the site. / Tudalennau’r wefan.")
    openapi: str = Field(description="The description of all this. / Disgrifiad o hyn oll.")


class PageSection(Record):
    """A section of a page. / Adran o dudalen."""

    id: str = Field(
        description="The id, the same in both languages. / Yr id, yr un yn y ddwy iaith."
    )
    title: Name = Field(description="Its heading. / Ei phennawd.")
    address: Name = Field(description="Its address. / Ei chyfeiriad.")


class SitePage(Record):
    """A page in both languages. / Tudalen yn y ddwy iaith."""

    path: str = Field(description="What the pair is known by. / Llwybr y ddwy ochr.")
    audience: Audience = Field(description="Whom it is for. / I bwy y mae.")
    title: Name = Field(description="Its title. / Ei theitl.")
    description: Text = Field(description="What it is about. / Yr hyn y mae’n sôn amdano.")
    address: Name = Field(description="Its address. / Ei chyfeiriad.")
    short_address: ShortAddress | None = Field(
        description="The words of its short address, below r/. / "
        "Geiriau ei chyfeiriad byr, o dan r/."
    )
    sections: tuple[PageSection, ...] = Field(description="Its sections. / Ei hadrannau.")
    facts: tuple[str, ...] = Field(description="The ids of the facts it shows. / Ids ei ffeithiau.")
    checked: datetime.date | None = Field(
        description="The oldest day a fact of it was checked. / Dyddiad ei gwiriad hynaf."
    )


class PagesDocument(Document):
    """Every page. / Pob tudalen."""

    pages: tuple[SitePage, ...] = Field(description="The pages. / Y tudalennau.")


def _fact_document(kind: str) -> type[Record]:
    model = PUBLISHED[kind]
    fact: Any = (model, Field(description="The fact. / Y ffaith."))
    return create_model(f"{model.__name__}Document", __base__=Document, fact=fact)


def _list_document(kind: str) -> type[Record]:
    model = PUBLISHED[kind]
    of_kind: Any = (str, Field(description="The kind of fact. / Y math o ffaith."))
    facts: Any = (tuple[model, ...], Field(description="The facts. / Y ffeithiau."))  # type: ignore[valid-type]  # made at run time
    return create_model(f"{model.__name__}List", __base__=Document, kind=of_kind, facts=facts)


FACT_DOCUMENTS: Final[Mapping[str, type[Record]]] = {
    kind: _fact_document(kind) for kind in PUBLISHED
}
LIST_DOCUMENTS: Final[Mapping[str, type[Record]]] = {
    kind: _list_document(kind) for kind in PUBLISHED
}


def list_path(kind: str) -> str:
    """Return where all facts of a kind stand, below `/api/v1/`."""
    return f"facts/{kind}.json"


def sheet_path(kind: str) -> str:
    """Return where the spreadsheet of a kind stands, below `/api/v1/`."""
    return f"csv/{kind}.csv"


def schema_path(name: str) -> str:
    """Return where the JSON Schema of a kind, or of a document, stands, below `/api/v1/`."""
    return f"schema/{name}.json"


def documents(site: FinishedSite) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every document with its path below `/api/v1/`."""
    start = {"schema_version": VERSION, "as_of": site.day.isoformat()}
    yield "index.json", {**start, **_index(site)}
    yield "pages.json", {**start, "pages": _pages(site)}
    for kind in PUBLISHED:
        facts = [published(site, entry) for entry in site.library.of_kind(kind)]
        yield list_path(kind), {**start, "kind": kind, "facts": facts}
        for fact in facts:
            name = fact["id"].partition(".")[2]
            yield f"facts/{kind}/{name}.json", {**start, "fact": fact}


def _index(site: FinishedSite) -> dict[str, Any]:
    base = site.address + BASE
    return {
        "name": site.wording["site.name"].model_dump(),
        "notice": site.wording["site.not-reviewed"].model_dump(),
        "kinds": [
            {
                "kind": kind,
                "count": len(site.library.of_kind(kind)),
                "facts": base + list_path(kind),
                "csv": base + sheet_path(kind),
                "json_schema": base + schema_path(kind),
            }
            for kind in PUBLISHED
        ],
        "pages": f"{base}pages.json",
        "openapi": f"{base}openapi.json",
    }


def _pages(site: FinishedSite) -> list[dict[str, Any]]:
    first, _ = LANGUAGES
    paths = sorted(path for language, path in site.pages if language == first)
    return [_page(site, path).model_dump(mode="json") for path in paths]


def _page(site: FinishedSite, path: str) -> SitePage:
    sides = {language: site.pages[language, path] for language in LANGUAGES}
    ours = sides[LANGUAGES[0]]
    addresses = {language: site.address + side.address for language, side in sides.items()}
    facts = [name for name in site.used[ours.key] if name.partition(".")[0] in PUBLISHED]
    days = [
        entry.checked for name in facts if isinstance(entry := site.library.entries[name], Checked)
    ]
    return SitePage(
        path=path,
        audience=ours.meta.audience,
        title=Name(**{language: side.title for language, side in sides.items()}),
        description=Text(**{language: side.meta.description for language, side in sides.items()}),
        address=Name(**addresses),
        short_address=ours.meta.short_address,
        sections=tuple(_sections(sides, addresses)),
        facts=tuple(facts),
        checked=min(days, default=None),
    )


def _sections(
    sides: Mapping[Language, Page], addresses: Mapping[Language, str]
) -> Iterator[PageSection]:
    headings = {
        language: {heading.id: heading.text for heading in side.headings if heading.id}
        for language, side in sides.items()
    }
    for name in headings[LANGUAGES[0]]:
        yield PageSection(
            id=name,
            title=Name(**{language: found[name] for language, found in headings.items()}),
            address=Name(**{language: f"{there}#{name}" for language, there in addresses.items()}),
        )
