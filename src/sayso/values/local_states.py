"""States and breakaway regions that reports show by their words: "Velgoria" beside "Velgorian forces".

A state owns what only states have ("Kebrania's army"), has a people's name ("Tershan", "Tershani"), or is called a
country. Persons own ministries too ("Sembeka's ministry"), so a word that follows a title or a given name is no state.
Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from sayso.values.demonyms import ENDINGS, demonym_forms, state_of
from sayso.values.name_parts import is_post
from sayso.values.openings import Wordings, found_at
from sayso.values.party_words import (
    COMMON,
    MONTH,
    NAME,
    NAMED,
    NAMES,
    START,
    TWO_NAMES,
    UPPER,
    bare,
    datelines,
    organ_places,
    party_words,
)

_SENTENCE = r"(?:^|[.!?:;”\"“]\s*|\n\s*|[–-]\s)"


@dataclass(slots=True)
class Signs:
    """What all texts show of each capitalised word, with the words that show it."""

    count: Counter[str] = field(default_factory=Counter)
    owners: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    adjectives: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    countries: dict[str, str] = field(default_factory=dict)
    separate: dict[str, str] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)
    persons: Counter[str] = field(default_factory=Counter)
    towns: Counter[str] = field(default_factory=Counter)
    described: Counter[str] = field(default_factory=Counter)
    articled: Counter[str] = field(default_factory=Counter)
    datelines: Counter[str] = field(default_factory=Counter)
    charged: dict[str, str] = field(default_factory=dict)
    fought: dict[str, str] = field(default_factory=dict)
    placed: dict[str, str] = field(default_factory=dict)
    seated: set[str] = field(default_factory=set)
    neighbours: set[str] = field(default_factory=set)
    allies: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)
    loud: frozenset[str] = frozenset()


_VERB = re.compile(
    rf"(?:{party_words().says}|with|from|into|over|under|that|which|were|have|will|would|could|should|been|when|while|after"
    r"|before|than|then|also|where|whose|because|during|until|since|told|asked|added|wrote|went|came|took|left|made|has|had)\b"
)


def read_signs(texts: Sequence[str], loud: frozenset[str] = frozenset()) -> Signs:
    """Read all texts for signs of states and regions.

    Args:
        texts: calm texts (party_words).
        loud: words that stand in capitals in the texts as they were, as datelines have their towns; in small letters.
    """
    signs = Signs(loud=loud)
    for text in texts:
        _count(text, signs)
        _read_owners(text, signs)
        _read_countries(text, signs)
        _read_separate(text, signs)
        _read_others(text, signs)
        signs.datelines.update(datelines(text))
    signs.separate = signs.separate or _ruled_from(texts)
    return signs


def _count(text: str, signs: Signs) -> None:
    signs.count.update(bare(word) for word in NAMED.findall(text))
    signs.common.update(map(str.capitalize, _PLAIN.findall(text)))
    signs.articled.update(bare(name) for name in _ARTICLED.findall(text))


_PLAIN = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
_ARTICLED = re.compile(rf"\b[Tt]he ({NAME})(?! {NAME})")


def _read_owners(text: str, signs: Signs) -> None:
    """Who owns what: "Kebrania's army", "the Ministry of Defence of Velgoria", "Dhulmar coast guard"."""
    owned, of, adjective = _owning()
    for match in owned.finditer(text):
        if not (match[2][0].isupper() and re.search(r"s['’ʼ]$", match[1])):  # "the Commoners' Army"
            signs.owners[bare(match[1])].append(match[2])
    for match in found_at(of, text, organ_places(text), len(text)):
        named = match[1][0].isupper() and _IN_A_NAME.search(text[: match.start()])
        if not (named or _OF_A_BODY.match(text, match.end())):
            signs.owners[bare(match[2])].append(match[1])
    signs.seated.update(bare(match[1]) for match in _SEATED.finditer(text))
    for match in _SETTLED.finditer(text):
        name, before = bare(match[1]), text[max(0, match.start() - 30) : match.start()].split()
        if name not in COMMON and _sounds_like_people(name) and not (before and before[-1][0].isupper()):
            signs.adjectives[name].append(match[2])
    for match in adjective.finditer(text):
        if _VERB.match(match[2]):  # "Orlin told soldiers"
            continue
        if match[1] not in COMMON and not match[1].endswith(("'s", "’s", "'", "’")) and not is_post(match[1]):
            signs.adjectives[bare(match[1])].append(match[2])


@cache
def _owning() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    organ = party_words().organ
    return (
        re.compile(rf"{START}({NAME}['’ʼ]s?) (?:own |then |new )?({organ})"),
        re.compile(rf"\b({organ}) (?:of|for) (?:the )?(?:Republic of |Kingdom of )?({NAME})"),
        re.compile(rf"{START}({NAME})(?=(?: (?:state|federal|foreign|national))? ({organ}))"),
    )


_OF_A_BODY = re.compile(
    rf"(?: {NAME})?[ -](?:Chamber|Council|Commission|Committee|Court|Tribunal|Assembly|Board|Authority|Agency|Bank|"
    r"Union|Society|University|Association|Federation)\b"
)
"""What follows the first word of a body's name: its president is no state's, "president of the Electoral Chamber"."""

_SEATED = re.compile(
    r"\b(?:government|council|junta|cabinet|ministry|officers|regime|embassy|legation|ambassador|parliament|court|"
    rf"presidency|deputies|authorities) in ({NAME})(?! {NAME})"
)
"""A city in which rulers sit: what it "owns" is its state's, unless its people are named too."""

