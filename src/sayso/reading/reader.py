"""One report read from end to end: spans by the model, then statements, claims and figures by rules."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from sayso.errors import NotReadError
from sayso.reading.belonging import Belonging
from sayso.reading.checked import Found, Refusal, read_checked, read_refusing
from sayso.reading.chosen_sides import with_chosen_sides
from sayso.reading.claim_scene import Scene
from sayso.reading.claims import is_old, read_claims
from sayso.reading.figures import read_figures
from sayso.reading.filing import filed_on
from sayso.reading.links import link
from sayso.reading.meanings import Meanings
from sayso.reading.named import find_named, settle_types
from sayso.reading.roster import build_roster
from sayso.reading.sentences import sentences
from sayso.reading.side_signs import Telling
from sayso.reading.sides import Sides
from sayso.reading.statements import make_statements
from sayso.reading.tagger import MeaningReader, Reader
from sayso.reading.unnamed_forces import unnamed_forces
from sayso.reading.unsaid import claimed, outside_tables, told_sentences
from sayso.types import Meaning, Name, Problem, Reading, Report, Span, Statement
from sayso.values.name_kinds import NameKinds, fold, learn_kinds
from sayso.values.parties import PartyTable, learn_parties


class RememberingReader:
    """A reader that reads a text once, however often it is asked to; a failure, too, is remembered."""

    def __init__(self, reader: Reader) -> None:
        self.version = reader.version
        self._reader = reader
        self._known: dict[str, tuple[Found, list[Refusal]] | NotReadError] = {}
        self._meanings: dict[str, Meanings | None] = {}

    def read(self, text: str) -> Found:
        """What the reader gives for ``text``."""
        return self.read_refusing(text)[0]

    def read_refusing(self, text: str) -> tuple[Found, list[Refusal]]:
        """As ``read``, with what the reader refused itself."""
        if text not in self._known:
            try:
                self._known[text] = read_refusing(self._reader, text)
                self._meanings[text] = meanings_of(self._reader, text)
            except NotReadError as why:
                self._known[text] = why
        known = self._known[text]
        if isinstance(known, NotReadError):
            raise known
        return known

    def meanings(self, text: str) -> Meanings | None:
        """What the meaning of any statement of ``text`` is worked out from."""
        self.read_refusing(text)
        return self._meanings[text]


def meanings_of(reader: Reader, text: str) -> Meanings | None:
    """What a reader gives to work out meanings from; None where it has nothing of the kind."""
    return reader.meanings(text) if isinstance(reader, MeaningReader) else None


def read_report(
    report: Report, reader: Reader, table: PartyTable | None = None, kinds: NameKinds | None = None
) -> Reading:
    """All that ``reader`` and the rules find in ``report``. What could not be read is among the problems.

    Args:
        report: the report.
        reader: the model on board, or another reader.
        table: the parties that the other reports of a ledger taught; what this report teaches where None.
        kinds: what the other reports of a ledger make of a name; what this report makes of it where None.

    Raises:
        ReaderError: the reader cannot be used, or gives nothing for this report (``NotReadError``).
    """
    table = table or learn_parties([report.text])
    kinds = kinds or learn_kinds([report.text])
    ruled, meanings = read_by_rules(report, reader, table, kinds)
    statements = ruled.statements
    if meanings and meanings.sides:
        statements = with_chosen_sides(Telling(report, statements, table), meanings, meanings.sides)
    return read_statements(
        report, statements, ruled.names, table, reader_of(report, reader, table, kinds), ruled.problems, kinds
    )


class Ruled(NamedTuple):
    """The statements of a report with the parties that rules give their speakers, its names, and what went wrong."""

    statements: Sequence[Statement]
    names: Sequence[Name]
    problems: tuple[Problem, ...]


def read_by_rules(report: Report, reader: Reader, table: PartyTable, kinds: NameKinds) -> tuple[Ruled, Meanings | None]:
    """What ``read_report`` knows of a report before the model is asked whose the speakers are; arguments as there."""
    (attributions, tagged), refused = read_checked(reader, report.text, report.path)
    spans = sentences(report.text, report.language or "en")
    statements, names, problems = make_statements(report, attributions, tagged, spans, table, reader.version, kinds)
    meanings = meanings_of(reader, report.text)
    if meanings:
        belonging = Belonging.of(report.text, meanings)
        known = cache(partial(_is_known, table))
        statements = [replace(s, meaning=_meaning(s, meanings, belonging, known)) for s in statements]
    return Ruled(statements, names, (*refused, *problems)), meanings


def _meaning(
    statement: Statement, meanings: Meanings, belonging: Belonging | None, known: Callable[[str], bool]
) -> Meaning | None:
    made = meanings.of(statement.source, statement.cue, statement.content)
    if made and belonging:
        return replace(made, ties=belonging.ties(statement.source, known))
    return made


def read_statements(
    report: Report,
    statements: Sequence[Statement],
    names: Sequence[Name],
    table: PartyTable,
    version: str,
    problems: tuple[Problem, ...] = (),
    kinds: NameKinds | None = None,
) -> Reading:
    """The reading of a report whose statements and names are known: its claims, figures and links.

    Args:
        report: the report.
        statements: in reading order.
        names: the names of the report with their spans.
        table: the parties.
        version: what read the statements, kept with the reading.
        problems: what could not be read so far.
        kinds: what all reports make of a name.
    """
    spans = told_sentences(report.text, sentences(report.text, report.language or "en"))
    names = settle_types(report.text, names)
    anchor = filed_on(report).day

    def party_of(phrase: str) -> str:
        return _party(table, phrase)

    def is_movement(party: str) -> bool:
        guess = table.party_of(party)
        return guess is not None and guess.kind == "group"

    named = find_named(report.text, names, party_of, kinds, is_movement)
    forces = unnamed_forces(report.text, statements, named, _sides(report, names, statements, table))
    scene = Scene(report, anchor, spans, statements, named, party_of, is_movement, forces)
    claims = claimed(report.text, read_claims(scene))
    old = frozenset(c.id for c in claims if is_old(c.when, anchor))
    return Reading(
        report=report.id,
        reader=version,
        statements=tuple(link(report.text, statements, claims, old)),
        claims=tuple(claims),
        names=tuple(names),
        figures=tuple(read_figures(replace(scene, sentences=outside_tables(report.text, spans)))),
        problems=problems,
    )


def _sides(
    report: Report, names: Sequence[Name], statements: Sequence[Statement], table: PartyTable
) -> Callable[[str, Span], str]:
    """The party of words for a body at a place of the report, as of a speaker; "" where it stays open."""
    spoken = sorted((s.cue[0].start, s.party) for s in statements if s.cue and s.party)

    @cache
    def made() -> Sides:
        found = [(name.type, span) for name in names for span in name.spans]
        return Sides(report, build_roster(report.text, found), table)

    def side_of(phrase: str, span: Span) -> str:
        sides = made()
        sides.spoke_at, sides.spoke = next((each for each in reversed(spoken) if each[0] < span.start), (0, ""))
        return sides.of_phrase(phrase, span, None)[0]

    return side_of


def reader_of(report: Report, reader: Reader, table: PartyTable, kinds: NameKinds) -> str:
    """What read a report: the reader, and a digest of what the ledger teaches of names that stand in the report.

    A report is read anew where other reports have since taught the party or the kind of a name in it.
    """
    plain = fold(report.text)
    taught = sorted(f"{words}={one.party}" for words, one in table.learnt.items() if words in report.text)
    taught += sorted(f"{name}:{kinds.kind_of(name)}" for name in kinds.weights if name in plain)
    taught += [f"home={table.home.party} near={sorted(table.home.near)}"] if table.home else []
    return f"{reader.version}+{hashlib.sha256('|'.join(taught).encode()).hexdigest()[:8]}" if taught else reader.version


def _is_known(table: PartyTable, name: str) -> bool:
    return bool(_party(table, name))


def _party(table: PartyTable, phrase: str) -> str:
    guess = table.party_of(phrase)
    return guess.party if guess else ""
