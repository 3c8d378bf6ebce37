"""Names over all reports: spellings joined with a reason, two names of one place, and the party of every speaker."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.claims.given_names import called_by_given_names
from sayso.claims.judged import SET_BY, judge_names, parties_set, reason_of
from sayso.claims.mapped_names import same_on_the_map
from sayso.claims.own_scripts import with_own_scripts
from sayso.claims.same_names import also_known_as, same_bodies, with_same
from sayso.types import Judgement, KnownName, NameType, Reading, Report, Statement
from sayso.values.channels import channel_of
from sayso.values.likely_sides import chosen, pooled
from sayso.values.mapped_places import countries_named
from sayso.values.name_clusters import cluster_names
from sayso.values.parties import BY_MODEL, PartyTable, ground_of, is_guess, is_named, party_reason
from sayso.values.party_tables import world_states

SURE, GUESSED = 5, 1  # what a phrase that names the party weighs against a guess from the words around
WORDED = 0.6  # how likely a side must be by the model to take the place of the one that words somewhere give
FIRST: tuple[NameType, ...] = ("LOC", "PER", "ORG", "MISC")  # which type a name has that has two as often
CALLED = re.compile(
    r"\b(?:call(?:s|ed)?|nam(?:es|ed)|known (?:\w+ ){0,3}as|knows?|termed|styled)\s+"
    r"(?:it |this |(?:the|our|their) (?:\w+ )?(?:place|town|city|village|area) )?"
)
INDEFINITE = re.compile(r"an? ")
CALLED_SO = re.compile(
    r"\b(place|town|city|village) (?:of )?([^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,2})", re.IGNORECASE
)
OF_ITS_KIND = re.compile(r" (?:Region|Oblast|Province|Governorate|Prefecture|Krai|Raion|District|County)$")
SAME = re.compile(
    r"\b(?:which|that|what|whom|who)\b|\b(?:the|our|their) (?:\w+ )?(?:place|town|city|village|area)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Naming:
    """How the names of a ledger are resolved. Keys are spellings; what is not in a table stands for itself.

    ``grounds`` says of resolved speakers on what their party rests best (``values.parties.ground_of``).
    """

    known: tuple[KnownName, ...]
    places: Mapping[str, str]
    speakers: Mapping[str, str]
    parties: Mapping[str, str]
    party_of_speaker: Mapping[str, str]
    grounds: Mapping[str, str] = field(default_factory=dict)

    def place(self, words: str) -> str:
        """The place that ``words`` name, in its most frequent spelling."""
        return self.places.get(words, words)

    def party_for(self, statement: Statement) -> str:
        """The party of a statement: over all reports that of its speaker, where one is named, else its own."""
        own = self.party(statement.party)
        if any(line.startswith(f"party: {SET_BY}") for line in statement.because):
            return own
        return self.party_of_speaker.get(self.speaker(statement.speaker), own) if statement.speaker else own

    def ground_for(self, statement: Statement) -> str:
        """On what the party of a statement rests: its own reason, or, where all reports say another party or it has no
        reason, that of its speaker; "" where there is none.
        """
        why = party_reason(statement)
        kept = bool(why) and self.party(statement.party) == self.party_for(statement)
        best = "" if kept else self.grounds.get(self.speaker(statement.speaker), "")
        return best or (ground_of(why) if why else "")

    def party(self, words: str) -> str:
        """The parties in ``words`` ("A; B"), each in its most frequent spelling."""
        return "; ".join(dict.fromkeys(self.parties.get(p, p) for p in words.split("; ") if p))

    def speaker(self, words: str) -> str:
        """The speakers in ``words`` ("A; B"), each in its most frequent spelling."""
        return "; ".join(self.speakers.get(p, p) for p in words.split("; ") if p)

    def spellings(self, name: str) -> tuple[str, ...]:
        """Every spelling of the resolved ``name``."""
        return next((k.spellings for k in self.known if k.name == name), (name,) if name else ())


def resolve_names(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    table: PartyTable,
    judgements: Sequence[Judgement] = (),
    lettered: Mapping[str, str] | None = None,
) -> Naming:
    """The naming of a ledger from all its readings and judgements; pure, so that undoing a join is leaving it out.

    Args:
        reports: every report.
        readings: what was read of each.
        table: what the reports teach of parties.
        judgements: what people decided.
        lettered: what a user may call a movement by -> the movement (lettered.py).
    """
    texts = {r.id: r.text for r in reports}
    counts, sides = _counted(readings, table), _sides(readings)
    joined = cluster_names([(name, kind, n) for (name, kind), n in sorted(counts.items())])
    places = _table(joined, "LOC")
    countries = countries_named((name for name, _ in counts), world_states())
    often = sorted(places, key=lambda name: (-counts[name, "LOC"], name))
    twice = [*_two_names(readings, texts, places), *same_on_the_map(often, countries)]
    joined = with_own_scripts(_merged(joined, twice, places), texts.values())
    persons = (name for name, kind in counts if kind == "PER")
    joined = with_same(joined, also_known_as(texts.values(), persons), "PER")
    joined = with_same(joined, called_by_given_names(joined, readings, texts), "PER")
    joined = with_same(joined, same_bodies(name for name, kind in counts if kind == "ORG"), "ORG")
    joined = judge_names(_with_places_set(joined, judgements), judgements)
    places = _without_kind(_table(joined, "LOC"))
    people = {**_table(joined, "ORG"), **_table(joined, "PER")}
    party_names = _party_names(sides)
    party_names |= {form: party_names.get(party, party) for form, party in (lettered or {}).items()}
    party_names |= {name: "" if table.given.kinds[p] == "body" else p for name, p in table.given.parties.items()}
    by_speaker, grounds = _party_of_speaker(readings, people, party_names)
    for speaker, (party, chance) in _by_the_model(readings, people, party_names, by_speaker).items():
        if chance >= WORDED or grounds.get(speaker) != "words":
            by_speaker[speaker], grounds[speaker] = party, "model"
    by_speaker |= {people.get(name, name): party for name, party in table.given.speakers.items()}
    by_speaker |= {people.get(n, n): party_names.get(party, party) for n, party in parties_set(judgements).items()}
    known = tuple(
        KnownName(k.name, k.type, k.spellings, by_speaker.get(k.name) or _of_table(k, table, party_names), k.because)
        for k in _by_frequency(joined, counts)
    )
    return Naming(known, places, people, party_names, by_speaker, grounds)


def _by_frequency(known: Sequence[KnownName], counts: Mapping[tuple[str, NameType], int]) -> list[KnownName]:
    """``known``, the most frequent first, those that are as frequent by type and name."""
    often: Counter[str] = Counter()
    for (name, _), times in counts.items():
        often[name] += times
    return sorted(known, key=lambda k: (-sum(often[spelling] for spelling in k.spellings), k.type, k.name))


def _with_places_set(known: Sequence[KnownName], judgements: Sequence[Judgement]) -> list[KnownName]:
    """``known`` with the places that a person set and no report spells."""
    spelt = {spelling for name in known for spelling in name.spellings}
    new = {
        j.value: KnownName(j.value, "LOC", (j.value,), "", (reason_of(j),))
        for j in judgements
        if j.action == "correct" and j.field == "place" and j.value and j.value not in spelt
    }
    return [*known, *new.values()]


def _counted(readings: Sequence[Reading], table: PartyTable) -> Counter[tuple[str, NameType]]:
    """How often each name stands, under the type that it has most often over all reports; of two as often, the first
    of ``FIRST``.
    """
    votes: dict[str, Counter[NameType]] = defaultdict(Counter)
    for reading in readings:
        for name in reading.names:
            votes[name.name][name.type] += len(name.spans)
    first = {name: min(types, key=lambda kind: (-types[kind], FIRST.index(kind))) for name, types in votes.items()}
    return Counter({(name, first[name]): sum(types.values()) for name, types in votes.items()})


def _table(joined: Sequence[KnownName], kind: str) -> dict[str, str]:
    return {spelling: k.name for k in joined if k.type == kind for spelling in k.spellings}


def _two_names(
    readings: Sequence[Reading], texts: Mapping[str, str], places: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """Pairs of place names that a report says are one place, with the words that say so."""
    out = []
    called = _so_called(texts.values(), places)
    for reading in readings:
        text = texts[reading.report]
        spans = sorted(
            (s, n.name)
            for n in reading.names
            for s in n.spans
            if n.name in places or (n.type == "MISC" and not channel_of(n.name))
        )
        persons = [span.end for name in reading.names if name.type == "PER" for span in name.spans]
        main = _main_place(reading, text, places)
        for i, (span, name) in enumerate(spans):
            lead = text[max(0, span.start - 60) : span.start]
            verb = list(CALLED.finditer(lead))
            if not verb or len(lead) - verb[-1].end() > 3 or re.search(r"[.!?]\s", lead[verb[-1].start() :]):
                continue
            verb_at = span.start - len(lead) + verb[-1].start()
            if INDEFINITE.match(lead, verb[-1].end()):  # "what he called an Orlinian ship"
                continue
            if any(verb_at - 3 < end <= verb_at for end in persons):  # "Dorin Sark, known as Orlin"
                continue
            if text.startswith(("'s", "’s"), span.end):  # "called Orlin's presence a declaration of war"
                continue
            clause = re.split(r"[.!?\n]", text[max(0, span.start - 200) : span.start])[-1]
            if not SAME.search(clause):
                continue
            relative = re.search(r"[,(]\s*(?:which|that|what)\b", clause)
            head = span.start - len(clause) + (relative.start() if relative else 0)
            earlier = [
                n for s, n in spans[:i] if span.start - len(clause) <= s.start < head and n in places and n != name
            ]
            direct = relative and earlier
            unnamed = re.search(r"(?:the|our|their) (?:\w+ )?(place|town|city|village)", clause)
            if unnamed and places.get(name) in called.get(unnamed[1], ()):
                continue  # another spelling of what is called so already
            meant = _called(name, reading, called.get(unnamed[1], frozenset()), places) if unnamed else ""
            other = earlier[-1] if direct and not unnamed else meant or main
            if other and other != name:
                out.append((other, name, f'"{clause.strip()} {name}" in a report'))
    return out


def _called(other: str, reading: Reading, called: frozenset[str], places: Mapping[str, str]) -> str:
    """The place that "the town" means in a report beside ``other``: of those that any report calls so the one that it
    names most.
    """
    counts: Counter[str] = Counter()
    for name in reading.names:
        known = places.get(name.name)
        if known in called and known != places.get(other):
            counts[name.name] += len(name.spans)
    return counts.most_common(1)[0][0] if counts else ""


def _so_called(texts: Iterable[str], places: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """What reports call places -> the places that they call so: "the town of Orlin", "the city Tamm"."""
    out: dict[str, set[str]] = defaultdict(set)
    by_case = {spelling.casefold(): known for spelling, known in places.items()}
    for text in texts:
        for match in CALLED_SO.finditer(text):
            words = match[2].casefold().split(" ")
            for end in range(len(words), 0, -1):
                known = by_case.get(" ".join(words[:end]))
                if known:
                    out[match[1].casefold()].add(known)
                    break
    return {noun: frozenset(known) for noun, known in out.items()}


def _main_place(reading: Reading, text: str, places: Mapping[str, str]) -> str:
    """The place that most claims about control, fighting or attacks in a report name."""
    said = Counter(
        c.slot("place")
        for c in reading.claims
        if c.kind in ("control", "fighting", "attack", "equipment")
        and c.slot("place") in places
        and c.slot("place") in text[c.evidence.start : c.evidence.end]
    )
    return said.most_common(1)[0][0] if said else ""


def _without_kind(places: Mapping[str, str]) -> dict[str, str]:
    """``places`` with each province under its bare name, where that stands somewhere: "Orlin Oblast" under "Orlin"."""
    return {name: places.get(OF_ITS_KIND.sub("", name), known) for name, known in places.items()}


def _merged(joined: list[KnownName], pairs: list[tuple[str, str, str]], places: Mapping[str, str]) -> list[KnownName]:
    """``joined`` with the two names of one place put together, both kept."""
    for first, second, why in pairs:
        a = next((k for k in joined if first in k.spellings), None)
        b = next((k for k in joined if second in k.spellings), None)
        if a is None or b is None or a is b:
            continue
        both = KnownName(
            a.name, "LOC", tuple(dict.fromkeys(a.spellings + b.spellings)), "", (*a.because, *b.because, why)
        )
        joined = [k for k in joined if k not in (a, b)] + [both]
    return joined


def _sides(readings: Sequence[Reading]) -> Counter[str]:
    """How often each party is named, by statements and in slots of claims."""
    said = [p for r in readings for s in r.statements for p in s.party.split("; ")]
    held = [c.slot(k) for r in readings for c in r.claims for k in ("holder", "from", "attacker", "of")]
    return Counter(p for p in (*said, *held) if p not in ("", "own", "enemy"))


def _party_names(sides: Counter[str]) -> dict[str, str]:
    """Spelling of a party -> its most frequent spelling."""
    return {
        spelling: known.name
        for known in cluster_names([(name, "LOC", n) for name, n in sorted(sides.items())])
        for spelling in known.spellings
    }


def _party_of_speaker(
    readings: Sequence[Reading], people: Mapping[str, str], parties: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Resolved speaker -> the party for which the reports have the best reasons, and on what it rests best. Each report
    counts once, guesses once in all: what is guessed of every report in the same way is no better for it. Who is not
    named, "a security source", is another in each report.
    """
    best: dict[tuple[str, str, str], int] = {}
    rests: dict[tuple[str, str], tuple[int, str]] = {}
    for reading in readings:
        for statement in reading.statements:
            said = statement.party or _is_of_no_side(statement)
            if said and "; " not in statement.speaker and any(map(str.isupper, statement.speaker)):
                speaker = people.get(statement.speaker, statement.speaker)
                party, weight = parties.get(statement.party, statement.party), _weight(statement)
                key = (speaker, party, reading.report)
                best[key] = max(best.get(key, 0), weight)
                if weight > rests.get((speaker, party), (0, ""))[0]:
                    rests[speaker, party] = weight, ground_of(party_reason(statement))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (speaker, party, _), weight in best.items():
        votes[speaker][party] = max(weight, votes[speaker][party] + (weight if weight > GUESSED else 0))
    most = {speaker: count.most_common(1)[0][0] for speaker, count in votes.items()}
    return most, {speaker: rests[speaker, party][1] for speaker, party in most.items()}


