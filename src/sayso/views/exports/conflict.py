"""Incidents in the columns of UCDP GED, ACLED and Airwars. What is not known is left empty; docs/exports.md says why.

Each row ends with columns of Sayso's own: the questions that it belongs to, where they stand, who says what, and where
the words stand that it was read from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sayso.types import Brief, Report
from sayso.views.dated import is_inferred
from sayso.views.exports.codes import grade_of, harmed
from sayso.views.exports.counts import Range, count_civilians, count_named, deaths_of
from sayso.views.exports.incidents import Incident, address_of
from sayso.views.exports.tables import Cell, Column, Table, Type, make_table
from sayso.views.wording import quoted, who_words

_TYPES: Mapping[str, Type] = {
    "i": "integer",
    "n": "number",
    "d": "day",
    "b": "boolean",
}


def _columns(words: str) -> tuple[Column, ...]:
    """Columns from "name" or "name:i": integer, n: number, d: day, b: boolean, else text."""
    pairs = (word.partition(":") for word in words.split())
    return tuple(Column(name, _TYPES.get(kind, "text")) for name, _, kind in pairs)


SAYSO = _columns("sayso_id sayso_questions sayso_standings sayso_said:d sayso_positions sayso_plover sayso_words")
UCDP = _columns(
    "id:i relid year:i active_year:i code_status type_of_violence:i conflict_dset_id conflict_new_id:i conflict_name "
    "dyad_dset_id dyad_new_id:i dyad_name side_a_dset_id side_a_new_id:i side_a side_b_dset_id side_b_new_id:i side_b "
    "number_of_sources:i source_article source_office source_date source_headline source_original where_prec:i "
    "where_coordinates where_description adm_1 adm_2 latitude:n longitude:n geom_wkt priogrid_gid:i country "
    "country_id:i region event_clarity:i date_prec:i date_start:d date_end:d deaths_a:i deaths_b:i deaths_civilians:i "
    "deaths_unknown:i best:i high:i low:i gwnoa:i gwnob:i"
)
ACLED = _columns(
    "event_id_cnty event_date:d year:i time_precision:i disorder_type event_type sub_event_type actor1 assoc_actor_1 "
    "inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso:i region country admin1 admin2 admin3 "
    "location latitude:n longitude:n geo_precision:i source source_scale notes fatalities:i tags timestamp:i"
)
AIRWARS = _columns(
    "incident_code incident_date:d country region location latitude:n longitude:n geolocation_accuracy belligerents "
    "strike_type strike_status grading grading_because civilians_killed_min:i civilians_killed_max:i "
    "children_killed_min:i children_killed_max:i women_killed_min:i women_killed_max:i "
    "civilians_injured_min:i civilians_injured_max:i "
    "number_of_sources:i sources summary"
)
DEEDS = ("attack", "responsibility")  # kinds of question, and of claim, on what somebody did to others
_PRECISIONS = {1: "Exact location", 2: "Near the location", 3: "District", 4: "Region", 5: "Wider area", 6: "Country"}
_ACLED_PRECISION = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}  # 1 the town, 2 its surroundings or district, 3 the region
_ACLED_TIME = {1: 1, 2: 2, 3: 2, 4: 3}  # 1 the day, 2 the week, 3 the month
_LONGEST = 1_000  # characters of quoted words in one cell


def conflict_table(name: str, brief: Brief, incidents: Iterable[Incident]) -> Table:
    """Incidents as one of ``CONFLICT`` has them: a row for each place, day and pair of sides, as far as it counts them.

    UCDP counts what involves armed force, ACLED what has a code of its own, Airwars where civilians, or people of whom
    nothing else is said, were killed or injured.
    """
    columns, row, counts = _FORMS[name]
    reports = {report.id: report for report in brief.reports}
    return make_table(name, (*columns, *SAYSO), [row(each, reports) for each in incidents if counts(each)])


def _ucdp(incident: Incident, reports: Mapping[str, Report]) -> dict[str, Cell]:
    side_a, side_b = incident.sides
    deaths, first = deaths_of(incident.figures, (side_a, side_b)), incident.day[0]
    return {
        "id": int(incident.id, 16),
        "year": int(first[:4]) if first and first[:4] == incident.day[1][:4] else None,
        "dyad_name": f"{side_a} - {side_b}" if side_a and side_b else None,
        "side_a": side_a,
        "side_b": side_b,
        **_ucdp_sources(incident, reports),
        **_ucdp_place(incident),
        "event_clarity": None if incident.precision is None else 1 if incident.place and incident.precision == 1 else 2,
        "date_prec": incident.precision,
        "date_start": first,
        "date_end": incident.day[1] or incident.said,
        "deaths_a": deaths.a,
        "deaths_b": deaths.b,
        "deaths_civilians": deaths.civilians,
        "deaths_unknown": deaths.unknown,
        "best": deaths.all.best,
        "high": deaths.all.high,
        "low": deaths.all.low,
        **_sayso(incident, reports),
    }


def _ucdp_sources(incident: Incident, reports: Mapping[str, Report]) -> dict[str, Cell]:
    told = _reports(incident, reports)
    heads = [f"{_dated(r)}: {quoted(r.title or r.path)}" for r in told]
    return {
        "number_of_sources": len(told),
        "source_article": "; ".join(heads),
        "source_office": _joined(_office(report) for report in told),
        "source_date": _joined(_day(report) for report in told),
        "source_headline": _joined(report.title or "" for report in told),
        "source_original": _joined(
            who_words(t.position.party, t.position.speaker, "")
            for t in incident.told
            if t.position.stance not in ("withholds", "unverified")
        ),
    }


def _ucdp_place(incident: Incident) -> dict[str, Cell]:
    where = incident.where
    slots = [dict(matter.slots) for matter in incident.matters]
    names = next((each["names"] for each in slots if each.get("place") == incident.place and each.get("names")), "")
    return {
        "where_prec": where.precision if where else None,
        "where_coordinates": incident.place if where else None,
        "where_description": names or incident.place,
        "adm_1": where.region if where else None,
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "geom_wkt": f"POINT ({where.lon:g} {where.lat:g})" if where else None,
        "country": where.country if where else None,
    }


def _acled(incident: Incident, reports: Mapping[str, Report]) -> dict[str, Cell]:
    where, first = incident.where, incident.day[0]
    known = first if incident.precision is not None else incident.said[:10]
    deaths = deaths_of(incident.figures, incident.sides)
    code = max(incident.codes, key=lambda code: sum(map(bool, code.acled)))
    return {
        "event_id_cnty": f"SAYSO-{incident.id}",
        "event_date": known,
        "year": int(known[:4]) if known else None,
        "time_precision": _ACLED_TIME.get(incident.precision or 0, 3 if known else None),
        "disorder_type": code.acled[0],
        "event_type": code.acled[1],
        "sub_event_type": code.acled[2],
        "actor1": incident.sides[0],
        "actor2": incident.sides[1],
        "country": where.country if where else None,
        "admin1": where.region if where else None,
        "location": incident.place,
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "geo_precision": _ACLED_PRECISION.get(where.precision) if where else None,
        "source": _joined(_office(report) for report in _reports(incident, reports)),
        "notes": _words(incident),
        "fatalities": deaths.all.low,
        **_sayso(incident, reports),
    }


def _airwars(incident: Incident, reports: Mapping[str, Report]) -> dict[str, Cell]:
    where, told = incident.where, _reports(incident, reports)
    strikes = [code.strike for code in incident.codes if code.strike]
    grade, because = grade_of(_standing(incident), len(incident.acting))
    killed, hurt = (count_civilians(incident.figures, what) for what in ("killed", "injured"))
    children = count_named(incident.figures, "killed", ("children", "child"))
    women = count_named(incident.figures, "killed", ("women", "woman"))
    return {
        "incident_code": f"SAYSO-{incident.id}",
        "incident_date": incident.day[0] if incident.precision == 1 else None,
        "country": where.country if where else None,
        "region": where.region if where else None,
        "location": incident.place,
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "geolocation_accuracy": _PRECISIONS.get(where.precision) if where else None,
        "belligerents": _joined(incident.acting),
        "strike_type": _joined(strikes),
        "strike_status": "Declared strike" if _conceded(incident) else "Alleged strike" if strikes else None,
        "grading": grade,
        "grading_because": because,
        "civilians_killed_min": killed.low,
        "civilians_killed_max": killed.high,
        "children_killed_min": children.low,
        "children_killed_max": children.high,
        "women_killed_min": women.low,
        "women_killed_max": women.high,
        "civilians_injured_min": hurt.low,
        "civilians_injured_max": hurt.high,
        "number_of_sources": len(told),
        "sources": "; ".join(f"{_dated(r)}: {r.address or r.path}" for r in told),
        "summary": _words(incident),
        **_sayso(incident, reports),
    }


def _is_armed_force(incident: Incident) -> bool:
    """Whether UCDP could count it; of losses alone, only where somebody is said to have died."""
    kinds = {code.kind for code in incident.codes if code.ucdp}
    killed = (t.claim.kind == "casualties" and t.claim.slot("outcome") == "killed" for t in incident.told)
    return bool(kinds - {"casualties"}) or (bool(kinds) and any(killed))


def _harms_civilians(incident: Incident) -> bool:
    """Whether civilians are said to be killed or hurt, or a number of people of whom nothing else is said."""
    counted = any(count_civilians(incident.figures, what) != Range() for what in ("killed", "injured"))
    claims = (told.claim for told in incident.told if told.claim.kind == "casualties" and told.claim.polarity == "+")
    return counted or any(harmed(claim.slot("who")) == "civilians" for claim in claims)


_FORMS: Mapping[str, tuple[tuple[Column, ...], Callable[..., dict[str, Cell]], Callable[[Incident], bool]]] = {
    "ucdp": (UCDP, _ucdp, _is_armed_force),
    "acled": (ACLED, _acled, lambda incident: any(code.acled[0] for code in incident.codes)),
    "airwars": (AIRWARS, _airwars, lambda incident: bool(incident.place) and _harms_civilians(incident)),
}
CONFLICT = tuple(_FORMS)


def _standing(incident: Incident) -> str:
    """Where the attack stands, else the first of the questions."""
    matters = sorted(incident.matters, key=lambda matter: matter.kind not in DEEDS)
    return matters[0].standings[-1].standing if matters and matters[0].standings else ""


def _conceded(incident: Incident) -> bool:
    """Whether a side that is said to have attacked says so itself: it concedes it, or names itself."""
    attacks = (t for t in incident.told if t.claim.kind in DEEDS and t.claim.polarity == "+")
    return any(
        t.position.party in incident.acting
        and (
            t.position.stance in ("concedes", "confirms")
            or (t.position.stance == "asserts" and t.claim.slot("attacker") in ("own", t.position.party))
        )
        for t in attacks
    )


def _sayso(incident: Incident, reports: Mapping[str, Report]) -> dict[str, Cell]:
    said = {(t.position.party, t.position.speaker, t.position.stance): t.position for t in incident.told}
    plover = (".".join(part for part in code.plover if part) for code in incident.codes)
    return {
        "sayso_id": incident.id,
        "sayso_questions": _joined(matter.question for matter in incident.matters),
        "sayso_standings": "; ".join(
            f"{m.standings[-1].standing} since {m.standings[-1].date or 'no known day'}"
            for m in incident.matters
            if m.standings
        ),
        "sayso_said": incident.said,
        "sayso_positions": _joined(f"{who_words(p.party, p.speaker)} {p.stance}" for p in said.values()),
        "sayso_plover": _joined(plover),
        "sayso_words": _joined(address_of(reports[t.position.report], t.position) for t in incident.told),
    }


def _reports(incident: Incident, reports: Mapping[str, Report]) -> Sequence[Report]:
    """The reports that tell of it; a copy has positions only of what its dispatch does not tell."""
    return [reports[id] for id in dict.fromkeys(each.position.report for each in incident.told)]


def _words(incident: Incident) -> str:
    """The words that it was read from, as they stand, as far as a cell holds them well."""
    said = dict.fromkeys(" ".join(each.position.text.split()) for each in incident.told)
    out = ""
    for words in said:
        if out and len(out) + len(words) > _LONGEST:
            return f"{out} [...]"
        out += (" / " if out else "") + words
    return out


def _office(report: Report) -> str:
    return report.outlet or report.agency or report.path


def _day(report: Report) -> str:
    return (report.published or "")[:10] or "no date"


def _dated(report: Report) -> str:
    """Who published a report and when, with a word where the day is inferred."""
    return f"{_office(report)}, {_day(report)}{' (inferred)' if is_inferred(report) else ''}"


def _joined(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(word for word in words if word))
