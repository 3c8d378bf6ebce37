"""Words that go with a kind of matter (``tables/topics.toml``): what a statement without a claim of it speaks of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("tables") / "topics.toml"


@lru_cache(maxsize=1)
def topics() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Kind -> its defining words, and those that go along with it."""
    table = tomllib.loads(TABLE.read_text(encoding="utf8"))
    return {kind: (_pattern(words["defining"]), _pattern(words["near"])) for kind, words in table.items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def spoken(words: str) -> Mapping[str, tuple[int, int]]:
    """Kind -> how many different words of a stretch define it, and how many go along with it.

    >>> spoken("The helicopter came down; its pilot is alive.")["equipment"]
    (3, 0)
    """
    return {kind: (_different(defining, words), _different(near, words)) for kind, (defining, near) in topics().items()}


def _different(pattern: re.Pattern[str], words: str) -> int:
    return len({found[0].casefold() for found in pattern.finditer(words)})
