"""The parties that reports themselves introduce: states that no table knows, breakaway regions, movements, capitals.

Word forms and a few fixed phrases are enough: "Velgoria" beside "Velgorian forces"; "the authorities in Slatovina, the
breakaway region"; "Harakat al-Jurf, the movement that runs the valley"; "the Ruzhenian ministry ... in Tolmigrad". Each
entry says which words taught it. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.values.demonyms import demonym_forms
from sayso.values.names import SAME, compare_names, compare_words

WORD = re.compile(r"(?<![\w’'-])[A-ZÀ-ÞĀ-Ž][\w’'-]*[\w](?![\w])")
NAME = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:[ -](?:al-|el-|ed-|ar-|of |the |e-)?[A-ZÀ-ÞĀ-Ž][\w’'-]+){0,4}"
STATE_WORD = (
    r"(?:[Dd]efen[cs]e |[Ff]oreign |[Ii]nterior |[Pp]rime |[Hh]ealth |[Ii]nformation )?"
    r"(?:[Mm]inist(?:ry|er)|[Aa]rmy|[Ff]orces|[Gg]overnment|[Pp]resident|[Pp]remier|[Gg]eneral|[Tt]roops|[Ss]oldiers|[Aa]rmed|[Aa]ir|[Mm]ilitary|[Nn]avy|"
    r"[Ll]eader(?:ship)?|[Aa]uthorities|[Ss]tate|[Pp]arliament|[Cc]abinet|[Oo]fficials?|[Ss]pokes\w+|[Pp]olice|[Bb]order|[Aa]irspace|[Pp]residency|[Gg]unboats?|[Jj]ets?)"
)
SEPARATE = r"(?:breakaway|separatist|rebel|self-declared|self-proclaimed|secessionist|unrecogni[sz]ed|insurgent)"
MOVEMENT = (
    r"(?:movement|group|militia|front|army|rebels?|insurgency|insurgents|guerrillas?|alliance|coalition|organi[sz]ation|"
    r"faction|league|party)"
)
GROUP_WORD = re.compile(
    r"\b(?:Front|Movement|Liberation|Resistance|Harakat|Haraket|Brigades?|Militia|League|Jabhat|Lashkar|Jaish|"
    r"Legion|Guerrillas?|Frente|Ej[eé]rcito|Rebels?|Alliance|Columnas?|Union of Free)\b"
)
SAYS = (
    r"(?:said|says|say|denie[sd]|deny|reject(?:s|ed)?|disput(?:es|ed)|claim(?:s|ed)|contest(?:s|ed)|announced|declared|"
    r"accus(?:es|ed)|insist(?:s|ed)|confirmed|refus(?:es|ed)|has not|has denied|agreed|spoke|calls|called|would|"
    r"did not|gives|had)"
)
DATELINE = re.compile(
    r"^\s*([A-ZÀ-ÞĀ-Ž][\w’'. -]+(?: ?/ ?[A-ZÀ-ÞĀ-Ž][\w’'. -]+)*?),? [^\n]{0,70}?\) ?[-–—]+ ", re.MULTILINE
)
OWNED = (
    r"(?:regulars|fighters|volunteers|instructors|market|towns?|villages?|cit(?:y|ies)|border|airspace|jets?|aircraft|side|capital|people|soil|"
    r"territory|rebels|civilians|soldiers|hands|lines|positions|citizens|assurances|version|diplomacy|coast|waters|ports?)"
)
SOFT_STATE = re.compile(r"(?:i|ian|ani|ean)$")
LEAD = 300  # characters after the dateline in which the state at home is named
SHOUTED = 5  # letters: a shorter name in capitals may be another word
AGENCY = re.compile(rf"\b[Ss]tate (?:news )?agency,? ({NAME})|({NAME}), the (?:[\w-]+ )?state news agency")
SPELT = 0.9  # likeness from which on a word is another spelling of a name that was learnt
CLAUSE = re.compile(r"[^.!?\n;]+")
COMMON = frozenset(
    (
        "The This That These Those There It He She They We In On At From And But Or For No Not Both After Before While "
        "When Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "
        "August September October November December According Authorities President Minister Ministry General Colonel"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What reports taught about a name: the party it stands for, of which kind, by what, and the words that say so."""

    party: str
    kind: str
    by: str
    because: str


