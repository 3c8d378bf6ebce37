"""The statements of one report: attributions resolved into who said it, for whom, how, in which stance and when.

In goes what the model found; out come statements in reading order, the names, and what could not be read. Each
decision leaves its reason in ``Statement.because``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.reading.chains import unfold
from sayso.reading.channels import channel_of_whole, named_channel, share_channels, whole_channel
from sayso.reading.communiques import carry_whole
from sayso.reading.deeds_told import without_deeds
from sayso.reading.filing import Filed, filed_on
from sayso.reading.interviews import answers_in, carry_answers
from sayso.reading.naming import find_names, name_records
from sayso.reading.party_table import Named, Table
from sayso.reading.publishers import carry_release, outlet_speaking
from sayso.reading.quotes import Quotation, find_quotations, quote_kind
from sayso.reading.repairs import repair
from sayso.reading.roster import build_roster, source_words
from sayso.reading.said import Clause, Dated, dates_in, may_carry, said_on
from sayso.reading.scene import Scene, Speaker, Told
from sayso.reading.sentences import sentence_at
from sayso.reading.sides import Sides
from sayso.reading.source_phrases import ASKS, NOBODY_SPEAKS
from sayso.reading.speakers import resolve_source
from sayso.reading.stance import stance_of
from sayso.reading.unsaid import table_problems, without_unsaid
from sayso.types import Attribution, Name, NameType, Problem, Report, Span, Statement, cover
from sayso.values.channels import channel_of
from sayso.values.name_kinds import NameKinds, learn_kinds


@dataclass(frozen=True, slots=True)
class Reading:
    """What every statement of a report is resolved against."""

    scene: Scene
    sentences: list[Span]
    dated: Dated
    everything: tuple[Attribution, ...]
    filed: Filed


def make_statements(
    report: Report,
    attributions: list[Attribution],
    names: list[tuple[str, Span]],
    sentences: list[Span],
    table: Table,
    reader: str,
    kinds: NameKinds | None = None,
) -> tuple[list[Statement], list[Name], list[Problem]]:
    """Statements, names and problems of ``report``. Spans count characters of ``report.text``.

    Args:
        report: the report, its text untouched.
        attributions: what the model found, in the order of the cues.
        names: type (PER, ORG, LOC, MISC) and place of every name that the model found.
        sentences: the sentences of the text in order.
        table: the parties, with what all reports taught it.
        reader: name and digest of the model, kept with each statement.
        kinds: what all reports make of a name; what this one makes of it where None.
    """
    known = kinds or learn_kinds([report.text])
    found = [
        (known.kind_of(report.text[s.start : s.end]) or kind, s)
        for kind, s in find_names(report.text, names)
        if not is_shouted(report.text[s.start : s.end], known)
    ]
    found = [(_no_person(kind, report.text[s.start : s.end], table, report.text), s) for kind, s in found]
    roster = build_roster(report.text, found)
    quotations = find_quotations(report.text)
    said = without_deeds(report.text, attributions)
    repaired = unfold(report.text, repair(report.text, said, sentences, quotations), sentences)
    repaired = carry_whole(report, without_unsaid(report, repaired, sentences), sentences)
    repaired = carry_release(report, table, repaired, sentences)
    repaired = carry_answers(report.text, roster.persons, repaired, sentences)
    quotations += [Quotation(answer, answer) for answer in answers_in(report.text)]
    sides = Sides(report, roster, table)
    filed = filed_on(report)
    dated = dates_in(report.text, filed.day)
    reading = Reading(Scene(report, roster, sides, quotations), sentences, dated, tuple(repaired), filed)
    statements = _within(report.text, share_channels(report.text, _all(reading, repaired, reader)))
    return (
        statements,
        name_records(report.text, found),
        [*_problems(report, statements), *table_problems(report, sentences)],
    )


# Ends of names alone; a word of a body anywhere in a name only tells that it is no place (reading/named.py).
BODY_END = re.compile(
    r" (?:Command|Council|Ministry|Office|Army|Front|Committee|Agency|Police|Guards?|Mission|Forces?|Party|Union|"
    r"Coalition|Authority|Parliament|Staff|Brigades?|Battalion|Corps|Movement|Alliance|Assembly|Senate|Commission|"
    r"Administration|Service|Bureau|Organi[sz]ation|Society|Institute|Hospital|Company|League|Navy|Court)$"
)


def _no_person(kind: NameType, words: str, table: Table, text: str) -> NameType:
    """The type of a name that was taken for a person's or a place's and is a party's or a channel's, or that ends on a
    word for bodies or stands for one by its letters: "the mission, known as MISTRA".
    """
    if channel_of(words) == words.casefold():
        return "MISC"
    if re.fullmatch(r"[A-Z]{3,7}", words) and re.search(rf"\b(?:known as|called) {words}\b", text):
        return "ORG"
    guess = table.party_of(words) if kind in ("PER", "LOC") else None
    if kind == "LOC" and guess and guess.kind in ("group", "body") and guess.source == "table":
        return "ORG"  # "Islamic Jihad" is no place, nor is "CNN"
    if kind != "PER":
        return kind
    if guess and guess.source == "table" and guess.kind in ("group", "body") and guess.by == "name":
        return "ORG"  # "the United Nations human rights chief"
    if guess and (guess.party == words or " " not in words or _is_a_seat(guess, words)):  # "Abu Dhabi denies it"
        return "ORG" if guess.kind == "group" else "LOC"
    return "ORG" if BODY_END.search(words) else kind


def _is_a_seat(guess: Named, words: str) -> bool:
    """Whether a name of several words is the seat of a state as the table has it: "Abu Dhabi" is nobody's name."""
    return guess.source == "table" and guess.by == "seat" and f'"{words}"' in guess.because


