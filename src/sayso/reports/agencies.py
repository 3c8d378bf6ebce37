"""News agencies and broadcasters by the names that datelines and credit lines use.

A table to look up who sent a dispatch. A name that is not here is kept as it stands.
"""

from __future__ import annotations

# canonical name: further spellings, compared without case
_AGENCIES = {
    "AA": ("Anadolu", "Anadolu Agency", "Anadolu Ajansı", "Anadolu Ajansi"),
    "ABNA": (),
    "ACN": (),
    "ADN": (),
    "Adnkronos": (),
    "AFP": ("Agence France-Presse", "Agence France Presse", "أ ف ب", "أ.ف.ب", "فرانس برس", "АФП"),
    "AGERPRES": (),
    "AGI": (),
    "AIP": ("Afghan Islamic Press",),
    "AKIpress": (),
    "AKI": (),
    "Amaq": ("Amaq News Agency", "A'maq"),
    "ANA": ("ANA-MPA", "AMNA"),
    "ANF": ("ANF News", "Firat News Agency"),
    "ANI": ("Asian News International",),
    "ANP": (),
    "ANSA": (),
    "Antara": ("ANTARA News",),
    "AP": ("Associated Press", "The Associated Press", "АП", "أسوشيتد برس"),
    "APA": (),
    "APS": ("Algérie Presse Service",),
    "Armenpress": ("ARMENPRESS", "Արմենպրես"),
    "Arminfo": (),
    "ATTA": (),
    "Azertac": ("AZƏRTAC", "AZERTAJ"),
    "BelTA": ("БЕЛТА",),
    "Belga": (),
    "Bernama": (),
    "BNA": (),
    "BNS": ("Baltic News Service",),
    "BTA": (),
    "CNS": ("China News Service",),
    "CP": ("The Canadian Press", "Canadian Press"),
    "CTK": ("ČTK",),
    "DHA": ("Demirören Haber Ajansı", "Demiroren News Agency"),
    "dpa": ("Deutsche Presse-Agentur", "German Press Agency", "dpa international"),
    "EFE": ("Agencia EFE", "Efe", "ACAN-EFE"),
    "ENA": ("Ethiopian News Agency",),
    "epd": (),
    "Europa Press": (),
    "Fars": ("Fars News Agency", "FNA"),
    "GNA": ("Ghana News Agency",),
    "HINA": (),
    "IANS": (),
    "IHA": ("İHA", "Ihlas News Agency"),
    "INA": ("Iraqi News Agency",),
    "Interfax": ("Интерфакс",),
    "Interfax-Ukraine": ("Интерфакс-Украина",),
    "IRNA": (),
    "ISNA": (),
    "JANA": (),
    "JTA": ("Jewish Telegraphic Agency",),
    "Jiji": ("Jiji Press", "時事"),
    "KCNA": ("Korean Central News Agency",),
    "keystone-sda": ("sda", "ats", "Keystone-ATS"),
    "KNA": (),
    "KUNA": (),
    "Kyodo": ("Kyodo News", "共同"),
    "LETA": (),
    "LUSA": ("Agência Lusa",),
    "MAP": ("Maghreb Arabe Presse",),
    "MENA": ("Middle East News Agency",),
    "Mehr": ("MNA", "Mehr News Agency"),
    "MIA": (),
    "Montsame": (),
    "MTI": (),
    "NAN": ("News Agency of Nigeria",),
    "NNA": ("National News Agency",),
    "Notimex": (),
    "NTB": (),
    "Pajhwok": ("Pajhwok Afghan News",),
    "PAP": (),
    "PA": ("Press Association", "PA Media", "PA news agency"),
    "Petra": (),
    "PNA": ("Philippine News Agency",),
    "Prensa Latina": ("PL",),
    "PTI": ("Press Trust of India",),
    "QNA": ("Qatar News Agency",),
    "Reuters": ("Thomson Reuters", "Reuters News", "رويترز", "Рейтер", "路透社"),
    "RIA Novosti": ("RIA", "РИА Новости", "РИА"),
    "Ritzau": (),
    "Rossiya Segodnya": (),
    "Sputnik": (),
    "SANA": ("Syrian Arab News Agency", "سانا"),
    "SID": (),
    "SNA": (),
    "Saba": ("Saba News Agency",),
    "SPA": ("Saudi Press Agency",),
    "SUNA": ("Sudan News Agency",),
    "STA": (),
    "STT": (),
    "Tanjug": (),
    "TAP": ("Tunis Afrique Presse",),
    "TASR": (),
    "Tasnim": ("Tasnim News Agency",),
    "TASS": ("ITAR-TASS", "Itar-Tass", "ТАСС", "ИТАР-ТАСС"),
    "Telam": ("Télam",),
    "Trend": ("Trend News Agency",),
    "TT": (),
    "Turan": (),
    "UNI": ("United News of India",),
    "UNIAN": ("УНИАН", "УНІАН"),
    "Ukrinform": ("Укринформ", "Укрінформ"),
    "UPI": ("United Press International",),
    "VNA": ("Vietnam News Agency",),
    "WAFA": (),
    "WAM": ("Emirates News Agency",),
    "Xinhua": ("Xinhua News Agency", "新华社", "新華社"),
    "Yonhap": ("Yonhap News Agency", "연합뉴스"),
}
_BROADCASTERS = {
    *("ABC", "Al Jazeera", "ARD", "BBC", "BBC News", "CBC", "CBS", "CBS News", "CGTN", "CNN", "Deutsche Welle", "DW"),
    *(
        "Euronews",
        "Fox News",
        "France 24",
        "ITV",
        "NBC",
        "NBC News",
        "NHK",
        "NPR",
        "ORF",
        "RAI",
        "RFE/RL",
        "RFI",
        "RTÉ",
    ),
    *("RNE", "RT", "Sky News", "SRF", "TRT", "VOA", "Voice of America", "ZDF", "Al Arabiya", "Al Mayadeen", "PBS"),
}


def _fold(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


_BY_NAME = {_fold(spelling): name for name, others in _AGENCIES.items() for spelling in (name, *others)}
_BROADCASTER_NAMES = {_fold(name) for name in _BROADCASTERS}


def known_agency(name: str) -> str | None:
    """The usual short name of a known news agency, None for any other name.

    >>> known_agency("the Associated Press"), known_agency("REUTERS"), known_agency("The Evening Lantern")
    ('AP', 'Reuters', None)
    """
    return _BY_NAME.get(_fold(name))


def is_broadcaster(name: str) -> bool:
    """Whether ``name`` is a known broadcaster: an outlet of its own, no agency."""
    return _fold(name) in _BROADCASTER_NAMES
