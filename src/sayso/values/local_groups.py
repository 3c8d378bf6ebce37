"""Armed movements that reports name: "Harakat al-Jurf, the movement that runs the valley", "the LNLA", "the Front".

A movement is called one, or bears such a word in its name. Its initials and its last words stand for it where no other
movement shares them. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache

from sayso.values.local_peoples import FIGHTERS, movements_as_peoples, without_fighters
from sayso.values.name_parts import is_post
from sayso.values.openings import Wordings
from sayso.values.party_words import COMMON, NAME, NAMES, REBEL, START, UPPER, any_of, bare, party_words

_LINK = r"(?:(?:of the|of|for the|for|al|el|ed|ad|as|ar|de|del|la|e|i|ul|wal)[ -])"
_BODY = rf"{NAME}(?:[ -]{_LINK}?{NAME}){{1,7}}"
_STATE_UNIT = re.compile(
    r"^(?:\d|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Border|Coast|Republican|Presidential|"
    r"Royal|National|Imperial|Revolutionary Guard|Civil|Security|Ministry|Minister|General|Joint|Prison|Palace)\b)"
)
_ARMED = re.compile(r" (?:Army|Brigades?|Alliance|Forces?|League|Council|Party|Organi[sz]ation|Union)$")
"""What a body that is named in full with its acronym is a movement by, where no state's adjective is in its name."""
_ALLIED = re.compile(
    r"^(?!.*\b(?:Monitor\w*|Observ\w*|Verification|Relief|Humanitarian|Human Rights|UN|United Nations)\b)(?:"
    r".*\b(?:Joint|Multinational|Combined|Coalition|Compact|Treaty|Assistance|Intervention|Standby|Expeditionary|Allied|"
    r"Regional|Support)\b.* (?:Force|Forces|Command|Staff|Brigade|Contingent)|"
    r".* (?:Compact|Coalition|Accord|Pact|Bloc)|.*\b(?:Compact|Coalition|Accord|Pact) of the .*)$"
)
"""The name of a force or bloc of several states."""
_BLOC = re.compile(
    r", (?:the|a|an) (?:[\w-]+ ){0,3}?(?:bloc|coalition|alliance|pact|force) (?:of (?:\w+ ){0,2}?(?:nations|states|"
    r"countries|"
    r"armies|neighbou?rs|members)|(?:which |that )?[A-Z][\w-]+ (?:shares?|runs|fields) with|made up|set up|led by|"
    r"with [\d,]+|from)"
)
_SMALL = frozenset("of the for al el ed ad as ar de del des du da do dos las los la ng e i y ul wal and in".split())


def find_groups(texts: Sequence[str], peoples: frozenset[str], known: frozenset[str]) -> dict[str, str]:
    """Full name of each movement -> the words that call it one.

    Args:
        texts: calm texts (party_words).
        peoples: adjectives of states; "Velgorian Guards" are an army's.
        known: names that the tables on board hold.
    """
    counted: Counter[str] = Counter()
    reasons: dict[str, str] = {}
    for text in texts:
        for name, why in _called(text, peoples):
            counted[name] += 2
            reasons[name] = why
        for name in _fighting(text, peoples):
            counted[name] += 1
            reasons.setdefault(name, f'fighters are "of {name}"')
        for name in _rising(text, peoples):
            counted[name] += 1
            reasons.setdefault(name, f'"{name}" does what movements do')
        for name in _bearing(text, peoples):
            counted[name] += 1
            reasons.setdefault(name, f'"{name}" bears the name of a movement')
    lettered = _lettered(texts)
    for name, why in _with_letters(texts, frozenset(lettered), peoples):
        counted[name] += 2
        reasons.setdefault(name, why)
    short = Counter(
        words for text in texts for words in re.findall(rf"\b[Tt]he ({NAME}(?: {NAME})?)(?! [{UPPER}])", text)
    )
    acronyms = Counter(word for text in texts for word in re.findall(rf"{START}([A-Z][A-Z0-9]{{1,6}})\b", text))
    alone = {bare(name) for text in texts for name in _ONE_WORD.findall(text)} - COMMON
    for name, why in movements_as_peoples(texts):
        if not any(name in other.split() for other in counted):
            counted[name] += 2
            reasons.setdefault(name, why)
            alone.add(name)
    found = {}
    for name, count in counted.most_common():
        tail = sum(short[words] for words in short_forms(name))
        tail += sum(acronyms[one] for one in initials(name) if len(one) > 2)
        whole = not any(one != name and (one.endswith(f" {name}") or _goes_on(name, one)) for one in counted)
        if (count > 1 or tail) and whole and name not in known and (" " in name or name in alone):
            found[name] = reasons[name]
    spelt = {match[1] for name in found for text in texts for match in _bracketed(name, text)}
    spelt |= {one for name in found for one in initials(name)}
    found |= {one: why for one, why in lettered.items() if one not in spelt and one not in known}
    return found