NO_STATE = frozenset(
    """Supreme Royal High Grand Transition Transitional Provisional Revolutionary Imperial Loyalist Constitutional
    People Military Political Naval Special Public Popular Refugees Interim Joint Rural Workers Peasants Nations
    States Citizens Volunteers Veterans Martyrs Women Mothers Youth Students Peace Unity Justice Freedom Liberation
    Recovery Redress Republic Majesty Excellency Constitution House Cortes Land Assembly Congress Tribunal Senate
    Parliament Court Council Commission Committee Front League Party Chancellor Everybody Country Administration
    Rescue Renewal Salvation Stability Order Hope Mercy Dignity Reconciliation Restoration Elders Soldiers Witnesses
    Colonels Officers Compatriots Marine Votes Pensions Spring Dawn Basin Neighbour Briefing Exterior Emergencies Group
    Legion Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun""".split()
)
"""Words that stand where a state's name may: "Royal Army", "President of the Transition", "KHOR, Sat"."""

_SETTLED = re.compile(
    rf"{START}({NAME}) (?:(?!and\b)[a-z-]+ ){{0,2}}?(town|city|village|port|province|capital)(?: of)? {NAME}"
)
"""A people's name before a town: "the Zarhani border town of Kesh"."""

_CHARGED = re.compile(rf"\b(accused|charged|blamed) ({NAME}) (?:with|of|for)\b")
_QUARTERED = re.compile(rf"\b(?:north|south|east|west|cent(?:re|er)|interior) of (?:the )?({NAME})\b(?! {NAME})")
"""A land that has a north; it is a state where it speaks as well."""

_IN_A_NAME = re.compile(rf"(?:^|\s)(?!The |National |Royal |Imperial |State |Federal |Republican ){NAME} $")
"""What stands before "Army of the Ayllus" where the army is a movement's: "the Commoners' Army of the Ayllus"."""


