"""An outlet that is a side itself: the release of a ministry, an army or a movement is what that side says.

A broadcaster or an agency of a state is none: it reports, whoever pays it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.communiques import said_in
from sayso.reading.party_table import Table
from sayso.reading.scene import Scene, Speaker
from sayso.types import Attribution, Report, Span

OFFICE = re.compile(
    r"\b(?:ministry|minist[eè]re|ministerio|department|government|command|forces?|army|navy|air force|presidency|"
    r"president|prime minister|cabinet|staff|embassy|administration|police|front|movement|brigades?|corps|guards?|"
    r"party|committee|council|militia|foreign office|home office|office of|secretariat|directorate|coalition|"
    r"white house|pentagon|kremlin|resistance|mission|authority|parliament)\b",
    re.IGNORECASE,
)
"""What an outlet's name holds that is an office, an army or a movement."""
PRESS = re.compile(
    r"\b(?:news\w*|times|post|press|radio|tv|television|agency|agencies|herald|journal|tribune|media|channel|broadcast\w*|"
    r"daily|weekly|gazette|observer|monitor|voice|network|today|review|wire|telegraph|guardian|mail|star|sun|standard|"
    r"chronicle|courier|echo|mirror|globe|bulletin|magazine|online|independent|express|report(?:er|s)?)\b|\.(?:com|net|org)\b",
    re.IGNORECASE,
)
"""What it holds where it is one that reports."""
ASIDE = re.compile(
    r"\b(?:refugees?|relief|aid|rescue|red (?:cross|crescent)|human rights|rights|charity|foundation|institute|"
    r"university|college|church\w*|watch|observatory|association|society|journalists|research|studies|trust|network|"
    r"think tank|bank)\b",
    re.IGNORECASE,
)
"""What it holds where it is a country's and yet no side: those who help, study and keep watch."""
OFFICE_OF_PRESS = re.compile(
    r"\b(?:press|media|information) (?:office|service|cent(?:re|er)|department)\b", re.IGNORECASE
)


def publishing_party(report: Report, table: Table) -> tuple[str, str] | None:
    """The party that the outlet of a report is or belongs to, and why; None where it is nobody's office."""
    name = report.outlet or ""
    if not name or ASIDE.search(name) or PRESS.search(OFFICE_OF_PRESS.sub("", name)):
        return None
    guess = table.party_of(name)
    if guess is None or not guess.party or guess.by not in ("name", "demonym", "seat") or guess.kind == "body":
        return None
    if not OFFICE.search(name) and " " in name and guess.party != name:
        return None
    return guess.party, f'party: the outlet "{name}" is of {guess.party}'


def outlet_speaking(scene: Scene, name: str, phrase: str) -> Speaker:
    """The outlet of itself: of no party, unless it is the office of one."""
    why = f'speaker: "{phrase}" is the outlet' if phrase else "speaker: the text is the outlet's own"
    of = publishing_party(scene.report, scene.sides.table) if name == scene.report.outlet else None
    return Speaker(name, of[0], (why, of[1]), "body") if of else Speaker(name, "", (why,), "outlet")


def carry_release(
    report: Report, table: Table, attributions: Sequence[Attribution], sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions with one without a source for each sentence of a side's release that nobody else says."""
    body = report.body
    if body is None or publishing_party(report, table) is None:
        return list(attributions)
    return [*attributions, *said_in(report.text, body, attributions, sentences, ())]
