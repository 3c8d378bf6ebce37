"""Who counts: the statement that a number stands in, unless its words name nobody who tells of the number."""

from __future__ import annotations

import re

from sayso.reading.claim_scene import Scene, continued, holder_of
from sayso.types import Span, Statement

DID = re.compile(r"\b(?:responsible|to blame|guilty|behind)\b", re.IGNORECASE)
"""How it is told who did it, not who says so: "rebels were responsible for nine of the deaths"."""


def counter_at(scene: Scene, sentence: Span, at: Span) -> Statement | None:
    """The statement that tells of the number at ``at``; None for what the report counts itself.

    So is what has a source in a paragraph before that of its cue: "40 dead were reported" names nobody.
    """
    statement = holder_of(scene.statements, at) or continued(scene, at, sentence)
    return None if statement and (_tells_who_did_it(scene, statement) or _is_far(scene, statement)) else statement


def _tells_who_did_it(scene: Scene, statement: Statement) -> bool:
    return any(DID.search(scene.text, cue.start, cue.end) for cue in statement.cue)


def _is_far(scene: Scene, statement: Statement) -> bool:
    """Whether a paragraph ends between who is said to speak and the word for his speaking."""
    if not statement.source or not statement.cue:
        return False
    end, start = statement.source[-1].end, statement.cue[0].start
    return end < start and "\n\n" in scene.text[end:start]
