"""The language of a text, among those that news reports of conflicts come in.

The identifier is restricted on purpose: left free it takes foreign names for a foreign language.
"""

from __future__ import annotations

import math
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = (
    *("en", "fr", "es", "de", "ru", "ar", "uk", "pt", "it", "tr", "fa", "zh", "he", "nl", "pl", "el", "hy", "az", "ka"),
    *("sr", "hr", "bg", "mk", "sq", "ro", "hu", "cs", "sk", "sv", "da", "fi", "lt", "lv", "et", "be", "ur", "hi", "bn"),
    *("ps", "ku", "my", "th", "vi", "id", "ja", "ko", "sw", "am", "so", "ha", "ne", "ta", "si", "km", "lo", "kk", "uz"),
)
SAMPLE = 4_000  # characters looked at: more changes nothing and costs time
FEWEST_LETTERS = 24  # a text shorter than a headline is too little to go by
LEAST_CONFIDENCE = 0.5


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


def detect_language(text: str) -> str | None:
    """The two-letter code of the text's language, None when the text is too short or the answer too unsure."""
    sample = text[:SAMPLE]
    if sum(1 for _ in islice(filter(str.isalpha, sample), FEWEST_LETTERS)) < FEWEST_LETTERS:
        return None
    language, confidence = _identifier().classify(sample)
    return str(language) if confidence >= LEAST_CONFIDENCE else None


def language_margin(text: str) -> float:
    """By how much (log odds) the likeliest language of the text leads the next: low for text in the wrong encoding."""
    first, second = (probability for _, probability in _identifier().rank(text[:SAMPLE])[:2])
    return math.log(first + 1e-30) - math.log(second + 1e-30)