def _goes_on(name: str, other: str) -> bool:
    """Whether a name is the beginning of another: "Movement for the Hills" of "Movement for the Hills and the Sea"."""
    return " " in name and other.startswith((f"{name} and ", f"{name} in ", f"{name} of "))


_ONE_WORD = re.compile(
    rf"\b[Tt]he ({NAME}), an? (?:[\w-]+ ){{0,2}}?(?:militia|armed group|(?:rebel|insurgent|armed) movement)\b"
)
"""A movement whose name is one word: "the Mai-Mai, a local militia"."""

_LETTERS = r"[A-Z][A-Z0-9][A-Z0-9-]{0,6}"


def _lettered(texts: Sequence[str]) -> dict[str, str]:
    """Acronyms that fighters are of: "rebels of the MRPL", "MRPL rebels", "the so-called ECA"."""
    found: dict[str, str] = {}
    for text in texts:
        for pattern in _of_fighters():
            for match in pattern.finditer(text):
                if match[1].capitalize() not in COMMON:  # a headline in capitals: "FOREIGN FIGHTERS"
                    found.setdefault(match[1], f'"{match.group()}"')
    return found


@cache
def _of_fighters() -> tuple[re.Pattern[str] | Wordings, ...]:
    fighters = rf"(?:{FIGHTERS}|rebel (?:group|movement|army|alliance)|armed (?:group|movement))"
    patterns = (
        rf"\b(?i:{fighters})(?:,)? (?:of |from |in |calling itself |known as )?(?:the )?(?:so-called "
        rf")?[“\"‘']?({_LETTERS})s?\b",
        rf"{START}({_LETTERS})(?:['’]s)? (?i:{fighters})\b",
        rf"{START}({_LETTERS}), (?:the|a|an) (?:[\w-]+ ){{0,3}}?(?i:{fighters})\b(?!['’])",
    )
    return tuple(
        re.compile(each) if each.startswith(START) else Wordings.of(each, flags=re.NOFLAG) for each in patterns
    )


def _with_letters(texts: Sequence[str], lettered: frozenset[str], peoples: frozenset[str]) -> Iterable[tuple[str, str]]:
    """Full names with an acronym that fighters are of, or that a movement is called by shortly after."""
    after = re.compile(rf"^[^.!?\n]{{0,120}}\b(?:{FIGHTERS}|rebels?)\b")
    for text in texts:
        for match in re.finditer(rf"{START}(?:The |the )?({NAMES}) \(({_LETTERS})\)", text):
            name = _lettered_part(without_fighters(match[1]), match[2])
            army = _ARMED.search(re.split(r" (?:of|for|de|del|des) ", name)[0].rjust(len(name) + 1))
            own = party_words().heads.search(name) or party_words().fronts.search(name)
            said = match[2] in lettered or after.match(text[match.end() :])
            state = _STATE_UNIT.search(name) or set(name.split()) & peoples
            if said and (army or own) and " " in name and _is_name(name) and not state:
                yield name, f'"{match.group()}", of whom fighters are spoken'


def _bracketed(name: str, text: str) -> Iterable[re.Match[str]]:
    return re.finditer(rf"{re.escape(name)} \(([A-Z][\w-]{{1,7}})\)", text)


def is_allied(name: str) -> bool:
    """Whether a name is that of a force or bloc of several states, which is no movement.

    >>> is_allied("Joint Mountain Command"), is_allied("Joint Command"), is_allied("People's Front")
    (True, False, False)
    """
    return (_ALLIED.match(name) is not None and len(name.split()) > 2) or name.endswith((" Compact", " Coalition"))


_A_NAME = re.compile(rf"{START}(?:The )?({NAMES})")