def _read_countries(text: str, signs: Signs) -> None:
    words = party_words()
    plain = "".join(line for line in text.splitlines(keepends=True) if not is_heading(line))
    for match in _countries().finditer(plain):
        name = _first_name(match[2])
        if _A_UNION.search(match[1]) and (name.endswith("s") or _MEMBERS.search(match[2])):
            continue
        signs.countries.setdefault(name, f"{match[1]} {name}")
        if re.match("(?i)(?:the )?(?:neighbo|border|frontier)", match[1]):
            signs.neighbours.add(name)
        elif re.match("(?i)(?:the )?(?:protect|ally)", match[1]):
            signs.allies.add(name)
    for match in _ALLIED.finditer(text):
        (signs.neighbours if "eighbo" in match.group() else signs.allies).add(bare(match[1]))
    for match in (found for pattern in _MEDIATES for found in pattern.finditer(text)):
        signs.allies.add(bare(match[1]))
    for match in _ALONE.finditer(text):
        (signs.neighbours if "eighbo" in match.group() else signs.allies).add(bare(match[1] or match[2]))
    for pattern in (_HEADED, _PLACED):
        for match in pattern.finditer(text[:_HEAD]):
            if pattern is _PLACED and not _is_place(match["c"].strip(), text, signs.loud):
                continue
            signs.countries.setdefault(bare(match["n"]), f"{match.group().strip()[:60]}")
            if pattern is _PLACED:
                signs.placed[match["c"].strip()] = bare(match["n"])
    for match in _QUARTERED.finditer(plain):
        name = bare(match[1])
        if re.search(
            rf"(?:^|[.;:,“”\"] |\n)(?:[Tt]he )?{re.escape(name)} (?:[“\"„«] ?\w+ )?{words.says}|that the "
            rf"{re.escape(name)}\b",
            text,
        ):
            signs.countries.setdefault(name, match.group())
    for match in _CHARGED.finditer(plain):
        name = bare(match[2])
        if signs.count[name] > 1 and not signs.persons[name]:
            signs.charged.setdefault(name, match.group())
    for match in _LEFT.finditer(plain):
        signs.left.setdefault(bare(match[1]), match.group())
        signs.countries.setdefault(bare(match[1]), match.group())
    for match in _FOUGHT_IN.finditer(plain):
        signs.fought.setdefault(bare(match[1]), match.group())
    for match in _LISTED.finditer(text):
        signs.countries.update((name, match.group()) for name in match.groups())


_MEDIATES = (
    re.compile(
        rf"{START}({NAME})(?:['’]s)?,? (?:[a-z]\w* ){{0,4}}"
        r"(?:mediat(?!ors)\w*|brokers?|brokered|good offices|host(?:s|ed|ing)? (?:the )?talks)\b"
    ),
    re.compile(
        rf"\b(?:mediat\w+|brokered|hosted|lent) (?:by|of|from) (?:the (?:Republic|Kingdom|Government) of )?({NAME})"
    ),
)
"""A state that brings others together is not the one at home."""

_HEAD = 600
_ALLIES = r"(?:protector|patron|backer|sponsor|ally|allies|neighbou?r|protective power|mediator|broker|guarantor)"
_ALLIED = re.compile(rf"{START}({NAME}), (?:the|its|their|an?|{NAME}['’]s) (?:[\w-]+['’]s |[\w-]+ ){{0,3}}?{_ALLIES}\b")
_ALONE = re.compile(rf"\b[Oo]nly ({NAME}) (?:has|had) recogni[sz]ed|\b{_ALLIES},? ({NAME})\b")
_LEFT = re.compile(
    r"\b(?:[Ii]ndependence|[Ss]ecession|[Aa]utonomy|[Ss]eced(?:ed?|ing)|(?:br(?:oke|oken|eak|eaking)|split) away) "
    rf"from (?:the )?({NAME})"
)
"""What a region leaves is a state: "independence from Tarovia"."""
_FOUGHT_IN = re.compile(
    r"\b(?:[Ww]ar in|(?:[Ss]en[dt]|[Ss]ending) (?:[a-z]+ )?(?:troops|fighters|soldiers|forces|mercenaries) to) "
    rf"({NAME})\b(?! {NAME})"
)
"""A land in which there is a war, or to which another sends troops."""
_LISTED = re.compile(rf"\b(?:governments|countries|states|neighbours|neighbors) [–—-] ({NAME}), ({NAME}) and ({NAME})")


@cache
def _countries() -> Wordings:
    return Wordings.of(rf"\b({party_words().country}) ({NAMES})", flags=re.NOFLAG)


_HEADED = re.compile(
    rf"^(?P<n>{NAME}): [^\n]{{0,60}}\b(?:Situation|Flash|Humanitarian|Emergency|Crisis|Displacement|Protection) "
    r"(?:Report|Update|Note|Overview|Snapshot)",
    re.MULTILINE,
)
_PLACED = re.compile(
    rf"^\s*(?P<c>{NAME}(?:[ -]{NAME}){{0,2}}), (?P<n>{NAME})(?= ?(?:\(|[–—-] |, (?:{MONTH}|\d)))", re.MULTILINE
)
"""The head of a relief agency's report; a dateline that names the country after the town."""


