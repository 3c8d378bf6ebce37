"""What the names of a report stand for: a place, a party, a person, a body; each where it stands, in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sayso.reading.naming import LINE_OF
from sayso.reading.no_places import is_no_place
from sayso.types import Name, Span
from sayso.values.channels import channel_of
from sayso.values.mapped_places import is_part_of_the_world
from sayso.values.name_kinds import NameKinds
from sayso.values.party_tables import world
from sayso.values.party_words import MONTH

PLACE_NOUN = (
    r"(?:towns?|city|cities|villages?|districts?|settlements?|region|province|valley|heights|hills?|bridge|crossing|ridge|"
    r"port|island|islands|suburbs?|quarter|neighbou?rhood|camp|airfield|airport|outpost|junction|mountains?|station|"
    r"village|capital|hamlet|enclave|base|county|governorate|oblast|strip|strait|area|sector|commune|township|locality|road|market|hospital|school|refinery|dam|plant|mine)"
)
REGION_NOUN = (
    r"(?:regions?|provinces?|valleys?|governorates?|oblasts?|republic|enclave|mountains?|plains?|strip|rivers?|sea|"
    r"coast)"
)
INSIDE = re.compile(
    rf"(?-i:\b(?!{MONTH})[^\W\d_a-z][\w’'-]{{1,30}})(?:,? in (?:the )?(?:areas?|sectors?|districts?|communes?|"
    r"townships?|localit(?:y|ies)|department) of (?:the )?| \()$",
    re.IGNORECASE,
)
"""Between a place and what it lies in: "Orlin in the area of (Velgor)", "Orlin (Velgor, Ostria)"."""
BEFORE_REGION = re.compile(rf"\b(?!(?:districts|areas) of){REGION_NOUN}(?: of)?\s+(?:the\s+)?$", re.IGNORECASE)
AFTER_REGION = re.compile(rf"^\s+{REGION_NOUN}\b|^, the (?:\w+ ){{0,2}}{REGION_NOUN}\b(?! of\b)", re.IGNORECASE)
PART_OF_TOWN = r"(?:(?:(?:down|mid|up)town|central|greater)\s+)?"
"""Between "in" and a town: "in downtown Orlin"; lands have a north and a south."""
BEFORE_PLACE = re.compile(
    rf"(?:\b{PLACE_NOUN}(?: of| at| in)?|"
    r"\b(?:in|at|near|around|from|over|inside|outside|towards?|into|for|north of|south of|"
    r"east of|west of|out of|through|across|against|on|to|reached|entered|left|captur\w+|seiz\w+|taken|took|take|takes|"
    r"lost|liberat\w+|retook|retak\w+|recaptur\w+|regain\w+|overr[au]n\w*|occup(?:y|ied|ies|ying)|held|"
    r"abandon(?:ed|ing|s)?|evacuat(?:ed|ing|es|e)|shell(?:ed|ing)|bomb(?:ed|ing)|bombard\w+|struck|attacked|attacking|"
    r"stormed|storming|besieg\w+|encircl\w+|conquest of|"
    r"capture of|fall of|loss of|control of|hold|holds|"
    r"(?:calls?|called|names?|knows?)(?: (?:our|the|it|this) ?(?:town|city|place|village)?| (?:\w+ ){{0,3}}as)?))"
    rf"\s+(?:the\s+|of\s+)?{PART_OF_TOWN}$",
    re.IGNORECASE,
)
BEFORE_TOWN = re.compile(
    rf"(?:\b{PLACE_NOUN} (?:of|at|in)|\b(?:in|at|near|around|inside|outside|towards?|into|north of|south of|east of|"
    r"west of|through|reached|entered|liberat\w+|retook|retak\w+|recaptur\w+|overr[au]n\w*|evacuat(?:ed|ing|es|e)|"
    r"shell(?:ed|ing)|bomb(?:ed|ing)|bombard\w+|storm(?:ed|ing)|besieg\w+|encircl\w+))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a place and hardly before a person: an adviser is "to" and a charge "against" one, an ally "lost"
one, and a ruler has a "fall", too.
"""
BODY_WORD = re.compile(
    r"\b(?:Forces|Army|Ministry|Minister|Council|Government|Corps|Brigade|Staff|Command|Party|Front|Mission|Agency|President|"
    r"Committee|Movement|Police|Guard|Parliament|Conference|Register|Directorate|Compact|League|Accord|Alliance|"
    r"Battalion|Brigades?|Division|Regiment|Watch|Organi[sz]ation|Coalition|Units?|Squadron|Inspectorate|Office|Bureau|Network|Foundation|Institute|Court|Association|Rights)\b"
)
OF_A_BODY = re.compile(rf"s?['’]s?\s+(?:[A-Z]\w+\s+){{0,1}}{BODY_WORD.pattern}|\s+{BODY_WORD.pattern}")
AFTER_PLACE = re.compile(
    rf"^\s+(?:{PLACE_NOUN}|(?:has been|had been|was|is) (?:shelled|bombed|retaken|recaptured|overrun|besieged|"
    r"encircled|stormed))\b"
)
AS_ADJECTIVE = re.compile(r"\s+(?:regime|entity|enemy|aggress(?:ion|ors?)|occupiers?)\b")
"""Behind the name of a side in the mouth of another, never of a place: "the Ostrian entity"."""
ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A name at one place of a text. ``kind`` is place, region, party, person, body or home: a party's name that stands
    for its place here ("in Baku"). ``party`` is its side, or "".
    """

    span: Span
    words: str
    kind: str
    party: str


DEITIES = ("God", "Allah", "Lord", "Heaven")  # "thanks be to God"
LETTERS = re.compile(r"[A-ZÀ-Þ]{2,6}")
HYPHENATED = re.compile(
    r"-(?:held|backed|led|run|controlled|occupied|born|based|style|made|era|flagged|registered|owned|linked|bound|installed|"
    r"appointed|affiliated|speaking)$",
    re.IGNORECASE,
)
OF_A_NAME = re.compile(
    r"@$|\b(?:Cent(?:re|er)|Institute|Office|Committee|Headquarters|Department|Agency|Bureau|Council|Foundation) "
    r"(?:for|on) (?:the )?$"
)
"""Before part of a longer name: a handle, "the Centre for Countering Lies"."""
HANDLE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+[A-ZÀ-Þ][a-zà-ÿ]+\w*")
PEOPLES = re.compile(r"[’']s (?:Democratic )?Republic\b")  # after "Orlin People"
LANGUAGES = frozenset(
    "Swahili Kiswahili Kinyarwanda Kirundi Lingala Luganda Hausa Yoruba Amharic Tigrinya Arabic Hebrew Farsi Dari "
    "Pashto Urdu Hindi Bengali Mandarin Tagalog Kurmanji Sorani".split()
)


def find_named(
    text: str,
    names: Sequence[Name],
    party_of: Callable[[str], str],
    kinds: NameKinds | None = None,
    is_movement: Callable[[str], bool] = lambda _: False,
) -> list[Named]:
    """Every name of ``names`` at every place where it stands, in reading order. A place for which neither this text nor
    ``kinds`` has a sign is none: it may be anything.

    Args:
        text: the report's text.
        names: the names of the report with their spans.
        party_of: the side that a name or demonym stands for, "" for none.
        kinds: what all reports make of a name.
        is_movement: whether a side is an armed movement, whose name is that of no land.
    """
    out = []
    for name in names:
        party = party_of(name.name)
        kind = _kind(text, name, party)
        if kind == "place" and kinds is not None and not _is_sure(text, name, kinds):
            kind = "body"
        landless = kind != "party" or _has_no_place(name.name) or is_movement(party)
        for span in name.spans:
            words = text[span.start : span.end]
            before = text[max(0, span.start - 40) : span.start]
            at_home = not landless and BEFORE_PLACE.search(before)
            here = "home" if at_home else "body" if kind == "place" and AS_ADJECTIVE.match(text, span.end) else kind
            out.append(Named(span, words, here, party_of(words) or party))
    return sorted(out, key=lambda n: n.span)


def _has_no_place(name: str) -> bool:
    """True for an armed group that the world knows, for letters that stand for no state, and for "X-held"."""
    if BODY_WORD.search(name):
        return True
    known = world().get(name)
    letters = LETTERS.fullmatch(name) is not None and known is None
    people = world().get(name.replace(".", ""))
    if people is not None and people.by in ("demonym", "enemy's name"):
        return True
    return letters or HYPHENATED.search(name) is not None or (known is not None and known.kind == "group")


def _is_sure(text: str, name: Name, kinds: NameKinds) -> bool:
    if LINE_OF.match(name.name):
        return True
    return kinds.kind_of(name.name) == "LOC" or (kinds.kind_of(name.name) is None and _place_votes(text, name) > 0)


def _kind(text: str, name: Name, party: str) -> str:
    if LINE_OF.match(name.name):
        return "place"
    if name.name in DEITIES or channel_of(name.name) or BODY_WORD.search(name.name) or HYPHENATED.search(name.name):
        return "body" if not party else "party"
    if not party and (name.name in LANGUAGES or any(_is_part(text, s) for s in name.spans)):
        return "body"
    if not party and is_no_place(text, name):
        return "body"
    if not party and any(OF_A_BODY.match(text[s.end : s.end + 40]) for s in name.spans):
        return "body"
    if name.type == "PER":
        votes = _place_votes(text, name)
        return "place" if votes > len(name.spans) * (0.5 if " " not in name.name else 0.6) else "person"
    if party:
        return "party"
    if any(
        BEFORE_REGION.search(text[max(0, s.start - 30) : s.start]) or AFTER_REGION.search(text[s.end : s.end + 40])
        for s in name.spans
    ):
        return "region"
    if name.type == "LOC" and all(INSIDE.search(text[max(0, s.start - 60) : s.start]) for s in name.spans):
        return "region"
    if name.type == "LOC" and is_part_of_the_world(name.name):
        return "region"
    if name.type == "LOC":
        return "place"
    return "place" if _place_votes(text, name) > len(name.spans) / 2 else "body"


def settle_types(text: str, names: Sequence[Name]) -> list[Name]:
    """``names`` with the type of a place where the words around say that it is one; Twitter is none."""
    return [
        replace(n, type="MISC")
        if channel_of(n.name) or (n.type == "LOC" and is_no_place(text, n))
        else replace(n, type="LOC")
        if n.type != "LOC" and _kind(text, n, "") in ("place", "region")
        else n
        for n in names
    ]


def _is_part(text: str, span: Span) -> bool:
    """Whether a name is only a piece of another: of a handle, of a body's name, of a people's republic."""
    before, words = text[max(0, span.start - 40) : span.start], text[span.start : span.end]
    handle = HANDLE.fullmatch(words) and f"@{words}" in text
    return bool(OF_A_NAME.search(before) or handle or PEOPLES.match(text, span.end))


def _place_votes(text: str, name: Name) -> int:
    """At how many of its places the words around the name make it a place; none for a person without one sure sign."""
    bare = len(name.spans) == 1 and name.type != "LOC"
    around = [(text[max(0, s.start - 40) : s.start], text[s.end : s.end + 40]) for s in name.spans]
    if name.type == "PER" and not any(_at_a_place(*each, BEFORE_TOWN, bare=bare) for each in around):
        return 0
    return sum(_at_a_place(*each, BEFORE_PLACE, bare=bare) for each in around)


def _at_a_place(before: str, after: str, signs: re.Pattern[str], *, bare: bool) -> bool:
    """True between words that go with a place; where it must stand ``bare``, "in the Commons" shows none."""
    if AFTER_PLACE.search(after):
        return True
    return signs.search(before) is not None and not (
        bare and ARTICLE.search(before) and not BEFORE_REGION.search(before)
    )