def is_shouted(words: str, kinds: NameKinds) -> bool:
    """True for a common word in capitals, in a telegram or a headline."""
    return words.isupper() and all(word.lower() in kinds.common for word in words.split())


def _all(reading: Reading, attributions: Sequence[Attribution], reader: str) -> list[Statement]:
    told: list[Told] = []
    out: list[Statement] = []
    for attribution in attributions:
        speaker = _speaker(reading.scene, attribution, told)
        if speaker is None:
            continue
        statement = _one(reading, attribution, speaker, out[-1] if out else None, reader)
        if speaker.name and speaker.kind not in ("outlet", "none"):
            reading.scene.sides.spoke, reading.scene.sides.spoke_at = speaker.party, _place(attribution)
        out.append(statement)
        told.append(Told(_place(attribution), speaker, attribution.content))
    return out


def _speaker(scene: Scene, attribution: Attribution, told: Sequence[Told]) -> Speaker | None:
    """Who says it; of words with neither source nor cue the outlet that is a side itself, else nobody."""
    if not attribution.source and not attribution.cue:
        own = outlet_speaking(scene, scene.report.outlet or "", "")
        return own if own.party else None
    return resolve_source(scene, attribution.source, attribution.cue[0] if attribution.cue else None, told)


def _one(
    reading: Reading, attribution: Attribution, speaker: Speaker, before: Statement | None, reader: str
) -> Statement:
    report = reading.scene.report
    source, cue, content = (
        words_at(report.text, spans) for spans in (attribution.source, attribution.cue, attribution.content)
    )
    own_voice = speaker.kind == "outlet" or speaker.name in source_words().press
    stance, why = stance_of(cue, content, source=source, own_voice=own_voice)
    if cue == ":" and (own_voice or ASKS in speaker.because):
        stance, why = "other", "who puts a question asserts nothing"
    said, when = _said(reading, attribution, speaker, before)
    named = named_channel(report.text, attribution, reading.everything, reading.sentences)
    nested = cue_inside(attribution, reading.everything)
    channel = named or ("" if nested else whole_channel(report.text, attribution, channel_of_whole(report.text)))
    return Statement(
        id=statement_id(report.id, attribution),
        report=report.id,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        quote=quote_kind(report.text, reading.scene.quotations, attribution.content, cue=attribution.cue),
        speaker=speaker.name,
        party=speaker.party,
        channel=channel,
        stance=stance,
        said=said,
        because=(*speaker.because, f"stance: {why}", *((when,) if when else ())),
        reader=reader,
    )


