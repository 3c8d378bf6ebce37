"""How many place names are put where they are: given mentions, the share resolved to within 161 km (100 miles).

Usage: python -m evaluation.places CORPUS.jsonl ... [--wrong N] [--alone]
Rows have ``text`` and ``toponyms`` with ``start``, ``end``, ``lat``, ``lon``; those without coordinates are left out.
``--wrong N`` prints N mentions that are off; ``--alone`` resolves each name by itself, without its report.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sayso.types import Place
from sayso.values.gazetteers import gazetteer_on_board
from sayso.values.places import PlaceContext, distance, resolve_place, resolve_places

NEAR = 161.0
BESIDE = re.compile(r",\s+(?:in\s+)?")


def main(arguments: list[str] | None = None) -> int:
    """Score each corpus and print a line for it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("--alone", action="store_true")
    options = parser.parse_args(arguments)
    for path in options.corpora:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        judged = [each for row in rows for each in judge(row, alone=options.alone)]
        print(f"{path.stem}: {summary(judged)}")
        for name, gold, place, off in [each for each in judged if each[3] > NEAR][: options.wrong]:
            got = f"{place.listed} ({place.kind}, {place.country}; {place.because})" if place else "unknown"
            print(
                f"  {name!r} is {gold['name']} {gold['lat']:.1f} {gold['lon']:.1f}; {off:.0f} km; {got}",
                file=sys.stderr,
            )
    return 0


def judge(row: dict[str, Any], *, alone: bool = False) -> list[tuple[str, dict[str, Any], Place | None, float]]:
    """Name, gold, place found and kilometres between the two, for every mention of a report that has coordinates."""
    mentions = [m for m in row["toponyms"] if m["lat"] is not None]
    names = [row["text"][m["start"] : m["end"]] for m in mentions]
    together = {} if alone else resolve_places(names, PlaceContext(names=tuple(names)))
    out = []
    for at, (mention, name) in enumerate(zip(mentions, names, strict=True)):
        beside = _beside(row["text"], mentions, at)
        if alone:
            place = resolve_place(name)
        elif beside:
            place = resolve_place(name, PlaceContext(names=tuple(names), beside=beside))
        else:
            place = together.get(name)
        off = distance((place.lat, place.lon), (mention["lat"], mention["lon"])) if place else float("inf")
        out.append((name, mention, place, off))
    return out


def _beside(text: str, mentions: list[dict[str, Any]], at: int) -> str:
    """The mention right after this one, apart by a comma: "Springfield, Illinois"."""
    if at + 1 >= len(mentions):
        return ""
    gap = text[mentions[at]["end"] : mentions[at + 1]["start"]]
    after = mentions[at + 1]
    return text[after["start"] : after["end"]] if BESIDE.fullmatch(gap) else ""


def _same_state(place: Place, gold: dict[str, Any]) -> bool:
    """Whether both are one state: where the middle of a large one lies is a convention, and corpora have several."""
    name = unquote((gold["name"] or "").rsplit("/", 1)[-1]).replace("_", " ")
    listed = [found.row for found in gazetteer_on_board().find(name)]
    return place.kind == "country" and any(r.kind == "country" and r.country == place.country for r in listed)


def summary(judged: list[tuple[str, dict[str, Any], Place | None, float]]) -> str:
    """Share within 161 km, of all and of those found; what the rest is."""
    near = sum(off <= NEAR for *_, off in judged)
    right = sum(off <= NEAR or (place is not None and _same_state(place, gold)) for _, gold, place, off in judged)
    found = sum(place is not None for _, _, place, _ in judged)
    kinds = Counter(place.kind if place else "unknown" for _, _, place, off in judged if off > NEAR)
    rest = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    return (
        f"{len(judged)} mentions, within 161 km {near / len(judged):.3f}, "
        f"with states that are the right one by name {right / len(judged):.3f}; found {found / len(judged):.3f}, "
        f"of these within {near / max(found, 1):.3f}; off: {rest}"
    )


if __name__ == "__main__":
    sys.exit(main())
