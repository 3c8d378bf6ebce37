"""Statements that are no position though somebody speaks: what an interviewer asks, and that something was said."""

from __future__ import annotations

import re

from sayso.claims.told import Told

ASKER = re.compile(r"the (?:interviewer|presenter|host|hostess|journalist|reporter|moderator|anchor)", re.IGNORECASE)
BARELY = re.compile(
    r"(?:(?:has|had|have) )?(?:say|said|tell|told|write|wrote|written|add|added|stand|state)s?", re.IGNORECASE
)
"""A verb of saying that says nothing of how it was said."""


def is_question(one: Told) -> bool:
    """True for a turn of an interview that is a question or an interviewer's, by somebody of no party."""
    text, content = one.report.text, one.statement.content
    if one.cue != ":" or one.party:
        return False
    asked = bool(content) and "?" in text[content[-1].end - 1 : content[-1].end + 2]
    return asked or ASKER.fullmatch(one.speaker) is not None


def says_nothing(one: Told) -> bool:
    """True where nothing is known of what was said but that something was: "what Velgoria says"."""
    said = one.statement
    bare = said.stance == "asserts" and not said.content and not said.about
    return bare and BARELY.fullmatch(one.cue) is not None