def cue_inside(attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """True where the cue stands in what somebody else says."""
    return any(
        piece.start <= cue.start < piece.end
        for cue in attribution.cue
        for other in others
        if other is not attribution
        for piece in other.content
    )


def words_at(text: str, spans: Sequence[Span]) -> str:
    """The words of a statement's part, its pieces joined by a blank."""
    return " ".join(text[span.start : span.end] for span in spans)


def statement_id(report: str, attribution: Attribution) -> str:
    """The first 16 hex digits of a SHA-256 over the report's id and all spans."""
    parts = (attribution.source, attribution.cue, attribution.content)
    key = "|".join([report, *(",".join(f"{span.start}-{span.end}" for span in spans) for spans in parts)])
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _place(attribution: Attribution) -> int:
    spans = attribution.cue or attribution.source or attribution.content
    return spans[0].start


def _said(
    reading: Reading, attribution: Attribution, speaker: Speaker, before: Statement | None
) -> tuple[str | None, str]:
    text, filed = reading.scene.report.text, reading.filed
    if filed.day is None:
        return None, ""
    cue = attribution.cue[0] if attribution.cue else None
    sentence = sentence_at(reading.sentences, cue.start) if cue else None
    if cue and sentence:
        body = reading.scene.report.body
        floor = max(sentence.start, body.start) if body and body.start < sentence.end else sentence.start
        others = tuple(
            piece
            for other in reading.everything
            if other is not attribution
            for piece in other.content
            if piece not in attribution.content and not piece.start <= cue.start < piece.end
        )
        clause = Clause(cue, attribution.content, Span(floor, sentence.end), others, attribution.source)
        named = said_on(text, reading.dated, filed.day, clause)
        if named:
            return named[0].isoformat(), named[1] + (f"; {filed.because}" if filed.because else "")
        if (
            before
            and before.said
            and before.speaker == speaker.name
            and before.said != filed.day.isoformat()
            and before.cue
        ):
            near = text.count("\n\n", before.cue[0].start, cue.start) <= 1
            if (
                near
                and may_carry(words_at(text, before.cue), giving=True)
                and may_carry(words_at(text, attribution.cue), giving=False)
            ):
                return before.said, f"said: on the day of the statement before, {before.said}"
    because = f"on which the report was filed: {filed.because}" if filed.because else "of the report"
    return filed.day.isoformat(), f"said: the day {because}"


UNFINISHED = re.compile(
    r"(?:^|\s)(?:an?|the|this|that|those|these|its|his|her|their|our|any|which|whose|what|by|of|to|as|and|than|for|with)$",
    re.IGNORECASE,
)
"""What a content cannot end on: what follows it belongs to it."""
LABEL = re.compile(r"(?:^|\n)[^\S\n]*$")


def _within(text: str, statements: list[Statement]) -> list[Statement]:
    """Each statement with the id of the innermost one that holds it: by its content, since its content breaks off there
    ("dismissed as invention a [rebel report that ...]"), as a turn of talk ("Osk: Yes. The army says so, too."), or
    since it passes on the same words.
    """
    reach = [(cover(s.content), s) for s in statements if s.content]
    turns = [(s, turn) for s in statements if (turn := _turn(text, s))]
    alike: dict[Span, list[Statement]] = {}
    for held, statement in reach:
        alike.setdefault(held, []).append(statement)
    out = []
    for statement in statements:
        holder = (
            _holder(statement, reach)
            or _broken_off(text, statement, statements)
            or _spoken_in(statement, turns)
            or _passed_on(text, statement, alike)
        )
        out.append(replace(statement, within=holder.id) if holder else statement)
    return out


def _holder(statement: Statement, reach: Sequence[tuple[Span, Statement]]) -> Statement | None:
    """The innermost statement whose content holds it, but for its source right before: "one of them [said it ...]"."""
    said = (*statement.cue, *statement.content)
    whole = cover(said or statement.source)
    holders = [
        other
        for held, other in reach
        if held.start <= whole.start
        and whole.end <= held.end
        and other is not statement
        and all(any(c.start <= p.start and p.end <= c.end for c in other.content) for p in said)
        and all(any(c.start - 2 <= p.end <= c.end for c in other.content) for p in statement.source)
    ]
    return min(holders, key=lambda other: sum(c.end - c.start for c in other.content), default=None)


def _broken_off(text: str, statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The statement whose content ends right before this one begins, on a word that asks for more."""
    start = cover(statement.spans).start
    ends = ((other, other.content[-1].end) for other in statements if other.content and other is not statement)
    return next(
        (
            other
            for other, end in ends
            if end <= start and text[end:start].strip(" ") == "" and UNFINISHED.search(text, end - 12, end)
        ),
        None,
    )


def _passed_on(text: str, statement: Statement, alike: Mapping[Span, Sequence[Statement]]) -> Statement | None:
    """The statement of the same words whose cue stands farther from them: "The men counted ten, the report said"."""
    if not (statement.source and statement.cue and statement.content):
        return None
    words, cue = cover(statement.content), cover(statement.cue)
    for other in alike.get(words, ()):
        theirs = cover(other.cue)
        if other.cue and other.source != statement.source and theirs != cue:
            between = text[min(cue.end, theirs.end) : max(cue.start, theirs.start)]
            if _apart(theirs, words) > _apart(cue, words) and not TWO.search(between):
                return other
    return None


TWO = re.compile(r"[.!?]\s|\b(?:and|but|while)\b")
"""What stands between two who say the same side by side."""


def _apart(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(0, one.start - other.end, other.start - one.end)


def _turn(text: str, statement: Statement) -> Span | None:
    """What somebody says in an interview or a transcript, to the end of the paragraph; None where it is no turn."""
    if words_at(text, statement.cue) != ":":
        return None
    cue = statement.cue[0]
    named = (s for s in statement.source if text[s.end : cue.start].strip() == "")
    if not any(LABEL.search(text, 0, source.start) for source in named):
        return None
    end = text.find("\n", cue.end)
    return Span(cue.end, end if end >= 0 else len(text))


def _spoken_in(statement: Statement, turns: Sequence[tuple[Statement, Span]]) -> Statement | None:
    """The statement in whose turn this one stands."""
    whole = cover(statement.spans)
    return next(
        (s for s, turn in turns if s is not statement and turn.start <= whole.start and whole.end <= turn.end), None
    )


def _problems(report: Report, statements: list[Statement]) -> list[Problem]:
    """Sources whose speaker could not be found, and a report without a date."""
    return [
        Problem(f'who speaks is not clear: "{words_at(report.text, s.source)}"', report.path, s.source[0])
        for s in statements
        if s.source and not s.speaker and not NOBODY_SPEAKS.fullmatch(words_at(report.text, s.source))
    ]
