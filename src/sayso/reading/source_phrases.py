"""The forms that a source phrase takes: staff of a body, a document, both sides, a group, a pronoun."""

from __future__ import annotations

import re

from sayso.reading.roster import source_words, words_of
from sayso.types import Span
from sayso.values.name_parts import offices_end

BESIDE = re.compile(r",\s+(?![A-ZÀ-Þ]).*$")
INSIDER = re.compile(r"\b(?:adviser|aide|deputy|his|her|its|their|employed|presidential|ministerial)\b", re.IGNORECASE)
ASIDE = re.compile(r",\s*who\s+(?:had\s+)?(?:received|met|visited|hosted|welcomed|accompanied|replaced|succeeded)\b")
ACRONYM_BEHIND = re.compile(r"(?<=\w) \([A-Z][\w-]{1,9}\)?$")  # "Lantern Relief (LR)"
OF_GROUP = re.compile(
    r"(?<!\bformer )(?<!\bone-time )(?<!\bex-)"
    r"\b(movement|rebels?|insurgents?|guerrillas?|separatists?|front|group(?! of (?:forces|troops))|islamists?|"
    r"jihadists?|ethnic (?:armed )?(?:army|armies|alliance))(?:[’']s?)?\b",
    re.I,
)
ITS_GROUP = re.compile(
    r"the [A-ZÀ-Þ]\w+ (?:militant |armed |Islamist |rebel |Shiite |Sunni )*(?:group|movement|militia|organi[sz]ation)",
    re.I,
)
STAFF = re.compile(
    r"^(?:(?:senior|local|several|two|three|some|other|the|unnamed|high-ranking)\s+)*(?:officials|representatives"
    r"|members|circles|people|staff|employees|leaders) (?:of|at|in|from|within) (?=.)",
    re.I,
)
POSSESSED = re.compile(
    r"(his|her|its|their)(?: own)? (?:message|statement|post|letter|communiqu[eé]|bulletin|report|newspaper"
    r"|account|tally|count|list|figures?|assurance|words|"
    r"messengers|people|services|side|men|channel|version|telling|page|website)s?$",
    re.I,
)
SIDES = re.compile(
    r"^(?:both|each|neither|the two|the|all)(?: of the)?(?: \w+)?\s+(?:sides|parties|camps|countries"
    r"|governments|armies|signatories|belligerents|neighbou?rs)$|^(?:neither|both|the two)$|"
    r"^(?:each|neither)(?: \w+)? (?:side|party|camp|country|government|army|signatory|belligerent|neighbou?r)$|"
    r"^(?:both|the two)(?: \w+)? (?:ministers|ministries|militaries|leaders|presidents|premiers|delegations|states|"
    r"nations|capitals|commands)$|"
    r"^(?:(?:the|senior|some|military|defen[cs]e|foreign|government) ){0,3}(?:officials|officers|ministers|ministries|"
    r"leaders|representatives|delegations|negotiators|governments|armies|forces|authorities) (?:of|from|on|in) "
    r"(?:both|the two) (?:countries|sides|states|nations|parties|governments|capitals|armies)$",
    re.I,
)
ARTICLE = re.compile(
    r"^(?:the|a|an|this|that|one|some|same|its|his|her|their|our|your|my|official|neighbou?ring)\s+", re.I
)
DOCUMENT = re.compile(
    r"^(?:(?:a|an|the|its|his|her|their)\s+)?(?P<owner>.*?)\b(?:bulletin|communiqu[eé]|statement|message|letter|report|list|tally|count|records?|data|"
    r"estimates?|reckoning|account|(?<!ministry of )(?<!department of )information|sources?|figures?|post|"
    r"representation|press release|assurance"
    r"|version|announcement|declaration|note|"
    r"books|document|caption|update|briefing|website|page|calculations?)s?\b(?:[^,]*?\b(?:from|of|by)\s+(?P<giver>.+))?",
    re.I,
)
NO_OWNER = re.compile(r"\b(?:of|by|from|in|on|to|for|with)(?: (?:the|its|his|her|their|a|an))?$", re.IGNORECASE)
"""How words end that give no document: "an analysis of its" data."""
QUANTIFIERS = frozenset("most some many several other own first latest official early initial various".split())
SEVERAL = re.compile(r"(?:two|three|four|five|several|some|many|most|both|dozens of|a number of)\b", re.I)
INDEFINITE = re.compile(r"(?:an?|one|two|three|some|several)\s", re.I)
OF_NO_SIDE = re.compile(
    r"\b(?:sources?|persons?|people|individuals?) (?:[\w-]+ ){0,2}?(?:in (?:touch|contact) with|familiar with|"
    r"briefed (?:on|by)|with (?:direct )?knowledge of|with ties to)\b|"
    r"\b(?:aid|relief|(?:human )?rights|medical|humanitarian|monitoring|civil[- ]society) (?:groups?|agenc(?:y|ies)|"
    r"organi[sz]ations?|charity|charities)\b|"
    r"\b(?:stabili[sz]ation|peace-?keeping|observer|monitoring|verification|fact-finding) (?:mission|force)s?\b|"
    r"\b(?:opponents?|critics?|detractors?|foes?|enem(?:y|ies)) of\b|\bcivil society\b(?! minist)|"
    r"\bin an? (?:neighbou?ring|third|foreign|friendly) (?:country|state|capital)\b",
    re.I,
)
"""Who only knows somebody of a side, or of a thing; groups that are of no movement: "the aid group Lantern"."""
OF_THE_PRESS = re.compile(
    r"\b(?:newspaper|daily|weekly|magazine|company|firm|Channel \d+|think[- ]tank|charity|non-governmental)\b"
)
"""Whom a people's name in front puts into no state's service: "the French newspaper Le Figaro"."""
OF_NO_STATE = re.compile(
    r"^(?!.*\b(?:state|official|army|military|ministry|government|pro-government)\b)"
    r"(?:the )?[A-ZÀ-Þ][\w’'-]* (?:[\w-]+ )?"
    r"(?:media(?: outlets?| reports?)?|press(?: reports?)?|outlets?|broadcasters?|websites?|journalists|reporters|"
    r"doctors|medics|analysts|[\w’'-]+s[’'] (?:[\w-]+ )?(?:union|association|network|federation|syndicate|guild)|"
    r"syndicate|guild|trade unions?)$",
    re.IGNORECASE,
)
"""Whom a people's name in front makes no government, unless the state runs them: "Ostrian media"."""
PAPER = re.compile(
    r"(?:[Tt]he )?(?:[A-ZÀ-Þ][\w’'-]+ )+(?:Post|Times|Journal|Herald|Tribune|Gazette|Telegraph|Chronicle|Observer|"
    r"Courier|Mail|Examiner|News|Guardian)$"
)
"""A newspaper called after a town, which is no post of the town's: "the Orlin Post"."""
ABROAD = re.compile(
    r"\b(?:western|foreign|european|regional) (?!minist|office|affairs|secretary)(?:[\w-]+ )?"
    r"(?:embassy|embassies|officials?|officers?|"
    r"capitals?|sources?|governments?|agency|agencies|attachés?|diplomats?|delegation)\b",
    re.I,
)
PRIVATE = re.compile(
    r"^(?!.*\b(?:state|official|ministry|spokes\w+|army[’']s)\b)(?:"
    r".*\b(?i:opponents?|critics?|detractors?|foes?|enem(?:y|ies)) of\b|"
    r".*\b(?:(?:mil)?bloggers?|vloggers?|analysts?|"
    r"commentators?|pundits?|journalists?|reporters?|war correspondents?|residents?|experts?|specialists?|scholars?|"
    r"researchers?|fellows? (?:at|with|of)|(?:former|retired) (?:\w+ ){0,2}(?:advis[eo]rs?|aides?|diplomats?))\b|"
    rf"(?:[Tt]he )?[A-ZÀ-Þ][\w-]+ (?:online |open[- ]source )?sources?$|{PAPER.pattern})"
)
"""Who shares a people's name with a state and speaks for none: "a Velgorian blogger", "Velgorian sources"."""
DE_FACTO = re.compile(r"\bde facto (?:\w+ )?(?:authorit\w+|administration|government|rulers|officials?)\b", re.I)
THE_ENEMY = re.compile(
    r"the (?:occupation|occupying|occupier[’']s|enemy|enemy[’']s|aggressor[’']s) (?:army|forces?|military|authorities|"
    r"government|command|troops|navy|side)\b",
    re.I,
)
HELPED = re.compile(
    r"(?:[’']s?)? (?:(?:former|senior|top|close|long-?time|personal|political|campaign|national|foreign|security|"
    r"policy|media) )*(?:aide|advis[eo]r|ally|lawyer|confidante?|spokes\w+|envoy|associate) (?=[A-ZÀ-Þ])"
)
"""Between who is served and who serves: "Orlin aide Mara Venn"."""
POSTED_TO = re.compile(
    r"\b(head of mission|country director|coordinator|correspondent|delegate|envoy|"
    r"(?:its|their) (?:[\w-]+ )?(?:spokes\w+|representative|negotiator|office)|"
    r"(?:spokes\w+|speaks?|adviser|representative|negotiator|office) (?:of|for) the (?:movement|rebels?|front|group|"
    r"militia|insurgents)) (?:in|for) (?:the )?"
    r"[A-ZÀ-Þ][\w’'-]*"
)
GROUP = re.compile(
    r"^(?!no )(?:the )?(?:\w+ )?(?:rebels?|insurgents?|guerrillas?|militants|separatists|fighters|movement|group|"
    r"rebellion|guerrilla|terrorists|bandits|attackers|rebel "
    r"(?:organi[sz]ation|movement|group|leadership|side)|armed group|outlaws|insurrectionists|gunmen|"
    r"insurrection|insurgency)$",
    re.I,
)
ORGANISED = re.compile(r"\b(?:group|movement|organi[sz]ation)$", re.I)
SPOKESPERSONS = frozenset("spokesman spokeswoman spokesperson speaker spokespersons".split())
KIN = frozenset(
    "father mother brother sister uncle aunt cousin nephew niece son daughter wife husband widow grandmother "
    "grandfather family relatives "
    "neighbour neighbor friend company cooperative lawyer entourage".split()
)
GROUPS = frozenset(
    "front movement resistance liberation columnas legion legions harakat haraket lashkar lashkar-e jaish jabhat "
    "hezb tehrik ansar jama'at jund brigades militia taliban "
    "guerrillas frente fuerzas salvation redress redemption insurgency".split()
)
GENERIC = frozenset(
    "official officer politician leader chief head man woman person commander minister chairman chairwoman "
    "director general dignitary".split()
)
HE, SHE, IT, THEY = (
    frozenset("he him himself".split()),
    frozenset("she her herself".split()),
    frozenset("it itself".split()),
    frozenset("they them themselves".split()),
)
RANKS = frozenset("general colonel brigadier admiral commodore major captain lieutenant marshal commander".split())
HEADS = frozenset("president premier chancellor king emir sultan chairman chairwoman leader".split())
SOME_OFFICIALS = re.compile(
    r"\b(?:health|medical|hospital|emergency|rescue|local|city|municipal|provincial|regional|military|security|police|"
    r"intelligence|border|defen[cs]e) (?:officials|authorities|leaders)\b"
)


