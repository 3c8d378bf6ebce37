"""What reports teach of parties, against what is marked in the small invented conflicts of `training/actors`.

`python -m evaluation.taught` (`--held`: the conflicts that are held out alone). First of how many statements with a
party the reports do not teach it. Then a line for each kind of what is taught: how many names or parties there are,
how many of them are none or are another's, and examples. A state or a group is wrong that no marked party is called;
a seat or a body where its name is marked as another party's, or as nobody's.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from training.conflicts import FOLDER, is_held

from evaluation.score_ledger import same_party
from sayso.values.learnt import BODIES
from sayso.values.parties import learn_parties

SHOWN = 5  # examples
LANDS = frozenset(("state", "region"))
Found = tuple[str, bool, str]  # the kind of what is taught, whether it is right, an example


def taught(conflict: Mapping[str, Any]) -> Iterator[Found]:
    """Each party, seat and body that the reports of a conflict teach."""
    learnt = learn_parties(conflict["reports"]).learnt
    marked = {form.casefold(): entry for entry in conflict["names"] for form in entry["forms"]}
    called = {entry["party"] for entry in conflict["names"]} - {""}
    lands = called | {entry["forms"][0] for entry in conflict["names"] if entry["kind"] in LANDS}
    for kind, kinds, names in (("state", LANDS, lands), ("group", BODIES, called)):
        for party in sorted({one.party for one in learnt.values() if one.kind in kinds} - {""}):
            yield kind, any(same_party(name, party) for name in names), party
    for name, one in sorted(learnt.items()):
        entry = marked.get(name.casefold().removeprefix("the "))
        if entry and one.by in ("seat", "likely seat", "body"):
            yield one.by, same_party(entry["party"], one.party), f"{name} of {one.party}"


def untaught(conflict: Mapping[str, Any]) -> tuple[int, int]:
    """How many statements have a party, one of two among them, that the reports do not teach, and how many have any."""
    known = {one.party for one in learn_parties(conflict["reports"]).learnt.values()} - {""}
    parties = [each["party"].split("; ") for each in conflict["statements"] if each["party"]]
    missed = [each for each in parties if not all(any(same_party(one, of) for of in known) for one in each)]
    return len(missed), len(parties)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held", action="store_true")
    chosen = parser.parse_args(arguments)
    paths = [path for path in sorted(FOLDER.glob("*.json")) if is_held(path.stem) or not chosen.held]
    found: defaultdict[str, list[tuple[bool, str]]] = defaultdict(list)
    conflicts = [json.loads(path.read_text(encoding="utf8")) for path in paths]
    for conflict in conflicts:
        for kind, right, name in taught(conflict):
            found[kind].append((right, name))
    missed, all_ = map(sum, zip(*map(untaught, conflicts), strict=True))
    print(f"{len(paths)} conflicts; of {all_} statements with a party {missed} of one that is not taught")
    for kind, each in found.items():
        wrong = [name for right, name in each if not right]
        print(f"{kind:<12}{len(each):>5} taught,{len(wrong):>4} wrong: {'; '.join(wrong[:: len(wrong) // SHOWN + 1])}")


if __name__ == "__main__":
    main()
