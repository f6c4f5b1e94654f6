"""The real content, read once, and a translator's desk beside a tiny project."""

from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import Guide, prepare
from canllaw.cli.parcels import packed, project_of, wanted
from canllaw.exchange.formats import WRITERS, read
from canllaw.exchange.merge import Merged, merge
from canllaw.exchange.parcel import Parcel
from canllaw.languages import LANGUAGES, Language
from conftest import DAY

Change = Callable[[str], str]
"""What a translator's program does to a file."""


@pytest.fixture(scope="session")
def real_parcels(real_guide: Guide) -> dict[Language, Parcel]:
    """Everything the site says, packed once into each language."""
    return {to: packed(real_guide, wanted(real_guide, ()), to) for to in LANGUAGES}


def sent(guide: Guide, to: Language, form: str, *where: str) -> bytes:
    """Return what goes to a translator."""
    return WRITERS[form](packed(guide, wanted(guide, where), to), "en")


def taken_back(guide: Guide, root: Path, raw: bytes) -> Merged:
    """Return what a file makes of a project."""
    return merge(read(raw), "back.xlf", project_of(guide, lambda path: (root / path).read_bytes()))


@pytest.fixture
def exchange(tiny: Path) -> Callable[..., Merged]:
    """Return a function that sends the tiny project, changes the file and takes it back."""

    def there_and_back(
        *changes: tuple[str, str], to: Language = "cy", form: str = "xliff", edit: Change = str
    ) -> Merged:
        guide = prepare(tiny, DAY)
        text = sent(guide, to, form).decode()
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        return taken_back(guide, tiny, edit(text).encode())

    return there_and_back