def learn(texts: Sequence[str], known: frozenset[str]) -> dict[str, Learnt]:
    """Name -> what ``texts`` say that it stands for. ``known`` are the names of the tables on board."""
    out: dict[str, Learnt] = {}
    words = Counter(w for text in texts for w in _bare_words(text))
    _learn_states(words, texts, known, out)
    _learn_regions(texts, known, out)
    _learn_groups(texts, known, out)
    _learn_the_group(texts, out)
    _learn_seats(texts, known, out)
    _learn_agencies(texts, known, out)
    _learn_spellings(words, known, out)
    for name in list(out):
        if len(name) >= SHOUTED:
            out.setdefault(name.upper(), out[name])
    return out


def _bare_words(text: str) -> Iterable[str]:
    for match in WORD.finditer(text):
        word = re.sub(r"['’]s?$", "", match.group())
        if len(word) > 3 and word not in COMMON:
            yield word


def _learn_states(words: Counter[str], texts: Sequence[str], known: frozenset[str], out: dict[str, Learnt]) -> None:
    """A name beside its own adjective is a state where the adjective stands before a state's word."""
    adjectives = _before_state_words(texts)
    for name in sorted(words, key=len, reverse=True):
        if name in known:
            continue
        for form in demonym_forms(name):
            if form in words and form not in known and form != name and form in adjectives and form not in out:
                because = f'"{name}" beside "{form}" {adjectives[form]}'
                out[name] = Learnt(name, "state", "name", because)
                out[form] = Learnt(name, "state", "demonym", because)
                for plural in (form + "s",):
                    if plural in words:
                        out[plural] = Learnt(name, "state", "demonym", because)
    for form, head in adjectives.items():
        if (
            form not in out
            and form not in known
            and form in words
            and re.search(r"(?:ian|ean|ani|ari|eri|ese|ish|ti|an)$", form)
        ):
            name = re.sub(r"(?<=i)an$", "a", form) if form.endswith("ian") else form
            out[form] = Learnt(
                name, "state", "demonym", f'"{form} {head}"; the state\'s own name does not stand in the text'
            )
    cities = {city for text in texts for city in dateline_cities(text)}
    for name, form in _people_and_place(words, texts):
        if name not in out and form not in out and not {name, form} & known:
            out[name] = Learnt(name, "state", "name", f'"{name}" beside "{form}"')
            out[form] = Learnt(name, "state", "demonym", f'"{name}" beside "{form}"')
    for name, head in _owners(texts).items():
        if name in cities:
            continue
        if name not in out and name not in known and words[name]:
            out[name] = Learnt(name, "state", "name", f'"{name}\'s {head}"')


def dateline_cities(text: str) -> list[str]:
    """The cities of a report's dateline, in the case of running text."""
    match = DATELINE.search(text[:400])
    cities = [c.strip() for c in match[1].split("/")] if match else []
    return [c.title() if c.isupper() else c for c in cities]