def _is_place(name: str, text: str, loud: frozenset[str]) -> bool:
    """Whether a name before a comma is a town's, not an outlet's: "Mountain Post, Narimel"."""
    at = rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|[Tt]o|[Aa]round) {re.escape(name)}\b"
    return name.casefold() in loud or re.search(at, text) is not None


_A_UNION = re.compile(r"(?i)\bunion of$")
_MEMBERS = re.compile(r" (?:States|Nations|Republics|Kingdoms|Peoples|Cities|Islands|Workers|Miners|Farmers)\b")
"""Those whose union is no state: "the Union of Basin States", "the Union of Soldiers' Mothers"."""


def _first_name(words: str) -> str:
    return bare(re.split(r"\s(?:and|of|the)\s|\s", words)[0])


_SIDES_OF = frozenset("Upper Lower North South East West Northern Southern Eastern Western Central New Old".split())
_REGION_NAME = rf"(?:(?:{'|'.join(sorted(_SIDES_OF))}) )?{NAME}"
_LEAVES = (
    r"(?:declared (?:itself|themselves|it) (?:independent|free|an? (?:free )?(?:state|republic))|voted (?:itself|"
    r"themselves) out|votes? on (?:secession|independence|leaving)|voted (?:to (?:leave|secede|break away)|for "
    r"independence))"
)
"""What a region does that is to be a state."""

_ONLY_STATES_HAVE = (
    r"(?:Minist(?:ry|er) (?:of|for) (?:Foreign Affairs|External Affairs|Defen[cs]e|the Interior|Internal Affairs)|"
    r"(?:Foreign|Defen[cs]e) (?:Ministry|Minister)|President|Prime Minister)"
)


def _is_word(name: str) -> bool:
    """Whether a name is a common word, or begins as one and has no other: "Upper Orlin" is a name."""
    first, _, rest = name.partition(" ")
    return first in COMMON and (first not in _SIDES_OF or not rest or rest in COMMON)


@cache
def _separated() -> tuple[re.Pattern[str] | Wordings, ...]:
    words = party_words()
    patterns = (
        rf"{START}(?P<n>{NAME}(?: {NAME})?), (?:the|a|an) (?:[\w-]+ ){{0,3}}?"
        rf"(?P<w>(?!rebel|insurgent|separatist){words.separate}\b(?!['’])(?: [\w-]+)?)",
        rf"{START}(?P<n>{NAME}(?: {NAME})?), (?:the|a|an) (?:[\w-]+ ){{0,3}}?(?P<w>{words.separate} (?:[\w-]+ "
        rf")?{words.region})",
        rf"\b(?P<w>{words.separate}) (?:[\w-]+ ){{0,2}}?{words.region}(?: of)? (?P<n>{NAME}(?: {NAME})?)",
        rf"\b(?P<w>People[’']s (?:Council|Republic|District|State)) of (?P<n>{NAME})",
        rf"\b(?P<w>{_ONLY_STATES_HAVE}) of (?:the )?(?P<n>(?:{'|'.join(sorted(_SIDES_OF))}) {NAME})",
        rf"{START}(?P<n>{NAME}(?: {NAME})?),? (?:which )?(?P<w>declared (?:its )?independence|seceded|broke away)",
        rf"\b(?P<w>{words.separate}) (?P<n>{_REGION_NAME}) (?:{words.region})\b(?! of)",
        rf"\b(?P<w>(?i:breakaway|secessionist|self-declared|self-proclaimed)) (?P<n>{_REGION_NAME}(?: {NAME})?)"
        rf"(?= (?:{words.says}|votes?|voted|officials|authorities)\b)",
        rf"\b(?P<w>[Ss]ecession of) (?:the )?(?P<n>{_REGION_NAME})\b",
        rf"{START}(?P<n>{_REGION_NAME})(?: {words.region})?,? (?:(?:which|that) )?(?:has |have |had )?"
        rf"(?P<w>{_LEAVES})\b",
        rf"\b[Vv]ot\w+ (?:in|of) (?:the )?(?P<n>{_REGION_NAME})(?: {words.region})? [^.\n“”\"]{{0,60}}?\bto "
        rf"(?P<w>break away|secede)\b",
        rf"\b(?P<w>{_REBEL_RULERS}) of (?P<n>{NAME})",
    )
    return tuple(
        re.compile(each) if each.startswith(START) else Wordings.of(each, flags=re.NOFLAG) for each in patterns
    )


