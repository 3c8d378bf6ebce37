"""Builds two tables of parties that are taken from elsewhere; the hand-written ones beside them are left alone.

foreign_states.txt: what other languages call the states of states.txt (Babel, the Unicode CLDR territory names).
more_groups.txt: armed groups of the PETRARCH2 dictionaries (MIT licence), those that have a word of their own.

Usage: python tables/build_parties.py FOLDER with milnonstate.jsonl
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from anyascii import anyascii
from babel import Locale

TABLES = Path(__file__).parents[1] / "src" / "sayso" / "values" / "tables"
LANGUAGES = "de fr es it pt nl tr pl az sv id ro hr".split()
SMALL = frozenset("of the for and in to al de la del los el y da do e ul i an wal fi bin at as ash".split())
HEADS = re.compile(
    r"\b(?:front|army|brigades?|movement|liberation|mujah\w+|tigers|forces?|jihad|harak\w+|lashkar|jaish|jaysh|militia|"
    r"guerrillas?|battalion|resistance|organi[sz]ation|council|alliance|union|frente|ejercito|ansar|jama'?at?|hizb\w*)\b"
)
GENERIC = frozenset(
    """army front brigade brigades movement liberation national people's peoples popular revolutionary islamic united
    democratic forces force council group organization organisation resistance mujahideen mujahidin jihad holy warriors
    of the for and in armed action party union alliance freedom defense defence patriotic socialist communist workers
    new red black white green first student students youth anti proletarian struggle fighters command commando unit
    units guerrilla guerrillas international independent military militia secret state martyrs soldiers self-defense
    self-defence republican nationalist justice salvation unity volunteers volunteer anarchist cells arab muslim
    christian committee front's world day night brotherhood islami world's""".split()
)
ACRONYM = re.compile(r"\s*\(([A-Z][A-Z-]{1,7})\)")


def foreign_names() -> dict[str, list[str]]:
    """State of states.txt -> its names in other languages, Latin letters only, none that states.txt has itself."""
    lines = (TABLES / "states.txt").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    taken = {word.strip().casefold() for row in rows for cell in row for word in cell.split(",")}
    state_of = {word.strip().casefold(): row[0] for row in rows for word in (row[0], *row[-1].split(","))}
    english = Locale("en").territories
    found: dict[str, list[str]] = {}
    for code, name in english.items():
        state = state_of.get(re.sub(r"\s*[(\[].*", "", name).replace("&", "and").replace("’", "'").casefold())
        if state is None or not code.isalpha():
            continue
        names = [str(Locale(language).territories.get(code, "")).replace("’", "'") for language in LANGUAGES]
        plain = [
            n
            for n in dict.fromkeys(names)
            if n and "(" not in n and ":" not in n and n.casefold() not in taken and len(n) > 3
        ]
        found[state] = list(dict.fromkeys(found.get(state, []) + plain))
    return {state: names for state, names in found.items() if names}


def title(name: str) -> str:
    """ "MORO NATIONAL LIBERATION FRONT" -> "Moro National Liberation Front"; short acronyms stay."""
    words = name.lower().split()
    return " ".join(
        word if at and word in SMALL else re.sub(r"(^|-)(\w)", _upper, word) for at, word in enumerate(words)
    )


def _upper(match: re.Match[str]) -> str:
    return match[1] + match[2].upper()


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", anyascii(name).lower().replace("'s", "")).replace("martyrs", "martyr")


def is_own(name: str) -> bool:
    """Whether a group's name has at least two words, one of them its own, and is a group's name by its form."""
    words = re.findall(r"[\w'-]+", name.lower())
    own = [word for word in words if word not in GENERIC and word not in SMALL and not word.isdigit()]
    return len(words) > 1 and bool(own) and HEADS.search(name.lower()) is not None and not re.search(r"[/,(]", name)


def groups(path: Path) -> list[str]:
    """One line a group: name | acronyms | other names."""
    taken = {
        _plain(word)
        for line in (TABLES / "groups.txt").read_text(encoding="utf-8").splitlines()
        for word in re.split(r"[|,]", line)
    }
    lines = set()
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if not any(entry["code"].endswith("REB") for entry in row["codes"]):
            continue
        names = [row["name"], *row["synonyms"]]
        acronyms = [found[1] for name in names if (found := ACRONYM.search(name))]
        full = [title(bare) for name in names if is_own(bare := ACRONYM.sub("", name).strip())]
        full = list(dict.fromkeys(name for name in full if "+" not in name))
        if not full or {_plain(name) for name in (*full, *acronyms, row["name"])} & taken:
            continue
        short = [acronym for acronym in dict.fromkeys(acronyms) if 3 < len(acronym) < 7]
        lines.add(f"{full[0]} | {', '.join(short)} | {', '.join(full[1:])}".rstrip(" |"))
    return sorted(lines)


def main(folder: str) -> None:
    """Write both tables."""
    foreign = [f"{state} | {', '.join(names)}" for state, names in sorted(foreign_names().items())]
    head = "# what other languages call the states of states.txt; built by tables/build_parties.py from CLDR\n"
    (TABLES / "foreign_states.txt").write_text(head + "\n".join(foreign) + "\n", encoding="utf-8")
    head = "# name | acronyms | other names; built by tables/build_parties.py from the PETRARCH2 dictionaries (MIT)\n"
    more = groups(Path(folder) / "milnonstate.jsonl")
    (TABLES / "more_groups.txt").write_text(head + "\n".join(more) + "\n", encoding="utf-8")
    print(len(foreign), "states,", len(more), "groups")


if __name__ == "__main__":
    main(sys.argv[1])