def is_of_no_state(phrase: str) -> bool:
    """True for those whom a people's name puts into no state's service: the press, unions, doctors.

    >>> [is_of_no_state(each) for each in ("Ostrian media", "Ostrian state media", "the Ostrian Doctors' Syndicate")]
    [True, False, True]
    """
    press = OF_THE_PRESS.search(phrase) and not re.search(r"\bstate\b", phrase, re.IGNORECASE)
    return bool(press or OF_NO_STATE.match(phrase))


def is_governed(before: str) -> bool:
    """True where a name hangs on other words: "a person close to President", "the ministry, through General"."""
    words = before.rstrip()
    if re.search(r",\s*(?:who|which|whose|whom)\b", words):
        return True
    if INDEFINITE.match(words) and not (
        words.endswith(",") or re.search(r"\b(?:named|called|(?:him|her|them)sel(?:f|ves) as|name of)(?: \w+)?$", words)
    ):
        return True
    if words.endswith(","):
        return False
    words = _without_office(words)
    while words and (words_of(words[-20:])[-1:] or [""])[0] in source_words().gender | {
        "prime": "",
        "foreign": "",
        "defence": "",
        "defense": "",
        "dr": "",
    }:
        words = words[: -len(words.split()[-1])].rstrip()
        if not words or words.endswith((",", "’s", "'s")):
            return False
    return bool(
        re.search(r"\b(?:of|for|to|near|by|around|with|from|through|under|at|against)(?: (?:the|its|his|her))?$", words)
    ) and not re.search(r"in the person of$", words)