_REBEL_RULERS = r"(?i:separatist|rebel|breakaway) (?:authorities|government|leaders(?:hip)?)"
_RULED_FROM = Wordings.of(rf"\b({_REBEL_RULERS}) in ({NAME})", flags=re.NOFLAG)
"""Where rebels rule: a city of the region that has broken away, where a text names one, else the region."""


def _ruled_from(texts: Sequence[str]) -> dict[str, str]:
    """What rebels rule, by the authorities there: "the separatist authorities in Slatovina"."""
    found = [match for text in texts for match in _RULED_FROM.finditer(text) if not _is_word(bare(match[2]))]
    return {bare(match[2]): f"{match[1]} / {bare(match[2])}" for match in reversed(found)}


def _read_separate(text: str, signs: Signs) -> None:
    """Regions that have broken away: "Slatovina, the breakaway region", "the renegade region Nur-Kelat"."""
    for pattern in _separated():
        for match in pattern.finditer(text):
            name = bare(match["n"])
            if not _is_word(name) and not is_post(match["w"].split()[-1]):  # "a self-styled general"
                signs.separate.setdefault(name, f"{match['w']} / {name}")


_CALLED = re.compile(
    rf"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\bfrom ){START}({NAME}), (?:the|an?|its|{NAME}) (?:[\w’'-]+ ){{0,4}}?([\w-]+)[,.;]"
)
"""A name with what it is called: "Haqyar, the emirate's chief spokesman,"."""


def _read_others(text: str, signs: Signs) -> None:
    """Words that follow a title or a given name are persons, and who is called by a post; "the town of X" is a town."""
    plain = "".join(line for line in text.splitlines(keepends=True) if not is_heading(line))
    for match in TWO_NAMES.finditer(plain):
        first, second = bare(match[1]), bare(match[2])
        opens = re.search(r"(?:^|[.!?:\n“”\"])\s*$", plain[max(0, match.start() - 3) : match.start()])
        if is_post(first) or (first not in COMMON and not opens and not match[1].endswith(("'s", "’s"))):
            signs.persons[second] += 1
    for match in _WORD_AND_NAME.finditer(plain):
        if is_post(match[1]):
            signs.persons[bare(match[2])] += 1
    for match in _CALLED.finditer(plain):
        if is_post(match[2]) and match[1] not in COMMON:
            signs.persons[bare(match[1])] += 1
    for pattern in (_DESCRIBED, _DESCRIBED_FIRST):
        signs.described.update(match[1] for match in pattern.finditer(text) if not _VERB.match(match[2]))
    for pattern in (_TOWN, _CAPITAL):
        for match in pattern.finditer(text):
            signs.towns[bare(match[1])] += 1


_WORD_AND_NAME = re.compile(rf"\b([a-z]+) ({NAME})")
_TOWN = re.compile(rf"\b(?i:city|town|village|hamlet|port|suburb)s? (?:of )?({NAME})")

_CAPITAL = re.compile(rf"{START}({NAME})(?: {NAME})?, (?:the|its|their) (?:{NAME} |[a-z]+ )?capital\b")
"""A capital is no state of its own: "Kota Sarai, the Lusenian capital"."""


def is_heading(line: str) -> bool:
    """Whether nearly every word has a capital, as in headlines: what stands side by side there is no person's name."""
    words = re.findall(r"\b[^\W\d_]", line)
    return len(words) > 5 and sum(map(str.isupper, words)) > 0.6 * len(words)


_DESCRIBED = re.compile(
    rf"\b(?i:a|an|the|his|her|its|their|of|on|in|at|by|against|two|three|some|all) ({NAME}) ([a-z]{{4,}})"
)
_DESCRIBED_FIRST = re.compile(rf"^(?:[^\n]*? )?({NAME}) ([a-z]{{3,}}(?<!ed)\b)", re.MULTILINE)


