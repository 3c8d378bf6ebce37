from __future__ import annotations

import pytest
from tests.reading.scenes import scene

from sayso.reading.counters import counter_at
from sayso.types import Span, Statement


@pytest.mark.parametrize(
    ("text", "source", "cue", "told"),
    [
        ("The miners reported 40 dead.", "The miners", "reported", True),
        ("The rebels were responsible for 40 deaths.", "The rebels", "were responsible for", False),
        ("The road is open, the miners say.\n\n40 dead were reported.", "the miners", "reported", False),
        ("The road is open, the miners say. They reported 40 dead.", "They", "reported", True),
    ],
)
def test_who_counts_is_named_there_and_tells_of_it(text: str, source: str, cue: str, told: bool) -> None:
    who, verb, at = (Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, "40"))
    made = Statement("s", "r", (who,), (verb,), (at,), "indirect", source, "", "", "asserts", None)
    assert (counter_at(scene(text, made), Span(0, len(text)), at) is not None) is told
