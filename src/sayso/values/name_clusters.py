"""All names of all reports brought together: one ``KnownName`` for each bearer, with every spelling and the reasons.

Full names are joined first, pair by pair, the most alike first, and only where no two spellings of the result speak
against it. Short forms (a family name, initials, an acronym) follow, if exactly one full name fits: between two
brothers a bare family name stays by itself. Names that cannot be alike are never compared, so it scales. Pure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.types import KnownName, Likeness, NameType
from sayso.values.name_parts import Parts, body_parts, is_common, person_parts, place_parts, strip_titles
from sayso.values.names import FAMILY, SAME, compare_names
from sayso.values.sounds import plain_letters, read_word

_CONTRADICTION = 0.6
"""Two spellings less alike than this are never brought into one cluster, whatever lies between them."""

_LONGEST_CHECK = 12
"""How many spellings of a cluster, the most frequent first, are checked against those of another."""

_SHORT_FORM = 0.7


@dataclass(slots=True)
class _Cluster:
    type: NameType
    spellings: Counter[str]
    because: list[str] = field(default_factory=list)

    def some(self) -> list[str]:
        return [
            name for name, _ in sorted(self.spellings.items(), key=lambda pair: (-pair[1], pair[0]))[:_LONGEST_CHECK]
        ]


def cluster_names(names: Sequence[tuple[str, NameType, int]]) -> list[KnownName]:
    """Join the spellings of each bearer's name.

    Args:
        names: each name as a report has it, its type, and how often it stands there; a pair of name and type may
            come more than once.

    Returns:
        One record a bearer, the most frequent first, ``spellings`` by frequency, ``party`` empty, ``because`` one
        line for each join.
    """
    clusters = _exact(_settled(names))
    short = [cluster for cluster in clusters if _is_short(cluster)]
    full = _joined([cluster for cluster in clusters if not _is_short(cluster)])
    full += _attached(_joined(short), full)
    ordered = sorted(
        _without_short_bodies(full),
        key=lambda cluster: (-cluster.spellings.total(), cluster.type, min(cluster.spellings)),
    )
    return [_known(cluster) for cluster in ordered]


def _settled(names: Iterable[tuple[str, NameType, int]]) -> dict[tuple[str, NameType], int]:
    """Counts by name and type. What is now a place, now a body, is taken as what it is most often."""
    counts: Counter[tuple[str, NameType]] = Counter()
    for name, kind, count in names:
        if name.strip():
            counts[(" ".join(name.split()), kind)] += max(count, 1)
    votes: defaultdict[str, Counter[NameType]] = defaultdict(Counter)
    for (name, kind), count in counts.items():
        if kind != "PER":
            votes[plain_letters(name)][kind] += count
    settled: Counter[tuple[str, NameType]] = Counter()
    for (name, kind), count in counts.items():
        settled[(name, kind if kind == "PER" else votes[plain_letters(name)].most_common(1)[0][0])] += count
    return settled


def _parts(name: str, kind: NameType) -> Parts:
    return person_parts(name) if kind == "PER" else place_parts(name) if kind == "LOC" else body_parts(name)


def _exact(counts: dict[tuple[str, NameType], int]) -> list[_Cluster]:
    """One cluster for each set of names that differ in nothing but capitals, marks, titles and articles."""
    found: dict[tuple[NameType, tuple[str, ...], frozenset[str]], _Cluster] = {}
    for (name, kind), count in sorted(counts.items()):
        parts = _parts(name, kind)
        key = (kind, tuple(plain_letters(word) or word for word in parts.words), parts.apart)
        cluster = found.setdefault(key, _Cluster(kind, Counter()))
        cluster.spellings[name] += count
    return list(found.values())


def _is_short(cluster: _Cluster) -> bool:
    name = min(cluster.spellings)
    words = _parts(name, cluster.type).words
    if cluster.type == "PER":
        return len(words) < 2 or min(map(len, words)) < 2
    return cluster.type == "ORG" and len(words) == 1 and words[0].isupper() and len(words[0]) < 8


def _blocks(cluster: _Cluster) -> Iterator[str]:
    """Keys of which two spellings of one name share at least one."""
    for name in cluster.spellings:
        parts = _parts(name, cluster.type)
        words, full = parts.words, parts.full
        if cluster.type == "ORG":
            own = words if is_common(words) else tuple(word for word in words if not is_common((word,)))
            yield from (f"ORG {key[:3]}" for word in own for key in read_word(word).keys or {word.casefold()})
            continue
        whole = {"".join(words), "".join(full)}
        if cluster.type == "PER":
            whole |= {*words[-1:], "".join(words[-2:]), "".join(words[1:] + words[:1])}
        yield from (f"{cluster.type} {key}" for text in whole for key in read_word(text).keys or {text.casefold()})


def _pairs(clusters: Sequence[_Cluster]) -> set[tuple[int, int]]:
    members: defaultdict[str, set[int]] = defaultdict(set)
    for at, cluster in enumerate(clusters):
        for key in _blocks(cluster):
            members[key].add(at)
    return {(i, j) for block in members.values() for i in block for j in block if i < j}


def _joined(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """The clusters with all that are alike made one, the most alike first."""
    verdicts = []
    for i, j in _pairs(clusters):
        likeness = _likeness(clusters[i], clusters[j])
        if likeness.score >= SAME:
            verdicts.append((-likeness.score, i, j, likeness.because))
    root = list(range(len(clusters)))
    held = list(clusters)
    for _, i, j, because in sorted(verdicts):
        into, other = _root(root, i), _root(root, j)
        if into == other or not _agree(held[into], held[other]):
            continue
        first, second = held[into].some()[0], held[other].some()[0]
        held[into] = _merged(held[into], held[other], f"{first} = {second}: {because}")
        root[other] = into
    return [held[at] for at in range(len(held)) if root[at] == at]


def _root(root: list[int], at: int) -> int:
    while root[at] != at:
        root[at] = root[root[at]]
        at = root[at]
    return at


def _likeness(a: _Cluster, b: _Cluster) -> Likeness:
    return compare_names(a.some()[0], b.some()[0], a.type)


def _agree(a: _Cluster, b: _Cluster) -> bool:
    return all(compare_names(x, y, a.type).score >= _CONTRADICTION for x in a.some() for y in b.some())


def _merged(a: _Cluster, b: _Cluster, because: str) -> _Cluster:
    return _Cluster(a.type, a.spellings + b.spellings, [*a.because, *b.because, because])


def _attached(short: Sequence[_Cluster], full: list[_Cluster]) -> list[_Cluster]:
    """Put each short form to the one full name that it fits (``full`` is changed); give back the others."""
    index: defaultdict[str, set[int]] = defaultdict(set)
    for at, cluster in enumerate(full):
        for key in (*_blocks(cluster), *_initials(cluster)):
            index[key].add(at)
    loose = []
    for cluster in short:
        near = {
            at for key in (*_blocks(cluster), *_initials(cluster)) for at in index[key] if full[at].type == cluster.type
        }
        found = [
            (at, likeness) for at in sorted(near) if (likeness := _short_likeness(cluster, full[at])).score >= SAME
        ]
        exact = [pair for pair in found if pair[1].score >= FAMILY]
        chosen = found if len(found) == 1 else exact
        if len(chosen) != 1:
            loose.append(_with_doubt(cluster, len(found), full, found))
            continue
        at, likeness = chosen[0]
        reason = f"{full[at].some()[0]} = {cluster.some()[0]}: {likeness.because}"
        full[at] = _merged(full[at], cluster, reason)
    return loose


def _without_short_bodies(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """Put "Salvation Front" to the one body whose name holds all its words, at least two and not only common ones."""
    bodies = [cluster for cluster in clusters if cluster.type == "ORG"]
    homes: dict[int, _Cluster] = {}
    index: defaultdict[str, list[_Cluster]] = defaultdict(list)
    for cluster in bodies:
        for key in set(_blocks(cluster)):
            index[key].append(cluster)
    for cluster in bodies:
        words = body_parts(cluster.some()[0]).words
        if len(words) > 1 and not is_common(words):
            near = {id(other): other for key in _blocks(cluster) for other in index[key] if other is not cluster}
            found = [other for other in near.values() if _holds(other, cluster)]
            if len(found) == 1:
                homes[id(cluster)] = found[0]
    for cluster in bodies:
        home = homes.get(id(cluster))
        if home is not None and id(home) not in homes:
            home.spellings += cluster.spellings
            home.because += [*cluster.because, f"{home.some()[0]} = {cluster.some()[0]}: a short form"]
    return [cluster for cluster in clusters if id(homes.get(id(cluster))) in homes or id(cluster) not in homes]


def _holds(full: _Cluster, short: _Cluster) -> bool:
    short_words, full_words = (len(body_parts(cluster.some()[0]).words) for cluster in (short, full))
    likeness = compare_names(short.some()[0], full.some()[0], "ORG")
    return short_words < full_words and likeness.score == _SHORT_FORM


def _with_doubt(
    cluster: _Cluster, count: int, full: Sequence[_Cluster], found: Sequence[tuple[int, Likeness]]
) -> _Cluster:
    if count > 1:
        bearers = ", ".join(full[at].some()[0] for at, _ in found[:3])
        cluster.because.append(f"{cluster.some()[0]} may be any of: {bearers}")
    return cluster


def _initials(cluster: _Cluster) -> Iterator[str]:
    """The keys under which an acronym finds its full name."""
    if cluster.type != "ORG":
        return
    for name in cluster.spellings:
        parts = body_parts(name)
        for words in (parts.words, parts.full):
            yield "ORG acronym " + (words[0] if len(words) == 1 else "".join(word[0] for word in words)).casefold()


def _short_likeness(short: _Cluster, full: _Cluster) -> Likeness:
    verdicts = [compare_names(x, y, short.type) for x in short.some()[:3] for y in full.some()]
    return max(verdicts, key=lambda likeness: likeness.score)


def _known(cluster: _Cluster) -> KnownName:
    spellings = tuple(sorted(cluster.spellings, key=lambda name: (-cluster.spellings[name], name)))
    return KnownName(_fullest(cluster), cluster.type, spellings, "", tuple(cluster.because))


def _fullest(cluster: _Cluster) -> str:
    """The spelling to show: the fullest, then the most frequent, rather in mixed case and English letters."""

    def rank(name: str) -> tuple[int, bool, int, bool, str]:
        words = _parts(name, cluster.type).words
        spelt_out = sum(len(word) > 1 for word in words) if cluster.type != "LOC" else 0
        loud = name.isupper() and len(name) > (5 if cluster.type == "ORG" else 3)  # "UNICEF" is not
        return (-spelt_out, loud, -cluster.spellings[name], not name.isascii(), name)

    best = min(cluster.spellings, key=rank)
    return strip_titles(best) if cluster.type == "PER" else best
