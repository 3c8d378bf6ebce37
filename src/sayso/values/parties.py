"""Which state, group or body a phrase stands for: "the Azerbaijani Defense Ministry", "Baku", "the Kremlin".

Tables hold the world's states with their adjectives, capitals and seats, armed groups, and bodies that take no side
(``tables/states.txt``, ``groups.txt``, ``bodies.txt``). What the reports themselves teach (local_parties.py) wins over
them. Unknown stays unknown. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from sayso.values.local_parties import Learnt, learn

SHOUTED = 5  # letters: a shorter name in capitals may be another word
AND = re.compile(r"^(?:['’]s)?\s*(?:,|and|, and|/|&)\s*(?:of |in |from )?(?:the )?$")
AWAY = re.compile(
    r"\b(?:to|against|with|on|into|over|near|visiting|toward|towards|for talks in)\s+(?:the\s+)?$", re.IGNORECASE
)
GIVEN_NAMES = frozenset(
    (
        "Chad",
        "Jordan",
        "Georgia",
        "Paris",
        "Israel",
        "Male",
        "Berlin",
        "Sofia",
        "Victoria",
        "Lima",
        "Juba",
        "Wellington",
        "Kingston",
        "Amnesty",
    )
)
NAME_AFTER = re.compile(
    r"^ (?!Minister|President|Army|Defen[cs]e|Foreign|Prime|Government|General|Armed|Air|Security|State)[A-Z][a-zà-ÿ]+"
)


@dataclass(frozen=True, slots=True)
class PartyGuess:
    """A party and why: ``party`` "" for a body without a side; ``kind`` state, group or body; ``by`` what named it."""

    party: str
    kind: str
    by: str
    because: str


Entry = tuple[str, str, str]  # party, kind, by


@dataclass(frozen=True)
class PartyTable:
    """The tables on board with what reports taught on top. Use ``learn_parties`` to make one."""

    learnt: Mapping[str, Learnt]

    def party_of(self, phrase: str) -> PartyGuess | None:
        """The party that the words of ``phrase`` stand for, None where they name none.

        >>> learn_parties([]).party_of("the Azerbaijani Defense Ministry").party
        'Azerbaijan'
        >>> learn_parties([]).party_of("Authorities in Nagorno-Karabakh and Armenia").party
        'Nagorno-Karabakh; Armenia'
        """
        found = self._found(phrase)
        if not found:
            return None
        first = next((f for f in found if not AWAY.search(phrase[: f[0]])), found[0])
        parties, end = [self._entry(first[2])], first[1]
        for start, stop, words in found[found.index(first) + 1 :]:
            if AND.match(phrase[end:start]):
                parties.append(self._entry(words))
                end = stop
        names = dict.fromkeys(p for p, kind, _ in parties if kind != "body")
        party, kind, by = parties[0]
        return PartyGuess("; ".join(names), kind, by, self._because(first[2], by, party))

    def _found(self, phrase: str) -> list[tuple[int, int, str]]:
        """Start, end and key of each name in ``phrase``, the longest first at each place."""
        out: list[tuple[int, int, str]] = []
        for pattern in (self._local, _world_pattern()):
            for match in pattern.finditer(phrase) if pattern else ():
                words = match.group(1)
                if words in GIVEN_NAMES and NAME_AFTER.match(phrase[match.end(1) :]) and words not in self.learnt:
                    continue
                if not any(s < match.end(1) and match.start(1) < e for s, e, _ in out):
                    out.append((match.start(1), match.end(1), words))
        return sorted(out)

    def _entry(self, words: str) -> Entry:
        if words in self.learnt:
            learnt = self.learnt[words]
            return learnt.party, learnt.kind, learnt.by
        return _world()[words]

    def _because(self, words: str, by: str, party: str) -> str:
        if words in self.learnt:
            return self.learnt[words].because
        return (
            f'"{words}" is {"a" if by != "name" else "the"} {by} of {party}'
            if words != party
            else f'"{words}" is named'
        )

    @cached_property
    def _local(self) -> re.Pattern[str] | None:
        return _names_pattern(self.learnt) if self.learnt else None


def learn_parties(texts: Sequence[str]) -> PartyTable:
    """The tables on board and what ``texts`` say of parties: invented or unknown states, groups, capitals."""
    world = _world()
    return PartyTable({words: one for words, one in learn(texts, frozenset(world)).items() if words not in world})


@lru_cache(maxsize=1)
def _world() -> dict[str, Entry]:
    """Every name on board -> party, kind, by. States win over groups, groups over bodies."""
    out: dict[str, Entry] = {}
    for name, demonyms, seats, others in _rows("states"):
        for words, by in (
            (name, "name"),
            *((o, "name") for o in others),
            *((d, "demonym") for d in demonyms),
            *((s, "seat") for s in seats),
        ):
            out.setdefault(words, (name, "state", by))
        for demonym in demonyms:
            if not demonym.endswith(("s", "ese", "ish", "ch", "sh", ".")) and demonym.isalpha():
                out.setdefault(demonym + "s", (name, "state", "demonym"))
    for table, kind in (("groups", "group"), ("bodies", "body")):
        for name, short, _, others in _rows(table):
            for words in (name, *short, *others):
                out.setdefault(words, (name, kind, "name"))
    for words, entry in list(out.items()):
        if len(words) >= SHOUTED:
            out.setdefault(words.upper(), entry)
    return out


def _rows(table: str) -> Iterable[tuple[str, list[str], list[str], list[str]]]:
    """Name, adjectives or short names, seats (states only) and other names of each row."""
    text = files("sayso.values").joinpath(f"tables/{table}.txt").read_text(encoding="utf8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")] + ["", "", ""]
            name, second, third, fourth = cells[:4]
            lists = [[w.strip() for w in cell.split(",") if w.strip()] for cell in (second, third, fourth)]
            yield (name, lists[0], lists[1], lists[2]) if table == "states" else (name, lists[0], [], lists[1])


@lru_cache(maxsize=1)
def _world_pattern() -> re.Pattern[str]:
    return _names_pattern(_world())


def _names_pattern(names: Iterable[str]) -> re.Pattern[str]:
    inner = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({inner})(?![\w])(?!-[a-z])")