def _people_and_place(words: Counter[str], texts: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Names after "of", "in", "from" whose adjective stands before a noun: "the people of Yamhar", "Yamhari market"."""
    whole = "\n".join(texts)
    for name in words:
        for form in demonym_forms(name):
            form = form if form in words else re.sub("[’']", "", form)
            if form in words and SOFT_STATE.search(form) and form != name:
                placed = re.search(rf"\b(?:of|in|from|against|over) {re.escape(name)}\b(?![’'-])(?! [A-Z])", whole)
                if (
                    placed
                    and re.search(rf"(?<![\w’'-]){re.escape(form)} {OWNED}\b", whole)
                    and not re.search(rf"\b(?:in|for|of) {re.escape(form)}\b(?! [a-z])", whole)
                ):
                    yield name, form


def _before_state_words(texts: Sequence[str]) -> dict[str, str]:
    """Capitalised words that stand before "forces", "Defence Ministry" ... -> that word."""
    pattern = re.compile(rf"(?<![\w’'-])([A-ZÀ-ÞĀ-Ž][\w’'-]*[a-zà-ÿ])\s+({STATE_WORD})\b")
    return {m[1]: m[2] for text in texts for m in pattern.finditer(text) if m[1] not in COMMON}


def _owners(texts: Sequence[str]) -> dict[str, str]:
    """Names that own a ministry, an army, a president: "Kebrania's army", "the Ministry of Defence of Velgoria"."""
    body = (
        r"(?:army|government|military|forces|air force|air defences|president|prime minister|foreign minister|"
        r"defence minister|parliament|ministry)"
    )
    own = re.compile(rf"(?<![\w’'-])([A-ZÀ-ÞĀ-Ž][\w-]+)['’]s? ({body})\b", re.IGNORECASE)
    of = re.compile(
        r"\b(Ministry of \w+|Government|Armed Forces|Republic|Kingdom|Federal Government) of ([A-ZÀ-ÞĀ-Ž][\w-]+)"
    )
    found = {m[1]: m[2] for t in texts for m in own.finditer(t) if m[1][0].isupper() and m[1] not in COMMON}
    found |= {m[2]: m[1] for t in texts for m in of.finditer(t)}
    return {name: head for name, head in found.items() if name not in COMMON and len(name) > 3}


def _learn_regions(texts: Sequence[str], known: frozenset[str], out: dict[str, Learnt]) -> None:
    """A breakaway region, and one whose authorities or council speak, are sides of their own."""
    patterns = (
        re.compile(rf"({NAME}), (?:the|a|an) (?:[\w-]+ ){{0,3}}?({SEPARATE} [\w-]+)"),
        re.compile(rf"\b({SEPARATE} (?:region|republic|province|enclave|territory|state) of) ({NAME})"),
        re.compile(rf"\b((?:[Aa]uthorities|[Rr]ulers|[Aa]dministration|leadership) (?:in|of)) ({NAME})"),
        re.compile(rf"\b((?:People[’']s|National|Supreme|Revolutionary|Military) Council of) ({NAME})"),
    )
    for text in texts:
        for at, pattern in enumerate(patterns):
            for match in pattern.finditer(text):
                name, why = (match[1], match[2]) if at == 0 else (match[2], match[1])
                name = name.split(" and ")[0]
                if (
                    name not in known
                    and name.split()[0] not in COMMON
                    and (name not in out or out[name].kind != "state")
                ):
                    out.setdefault(name, Learnt(name, "region", "name", f'"{why}" {name}'))
                    if at == 3:
                        for body in (f"{match[1]} {name}", match[1].removesuffix(" of")):
                            out.setdefault(body, Learnt(name, "region", "body", f'"{match[1]} {name}"'))


def _learn_groups(texts: Sequence[str], known: frozenset[str], out: dict[str, Learnt]) -> None:
    """A movement is named as one, or bears a word such as Front; its last words alone mean it too."""
    named = re.compile(
        rf"({NAME}), (?:the|a|an) (?:[\w-]+ ){{0,3}}?({MOVEMENT}) "
        r"(?:that|which|who|in|of|behind|running|holding|fighting)"
    )
    bare = re.compile(rf"(?:[Tt]he )?({NAME})(?![’'])")
    counted: Counter[str] = Counter()
    reasons: dict[str, str] = {}
    for text in texts:
        for match in named.finditer(text):
            counted[match[1]] += 2
            reasons[match[1]] = f'"{match[1]}, the {match[2]}"'
        for match in bare.finditer(text):
            if GROUP_WORD.search(match[1]) and " " in match[1]:
                counted[match[1]] += 1
                reasons.setdefault(match[1], f'"{match[1]}" bears the name of a movement')
    for name, count in counted.most_common():
        name = re.sub(r"^The ", "", name)
        if (
            count >= 2
            and "’s " not in name
            and "'s " not in name.replace("People's", "")
            and name not in known
            and name not in out
        ):
            out[name] = Learnt(name, "group", "name", reasons.get(name, f'"{name}"'))
            last = name.split()[-1]
            if GROUP_WORD.fullmatch(last) and f"the {last}" not in out:
                out[f"the {last}"] = Learnt(name, "group", "short name", f'"the {last}" for {name}')
                out[f"The {last}"] = out[f"the {last}"]


def _learn_the_group(texts: Sequence[str], out: dict[str, Learnt]) -> None:
    """Where the reports know one armed movement only, "the movement" and "the rebels" are it."""
    groups = [one for words, one in out.items() if one.kind == "group" and one.by == "name"]
    first = groups[0] if groups else None
    if first is None or any(compare_names(first.party, g.party, "ORG").score < SAME for g in groups):
        return
    for word in ("movement", "rebels", "insurgents", "guerrillas", "militants", "rebel"):
        if any(re.search(rf"\b[Tt]he {word}\b", text) for text in texts):
            because = f'"the {word}": the reports know one, {first.party}'
            out.setdefault(word, Learnt(first.party, "group", "description", because))


def _learn_seats(texts: Sequence[str], known: frozenset[str], out: dict[str, Learnt]) -> None:
    """A city stands for a state where it is called its capital, or speaks like one and the state's people speak in."""
    sides = {words: one for words, one in out.items() if one.kind in ("state", "region")}
    if not sides:
        return
    side = "|".join(re.escape(w) for w in sorted(sides, key=len, reverse=True))
    capital = (
        re.compile(rf"\b({side})(?:['’]s)? capital(?: city)?(?: of)?,? ({NAME})"),
        re.compile(rf"({NAME}), (?:the )?(?:seat of government|capital)(?: city)? of ({side})"),
    )
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for at, pattern in enumerate(capital):
            for match in pattern.finditer(text):
                city, owner = (match[2], match[1]) if at == 0 else (match[1], match[2])
                votes[city][sides[owner].party] += 5
    speaking = _speaking(texts, known, out)
    states = {words: one for words, one in sides.items() if one.kind == "state"}
    for text in texts:
        _vote_dateline(text, states, speaking, votes)
        for clause in CLAUSE.finditer(text):
            _vote(clause.group(), side, sides, speaking, votes)
    for city, count in votes.items():
        (party, n), *rest = count.most_common(2)
        if n > (rest[0][1] if rest else 0) and city not in known and city not in out:
            out[city] = Learnt(
                party, "state", "seat", f'"{city}" speaks like a capital and people of {party} speak there'
            )
    _learn_left_over(texts, speaking, states, out)


def _vote_dateline(text: str, states: dict[str, Learnt], speaking: set[str], votes: dict[str, Counter[str]]) -> None:
    """The first state that a report names is often that of its dateline's one city."""
    cities = dateline_cities(text)
    if len(cities) != 1 or cities[0] not in speaking or not states:
        return
    dateline = DATELINE.search(text[:400])
    body = dateline.end() if dateline else 0
    state = re.compile(rf"(?<![\w’-])({'|'.join(re.escape(w) for w in states)})(?![\w])")
    for start, end, weight in ((0, body, 1), (body, body + LEAD, 2)):
        named = state.search(text, start, end)
        if named:
            votes[cities[0]][states[named[1]].party] += weight


def _learn_left_over(
    texts: Sequence[str], speaking: set[str], states: dict[str, Learnt], out: dict[str, Learnt]
) -> None:
    """Where one state alone has no seat yet, the cities of datelines that speak and are nobody's are its own."""
    parties = {one.party for one in states.values()}
    seated = {one.party for one in out.values() if one.by == "seat"}
    cities = {c for text in texts for c in dateline_cities(text)} & speaking - set(out)
    if len(parties) > 1 and len(parties - seated) == 1:
        party = next(iter(parties - seated))
        for city in sorted(cities):
            out[city] = Learnt(
                party, "state", "seat", f'"{city}" speaks like a capital, and {party} alone has no other'
            )


def _learn_agencies(texts: Sequence[str], known: frozenset[str], out: dict[str, Learnt]) -> None:
    """A state agency that begins like a state's name is that state's: Velgor-Press."""
    states = [one.party for one in out.values() if one.kind == "state"]
    for match in (m for t in texts for m in AGENCY.finditer(t)):
        name = match[1] or match[2]
        owner = next((p for p in states if p[:5] == name[:5]), "")
        if owner and name not in known:
            out.setdefault(name, Learnt(owner, "state", "agency", f'"{match[0]}" begins as {owner} does'))


def _learn_spellings(words: Counter[str], known: frozenset[str], out: dict[str, Learnt]) -> None:
    """Other spellings of what was learnt: Ostrowar for Ostrovar, Sarıməngir for Sarymengir."""
    named = {n: one for n, one in out.items() if one.by in ("name", "seat", "demonym") and one.kind != "group"}
    names = {n: one for n, one in named.items() if " " not in n}
    for word in words:
        if word in out or word in known or len(word) < SHOUTED:
            continue
        for name, one in names.items():
            if abs(len(name) - len(word)) <= 3 and compare_words(word, name).score >= SPELT:
                out[word] = Learnt(one.party, one.kind, one.by, f'"{word}" is spelt like "{name}": {one.because}')
                break


def _speaking(texts: Sequence[str], known: frozenset[str], out: dict[str, Learnt]) -> set[str]:
    """Single names, in a dateline or after "in", that stand as the subject of saying or denying."""
    subject = re.compile(rf"(?:^|[.!?;:,”\"\n] ?|\b(?:that|but|and|while) )([A-ZÀ-ÞĀ-Ž][\w’-]+) {SAYS}\b", re.MULTILINE)
    spoken = Counter(m[1] for t in texts for m in subject.finditer(t))
    cities = {c for t in texts for c in dateline_cities(t)}
    governed = (
        r"\b(?:deputies|parliament|cabinet|ministers?|ministry|government|presidency|palace|officials?|reporters|"
        rf"journalists) in ({'|'.join(map(re.escape, cities)) or '(?!)'})\b"
    )
    out_cities = {m for t in texts for m in re.findall(governed, t)}
    owned = re.compile(
        r"(?<![\w’-])([A-ZÀ-ÞĀ-Ž][\w-]+)['’]s? (?:pilots|army|forces|air force|troops|guns|government|men)\b|"
        r"\b(?:backed|blamed|accused|against) ([A-ZÀ-ÞĀ-Ž][\w-]+)\b"
    )
    spoken.update(m[1] or m[2] for t in texts for m in owned.finditer(t))
    placed = {w for t in texts for w in re.findall(r"\b(?:in|from|to) ([A-ZÀ-ÞĀ-Ž][\w’-]+)", t)}
    placed |= {w.title() for t in texts for w in re.findall(r"^([A-ZÀ-Þ]{4,})\b", t, re.MULTILINE)}
    found = {w for w in spoken if w in placed} | out_cities
    return {w for w in found if w not in known and w not in out and w not in COMMON}


def _vote(clause: str, side: str, sides: dict[str, Learnt], speaking: set[str], votes: dict[str, Counter[str]]) -> None:
    """A clause in which somebody of a state speaks "in CITY" counts for that state."""
    for match in re.finditer(r"\bin ([A-ZÀ-ÞĀ-Ž][\w’-]+)", clause):
        if match[1] not in speaking:
            continue
        if re.search(
            r"\b(?:embassy|ambassador|envoy|visit\w*|due|talks|arrived) $|\b(?:embassy|ambassador|visit\w*|due|talks) ",
            clause[: match.start()][-40:],
        ):
            continue
        owners = [sides[m].party for m in re.findall(rf"(?<![\w’-])({side})(?![\w])", clause[: match.start()])]
        if owners:
            votes[match[1]][owners[-1]] += 2