def _by_the_model(
    readings: Sequence[Reading], people: Mapping[str, str], parties: Mapping[str, str], ruled: Mapping[str, str]
) -> dict[str, tuple[str, float]]:
    """Named speaker -> the side that is the likeliest by all that he or she says in any report, where the reasons of
    ``ruled`` tell of another, and how likely it is.
    """
    told: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for reading in readings:
        for statement in reading.statements:
            if statement.meaning and statement.meaning.sides and is_named(statement):
                likely: defaultdict[str, float] = defaultdict(float)
                for party, chance in statement.meaning.sides:
                    likely[parties.get(party, party)] += chance
                told[people.get(statement.speaker, statement.speaker)].append(likely)
    chances = {speaker: pooled(each) for speaker, each in told.items()}
    best = {speaker: chosen(each, ruled.get(speaker, "")) for speaker, each in chances.items()}
    return {s: (party, chances[s].get(party, 0.0)) for s, party in best.items() if party != ruled.get(s, "")}


def _is_of_no_side(statement: Statement) -> bool:
    """Whether words say of who is named that they speak for no side: "Observer Mission spokeswoman Ana Orlin"."""
    return is_named(statement) and party_reason(statement).startswith("party: none")


def _weight(statement: Statement) -> int:
    """What the reason for a statement's party weighs: a phrase that names it most; a dateline, a name near and what
    the model alone says least.
    """
    why = party_reason(statement)
    if "looks back" in why or "who spoke just before" in why:
        return 2
    return GUESSED if is_guess(why) or why.startswith(BY_MODEL) else SURE


def _of_table(known: KnownName, table: PartyTable, parties: Mapping[str, str]) -> str:
    if known.type == "PER":
        return ""
    guess = table.party_of(known.name)
    return parties.get(guess.party, guess.party) if guess else ""