def _without_office(words: str) -> str:
    """The words without the office that a post at their end is of: "Minister of Defence" -> "Minister"."""
    post, _, office = words.rpartition(" of ")
    held = words_of(office.removeprefix("the "))
    return post if held and offices_end(held) == len(held) else words


ASKS = "party: none, who asks speaks for no side"
"""Why an interviewer has no party."""
NOBODY_SPEAKS = re.compile(
    r"(?:nobody|no[- ]one|none|neither)(?: of (?:them|these|those|us))?|nobody else|"
    r"(?:neither|both)(?: of (?:the|these|those))?(?: \w+)? (?:tall(?:y|ies)|claims?|accounts?|figures?|tolls?|"
    r"versions?)",
    re.IGNORECASE,
)
"""Who says nothing: nobody, and what two sides say, of which somebody else speaks: "neither tally"."""
ISSUES = "party: the whole text is given out by"
"""Why "we" in a communiqué has a party."""
UNFINISHED = re.compile(r"(?:,? (?:who|which|that|whom|whose)(?: (?:now|earlier|later|today|yesterday))?|,? in an?|,)$")
"""What stands at the end of a source whose clause goes on elsewhere: "the colonel who"."""
OURS = re.compile(r"(?:we|us|ours?)\b", re.IGNORECASE)


def one_piece(text: str, source: tuple[Span, ...], cue: Span | None) -> Span:
    """The source as one stretch: all of it where the pieces stand together, else the piece next to the cue; of "His
    people, he wrote" the pronoun.
    """
    parted = cue is not None and source[0].end <= cue.start and cue.end <= source[-1].start  # "AFP says its reporters"
    wide = source[-1].end - source[0].start > sum(s.end - s.start for s in source) + 4 * len(source)
    last = source[-1]
    beside = cue is not None and last.end < cue.start <= last.end + 1
    if beside and len(source) > 1 and text[last.start : last.end].lower() in ("he", "she"):
        return last
    if cue is None or not (wide or parted):
        return Span(source[0].start, source[-1].end)
    return min(source, key=lambda s: max(s.start - cue.end, cue.start - s.end))
