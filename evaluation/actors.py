"""Who speaks for which side in the small invented conflicts of `training/actors`, the marked sources given.

`python -m evaluation.actors`: the conflicts that are not held out, in five parts; what is learnt of names is learnt
from the other four. `--held`: those held out, with what is learnt from all others. For each kind of name that the
source is or holds (`pronoun` and `described` where it holds none) a line gives the share of statements whose party is
right, that have none though one is marked, that have a wrong one, that have one where none is marked, and whose party
the table of parties knows at all. `--missed` prints what went wrong; `--rules` leaves out what is learnt of names;
`--only PREFIX,...` takes some conflicts.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.actors import FOLDS, fold, learn, read_conflicts
from training.conflicts import FOLDER, aligned, is_held

from evaluation.parties import Annotated, Case, read_marked
from evaluation.score_ledger import same_party
from sayso.reading.reader import RememberingReader
from sayso.reading.tagger import Reader, load_tagger
from sayso.reports import Given, read_path
from sayso.types import Attribution, Problem, Report, Span
from sayso.values.actors import KINDS as NAME_KINDS
from sayso.values.actors import SIDES, Weights
from sayso.values.name_kinds import learn_kinds
from sayso.values.parties import PartyTable, learn_parties

NOTHING_LEARNT = Weights.of({"": [50.0 * (kind == "organ") for kind in NAME_KINDS]})
"""By these every name is a body's whose owner is unknown: nothing is added, nothing taken away."""

KINDS = ("person", "organ", "seat", "state", "people", "group", "region", "body", "place", "pronoun", "described")

