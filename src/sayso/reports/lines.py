"""JSON lines -> reports: one object a line, ``text`` required, what it says of itself taken as given.

A line that cannot be read is an error of its own; the lines after it are still read.
"""

from __future__ import annotations

import json
import re
from typing import Any

from sayso.reports.dateline import parse_dateline, parse_places
from sayso.reports.days import iso_or_none
from sayso.reports.texts import Given, Metadata, make_report
from sayso.types import Problem, Report

_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")
_STRINGS = ("title", "outlet", "agency", "address", "language", "id")


class LineError(ValueError):
    """A line that holds no report; the message says why and what to do."""


def read_line(line: str, path: str, given: Given) -> tuple[Report, list[Problem]]:
    """The report on one line, and what of it could not be taken.

    Args:
        line: One JSON object.
        path: File and line, which name a report that has neither ``id`` nor ``address``.
        given: What the user says of the reports.

    Raises:
        LineError: When the line is no JSON object with a ``text``.
    """
    return read_object(_parse(line), path, given)


def read_object(fields: object, path: str, given: Given) -> tuple[Report, list[Problem]]:
    """As ``read_line``, from an object already parsed."""
    if not isinstance(fields, dict):
        raise LineError('no JSON object; write one object a line, with at least a "text"')
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise LineError('no "text" in the object, or an empty one; every report needs its text')
    if _UNWRITABLE.search(text):
        raise LineError(
            'a null character or half a character (\\ud800 to \\udfff alone) in "text"; write the text anew'
        )
    words, problems = _strings(fields, path)
    published, dateline = _published(fields, path, problems), _dateline(fields)
    name = words.pop("id", None) or words.get("address") or path
    stated = Metadata(**words, published=published, because='"published" in the JSON', dateline=dateline)
    return make_report(text, name, stated, given), problems


def _parse(line: str) -> object:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise LineError(
            f"broken JSON at column {error.colno} ({error.msg}); put the line right or leave it out"
        ) from error
    except RecursionError as error:
        raise LineError("JSON nested too deeply; write one flat object a line") from error


def _strings(fields: dict[str, Any], path: str) -> tuple[dict[str, str], list[Problem]]:
    """The fields that are strings; a number as an id is taken too, anything else is left out and said."""
    words, problems = {}, []
    for name in _STRINGS:
        value = fields.get(name)
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip() and not _UNWRITABLE.search(value):
            words[name] = value.strip()
        elif value not in (None, ""):
            problems.append(Problem(f'{path}: "{name}" is no text and was left out; put it in quotation marks', path))
    return words, problems


def _published(fields: dict[str, Any], path: str, problems: list[Problem]) -> str | None:
    value = fields.get("published")
    if value in (None, ""):
        return None
    stamp = iso_or_none(value) if isinstance(value, str) else None
    if stamp is None:
        problems.append(
            Problem(f'{path}: "published" is {value!r}, no ISO date, and was left out; write 2020-11-08', path)
        )
    return stamp


def _dateline(fields: dict[str, Any]) -> tuple[str, ...]:
    """Places, from a list or from a dateline as printed ("Baku / Yerevan (dpa) -")."""
    value = fields.get("dateline")
    if isinstance(value, list):
        return tuple(
            place.strip()
            for place in value
            if isinstance(place, str) and place.strip() and not _UNWRITABLE.search(place)
        )
    if not isinstance(value, str) or not value.strip() or _UNWRITABLE.search(value):
        return ()
    printed = parse_dateline(value)
    return printed.places if printed and printed.places else parse_places(value) or (value.strip(),)