def find_blocs(texts: Sequence[str], known: frozenset[str]) -> dict[str, str]:
    """Forces and blocs of several states -> the words: "the Upland Compact, a bloc of six nations"."""
    counted: Counter[str] = Counter()
    reasons: dict[str, str] = {}
    for text in texts:
        for match in _A_NAME.finditer(text):
            name = _trimmed(match[1].removeprefix("The "))
            bloc = _BLOC.match(text[match.start(1) + len(name) :])
            if name in known or " " not in name or name.split()[0] in COMMON:
                continue
            if bloc or is_allied(name):
                counted[name] += 2 if bloc else 1
                reasons[name] = (
                    f'"{name}{bloc.group()}"' if bloc else reasons.get(name, f'"{name}" is named as a force')
                )
    return {name: reasons[name] for name, count in counted.items() if count > 1 and has_troops(name, texts)}


def has_troops(name: str, texts: Sequence[str]) -> bool:
    """Whether a body is spoken of with troops and not as one that only watches."""
    said = [sentence for text in texts for sentence in _sentences_with(name, text)]
    if any(re.search(r"\b(?:oversees?|monitors?|observers?|inspect\w*|records|mediat\w+)\b", s) for s in said):
        return False
    armed = re.search(r"\b(?:Force|Forces|Command|Staff|Brigade)\b", name)
    return bool(armed) or any(
        re.search(r"\b(?:troops|soldiers|men|contingent|fighters|jets|pilots|peace enforcers|battalions?|strikes)\b", s)
        for s in said
    )


def _sentences_with(name: str, text: str) -> Iterable[str]:
    for match in re.finditer(rf"\b{re.escape(name)}\b", text) if name in text else ():
        start = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
        after = _REST.match(text, match.end())
        yield text[start : after.end() if after else match.end()]


_REST = re.compile(r"[^.!?\n]*")


def _called(text: str, peoples: frozenset[str]) -> Iterable[tuple[str, str]]:
    """Names called a movement: "X, the movement that", "the rebel group X", "the gang named X"."""
    after, before = _calling()
    for match in after.finditer(text):
        member = _MEMBER.fullmatch(match[2]) and not _COLLECTIVE.match(text, match.end())
        if _is_name(match[1]) and not member:
            yield bare(re.sub("^The ", "", match[1])), f'"{match[1]}, the {match[2]}"'
    for match in (match for pattern in _CALLED_SO for match in pattern.finditer(text)):
        if _is_name(match[1]):
            yield bare(match[1]).removeprefix("The "), f'"{match.group()}"'
    for match in _WITH_LETTERS.finditer(text):
        name = _lettered_part(without_fighters(match[1]), match[2])
        own = party_words().heads.search(name) or party_words().fronts.search(name)
        armed = _ARMED.search(name) and not set(name.split()) & peoples
        if _is_name(name) and (own or armed) and match[2] in initials(name) and not _STATE_UNIT.search(name):
            yield name, f'"{match.group()}"'
    for match in _IN_FULL.finditer(text):
        if _is_name(match[1]):
            yield bare(match[1]), f'"{match.group()}"'
    for match in before.finditer(text):
        name = bare(match[2])
        called = _SO_CALLED.search(match[1])
        if _is_name(name) and (called or party_words().fronts.search(name) or party_words().heads.search(name)):
            yield re.sub("^The ", "", name), f'"{match.group()}"'


_CALLED_SO = (
    re.compile(
        rf"{START}({NAMES})(?: \([A-Z]+\))?, (?:an?|the) (?:[a-z]+ )?(?:coalition|alliance|union|grouping|umbrella) of "
        r"(?:[a-z-]+ ){0,3}?(?:movements|militias|rebels|factions|rebel groups|armed groups|insurgents)\b"
    ),
    re.compile(
        rf"\b(?:leader|leadership|spokes\w+|head|members?|founder|commanders?) (?:of|for) the "
        rf"({NAME}(?: {NAME}){{0,2}}) (?:movement|militia|rebels|insurgents|guerrillas|rebellion)\b"
    ),
)
"""Those whose own people or allies are spoken of: "Joint Command of Orlin, a coalition of four rebel movements"."""

