"""Terms as TBX and agreed pairs as TMX, written by translate-toolkit where it is installed."""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final

from canllaw.exchange.codes import Marked
from canllaw.exchange.parcel import Parcel
from canllaw.languages import Language, Words, counterpart
from canllaw.model import Term
from canllaw.problems import CanllawError

_INSTALL: Final = Words(
    cy="i ysgrifennu TBX neu TMX mae angen translate-toolkit. Teipiwch: pip install "
    "translate-toolkit",
    en="to write TBX or TMX, translate-toolkit is needed. Type: pip install translate-toolkit",
)


def _storage(name: str) -> Any:
    try:
        return import_module(f"translate.storage.{name}")
    except ImportError:
        raise CanllawError(_INSTALL) from None


def write_terms(terms: Iterable[Term], to: Language) -> bytes:
    """Return the terms of the glossary as TBX, each with its meaning in both languages.

    An abbreviation and a plural are entries of their own. Raises `CanllawError` without the
    toolkit.
    """
    source = counterpart(to)
    store = _storage("tbx").tbxfile(sourcelanguage=source, targetlanguage=to)
    for term in terms:
        forms = (("", term.name), ("/abbreviation", term.abbreviation), ("/plural", term.plural))
        for part, form in forms:
            ours, theirs = form.in_(source), form.in_(to)
            if ours and theirs:
                unit = store.addsourceunit(ours)
                unit.target = theirs
                unit.setid(f"{term.id}{part}")
                for side in (source, to):
                    unit.addnote(term.definition.in_(side), origin="definition")
    return bytes(store)


def write_pairs(parcel: Parcel) -> bytes:
    """Return the pairs of a parcel that both sides have, as TMX; each pair once.

    Raises `CanllawError` without the toolkit.
    """
    store = _storage("tmx").tmxfile(sourcelanguage=parcel.source, targetlanguage=parcel.to)
    seen: set[tuple[str, str]] = set()
    for item in parcel.items:
        for pair in item.pairs:
            both = (_plain(pair.source), _plain(pair.present))
            if all(both) and both not in seen:
                seen.add(both)
                store.addtranslation(
                    both[0], parcel.source, both[1], parcel.to, comment=item.unit.id
                )
    return bytes(store)


def _plain(marked: Marked) -> str:
    """Return the words, and macro calls as they stand: a gap would read as a mistake."""
    parts = (
        piece
        if isinstance(piece, str)
        else marked.codes[piece.id].start
        if piece.role == "alone"
        else ""
        for piece in marked.pieces
    )
    return re.sub(r"\s+", " ", "".join(parts)).strip()
