"""Which party a source speaks for, by the words of the phrase first and by the rest of the report second.

The table of parties knows states, capitals and what the reports themselves taught it. What it does not know from the
phrase ("the army", "his ministry", "the region's leader") is read from the words around, each with its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from sayso.reading.bare_bodies import by_own_paper, by_same_body, by_speaker_before, by_spokesman
from sayso.reading.bureaus import OF_A_TOWN, SHARE, is_spoken_of, states_named
from sayso.reading.called import is_region_in, people_in
from sayso.reading.land_told_of import by_section, land_at_home
from sayso.reading.local_posts import by_own_town, by_place_fought_for, by_towns_told_of, is_local
from sayso.reading.own_bulletins import by_own_bulletin, gives_out
from sayso.reading.owners import owner_of
from sayso.reading.party_table import Named, Table
from sayso.reading.roster import Person, Roster, in_office, role_words, source_words, without_name, words_of
from sayso.reading.source_phrases import (
    ABROAD,
    DE_FACTO,
    GROUPS,
    ITS_GROUP,
    KIN,
    OF_GROUP,
    OF_NO_SIDE,
    POSTED_TO,
    PRIVATE,
    SEVERAL,
    THE_ENEMY,
    is_of_no_state,
)
from sayso.reading.state_bodies import (
    ALLIANCE,
    HOME_BODIES,
    OF_STATE,
    RULING,
    STATE_BODIES,
    foreign_body,
    is_body_of_state,
    is_state_body,
)
from sayso.types import Report, Span
from sayso.values.learnt import LIKELY
from sayso.values.mapped_places import MAYOR_OF
from sayso.values.passages import sentence_around

NEAR = 500
"""Characters back in which "his ministry" or "the region" looks for the side meant."""
PLACED = re.compile(
    r"[^.!?;\n“”\"]{0,25}?\b(?:(?:in|from) (?:the (?:capital|city|town)(?: of)? )?|at the )(?=[A-ZÀ-Þ])"
)
REGION = re.compile(
    r"\b(?:the|that|this) (?:(?-i:[a-z]\w*) )?(?:region|republic|country|territory|enclave|province|nation|state|"
    r"kingdom|emirate|area)\b(?!(?-i: [A-ZÀ-Þ]))",
    re.I,
)
MINISTRY = re.compile(r"(?:the )?(?:ministry|department|secretariat) (?:of|for)\b", re.I)
RULERS = frozenset("commission council directory junta committee directorate presidium".split())
ACCUSES = re.compile(r"\b(?:accus|blam|charg|denounc|condemn)\w* [^.;]{0,40}?([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)")
OTHER_SIDE = re.compile(r"\bthe other side[’']s\b")
RELATIVE = re.compile(r",? (?:who|which|whose|whom)\b")
LEADS = re.compile(r"^who (?:now |also )?(?:heads|leads|runs|commands|governs) ")
PRESS_WORK = re.compile(
    r"\b(?:press|media|information) (?:services?|cent(?:re|er)s?|offices?|officers?|secretary|spokes\w+|bureau|"
    r"department|section|wing|aides?|chief|man|woman|people|team|attaché)\b",
    re.I,
)
"""Who meets the press for a side is no journalist."""
POSSESSIVE = re.compile(r"^(?:his|her|its|their)\b", re.I)
NO_ONE = re.compile(r"no (?:\w+ )?(?:group|side|party|one|body|government)|nobody|none", re.I)
SUCCESS = re.compile(  # whose success a sentence tells: "Velgorian forces have captured"
    r"\b([A-ZÀ-Þ][\w’'-]+?)(?:[’']s)? (?:armed )?(?:forces|troops|army|soldiers|units|fighters) (?:have |has |had )?"
    r"(?:captured|taken|seized|liberated|retaken|recaptured|conquered|entered|freed|destroyed|repelled)\b"
)
FORCES = r"(?:army|military|troops|soldiers|forces|air force|navy|jets|warplanes|planes|police)"
HERE = re.compile(
    r"\b[Ii]n (?:the capital,? )?([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)(?:,[^.!?]{0,60},)?[^.!?,]{0,12}$"
)
Found = tuple[str, tuple[str, ...]]
NONE: Found = ("", ())


@dataclass
class Sides:
    """The parties of one report: the table, and what the report says around its names."""

    report: Report
    roster: Roster
    table: Table
    spoke: str = ""
    spoke_at: int = 0
    _persons: dict[str, Found] = field(default_factory=dict)
    _ruling: dict[str, Found] = field(default_factory=dict)

    @cached_property
    def _states(self) -> Counter[str]:
        return states_named(self.report, self.roster, self.table)

    @cached_property
    def _paper(self) -> tuple[str, str] | None:
        return by_own_bulletin(self.report, self.table) or by_own_paper(self.report, self.roster.places, self.table)

    @cached_property
    def _known_persons(self) -> list[tuple[Person, str]]:
        return [(p, holder[0]) for p in self.roster.persons if (holder := in_office(p.name))]

    def party_of(self, phrase: str) -> tuple[str, str] | None:
        """Party and reason by the words of ``phrase`` alone; where somebody is posted says nothing."""
        guess = None if PRIVATE.match(phrase) else self.table.party_of(POSTED_TO.sub(r"\1", phrase))
        return (guess.party, f"party: {guess.because}") if guess and guess.party else None

    def of_phrase(self, phrase: str, span: Span, cue: Span | None) -> Found:
        """Party and reasons of a source that is no known person."""
        if OF_NO_SIDE.search(phrase):
            return "", (f'party: none, "{phrase}" speaks for no side',)
        plain = set(words_of(RELATIVE.split(phrase)[0]))
        guess = self.table.party_of(phrase)
        of_no_side = guess is not None and guess.kind == "body" and not guess.party
        if of_no_side or source_words().independent_bodies.search(phrase):
            return "", (f'party: none, "{phrase}" is independent',)
        if NO_ONE.fullmatch(phrase):
            return "", (f'party: none, "{phrase}" is nobody',)
        found = self.party_of(phrase) or in_office(phrase)
        group = self.group_before(span) if guess and guess.by == "demonym" and ITS_GROUP.fullmatch(phrase) else ""
        if group:
            return group, (f'party: "{phrase}" is {group}, named before',)
        if guess and guess.by == "demonym" and is_of_no_state(phrase):
            return "", (f'party: none, "{phrase}" speaks for no state',)
        works = PRESS_WORK.search(phrase) is not None
        independent = plain & source_words().independent and not (works or MINISTRY.match(phrase))
        if found and not (independent and not self._names_side(phrase)):
            return found[0], (found[1],)
        if independent or ABROAD.search(phrase):
            return "", (f'party: none, "{phrase}" speaks for no side',)
        owner = owner_of(RELATIVE.split(phrase)[0], self.report.text, self.roster, self.table)
        if owner:
            return owner, (f'party: "{phrase}" belongs to {owner}',)
        if DE_FACTO.search(phrase):
            group = self.group_before(span)
            return group, ((f'party: "{phrase}" is of {group}, named before',) if group else ())
        if plain & KIN:
            return "", (f'party: none, "{phrase}" is family or business',)
        if foreign_body(phrase):
            return self._alliance(phrase)
        if POSSESSIVE.search(phrase):
            return self._looks_back(phrase, span, plain)
        if noun := OF_GROUP.search(phrase):
            return self._of_group(phrase, noun[1], span)
        if REGION.search(phrase) or RELATIVE.split(phrase)[0].endswith(" there"):
            near = self.nearest(span, regions=True) or self.nearest(span, states=True)
            if near:
                return self._ruled(plain, near[0], f'party: "{phrase}" looks back, {near[1]}')
        ruling = next((self._ruling[word] for word in sorted(plain & RULERS) if word in self._ruling), NONE)
        if ruling[0]:
            return ruling
        if named := by_spokesman(phrase, self.report.text, self._known_persons, self.table):
            return named[0], (f'party: "{phrase}", {named[1]}',)
        if THE_ENEMY.match(phrase):
            return self._enemy_of_home(phrase, span, cue)
        of_state = plain & (HOME_BODIES | source_words().forces) or RULING.search(phrase) or OF_STATE.search(phrase)
        if of_state or works or is_state_body(RELATIVE.split(phrase)[0]) or is_local(phrase):
            return self._at_home(phrase, span, cue)
        if gives_out(phrase, span.start, self.report) and (own := by_own_bulletin(self.report, self.table)):
            return own[0], (f'party: "{phrase}", {own[1]}',)
        return NONE

    def _of_group(self, phrase: str, noun: str, span: Span) -> Found:
        """Whose "the Group's investigators" are: the body's that is called so, else the armed group's."""
        named = [name for name, _ in self.roster.bodies if noun[0].isupper() and name.endswith(f" {noun}")]
        guesses = [self.table.party_of(name) for name in named]
        if named and not any(guess and guess.party for guess in guesses):
            return "", (f'party: none, "{phrase}" is of {named[0]}',)
        told = self.table.party_of(f"the {noun}")
        group = told.party if told else self.armed_group(span)
        return (group, (f'party: "{phrase}" is of {group}',)) if group else NONE

    def _ruled(self, plain: set[str], party: str, why: str) -> Found:
        """A ruling body that is one side's is its own for the rest of the report: "the commission"."""
        found: Found = (party, (why,))
        self._ruling.update(dict.fromkeys(plain & RULERS, found))
        return found

    def _looks_back(self, phrase: str, span: Span, plain: set[str]) -> Found:
        """Whose "his ministry" is: the state named last, if nobody has spoken since, else whoever spoke last."""
        subject = self._subject_before(span)
        if subject and not plain & STATE_BODIES:
            return subject[0], (f'party: "{phrase}" looks back, {subject[1]}',)
        near = self.nearest(span, states=True)
        if near and (plain & STATE_BODIES or not self.spoke_at) and near[2] > self.spoke_at:
            return near[0], (f'party: "{phrase}" looks back, {near[1]}',)
        if self.spoke:
            between = self.report.text[self.spoke_at : span.start]
            just = "\n" not in between.rstrip() and self.spoke_at
            how = "is of who spoke just before" if just else "looks back to who spoke before"
            return self.spoke, (f'party: "{phrase}" {how}, for {self.spoke}',)
        return NONE

    def _subject_before(self, span: Span) -> tuple[str, str] | None:
        """The movement, bloc or ruling council that opens the sentence before: "The Guard stands. Its chief ..."."""
        before = self.report.text[max(0, span.start - NEAR) : span.start].rstrip()
        words = re.split(r"(?<=[.!?])[”\"’»]?\s+", before)[-1]
        opening = re.match(r"\W*(?:[Tt]he )?(?:ruling )?[A-ZÀ-Þ][\w’'-]*(?: (?:of|the|[A-ZÀ-Þ][\w’'-]*)){0,5}", words)
        guess = self.table.party_of(opening[0]) if opening else None
        if opening and guess and guess.party and guess.kind in ("group", "alliance"):
            return guess.party, f'"{opening[0]}" opens the sentence before'
        if opening and not guess and RULING.search(opening[0]):
            ruling = self._at_home(opening[0], span, None)[0]
            return (ruling, f'"{opening[0]}" opens the sentence before') if ruling else None
        return None

    def _alliance(self, phrase: str) -> Found:
        """A body that is no state's: an alliance of states that acts is a party of its own, all others are none."""
        name = ALLIANCE.search(phrase)
        if name:
            return name[0], (f'party: "{name[0]}" is named',)
        return "", (f'party: none, "{phrase}" is of a body that no side is known to have',)

    def _opposition(self, phrase: str) -> tuple[str, str] | None:
        """The opposition of the country meant, where the phrase puts somebody there."""
        if "opposition" not in words_of(phrase):
            return None
        homes = [found[0] for words in (phrase, *self.report.dateline) if (found := self.party_of(words))]
        homes += [self.table.home.party] if self.table.home else []
        people = self.people_of(homes[0]) if homes else ""
        return (f"{people} opposition", f'party: "{phrase}" is in opposition') if people else None

    def _group_led(self, phrase: str) -> tuple[str, str] | None:
        """The armed group that one of two posts is in: "president of Tigray and chairman of the ... Front"."""
        first, *rest = phrase.split(" and ")
        guesses = [guess for part in (first, *rest) if rest and (guess := self.table.party_of(part))]
        led = next((guess for guess in guesses if guess.kind == "group" and guess.party), None)
        return (led.party, f"party: {led.because}") if led else None

    def is_side(self, name: str) -> bool:
        """True for a place that acts, though no table knows it: a state rather than the town where somebody speaks."""
        if name.casefold() in {place.casefold() for place in self.report.dateline} or " " in name:
            return False
        if re.search(rf"^{re.escape(name)}\s*[:–-]", self.report.text, re.MULTILINE):  # who asks or answers
            return False
        if name.isupper() or self.roster.person_named(name) or name.endswith("s"):
            return False
        known = any(name == place for place, _ in self.roster.places)
        owns = re.search(
            rf"\b{re.escape(name)}[’']s (?:army|government|forces|troops|ministry|president)\b", self.report.text
        )
        return (
            known
            and (owns is not None or len(re.findall(rf"\b{re.escape(name)}\b", self.report.text)) > 1)
            and (re.search(rf"\b(?:in|at|near) {re.escape(name)}\b", self.report.text) is None)
        )

    def _names_side(self, phrase: str) -> bool:
        """True for "Armenian doctors": a people's name before somebody who else speaks for no side."""
        return bool(set(words_of(phrase)) & (STATE_BODIES | source_words().rulers | {"official", "officials"}))

    def of_person(self, person: Person, phrase: str = "", span: Span | None = None, cue: Span | None = None) -> Found:
        """Party and reasons of a person: by this phrase, by any description in the report, by the table."""
        bare = without_name(phrase, person.name)
        if in_office(person.name):  # only the words beside the name may say otherwise
            bare = " ".join(post for post in person.posts if post in bare)
        named = (self._opposition(bare) or self.party_of(bare)) if bare else None
        owner = owner_of(bare, self.report.text, self.roster, self.table) if bare and not named else ""
        if owner:
            named = owner, f'party: "{bare}" belongs to {owner}'
        if named:
            self._persons[person.name] = (named[0], (named[1],))
        found = self._persons.get(person.name) or self._search_person(person)
        if found == NONE and phrase and span and (role_words(phrase) or REGION.search(phrase)):
            found = self.of_phrase(phrase, span, cue)
        self._persons[person.name] = found
        return found

    def _search_person(self, person: Person) -> Found:
        for post in person.posts:
            found = self._opposition(post) or self._group_led(post) or self.party_of(post)
            if found:
                return found[0], (f'party: {person.name}, "{post}": {found[1].removeprefix("party: ")}',)
        holder = in_office(person.name)
        if holder:
            return holder[0], (holder[1],)
        homes = self._homes()
        told = self._success(homes, person.spans) if len(homes) > 1 else NONE
        if told[0]:
            return told
        for at, post in zip((s for s in person.spans for _ in (0, 1)), person.posts, strict=False):
            led = LEADS.sub("", post)
            party, why = self.of_phrase(led, at, None) if role_words(post) or led != post else NONE
            if party:
                return party, why
        return NONE

    def _at_home(self, phrase: str, span: Span, cue: Span | None) -> Found:
        """The side of "the army": that of the city where it spoke, of the section, the dateline, or the nearest one."""
        text = self.report.text
        for mark in (cue, span):
            match = PLACED.match(text, mark.end) if mark else None
            city = re.match(r"[\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?", text[match.end() :]) if match else None
            words = (city[0], city[0].split()[0]) if city else ()
            here = next((f for ask in (self.table.party_of, self.table.home_of) for w in words if (f := ask(w))), None)
            if city and here and here.party and here.by != "name":  # in a land so named speaks its guest, too
                return here.party, (f'party: "{phrase}" spoke in {city[0]}, {here.because}',)
        before = HERE.search(re.split(r"[.!?]\s|\n", text[max(0, span.start - 160) : span.start])[-1])
        found = self.party_of(before[1]) if before else None
        if found and before:
            return found[0], (f'party: "{phrase}" in {before[1]}, {found[1].removeprefix("party: ")}',)
        town = MAYOR_OF.search(phrase)
        mapped = self.table.home_of(town[1]) if town else None
        if mapped:
            return mapped.party, (f'party: "{phrase}", {mapped.because}',)
        places, spoke = self.roster.places, (self.spoke, self.spoke_at)
        local = (
            by_same_body(phrase, text, span, self.table)
            or by_own_town(phrase, text, span, places, self.table)
            or by_section(text, span, self.table)
            or by_place_fought_for(phrase, text, span, places, self.table, spoke)
        )
        if local:
            return local[0], (f'party: "{phrase}", {local[1]}',)
        if self._paper:
            return self._paper[0], (f'party: "{phrase}" is at home, {self._paper[1]}',)
        homes = self._homes()
        if len(homes) == 1:
            return homes.pop(), (f'party: "{phrase}" is that of the dateline, {", ".join(self.report.dateline)}',)
        if len(homes) > 1:
            return self._of_several(homes, phrase, span)
        just = by_speaker_before(phrase, text, span, cue, spoke, self.table)
        local = just or by_towns_told_of(phrase, text, self.roster.places, self.table)
        if local:
            return local[0], (f'party: "{phrase}", {local[1]}',)
        if told_of := land_at_home(self.report, self._states, self.table):
            return told_of[0], (f'party: "{phrase}" {told_of[1]}',)
        near = self.nearest(span, states=True)
        return (near[0], (f'party: "{phrase}", {near[1]}',)) if near else NONE

    def _enemy_of_home(self, phrase: str, span: Span, cue: Span | None) -> Found:
        """Whom a side calls the occupier: the side named most that is not at home, if a report shows its home."""
        home = self._at_home(phrase, span, cue)[0] if self._homes() or self._paper else ""
        named = [party for party, _ in self._states.most_common()] or self.opponents()
        other = next((party for party in named if party != home), "") if home else ""
        return (other, (f'party: "{phrase}" for {home} is {other}',)) if other else NONE

    def _of_several(self, homes: set[str], phrase: str, span: Span) -> Found:
        """The side meant in a report from two capitals: whose success is told, who spoke last, the side named last."""
        told = self._success(homes, [span])
        if told[0]:
            return told
        sentence = sentence_around(self.report.text, span)
        accused = {f[0] for m in ACCUSES.finditer(sentence) if (f := self.party_of(m[1]))} & homes
        if OTHER_SIDE.search(sentence) and self.spoke in homes:
            accused = {self.spoke}
        if len(homes) == 2 and len(accused) == 1:
            other = next(iter(homes - accused))
            return other, (f'party: "{phrase}" is of those who stand against {next(iter(accused))}',)
        armed = self._armed_before(homes, span) if set(words_of(phrase)) & source_words().forces else NONE
        if armed[0]:
            return armed
        if self.spoke in homes:
            return self.spoke, (f'party: "{phrase}" looks back to who spoke before, for {self.spoke}',)
        near = self.nearest(span, states=True)
        if near and near[0] in homes:
            return near[0], (f'party: "{phrase}", {near[1]}',)
        home = self.table.home
        return (home.party, (f'party: "{phrase}" at home, {home.because}',)) if home else NONE

    def _armed_before(self, homes: set[str], span: Span) -> Found:
        """The side among ``homes`` whose army, troops or jets the paragraph names last before ``span``."""
        before = self.report.text[max(0, span.start - NEAR) : span.start].rpartition("\n\n")[2]
        last: tuple[int, str, str] = (-1, "", "")
        for party in sorted(homes):
            names = "|".join(re.escape(name) for name in (party, self.people_of(party)) if name)
            for match in re.finditer(rf"\b(?:{names})(?:['’]s)? {FORCES}\b", before):
                last = max(last, (match.start(), party, match[0]))
        return (last[1], (f'party: told of "{last[2]}" before',)) if last[1] else NONE

    def _success(self, homes: set[str], spans: Iterable[Span]) -> Found:
        """The side among ``homes`` whose success the sentences of ``spans`` tell."""
        for span in spans:
            for match in SUCCESS.finditer(sentence_around(self.report.text, span)):
                winner = self.party_of(match[1])
                if winner and winner[0] in homes:
                    return winner[0], (f'party: tells "{match[0]}", {winner[1].removeprefix("party: ")}',)
        return NONE

    def _homes(self) -> set[str]:
        """The states of the dateline; a region counts only where no state is at home in the reports."""
        spoken_of = [
            guess
            for guess in self._sent_from()
            if guess.source != "table"
            or is_spoken_of(guess.party, self._states, OF_A_TOWN if guess.by == "map" else SHARE)
        ]
        near = self.table.home.near if self.table.home else frozenset()
        states = {guess.party for guess in spoken_of if guess.kind == "state"} - near
        return states if states or self.table.home else {guess.party for guess in spoken_of}

    def _sent_from(self) -> list[Named]:
        """The states and regions of the dateline."""
        found = (self.table.party_of(place) or self.table.home_of(place) for place in self.report.dateline)
        return [guess for guess in found if guess and guess.party and guess.by != LIKELY]

    def opponents(self, without: frozenset[str] = frozenset()) -> list[str]:
        """The two sides named most in the report, but for some."""
        counted: Counter[str] = Counter()
        for name, _ in (*self.roster.places, *self.roster.bodies):
            found = self.party_of(name)
            if found and found[0] not in without:
                counted[found[0]] += 1
        return [party for party, _ in counted.most_common(2)]

    def armed_group(self, span: Span) -> str:
        """The armed group that the report names most: a front, a movement, an army of liberation; "" if none."""
        told = self.table.party_of("the rebels")
        if told and told.party:
            return told.party
        counted: Counter[str] = Counter()
        for name, _ in (*self.roster.bodies, *self.roster.places):
            found = self.party_of(name)
            if found and set(words_of(found[0])) & GROUPS:
                counted[found[0]] += 1
            elif set(words_of(name)) & GROUPS and len(name.split()) > 1:
                counted[name] += 1
        return counted.most_common(1)[0][0] if counted else ""

    def group_before(self, span: Span) -> str:
        """The armed group named last before ``span``, "" for none."""
        names = sorted(((at, name) for name, at in (*self.roster.bodies, *self.roster.places)), reverse=True)
        before = (self.table.party_of(name) for at, name in names if at.start < span.start)
        return next((guess.party for guess in before if guess and guess.kind == "group"), "")

    def nearest(self, span: Span, *, states: bool = False, regions: bool = False) -> tuple[str, str, int] | None:
        """The side named last before ``span``, the name that says so and where; ``states`` leaves out fronts."""
        names = [
            (at, name)
            for name, at in (*self.roster.places, *self.roster.bodies)
            if span.start - NEAR < at.start < span.start
        ]
        for at, name in sorted(names, reverse=True):
            guess = self.table.party_of(name)
            if guess is None or not guess.party or (regions and not self.is_region(guess.party)):
                continue
            if not states or guess.kind in ("state", "region"):
                return guess.party, f'the side named last before is "{name}"', at.start
        return None

    def first_party_in(self, words: str) -> tuple[str, str] | None:
        """The party of the first name in a stretch of text."""
        for name in re.findall(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*", words):
            found = self.party_of(name)
            if found:
                return found
        return None

    def people_of(self, party: str) -> str:
        """The people's name of a party as this report writes it, else as others do: "Velgorian"; "" if none does."""
        return people_in(self.report.text, party) or self.table.people_of(party)

    def rulers_of(self, party: str) -> str:
        """How those who govern a party are called: "Velgorian government", "Slatovina authorities", a front itself."""
        guess = self.table.party_of(party)
        if set(words_of(party)) & source_words().bodies or (guess and guess.kind in ("group", "alliance")):
            return party
        if self.is_region(party):
            return f"{party} authorities"
        people = self.people_of(party)
        return f"{people} government" if people else f"government of {party}"

    def is_region(self, party: str) -> bool:
        """True for what the report calls a region, or not recognised."""
        guess = self.table.party_of(party)
        if guess is not None and guess.kind in ("region", "state"):
            return guess.kind == "region"
        return is_region_in(self.report.text, party)

    def is_seat_or_state(self, words: str, party: str) -> bool:
        """True where ``words`` is a place that stands for ``party``, not the name of a body or agency of its own."""
        guess = self.table.party_of(words)
        of_a_body = is_body_of_state(words, party) or (guess and guess.by == "agency")
        return not (set(words_of(words)) & source_words().bodies or of_a_body)

    def with_people(self, body: str, party: str) -> str:
        """`Defense Ministry` -> `Armenian Defense Ministry`, where the body is a state's and its name does not say."""
        if not party or not set(words_of(body)) & STATE_BODIES or set(words_of(party)) & source_words().bodies:
            return body
        people = self.people_of(party)
        if any(each and each in body for each in (party, people)):  # "Defence Ministry of Marnia" says whose it is
            return body
        if role_words(body) or SEVERAL.match(body):  # "Two senior army officers"
            return body
        guess = self.table.party_of(body)
        if guess and guess.party and guess.by != "body":
            return body
        return f"{people} {body}" if people else f"{body} of {party}"