_SO_CALLED = re.compile(r"(?i) (?:movement|group|alliance|coalition|organi[sz]ation|militia|outfit)$")
"""What stands behind "rebel": whatever is called so is a movement, though its name shows it by no word."""

_IN_FULL = re.compile(
    rf"{START}((?:(?!The )[A-Z]\w+ ){{0,3}}(?:Movement|Front|Army|Group) (?:for|of) (?:the )?"
    rf"{NAME}(?: (?:(?:of|for|in|and|the) )*{NAME})*) "
    r"\([A-Z][A-Z0-9]{1,6}\)"
)
"""A long name whose letters may be those of another language: "Movement for the Hills and the Sea (MHM)"."""

_MEMBER = re.compile(rf"(?i)(?:{REBEL})")
"""One of a movement: "Dorin Sark, a rebel spokesman" is no movement, "Orlin, a rebel group" is."""
_COLLECTIVE = re.compile(
    r" (?:[\w-]+ )?(?:groups?|movement|army|alliance|organi[sz]ation|coalition|force|faction|front|militia|outfit|"
    r"network|band|administration|authority|government|republic|region|body|party|council|entity|state|enclave)\b"
)


@cache
def _calling() -> tuple[re.Pattern[str], Wordings]:
    movement = party_words().movement
    return (
        re.compile(
            rf"{START}({NAMES}), (?:the|a|an) (?:(?!(?:for|of|from|with|by|to|in|on|against|who)\b)[\w-]+ ){{0,3}}?"
            rf"({movement})(?!['’]|[ ]leader|[ ]chief|[ ]command)"
        ),
        Wordings.of(rf"\b({movement})(?: (?:named|called|known as|calling itself|of|the))? ({NAMES})", flags=re.NOFLAG),
    )


def _lettered_part(name: str, letters: str) -> str:
    """The part of a name that the letters behind it are of: not "Dorin Sark of the Hill People's Front (HPF)"."""
    tail = re.split(r" (?:of|for) the ", name)[-1]
    return tail if letters not in initials(name) and letters in initials(tail) else name


_WITH_LETTERS = re.compile(rf"{START}({NAMES}) \(([A-Z][A-Z0-9]{{1,6}})\)")


_FIGHTERS_OF = Wordings.of(rf"\b{FIGHTERS} (?:of (?:the )?)?({NAME}(?: {NAME}){{1,3}})", flags=re.NOFLAG)


def _fighting(text: str, peoples: frozenset[str]) -> Iterable[str]:
    """Names of two words and more that fighters are "of": "the bandits of Gerakan Ombak"."""
    for match in _FIGHTERS_OF.finditer(text):
        name = bare(match[1])
        if _is_name(name) and name.split()[0] not in peoples:
            yield name


_RISES = (
    r"(?:, which (?:has |have )?(?:ringed|besieged|surrounded|encircled|controls?|holds|overran|runs (?:most|much|"
    r"parts|large parts|the (?:valley|countryside|region|north|south|east|west|mountains))|seized|fights|fought|took "
    r"up arms|"
    r"grew out of|rose|governs|rules)\b| (?:has fought|took up arms|has taken (?:up |the )?arms|grew out of|was born "
    r"in|"
    r"launched its (?:rebellion|insurgency|offensive)|rose (?:up )?(?:against|in))\b|(?:['’]s)? (?:fighters|gunmen|"
    r"guards|guerrillas|insurgents|militiamen|commanders?)\b)"
)


_RISING = re.compile(rf"{START}(?:The )?({NAME}(?:[ -]{_LINK}?{NAME}){{1,3}}){_RISES}")


def _rising(text: str, peoples: frozenset[str]) -> Iterable[str]:
    """Names of two words and more that do what movements do: "Kawtal Ladde, which has ringed the town"."""
    for match in _RISING.finditer(text):
        name = bare(match[1]).removeprefix("The ")
        if " " in name and _is_name(name) and name.split()[0] not in peoples and not _STATE_UNIT.search(name):
            yield name


def _is_name(words: str) -> bool:
    parts = words.removeprefix("The ").split()
    return (parts[0] not in COMMON or (parts[0] in _NUMBERS and len(parts) > 2)) and not is_post(parts[0])


_NUMBERS = frozenset("One Two Three Four Five Six Seven Eight Nine Ten Twelve".split())


_A_BODY = re.compile(rf"{START}(?:The )?({_BODY})")


