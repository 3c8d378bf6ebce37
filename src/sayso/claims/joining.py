"""Which matter a statement takes up whose own words do not name it: a denial, silence, a remark, "the dam is ours".

A claim without a place goes, within its kind, where its words and the statements before it point; a statement without
a claim chooses among all matters of its conflict by the signs of ``signs.py``. In the end all statements of a conflict
settle it together (``together.py``), but for what names its matter itself. Below a bar a statement stays outside, since
a wrong join is worse than a missed one. The reason is kept.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims.alike import Alike
from sayso.claims.asking import Asks, Found, Open, centred, opened_with, several
from sayso.claims.conflicts import Conflict
from sayso.claims.deeds import KIND, is_of_another, may_be_on
from sayso.claims.excluded import is_abroad, rules_out, without_elsewhere
from sayso.claims.fates import is_fate, means_person
from sayso.claims.keys import Keyed, counts_apart
from sayso.claims.naming import Naming
from sayso.claims.places_named import NOUN, PlacesNamed, governments_in, place_nouns
from sayso.claims.senders import FOREIGN, SHORT_NAME, find_senders
from sayso.claims.signs import (
    ALL_ACCOUNTS,
    NEXT,
    Line,
    Matter,
    Passage,
    Row,
    choose,
    names_thing,
    reason,
    signs_of_all,
    weigh,
    weighed_as,
)
from sayso.claims.spoken_kinds import kinds_of
from sayso.claims.together import Leaning, Shares, settle, share_of, weigh_together
from sayso.claims.told import Told, claimed, kinds_read, points_back, start_of, window
from sayso.claims.topics import spoken
from sayso.claims.vocabulary import (
    NAMED_SHIP,
    WORD,
    Key,
    Vocabulary,
    is_placed,
    names_places,
    place_words,
    spelling_table,
    stem,
    telling,
)
from sayso.claims.within import DOUBTED, WITHIN, within
from sayso.types import SOFT, Report
from sayso.values.mapped_places import countries_named
from sayso.values.party_tables import world_states

GUESSED = 0.2  # it is what the report, or the conflict, is about
NAMED = 0.5  # "the dam", where one matter's place is a dam
READ = 0.35  # the reading resolves "the town" to the place of the matter
TOPIC = 0.25  # words that go with the kind
MOST = 1.2  # what shared words may weigh
MANY = 8  # places of matters, of more than which a report that does not name one does not speak of it
BAR = 0.5  # what speaks for the matter of a claim without a place must add up to it
THE_PLACE = re.compile(rf"\b(?:the|this|that|our|their|its)\s+(?:[\w-]+\s+)?({NOUN})\b", re.I)
UNANSWERED = frozenset(stem(w) for w in "call calls telephone phone answer reply comment following".split())
REACH = 1500  # characters before an "accounts could not be verified" that it is about


@dataclass(frozen=True, slots=True)
class Scored:
    """How much speaks for one matter, and the reason in words."""

    total: float
    key: Key
    because: str


def join(
    told: Sequence[Told], keys: Sequence[Keyed], conflicts: Mapping[str, Conflict], naming: Naming
) -> list[tuple[Told, Key]]:
    """Everything told with the matter that it belongs to; what belongs to none is left out.

    Args:
        told: in the order of publication.
        keys: the matter of each by its own words, or by what its report is about.
        conflicts: report id -> its conflict; matters of one conflict are joined only within it.
        naming: how names are resolved.
    """
    return _Joining(told, keys, conflicts, naming).rows()


@dataclass(frozen=True, slots=True)
class Choices:
    """Statements that choose by signs, with their matters; how all of each conflict lean, and how alike they are."""

    asked: list[tuple[Passage, list[Matter]]]
    leanings: list[list[Leaning]]
    alike: Alike


def choices(told: Sequence[Told], keys: Sequence[Keyed], conflicts: Mapping[str, Conflict], naming: Naming) -> Choices:
    """What ``join`` chooses of the same."""
    joining = _Asking(told, keys, conflicts, naming)
    joining.rows()
    return Choices(joining.asked, [[each.leaning for each in group] for group in joining.groups], joining.alike)


class _Joining:
    """The work of ``join``: firm rows first, then each report in reading order."""

    def __init__(
        self, told: Sequence[Told], keys: Sequence[Keyed], conflicts: Mapping[str, Conflict], naming: Naming
    ) -> None:
        self.conflicts = conflicts
        self.spellings = spelling_table(naming)
        self.by_statement: dict[str, list[tuple[Told, Keyed]]] = defaultdict(list)
        self.taken_up: dict[str, Key] = {}
        self.lands = countries_named(naming.parties.values(), world_states())
        self.words: dict[str, frozenset[str]] = {}
        self.windows: dict[str, str] = {}
        self.nouns: dict[str, set[str]] = {}
        self.told_in: set[tuple[str, Key]] = set()  # the reports that tell of each matter
        self.anchors: dict[tuple[str, Key], list[Told]] = defaultdict(list)
        self.members: dict[tuple[str, Key], list[str]] = defaultdict(list)  # the statements found to be on each matter
        for one, key in zip(told, keys, strict=True):
            self.by_statement[one.statement.id].append((one, key))
            if one.own and key.own and key.firm:
                self.taken_up[one.claim.id] = key.own
                self._anchor(one, key.own)
        self.firm = Counter({where: len(claims) for where, claims in self.anchors.items()})
        self.centred = centred(self.firm)
        for rows in self.by_statement.values():
            one = rows[0][0]
            named = " ".join(one.report.text[s.start : s.end] for s in one.statement.source)
            own = " ".join(one.report.text[s.start : s.end] for s in one.statement.content)
            self.windows[one.statement.id] = window(one)
            words = telling(self.windows[one.statement.id], self.spellings)
            kept = (words - telling(named, self.spellings)) | telling(own, self.spellings)
            self.words[one.statement.id] = kept - UNANSWERED if one.statement.stance == "withholds" else kept
        self.alike = Alike(rows[0][0].statement for rows in self.by_statement.values())
        self.named: dict[tuple[str, Key, str, int], bool] = {}
        self.places: dict[Key, frozenset[str]] = {}
        self.places_named: dict[str, PlacesNamed] = {}
        placed = {(conflict, key[-1]) for conflict, key in self.anchors if is_placed(key)}
        self.how_many = Counter(conflict for conflict, _ in placed)  # the places of each conflict
        self.several = several(self.anchors)
        self.vocabularies = self._vocabularies()
        self.place_nouns = place_nouns(self.anchors, naming)
        self.senders = find_senders(self.anchors, conflicts, naming, self.spellings)

    def _vocabularies(self) -> dict[str, Vocabulary]:
        passages: dict[str, list[frozenset[str]]] = defaultdict(list)
        for rows in self.by_statement.values():
            passages[self.conflicts[rows[0][0].report.id].id].append(self.words[rows[0][0].statement.id])
        out = {conflict: Vocabulary(each) for conflict, each in passages.items()}
        for (conflict, key), anchors in self.anchors.items():
            for one in anchors:
                held = telling(claimed(one), self.spellings) | {self.spellings.get(stem(w), stem(w)) for w in key[1:]}
                out[conflict].add(key, held)
        return out

    def rows(self) -> list[tuple[Told, Key]]:
        """Every statement of every report in reading order."""
        lines: dict[str, Line] = defaultdict(Line)
        ordered = sorted(
            self.by_statement.values(),
            key=lambda rows: (
                rows[0][0].report.published or "9999",
                rows[0][0].report.id,
                start_of(rows[0][0].statement),
            ),
        )
        opened: list[Open] = []
        for rows in ordered:
            line = lines[rows[0][0].report.id]
            one = rows[0][0]
            passage, matters = self._passage(rows, line), list(self._matters(rows, line))
            shown = signs_of_all(passage, matters)
            asks = Asks(passage, matters, shown, weigh(passage, shown))
            found = self._statement(rows, line, asks)
            if not one.voice:
                opened.append(opened_with(one, found, asks))
            if found or not one.voice:
                keys = tuple(dict.fromkeys(each.key for each in found))
                line.rows.append(Row(passage.paragraph, one.speaker, one.party, keys))
        return self._settled(opened)

    def _by_conflict(self, opened: Sequence[Open]) -> list[list[Open]]:
        """Those that the model read, those of each conflict together."""
        groups: dict[str, list[Open]] = defaultdict(list)
        for each in opened:
            if each.one.statement.meaning:
                groups[self.conflicts[each.one.report.id].id].append(each)
        return list(groups.values())

    def _settled(self, opened: Sequence[Open]) -> list[tuple[Told, Key]]:
        """What is told of each matter in the end, in reading order; what no model read stays where it was found."""
        keys: dict[str, list[Key]] = {}
        shares: dict[str, Shares] = {}
        for group in self._by_conflict(opened):
            leanings = [each.leaning for each in group]
            weighed = weigh_together(leanings, self.alike)
            settled = settle(leanings, weighed)
            keys |= {one.statement: found for one, found in zip(leanings, settled, strict=True)}
            shares |= {one.statement: found for one, found in zip(leanings, weighed, strict=True)}
        out: list[tuple[Told, Key]] = []
        for each in opened:
            found = {one.key: one.told for one in each.found if not one.sure}
            sure = [(one.told, one.key) for one in each.found if one.sure]
            settled_on = keys.get(each.leaning.statement, list(found))
            named = {key for _, key in sure}
            rows = [
                (found.get(key) or self._attached(each.one, key, reason(each.weighed[key])), key)
                for key in without_elsewhere(settled_on, each.leaning.signs)
                if key not in named and not any(rules_out(each.one, other, key) for other in named)
            ]
            known = shares.get(each.leaning.statement)
            for one, key in (*sure, *rows):
                shown = each.leaning.signs.get(key, {})
                out.append((replace(one, share=share_of(known, key, shown)) if known else one, key))
        return out

    def _statement(self, rows: Sequence[tuple[Told, Keyed]], line: Line, asks: Asks) -> list[Found]:
        """The matters of one statement: those that it names, those of its claims without a place, else by its words."""
        meant = {self.taken_up[one.claim.id]: one for one, _ in rows if not one.own and one.claim.id in self.taken_up}
        if meant and points_back(rows[0][0]):
            return [Found(one, key, sure=True) for key, one in meant.items()]
        hard = [(one, key) for one, key in rows if one.own and not one.claim.soft]
        firm = [Found(one, key.own, sure=True) for one, key in hard if key.own and key.firm]
        out = list(firm)
        soft = [Found(one, key.own) for one, key in rows if one.own and one.claim.soft and key.own]
        for one, key in hard:
            if not one.claim.kind or key.firm or (firm and one.claim.kind in ("control", "fighting")):
                continue
            kinds = within(one.claim, key)
            if any(each.key[0] in kinds for each in firm):
                continue
            guess = key.guess if key.guess and not self._is_far(one, key.guess, line) else None
            links = {key.own: READ} if key.own else {guess: GUESSED} if guess else {}
            scored = [
                s for s in self._scores(one, line, links, kinds) if s.key[0] in kinds and may_be_on(one.claim, s.key)
            ]
            scored = [s for s in scored if not self._is_far(one, s.key, line)]
            if scored and scored[0].total >= BAR:
                out.append(Found(replace(one, joined=scored[0].because), scored[0].key))
            elif key.own or (guess and guess[0] == kinds[0] and one.claim.kind in WITHIN):
                out.append(Found(one, key.own or guess or ()))
        for each in out[len(firm) :]:
            self._learn(each.told, each.key)
        beside = [each for each in soft if each.key[0] in ("plan", "condemnation")][:1]
        if out:
            return [*out, *self._foreign(rows[0][0], out), *beside]
        if rows[0][0].voice:
            return out
        if beside and beside[0].key[0] == "plan":
            return beside
        return [*beside, *self._by_words(rows[0][0], asks)] or soft[:1]

    def _foreign(self, one: Told, out: Sequence[Found]) -> list[Found]:
        """The matter of foreign fighters beside others, where a statement names those who are said to send them."""
        conflict = self.conflicts[one.report.id].id
        key = (FOREIGN, conflict)
        if one.voice or (conflict, key) not in self.anchors or any(each.key == key for each in out):
            return []
        says = one.statement.stance in ("accuses", "denies", "asserts", "confirms")
        if not says or not any(each.key[0] in ("attack", "equipment", "responsibility") for each in out):
            return []
        if not self.words[one.statement.id] & self.senders.get(conflict, frozenset()):
            return []
        return [Found(self._attached(one, key, "it names who is said to send fighters"), key)]

    def _anchor(self, one: Told, key: Key) -> None:
        where = self.conflicts[one.report.id].id, key
        self.told_in.add((one.report.id, key))
        self.anchors[where].append(one)
        self.members[where].append(one.statement.id)

    def _learn(self, one: Told, key: Key) -> None:
        """A claim without a place of its own has found its matter: what follows may take it up."""
        conflict = self.conflicts[one.report.id].id
        self.taken_up[one.claim.id] = key
        self._anchor(one, key)
        self.vocabularies[conflict].add(key, telling(claimed(one), self.spellings))

    def _by_words(self, one: Told, asks: Asks) -> list[Found]:
        """The matter that a statement takes up whose own words name none, every one that "the accounts" are of."""
        if one.statement.stance == "unverified" and ALL_ACCOUNTS.search(asks.passage.words):
            accounts = self._accounts(one)
            if accounts:
                return accounts
        chosen = self._choose(asks)
        if chosen is None:
            return []
        key, because = chosen
        self.members[self.conflicts[one.report.id].id, key].append(one.statement.id)
        return [Found(self._attached(one, key, because), key)]

    def _choose(self, asks: Asks) -> tuple[Key, str] | None:
        return choose(asks.passage, asks.matters, asks.weighed)

    def _passage(self, rows: Sequence[tuple[Told, Keyed]], line: Line) -> Passage:
        one, text = rows[0][0], rows[0][0].report.text
        own = [(t, key) for t, key in rows if t.own and t.claim.kind and t.claim.kind not in SOFT]
        words = self.windows[one.statement.id]
        return Passage(
            statement=one.statement.id,
            words=words,
            content=" ".join(text[s.start : s.end] for s in one.statement.content) or words,
            paragraph=text.count("\n", 0, start_of(one.statement)),
            party=one.party,
            unverified=one.statement.stance == "unverified",
            claimed=tuple(within(each.claim, key)[0] for each, key in own),
            spoken=kinds_of(one.report, one.statement),
            read=kinds_read(one.report, one.statement),
            before=tuple(reversed(line.rows)),
        )

    def _matters(self, rows: Sequence[tuple[Told, Keyed]], line: Line) -> Iterator[Matter]:
        """The matters of the conflict that a statement may be on, and those that its own claims may be on."""
        one = rows[0][0]
        if one.voice:
            return
        conflict = self.conflicts[one.report.id].id
        shared = self.vocabularies[conflict].shared(self.words[one.statement.id])
        taken_up = {self.taken_up[t.claim.id] for t, _ in rows if not t.own and t.claim.id in self.taken_up}
        own = {k for _, key in rows for k in (key.own, key.guess) if k}
        keys = sorted({k for where, k in self.anchors if where == conflict} | own)
        places = {key: self._place_words(key) for key in keys}
        every = {key[-1] for key, words in places.items() if words}
        states = governments_in(self.windows[one.statement.id], self.spellings)
        named = names_places(self.words[one.statement.id] - states, places)
        somewhere = any(named.values())
        start, told = start_of(one.statement), self._places_named(one.report)
        paragraph = one.report.text.rfind("\n\n", 0, start) + 1
        last = "" if somewhere else told.last(places, paragraph, start)
        earlier = "" if somewhere or last else told.last(places, 0, start)
        near = [key for key in keys if not self._is_far(one, key, line)]
        groups = [self.members[conflict, key] for key in near]
        for key, alike in zip(near, self.alike.to(one.statement.id, groups), strict=True):
            yield Matter(
                key=key,
                claims=self._how_many(conflict, key),
                rarest=max((weight for weight, _ in shared.get(key, ())), default=0.0),
                taken_up=key in taken_up,
                place_noun=self._is_called(conflict, key, one),
                party_named=self._named_in(conflict, key, one.party),
                alike=alike,
                own_place=named[key] if somewhere else None,
                place_before=key[-1] == last if last and is_placed(key) else None,
                place_earlier=key[-1] == earlier if earlier and is_placed(key) else None,
                places=len(every),
            )

    def _how_many(self, conflict: str, key: Key) -> int:
        """The claims on a matter: all that were found to be on it where one place is most told of, else firm ones."""
        return len(self.anchors.get((conflict, key), ())) if conflict in self.centred else self.firm[conflict, key]

    def _places_named(self, report: Report) -> PlacesNamed:
        if report.id not in self.places_named:
            self.places_named[report.id] = PlacesNamed(report.text, self.spellings)
        return self.places_named[report.id]

    def _is_far(self, one: Told, key: Key, line: Line) -> bool:
        """Whether a matter is on a deed, a thing or one of many places of which nothing is told, a toll apart, or a
        person who is not meant.
        """
        conflict, report = self.conflicts[one.report.id].id, one.report
        if is_fate(key):
            return (conflict, "fate") in self.several and not means_person(
                one, key, line.rows[-1].keys if line.rows else ()
            )
        rows = self.by_statement[one.statement.id]
        apart = counts_apart(one, rows, key) or is_abroad([each for each, _ in rows], key, self.lands)
        if key[0] == "equipment" and key[2] != NAMED_SHIP:
            meant = (report.id, key) in self.told_in or names_thing(report.text, key)
            return apart or ((conflict, "equipment") in self.several and not meant)
        if apart or (key[0] != KIND and (not is_placed(key) or self.how_many[conflict] <= MANY)):
            return apart
        named = (report.id, key) in self.told_in or self._places_named(report).names_any(self._place_words(key))
        if key[0] == KIND:
            return not named or is_of_another(one.words, key[1])
        return not named and not self._is_called(conflict, key, one)

    def _place_words(self, key: Key) -> frozenset[str]:
        if key not in self.places:
            self.places[key] = place_words(key, self.spellings)
        return self.places[key]

    def _accounts(self, one: Told) -> list[Found]:
        """Every matter on which the report quoted somebody shortly before."""
        start, conflict = start_of(one.statement), self.conflicts[one.report.id].id
        sides = self.conflicts[one.report.id].belligerents()
        out = []
        for (where, key), anchors in self.anchors.items():
            told = [
                a
                for a in anchors
                if a.report.id == one.report.id and start - REACH < a.evidence.start < start and a.party in sides
            ]
            if where == conflict and told and key[0] in DOUBTED:
                out.append(Found(self._attached(one, key, "it is about all accounts before it"), key, sure=True))
        return out

    def _scores(self, one: Told, line: Line, links: Mapping[Key, float], kinds: tuple[str, ...]) -> list[Scored]:
        """Every matter of these kinds in the conflict for which something speaks, the best first."""
        conflict, passage = self.conflicts[one.report.id].id, self.words[one.statement.id]
        shared = self.vocabularies[conflict].shared(passage, kinds)
        where = one.report.text.count("\n", 0, start_of(one.statement))
        recent = {key for row in line.rows for key in row.keys}
        said = spoken(self.windows[one.statement.id])
        out = []
        for key in sorted({*shared, *recent, *links}):
            weighed = sorted(shared.get(key, ()), reverse=True)[:5]
            words, near = min(MOST, sum(w for w, _ in weighed)), line.nearness(key, where)
            topic = TOPIC if said.get(weighed_as(key[0]), (0, 0))[0] else 0.0
            reasons = [f"words {', '.join(w for _, w in weighed[:3])}"] if words >= 0.2 else []
            reasons += ["spoken of just before"] if near >= NEXT else []
            reasons += ["it takes up a claim on it"] if key in links else []
            named = NAMED if self._is_called(conflict, key, one) else 0.0
            reasons += ["what it calls the place"] if named else []
            total = words + near + topic + named + links.get(key, 0.0)
            out.append(Scored(total, key, "; ".join(reasons) or "earlier in the report"))
        return sorted(out, key=lambda s: (-s.total, s.key))

    def _is_called(self, conflict: str, key: Key, one: Told) -> bool:
        """Whether the place of a matter, and no other, is what the words call "the dam" or "our town"."""
        return key[-1] in self._called(conflict, one) and (conflict, key) in self.anchors

    def _called(self, conflict: str, one: Told) -> set[str]:
        if one.statement.id not in self.nouns:
            found = self.nouns[one.statement.id] = set()
            for match in THE_PLACE.finditer(self.windows[one.statement.id]):
                noun = match[1].casefold()
                places = {p for (where, p), nouns in self.place_nouns.items() if where == conflict and noun in nouns}
                found |= places if len(places) == 1 else set()
        return self.nouns[one.statement.id]

    def _named_in(self, conflict: str, key: Key, party: str) -> bool:
        """True where claims of others on the matter name ``party``."""
        if not party or "; " in party:
            return False
        held = self.anchors.get((conflict, key), ())
        where = conflict, key, party, len(held)
        if where not in self.named:
            names = {stem(w) for w in WORD.findall(party) if len(w) > SHORT_NAME}
            anchors = [a for a in held if a.party != party]
            self.named[where] = any(
                party in dict(a.claim.slots).values() or names & {stem(w) for w in WORD.findall(claimed(a))}
                for a in anchors
            )
        return self.named[where]

    def _attached(self, one: Told, key: Key, because: str) -> Told:
        """``one`` on the matter, with the claim on it that stands closest before it."""
        anchors = self.anchors.get((self.conflicts[one.report.id].id, key), [])
        start = start_of(one.statement)
        before = [a for a in anchors if a.report.id == one.report.id and a.evidence.start < start]
        anchor = (before[-1:] or anchors[:1] or [one])[0]
        return replace(one, claim=anchor.claim, place=anchor.place, own=False, joined=because)


class _Asking(_Joining):
    """The same work, which keeps what is chosen among."""

    def __init__(
        self, told: Sequence[Told], keys: Sequence[Keyed], conflicts: Mapping[str, Conflict], naming: Naming
    ) -> None:
        super().__init__(told, keys, conflicts, naming)
        self.asked: list[tuple[Passage, list[Matter]]] = []
        self.groups: list[list[Open]] = []

    def _by_conflict(self, opened: Sequence[Open]) -> list[list[Open]]:
        self.groups = super()._by_conflict(opened)
        return self.groups

    def _choose(self, asks: Asks) -> tuple[Key, str] | None:
        self.asked.append((asks.passage, list(asks.matters)))
        return super()._choose(asks)