_PRONOUN = re.compile(r"(?:s?he|it|they|i|we|who|which|his|her|its|their|him|them|us|me)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """One statement: the conflict, its source, the kind of the name in it, its party, the party that was read."""

    conflict: str
    words: str
    kind: str
    party: str
    read: str
    right: bool
    known: bool
    because: str


def answers(path: Path, reader: Reader, weights: Weights | None) -> Iterator[Answer]:
    """What is read of the statements of one conflict."""
    marked: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    reports = list(_annotated(marked))
    of_form = {fold(form): entry["kind"] for entry in marked["names"] for form in entry["forms"]}
    texts = [each.report.text for each in reports]
    table, kinds = learn_parties(texts, weights=weights), learn_kinds(texts)
    forms = _forms(marked)
    for each in read_marked(reports, reader, table, kinds):
        words, party = each.case.words, each.case.party
        said = each.party or (each.speaker if party and same_party(party, each.speaker) else "")
        because = next((why for why in each.because if why.startswith("party:")), "no reason")
        right = _is_right(party, said, forms)
        yield Answer(path.stem, words, kind_of(words, of_form), party, said, right, _is_known(party, table), because)


def _annotated(marked: Mapping[str, Any]) -> Iterator[Annotated]:
    """The reports of a conflict with their statements, each source where it stands."""
    for number, report in _reports(marked["reports"]):
        mine = [one for one in marked["statements"] if one["report"] == number]
        rows = aligned({**marked, "reports": {number: report.text}}, number)
        yield Annotated(report, tuple(_case(row, one) for row, one in zip(rows, mine, strict=True)))


def _case(row: Mapping[str, Any], marked: Mapping[str, Any]) -> Case:
    source, cue, content = (tuple(Span(*span) for span in sorted(row[role])) for role in ("source", "cue", "content"))
    return Case(Attribution(source, cue, content), marked["source"], "", marked["party"])


def _reports(texts: Sequence[str]) -> Iterator[tuple[int, Report]]:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            path = Path(folder) / f"{number:02}.txt"
            path.write_text(text, encoding="utf8")
            yield from ((number, one) for one in read_path(str(path), Given()) if not isinstance(one, Problem))


def _forms(marked: Mapping[str, Any]) -> dict[str, set[str]]:
    out: defaultdict[str, set[str]] = defaultdict(set)
    for entry in marked["names"]:
        if entry["kind"] in (*SIDES, "region"):
            out[entry["party"]] |= {form for form in entry["forms"] if len(form) > 2}
    return out


def _is_right(party: str, read: str, forms: Mapping[str, set[str]]) -> bool:
    if same_party(party, read):
        return True
    return bool(party and read) and any(same_party(form, read) for form in forms.get(party, ()))


def _is_known(party: str, table: PartyTable) -> bool:
    return not party or table.party_of(party) is not None or any(one.party == party for one in table.learnt.values())


def kind_of(words: str, of_form: Mapping[str, str]) -> str:
    """The kind of the marked name that a source is or holds, persons first; "pronoun" or "described" for none."""
    bare = fold(words.strip(' ,."“”'))
    if bare in of_form:
        return of_form[bare]
    within = words.casefold()
    held = [kind for form, kind in of_form.items() if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", within)]
    if held:
        return min(held, key=lambda kind: KINDS.index(kind) if kind in KINDS else len(KINDS))
    return "pronoun" if _PRONOUN.fullmatch(bare) else "described"


def line(name: str, found: Sequence[Answer]) -> str:
    """The shares of one kind."""
    count = len(found) or 1
    none = sum(not each.read and bool(each.party) for each in found)
    wrong = sum(bool(each.read) and bool(each.party) and not each.right for each in found)
    given = sum(bool(each.read) and not each.party for each in found)
    right, known = (sum(getattr(each, what) for each in found) for what in ("right", "known"))
    shares = "".join(f"{number / count:8.3f}" for number in (right, none, wrong, given, known))
    return f"{name:10}{len(found):6}{shares}"


def chosen_conflicts(*, held: bool, only: Sequence[str] = ("",)) -> list[Path]:
    """The files of the conflicts that are held out, or of the others, whose names begin with one of ``only``."""
    paths = sorted(FOLDER.glob("*.json"))
    return [path for path in paths if is_held(path.stem) == held and path.stem.startswith(tuple(only))]


def learnt_apart(*, held: bool, rules: bool) -> Iterator[tuple[Weights, list[Path]]]:
    """Conflicts with what is learnt from none of them: those held out, or each part of the others."""
    rest = chosen_conflicts(held=False)
    if held or rules:
        weights = NOTHING_LEARNT if rules else learn(read_conflicts(rest))
        yield weights, chosen_conflicts(held=held)
        return
    conflicts = read_conflicts(rest)
    for part in range(FOLDS):
        apart = {path.stem for path in rest[part::FOLDS]}
        yield learn([one for one in conflicts if one.name not in apart]), rest[part::FOLDS]


def report(found: Sequence[Answer], *, missed: bool) -> Iterable[str]:
    """The lines that are printed."""
    yield f"{'':10}{'':>6}" + "".join(f"{name:>8}" for name in ("right", "none", "wrong", "given", "known"))
    yield line("all", found)
    yield line("a party", [each for each in found if each.party])
    yield from (line(kind, [each for each in found if each.kind == kind]) for kind in KINDS)
    for each in found if missed else ():
        if not each.right:
            yield (
                f'{each.conflict} {each.kind} "{each.words}" is [{each.party}]{"" if each.known else "?"}, read '
                f"[{each.read}]; {each.because}"
            )


def main(arguments: Sequence[str]) -> int:
    """Print the table; 0 always: the floors are kept by the tests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--only", default="", metavar="PREFIX,...")
    chosen = parser.parse_args(arguments)
    reader = RememberingReader(load_tagger())
    only = tuple(chosen.only.split(","))
    found = [
        each
        for weights, paths in learnt_apart(held=chosen.held, rules=chosen.rules)
        for path in paths
        if path.stem.startswith(only)
        for each in answers(path, reader, weights)
    ]
    print("\n".join(report(found, missed=chosen.missed)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