def _bearing(text: str, peoples: frozenset[str]) -> Iterable[str]:
    words = party_words()
    for match in _A_BODY.finditer(text):
        name = _without_speaker(_trimmed(match[1].removeprefix("The ")))
        if (
            _STATE_UNIT.search(name)
            or is_post(name.split()[0])
            or re.search(r"\bof (?:Defen[cs]e|Health|the Armed)", name)
        ):
            continue
        own = (
            name.split()[0] in peoples
            and words.heads.search(name)
            and not re.search("Liberation|Front|Movement|Resist", name)
        )
        head = words.heads.match(name)
        loose = head and not re.match(r" (?:of|for|Islam|Nacional|Popular|Revol|Obrer)", name[head.end() :])
        if " " in name and not own and not loose and (words.heads.search(name) or words.fronts.search(name)):
            yield name


def _without_speaker(name: str) -> str:
    """A movement's name without who speaks for it, "Dorin Sark of the Hill Front", or who is of it, "Gunmen of ..."."""
    words, name = party_words(), without_fighters(name)
    found = re.match(r"(\S+ (\S+)) (?:for|of) the (.+)", name)
    if found is None or found[2] in _TAILS | _HEADS or words.heads.search(found[1]) or words.fronts.search(found[1]):
        return name
    return found[3] if words.heads.search(found[3]) or words.fronts.search(found[3]) else name


def _trimmed(name: str) -> str:
    """The name up to a possessive ("the Front's Hodan Saredo"), "People's" aside, without what stands around it."""
    cut = re.search(r"(?<!People)(?<!Workers)(?<!Lord)['’]s?(?= )", name)
    return _AROUND.sub("", bare(name[: cut.start()] if cut else name))


_AROUND = re.compile(
    r"^(?:(?i:the|one of the|some of the) )+| (?:of|for|and) (?:Gen|Dr|Col|Maj|Lt|Capt|Brig|Mr|Mrs|Ms)$"
)
"""What is no part of a name: "THE Hill Front", "One of the Hill Front", "Hill Front of Gen. Sark"."""


def short_forms(name: str) -> list[str]:
    """What may stand for a movement's full name after "the": "Salvation Front", "Front"; "Haraket"."""
    words = [word for word in re.split(r"[ -]", name) if word not in _SMALL]
    plain = name.split()
    tail = " ".join(plain[-2:])
    forms = [tail] if len(plain) > 2 and plain[-2] not in _SMALL and party_words().heads.search(plain[-1]) else []
    forms += [tail] if len(plain) > 2 and plain[-1] in _TAILS and plain[-2] not in _SMALL else []
    heads = [word for word in words if word in _HEADS or party_words().fronts.fullmatch(word)][:1]
    forms += [form for head in heads for form in (head, head.removesuffix("s"))]
    return [form for form in dict.fromkeys(forms) if form != name]


_TAILS = frozenset("Army Guard Guards Forces Force Alliance Party Council League Union Front Movement Brigades".split())
_HEADS = frozenset(
    """Emirate Caliphate Brotherhood Alliance Coalition Compact League Front Movement Legions Legion Militia Brigades
    Guards Column Columns Columnas Frente Tigers""".split()
)


def initials(name: str) -> set[str]:
    """The acronyms that a full name may have: with and without its small words, without articles."""
    words = re.split(r"[ -]", name)
    return {"".join(word[0] for word in words if word not in left).upper() for left in (_SMALL, ("the",), ())}


_WORDS = re.compile(
    rf"{START}{NAME}(?:[ -](?:(?:of|for|the|and|de|del|des|du|da|do|dos|la|las|los|ng|al|y|e) )*{NAME})+"
)


def full_names(acronyms: Container[str], texts: Iterable[str]) -> dict[str, str]:
    """Acronyms -> the first name of which they are the initials; those of which no text has one are left out.

    >>> full_names({"HPA"}, ["The Highland People's Army (HPA) claimed it."])
    {'HPA': "Highland People's Army"}
    >>> full_names({"AFR", "HPA"}, ["Elders of the Alliance for the River met."])
    {'AFR': 'Alliance for the River'}
    """
    found: dict[str, str] = {}
    for run in (run.group().rstrip("'’ʼ") for text in texts for run in _WORDS.finditer(text)):
        starts = [0, *(match.end() for match in re.finditer("[ -]", run))]
        for name in (run[at:] for at in starts[:-1] if run[at].isupper()):
            for acronym in initials(name):
                if acronym in acronyms:
                    found.setdefault(acronym, name)
    return found


