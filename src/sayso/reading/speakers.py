"""Who speaks: a source phrase -> the speaker's name in this report, with the reason.

Persons come under their fullest name without titles, bodies under the fullest form of the report, capitals as the
government that sits there, pronouns and "the colonel" as the person meant; somebody not named keeps the text's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sayso.reading.communiques import headed_or_signed, issuer_of
from sayso.reading.compound import compound_parts
from sayso.reading.earlier import (
    FAR,
    acting_before,
    again,
    described_again,
    last_body,
    may_be_he,
    opens_sentence,
    party_lines,
    same_body,
)
from sayso.reading.land_told_of import is_one_section
from sayso.reading.looked_back import giver_again, long_form, named_before, one_more
from sayso.reading.opposed import both_sides
from sayso.reading.publishers import outlet_speaking
from sayso.reading.quotes import around
from sayso.reading.roster import Person, role_words, source_words, words_of
from sayso.reading.scene import NOBODY, Scene, Speaker, Told
from sayso.reading.source_phrases import (
    ACRONYM_BEHIND,
    ARTICLE,
    ASIDE,
    ASKS,
    BESIDE,
    DOCUMENT,
    GENERIC,
    GROUP,
    GROUPS,
    HE,
    HEADS,
    HELPED,
    INSIDER,
    ISSUES,
    IT,
    NO_OWNER,
    NOBODY_SPEAKS,
    ORGANISED,
    OURS,
    PAPER,
    POSSESSED,
    QUANTIFIERS,
    RANKS,
    SHE,
    SOME_OFFICIALS,
    SPOKESPERSONS,
    STAFF,
    THEY,
    UNFINISHED,
    is_governed,
    is_of_no_state,
    one_piece,
)
from sayso.types import Span

RELATIVE = frozenset(("who", "which", "his", "her", "its", "their", "whose"))
NEXT_TO = 40  # characters between a name and the "who" that is its own


def resolve_source(scene: Scene, source: tuple[Span, ...], cue: Span | None, earlier: Sequence[Told]) -> Speaker:
    """Who speaks, by the source phrase and the statements ``earlier`` in reading order."""
    if not source:
        return NOBODY
    span = one_piece(scene.report.text, source, cue)
    parts = compound_parts(scene, span)
    if len(parts) > 1:
        found = [_resolve_one(scene, part, cue, earlier) for part in parts]
        names = "; ".join(dict.fromkeys(each.name for each in found if each.name))
        parties = "; ".join(dict.fromkeys(each.party for each in found if each.party))
        return Speaker(names, parties, tuple(line for each in found for line in each.because), "several")
    return _resolve_one(scene, span, cue, earlier)


Rule = Callable[[Scene, Span, str, "Span | None", Sequence[Told]], "Speaker | None"]


def _resolve_one(
    scene: Scene, span: Span, cue: Span | None, earlier: Sequence[Told], rules: Sequence[Rule] = ()
) -> Speaker:
    words = scene.report.text[span.start : span.end]
    if aside := ASIDE.search(words) or ACRONYM_BEHIND.search(words):
        span = Span(span.start, span.start + aside.start())
    phrase = scene.report.text[span.start : span.end]
    for rule in rules or RULES:
        found = rule(scene, span, phrase, cue, earlier)
        if found is not None:
            return found
    return _described(scene, span, phrase, cue, earlier)


def _issuer(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """Who gives out a communiqué with letterhead or signature: all that stands there, and its "we" and "our forces";
    a person named there speaks for the same side.
    """
    found = headed_or_signed(scene.report)
    if found is None or around(scene.quotations, span):
        return None
    outside = not found.body.start <= span.start < found.body.end
    if not (outside or span == found.issuer or OURS.match(phrase)):
        return None
    issuer = _resolve_one(scene, found.issuer, None, (), RULES[1:])
    person = scene.roster.person_at(span) if outside else None
    name, kind = (person.name, "person") if person else (issuer.name, "body")
    own = issuer.name if set(words_of(issuer.name)) & GROUPS and not scene.sides.party_of(issuer.name) else issuer.party
    why = (f"{ISSUES} {own}",) if own else issuer.because[1:]
    return Speaker(name, own, (f'speaker: "{phrase}" stands for {name}, who gives out the text', *why), kind)


def _own_voice(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """The outlet of itself; inside a quotation "we" is whoever is quoted."""
    bare = ARTICLE.sub("", phrase) if phrase.lower().startswith("the ") else phrase
    named = next((name for name in scene.outlets if bare.casefold() == ARTICLE.sub("", name).casefold()), None)
    if named:
        return outlet_speaking(scene, named, phrase)
    if not source_words().own_voice.match(phrase):
        return None
    holder = next(
        (t.speaker for t in reversed(earlier) if any(c.start <= span.start and span.end <= c.end for c in t.content)),
        None,
    )
    if holder or around(scene.quotations, span):
        return holder or (earlier[-1].speaker if earlier else None)
    issuer = issuer_of(scene.report) if phrase.lower() in ("we", "us", "our", "i", "my") else None
    if issuer is not None:
        return _resolve_one(scene, issuer, None, ())
    own = scene.outlets[:1]
    return outlet_speaking(scene, own[0], phrase) if own else None


def _pronoun(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    word = phrase.strip().lower()
    if word in IT and (doer := acting_before(scene.report.text, span, earlier)):
        return _resolve_one(scene, doer, None, ())
    if word in IT or word in THEY:
        return last_body(span, phrase, earlier, several=word in THEY)
    if word not in HE and word not in SHE:
        return None
    wanted = "man" if word in HE else "woman"
    ranked = sorted(_candidates(scene, span, earlier), key=lambda each: -each[0])
    for _, speaker in ranked:
        if speaker.gender in ("", wanted):
            why = f'speaker: "{phrase}" is {speaker.name}, the last person who spoke or was named'
            return Speaker(speaker.name, speaker.party, (why, *party_lines(speaker)), "person", wanted)
    last = next((t.speaker for t in reversed(earlier) if t.speaker.name), NOBODY)
    because = (f'speaker: "{phrase}" after {last.name}', *party_lines(last))
    return Speaker(last.name, last.party, because, last.kind) if last is not NOBODY else None


def _relative(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """As in "..., who offered no evidence", "which evoked": whoever is named right before, else who spoke last."""
    if phrase.strip().lower() not in RELATIVE:
        return None
    persons = [(s.end, p) for p in scene.roster.persons for s in p.spans if s.end <= span.start < s.end + NEXT_TO]
    spoken = [t.speaker for t in earlier if t.speaker.name and span.start - t.at < FAR]
    if persons and phrase.strip().lower() != "which":
        return _as_speaker(scene, max(persons, key=lambda each: each[0])[1], "")
    if not spoken:
        return None
    last = spoken[-1]
    why = f'speaker: "{phrase}" is {last.name}, who spoke before'
    return Speaker(last.name, last.party, (why, *party_lines(last)), last.kind, last.gender)


def _candidates(scene: Scene, span: Span, earlier: Sequence[Told]) -> list[tuple[float, Speaker]]:
    """Persons before ``span`` by nearness; who spoke last counts for more than who was only named."""
    out: list[tuple[float, Speaker]] = []
    for told in earlier[-6:]:
        if may_be_he(told.speaker) and told.at < span.start and span.start - told.at < FAR:
            out.append((told.at + 130.0, told.speaker))
    for person in scene.roster.persons:
        before = [s.start for s in person.spans if s.end <= span.start]
        if before and span.start - before[-1] < FAR:
            opens = opens_sentence(scene.report.text, before[-1])
            inside = any(c.start <= before[-1] < c.end for t in earlier for c in t.content)
            out.append(
                (before[-1] + (120.0 if opens else 0.0) - (200.0 if inside else 0.0), _as_speaker(scene, person, ""))
            )
    return out


def _label(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """The sides of an interview: "Q", "Presenter", "A"."""
    word = phrase.strip().lower()
    if word in source_words().interviewers:
        name = (scene.outlets or ["the interviewer"])[0] if word in ("q", "question") else f"the {word}"
        why = f'speaker: "{phrase}" asks the questions', ASKS
        return Speaker(name, "", why, "described")
    if word in source_words().answerers:
        named = [p for p in scene.roster.persons if p.spans[0].start < span.start]
        if named:
            return _as_speaker(scene, max(named, key=lambda p: len(p.spans)), phrase)
        if scene.report.text[span.end : span.end + 1] == ":":
            return Speaker("the interviewee", "", (f'speaker: "{phrase}" answers and is not named',), "described")
    return None


def _person(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """The person named in the phrase, if the name is its head: not "an envoy of President X", not "X's office"."""
    text = scene.report.text
    for person in scene.roster.persons:
        for at in person.spans:
            if not (span.start <= at.start and at.end <= span.end):
                continue
            owned = re.match(r"[’']s?\s+(?:own\s+)?(\w[\w ]*)", text[at.end : span.end])
            if owned:
                return _owned(scene, span, person, owned[1], phrase)
            if HELPED.match(text, at.end, span.end):
                continue
            if not is_governed(text[span.start : at.start]):
                return _as_speaker(scene, person, phrase, span, cue)
    return None


def _owned(scene: Scene, span: Span, person: Person, thing: str, phrase: str) -> Speaker | None:
    later = [
        p
        for p in scene.roster.persons
        if p is not person and any(span.start <= s.start and s.end <= span.end for s in p.spans)
    ]
    if later:
        return _as_speaker(scene, later[0], phrase, span)
    party, why = scene.sides.of_person(person)
    name = f"{person.name}'s {thing.strip()}"
    return Speaker(name, party, (f'speaker: "{phrase}"', *why), "body")


def _as_speaker(
    scene: Scene, person: Person, phrase: str, span: Span | None = None, cue: Span | None = None
) -> Speaker:
    party, why = scene.sides.of_person(person, phrase, span, cue)
    reason = f'speaker: "{phrase}" is {person.name}' if phrase else f"speaker: {person.name}"
    return Speaker(person.name, party, (reason, *why), "person", person.gender)


def _post(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """The person described elsewhere: "the colonel", "its spokesman", "the city's mayor"."""
    if re.match(r"(?:an?|one|another|two|three|some|several|other)\b", phrase, re.I) or scene.roster.person_at(span):
        return None
    bare = source_words().about.sub("", phrase)
    head = re.split(r"\b(?:of|for|in|from|at|to|close)\b", bare)[0]
    if {*words_of(bare)[-1:], *words_of(head)[-1:]} & source_words().bodies:  # "the Prime Minister's Office"
        return None
    roles = [word for word in role_words(head) if not word.endswith("ss")]
    if not roles:
        return None
    wanted = SPOKESPERSONS if roles[-1] in SPOKESPERSONS else {roles[-1]}
    before = [t for t in earlier if t.at < span.start and t.speaker.kind == "person"]
    known = [p for p in scene.roster.persons if p.roles & wanted and _fits(scene, p, bare)]
    last = max(
        (p for p in known if p.spans[0].start < span.start),
        key=lambda p: max(s.start for s in p.spans if s.start < span.start),
        default=None,
    )
    told = described_again(span, phrase, earlier)
    if told and (last is None or told.at > max(s.start for s in last.spans if s.start < span.start)):
        return again(told.speaker, phrase)
    ahead = [] if before and roles[-1] in GENERIC | SPOKESPERSONS else known
    person = last or (ahead[0] if len(ahead) == 1 and _fits(scene, ahead[0], bare, sure=True) else None)
    if person is not None:
        return _as_speaker(scene, person, phrase, span, cue)
    if (
        roles[-1] in GENERIC
        and before
        and len(bare.split()) <= 2
        and phrase.lower().startswith("the ")
        and span.start - before[-1].at < FAR
    ):
        spoken = before[-1].speaker
        why = f'speaker: "{phrase}" after {spoken.name}', *party_lines(spoken)
        return Speaker(spoken.name, spoken.party, why, "person", spoken.gender)
    return _named_after(scene, span, phrase, roles[-1])


def _named_after(scene: Scene, span: Span, phrase: str, role: str) -> Speaker | None:
    """The person whom the lead only describes and the next sentences name: "the commander of the force"."""
    heads = HEADS if role in ("leader", "head", "chief") else frozenset[str]()
    wanted = RANKS if role in ("commander", "officer") or set(words_of(phrase)) & source_words().forces else heads
    if not wanted or re.match(r"(?:his|her|their|our|your)\b", phrase, re.I):
        return None
    after = [
        p
        for p in scene.roster.persons
        if span.end < p.spans[0].start < span.end + FAR and p.roles & wanted and _fits(scene, p, phrase, sure=True)
    ]
    return _as_speaker(scene, after[0], phrase, span) if after else None


def _fits(scene: Scene, person: Person, phrase: str, *, sure: bool = False) -> bool:
    """False where phrase and person name different parties, and, to be sure, where the person's is not known."""
    asked, known = scene.sides.party_of(phrase), scene.sides.of_person(person)[0]
    return not asked or asked[0] == known or not (known or sure)