def states(signs: Signs, known: frozenset[str]) -> Iterable[tuple[str, str, str]]:
    """Each state with one of its adjectives or "" and the words that show it."""
    paired: set[str] = set()
    found: list[str] = []
    for name in sorted(signs.count, key=lambda name: (-signs.count[name], name)):
        if (
            name in known
            or name in COMMON
            or name in NO_STATE
            or name in signs.common  # "the Ministry of the Navy and War"
            or len(name) < 3
            or name in signs.separate
            or is_mostly_person(name, signs)
        ):
            continue
        forms = [
            form for form in demonym_forms(name) if form in signs.count and form not in known and form not in COMMON
        ]
        people = [
            form for form in forms if form in signs.adjectives or form + "s" in signs.count or signs.described[form]
        ]
        reason = _reason(name, people, signs)
        if reason and name not in paired:
            found.append(name)
            yield name, "", reason
            for form in people or forms:
                paired.add(form)
                yield name, form, reason if form not in people else _pair(name, form, signs)
    for form, organs in sorted(signs.adjectives.items()):
        if (
            form not in paired
            and form not in NO_STATE
            and form not in known
            and not any(other in signs.count for other in form.split("-")[1:])  # "the Velgorian-Ostrayan border"
            and _sounds_like_people(form)
            and not is_mostly_person(form, signs)
        ):
            longer = [name for name in found if name.startswith(form) and len(form) > 4]
            if longer:  # a translation's shorter form
                yield longer[0], form, f'"{form} {organs[0]}", short for one of {longer[0]}'
                continue
            yield state_of(form), form, f'"{form} {organs[0]}"; the state\'s own name does not stand in the text'


def _reason(name: str, people: Sequence[str], signs: Signs) -> str:
    """Why ``name`` is a state, "" where it is not."""
    if name in signs.countries and not (name in signs.neighbours and signs.towns[name]):
        return f'"{signs.countries[name]}"'
    if people and not signs.towns[name]:
        return _pair(name, people[0], signs)
    if name in signs.fought and not signs.towns[name] and not signs.datelines[name]:
        return f'"{signs.fought[name]}"'
    if name in signs.seated or name.isupper():  # movements by their letters have presidents, too
        return ""
    if signs.articled[name] * 2 > signs.count[name]:  # "the Laskar's military wing"
        return ""
    firm = [organ for organ in signs.owners[name] if party_words().firm.search(organ)]
    if not signs.persons[name]:  # persons have governments too
        firm += [organ for organ in signs.owners[name] if organ.casefold() == "government"]
    if firm and not signs.towns[name] and not signs.datelines[name]:
        return f'"{firm[0]}" of {name}'
    organs = {organ.casefold() for organ in signs.owners[name]}
    if len(organs) > 1 and len(signs.owners[name]) > 2 and not signs.towns[name] and not signs.datelines[name]:
        return f'"{signs.owners[name][0]}" and "{signs.owners[name][1]}" of {name}'
    if name in signs.charged and not (signs.towns[name] or signs.persons[name] or signs.datelines[name]):
        return f'"{signs.charged[name]}"'
    return ""


def _pair(name: str, form: str, signs: Signs) -> str:
    organs = signs.adjectives.get(form)
    return f'"{name}" beside "{form}"{" " + organs[0] if organs else ""}'


def is_mostly_person(name: str, signs: Signs) -> bool:
    """Whether a word stands often enough after titles and given names to be a person's."""
    return signs.persons[name] > 0 and name not in signs.countries and signs.persons[name] * 4 >= signs.count[name]


def _sounds_like_people(word: str) -> bool:
    strong = tuple(ending for ending in ENDINGS if len(ending) > 2)
    return (
        len(word) > 5
        and word[0] in UPPER
        and (word.endswith(strong) or re.search(r"(?:an|[nrlmdtksvz]i)$", word) is not None)
    )


def is_only_abroad(names: Iterable[str], signs: Signs) -> bool:
    """Whether all that reports say of a state by its names is what it has abroad: a foreign ministry, an embassy."""
    organs = [organ for name in names for organ in (*signs.owners.get(name, ()), *signs.adjectives.get(name, ()))]
    return bool(organs) and all(re.search(r"(?i)foreign|embassy|ambassador|envoy|consul|diploma", o) for o in organs)