def group_aliases(
    texts: Sequence[str], groups: Mapping[str, str], known: Container[str]
) -> Iterable[tuple[str, str, str, str]]:
    """Alias, full name, by, why: acronyms in brackets or by initials, short forms, "the Hadarsha rebels".

    What a report puts in brackets behind a name means that name; any other alias only where it is not ``known``.
    """
    acronyms = Counter(word for text in texts for word in re.findall(rf"{START}([A-Z][A-Z0-9]{{1,6}})\b", text))
    for name in groups:
        for text in texts:
            for match in _bracketed(name, text):
                yield match[1], name, "acronym", f'"{match.group()}"'
        for acronym in initials(name):
            if len(acronym) > 2 and acronyms[acronym] and acronym not in known:
                yield acronym, name, "acronym", f'"{acronym}" are the initials of {name}'
    forms = Counter(form for name in groups for form in short_forms(name))
    for name in groups:
        for form in short_forms(name):
            if forms[form] == 1 and f"the {form}" not in known:
                yield f"the {form}", name, "short name", f'"the {form}" for {name}'
        head = re.split(" (?:of|for) ", name)[0]
        if head != name and " " in head and f"the {head}" not in known and _of_one(head, name, texts):
            yield f"the {head}", name, "short name", f'"the {head}" for {name}'
        stem = " ".join(name.split()[:-1])
        if (
            len(name.split()) > 2
            and stem not in known
            and name.split()[-1] in _TAILS
            and stem.split()[-1] not in _SMALL
            and any(re.search(rf"\b{re.escape(stem)}\b(?! {NAME})", text) for text in texts)
        ):
            yield stem, name, "short name", f'"{stem}" for {name}'
        own = [
            word
            for word in name.split()
            if word[0].isupper() and word not in COMMON and not party_words().heads.fullmatch(word)
        ]
        for word in own[:1]:
            if f"{word} rebels" not in known and any(
                re.search(rf"\b{re.escape(word)} (?:rebels|fighters|guerrillas|insurgents|militants)\b", text)
                for text in texts
            ):
                yield f"{word} rebels", name, "people", f'"{word} rebels" for {name}'


def _of_one(head: str, name: str, texts: Sequence[str]) -> bool:
    """Whether the head of a name stands in no other: "the Joint Command" of the Joint Command of Orlin."""
    other = re.compile(rf"\b{re.escape(head)}(?= of | for )(?!{re.escape(name[len(head) :])})")
    return not any(other.search(text) for text in texts)


_RULES = (
    r"(?:Council|Committee|Assembly|Chamber|Directorate|Authority|Congress|Junta|Parliament|Senate|Duma|Rada|Majlis)"
)


def owned_bodies(texts: Iterable[str], owner_of: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Body -> the party that owns it and the words: "Tuyambay's State Council", "the Defence Council of Nur-Kelat".

    "the Council" stands for it too, where one party alone has such a body.
    """
    if not owner_of:
        return {}
    side = any_of(owner_of)
    body = rf"(?:[{UPPER}][\w-]+(?:['’]s)? ){{1,3}}{_RULES}"
    patterns = (
        re.compile(rf"{START}(?P<s>{side})(?:['’]s)? (?P<b>{body})\b"),
        re.compile(rf"\b(?P<b>{body}(?: of [A-Z]\w+(?: [A-Z]\w+)?)?) of (?:the )?(?:Republic of )?(?P<s>{side})\b"),
    )
    found: dict[str, tuple[str, str]] = {}
    for text in texts:
        for pattern in patterns:
            for match in pattern.finditer(text):
                found.setdefault(match["b"].removeprefix("The "), (owner_of[match["s"]], f'"{match.group()}"'))
    heads: dict[str, set[tuple[str, str]]] = {}
    for name, (party, why) in found.items():
        heads.setdefault(name.split(" of ")[0].split()[-1], set()).add((party, why))
    for head, owners in heads.items():
        if len({party for party, _ in owners}) == 1:
            found.setdefault(f"the {head}", min(owners))
    return found
