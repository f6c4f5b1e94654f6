"""The glossary is kept: a term on one side has its official counterpart on the other."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from canllaw.languages import LANGUAGES, Language, counterpart
from canllaw.model import Library, Page, Term, texts
from canllaw.problems import Place, Problem
from canllaw.welsh.mutation import fold, is_initialism, radicals

PageKey = tuple[Language, str]

_WORD: Final = re.compile(r"[^\W_]+")
# Between the words of a term may stand one of these: "plentyn sydd yn derbyn gofal".