def _document(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """The giver of a message, bulletin, count: "a message from the Kremlin", "A Gvardzian army bulletin"."""
    match = DOCUMENT.match(re.sub(r"\bto the \w+$", "", phrase))
    if NOBODY_SPEAKS.fullmatch(phrase) or PAPER.search(phrase) or re.search(r"\b(?:with|who)\b", phrase):
        return None
    if (
        match is None
        or match["owner"].strip().lower() in QUANTIFIERS
        or NO_OWNER.search(match["owner"].strip())
        or not (match["giver"] or match["owner"].strip())
        or (re.match(r"an? ", phrase, re.I) and re.search(r"sources?\b", phrase))
    ):
        return None
    if re.search(r"\bsources?\b|\bcircles\b", phrase):
        return None
    start, end = match.span("giver") if match["giver"] else match.span("owner")
    words = phrase[start:end]
    inner = Span(span.start + start, span.start + end - (len(words) - len(re.sub(r"(?:[’']s?)?\s*$", "", words))))
    if inner == span or inner.end <= inner.start:
        return None
    return _resolve_one(scene, inner, cue, earlier)


def _body_again(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    here = [told for told in earlier if is_one_section(scene.report.text, told.at, span.start, scene.sides.table)]
    return same_body(span, phrase, here)


def _named_before(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """Whom a short form or "the agency" means, though it has not spoken."""
    text = scene.report.text
    meant = long_form(text, phrase, span) or named_before(text, phrase, span, scene.roster)
    found = _resolve_one(scene, meant, None, earlier) if meant else None
    why = f'speaker: "{phrase}" is {found.name}, named before' if found else ""
    return Speaker(found.name, found.party, (why, *party_lines(found)), found.kind) if found else None


def _body(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """A ministry, army, council, front: the fullest form in the report, with its people's name in front."""
    bare = ARTICLE.sub("", source_words().about.sub("", source_words().anonymity.sub("", phrase)))
    plain = words_of(bare)
    acronym = re.fullmatch(r"[A-ZÀ-Þ]{2,7}", bare) is not None and scene.roster.expand(bare) != bare
    if (not acronym and not set(plain) & (source_words().bodies | source_words().rulers)) or role_words(
        re.split(r"\b(?:of|for|in|from)\b", bare)[0]
    ):
        return None
    bare = re.sub(r"^own\s+|[’']s$", "", BESIDE.sub("", bare)).strip(' “”"')
    full = _fullest(scene, bare, span)
    known = scene.sides.party_of(full) if full != bare else None
    party, why = (known[0], (known[1],)) if known else scene.sides.of_phrase(phrase, span, cue)
    if set(plain) & source_words().rulers and party and len(plain) <= 8 and not SOME_OFFICIALS.search(phrase):
        return Speaker(scene.sides.rulers_of(party), party, (f'speaker: "{phrase}" rules {party}', *why), "body")
    full = re.sub(r" (?:in|at) (?:the )?[A-ZÀ-Þ].*$", "", full)
    return Speaker(scene.sides.with_people(full, party), party, (f'speaker: "{phrase}" is {full}', *why), "body")


def _fullest(scene: Scene, bare: str, span: Span) -> str:
    """The longest name of a body before ``span`` that holds all words of ``bare``; ``bare`` if there is none."""
    if not any(c.isupper() for c in bare):
        return bare
    if re.fullmatch(r"[A-ZÀ-Þ]{2,7}", bare):
        return scene.roster.expand(bare)
    wanted = set(words_of(bare))
    fits = [
        name
        for name, at in scene.roster.bodies
        if at.start <= span.start and wanted < set(words_of(name)) and not role_words(name.split()[0])
    ]
    return max(reversed(fits), key=len) if fits else bare


def _possessed(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """`his message`, `its own messengers`: whoever spoke last, by the pronoun."""
    match = POSSESSED.match(phrase)
    if match is None:
        return None
    pronoun = {"his": "he", "her": "she", "its": "it", "their": "they"}[match[1].lower()]
    return _pronoun(scene, span, pronoun, cue, earlier)


def _group(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """`the rebels`: the one armed group that the report names; `the group`: the one that it named last."""
    bare = source_words().about.sub("", BESIDE.sub("", phrase))
    if not GROUP.match(bare) or any(word[:1].isupper() for word in bare.split()[1:] if not bare.isupper()):
        return None
    group = (ORGANISED.search(bare) and scene.sides.group_before(span)) or scene.sides.armed_group(span)
    if not group:
        return None
    return Speaker(group, group, (f'speaker: "{phrase}" is {group}', f"party: {group} is an armed group"), "body")


def _staff(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """Those who work for a body, for the body: "officials of the movement's health directorate"."""
    match = STAFF.match(phrase)
    if match is None or not set(words_of(phrase[match.end() :])) & source_words().bodies:
        return None
    return _body(scene, Span(span.start + match.end(), span.end), phrase[match.end() :], cue, earlier)


def _place(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """A state or its capital for its government: "Baku", "Ruzhenia"."""
    bare = ARTICLE.sub("", phrase).removeprefix("official ").strip()
    bare = BESIDE.sub("", source_words().about.sub("", bare)).strip()
    if not bare[:1].isupper() or len(bare.split()) > 3 or role_words(bare):
        return None
    if source_words().independent_bodies.search(bare) or is_of_no_state(bare) or PAPER.match(bare):  # no land
        return None
    found = scene.sides.party_of(bare) or ((bare, f"party: {bare} itself") if scene.sides.is_side(bare) else None)
    if not found:
        return None
    party, why = found
    name = scene.sides.rulers_of(party) if scene.sides.is_seat_or_state(bare, party) else bare
    return Speaker(name, party, (f'speaker: "{phrase}" stands for those who govern {party}', why), "place")


def _own_data(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """`According to their own account, X troops lost ...`: the side whose name stands next in the sentence."""
    if not re.match(r"(?:(?:its|their|his|her)\s+)?own\b", phrase, re.I):
        return None
    text = scene.report.text
    after = re.split(r"[.!?]\s", text[span.end : span.end + 160])[0]
    before = re.split(r"[.!?]\s|\n", text[max(0, span.start - 160) : span.start])[-1]
    for words in (after, before):
        found = scene.sides.first_party_in(words)
        if found:
            return Speaker(
                scene.sides.rulers_of(found[0]),
                found[0],
                (f'speaker: "{phrase}" is that of {found[0]}', found[1]),
                "body",
            )
    return None


def _described(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker:
    """Somebody not named, in the text's own words."""
    if NOBODY_SPEAKS.fullmatch(phrase):
        return Speaker("", "", (f'speaker: none, "{phrase}" is nobody',), "none")
    bare = UNFINISHED.sub("", source_words().anonymity.sub("", phrase)).strip(' ,“”"')
    bare = re.sub(r"^One (?!of\b)", "a ", bare)
    bare = re.sub(
        r"^(A|An|The|One|Some|Several|Two|Three|His|Her|Its|Their|Other|Others|Both)\b", lambda m: m[0].lower(), bare
    )
    if bare[:1].isupper() and bare.split()[0].lower() in source_words().independent:
        bare = bare[:1].lower() + bare[1:]
    party, why = scene.sides.of_phrase(phrase, span, cue)
    near = bool(earlier) and span.start - earlier[-1].at < FAR
    if not party and near and earlier[-1].speaker.party and INSIDER.search(phrase):
        party, why = earlier[-1].speaker.party, (f'party: "{phrase}" looks back to {earlier[-1].speaker.name}',)
    name = bare if not any(c.isupper() for c in bare[4:]) else re.sub(r"^the ", "", bare)
    return Speaker(name, party, (f'speaker: "{phrase}" is not named', *why), "described")


RULES: tuple[Rule, ...] = (
    _issuer,
    _own_voice,
    _pronoun,
    _relative,
    _label,
    _own_data,
    both_sides,
    one_more,
    _possessed,
    _person,
    _post,
    _group,
    _staff,
    _document,
    giver_again,
    _body_again,
    _named_before,
    _body,
    _place,
)
