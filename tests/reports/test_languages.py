from __future__ import annotations

import pytest

from sayso.reports.languages import detect_language, language_margin

SAID = {
    "en": "The president said that Shusha is taken; Armenia does not confirm it.",
    "de": "Der Präsident sagte, die Stadt sei eingenommen; Armenien bestätigt das nicht.",
    "fr": "Le président a dit que la ville est prise ; l'Arménie ne le confirme pas.",
    "ru": "Президент сказал, что город взят; Армения этого не подтверждает.",
    "ar": "قال الرئيس إن المدينة سقطت ولم تؤكد أرمينيا ذلك حتى الآن.",
    "hy": "Նախագահն ասաց, որ քաղաքը գրավված է։ Հայաստանը դա չի հաստատում։",
}


@pytest.mark.parametrize("language", SAID)
def test_tells_the_language(language: str) -> None:
    assert detect_language(SAID[language]) == language


@pytest.mark.parametrize("text", ["", "Home", "12.10.2024 – 14:30", "Baku"])
def test_says_nothing_of_too_little(text: str) -> None:
    assert detect_language(text) is None


def test_text_in_the_wrong_encoding_is_in_no_language_as_plainly() -> None:
    garbled = SAID["fr"].encode("cp1252").decode("cp1251")
    assert language_margin(SAID["fr"]) > language_margin(garbled)
