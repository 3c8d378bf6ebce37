"""A file, a folder or standard input -> reports and problems, one after the other, nothing held but the one being read.

What cannot be read becomes a ``Problem`` that names the input and says what to do; the rest goes on.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sayso.errors import ReportError
from sayso.reports.encodings import Decoded, NotTextError, decode, refuse_other_kinds
from sayso.reports.folders import READ, folder_files, writable
from sayso.reports.lines import LineError, read_line, read_object
from sayso.reports.pages import declared_encoding, looks_like_page, read_page
from sayso.reports.texts import Given, Metadata, make_report
from sayso.types import Problem, Report

LONGEST_TEXT = 5_000_000  # bytes of one text: a thousand pages of print
LONGEST_PAGE = 25_000_000  # bytes of one HTML page, most of which is no text
STDIN = "-"
_PAGES = (".html", ".htm", ".xhtml")
_LINES = (".jsonl", ".ndjson")
_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_WRAPPED = {".eml": "a mail", ".mbox": "a box of mails", ".mht": "a web archive", ".mhtml": "a web archive"}
"""What looks like text and has the report's text in it in another form."""


def read_path(path: str, given: Given | None = None) -> Iterator[Report | Problem]:
    """Read all reports that ``path`` holds.

    Use this for whatever a user names: a text or HTML file, JSON lines, a folder (all such files in it and in the
    folders inside, sorted) or ``-`` for standard input. A document in a folder that cannot be read is a problem, too.

    Args:
        path: The input as the user named it. Reports and problems have it as it can be written (``writable``).
        given: What the user says of all its reports.

    Yields:
        A ``Report`` for each that could be read, a ``Problem`` for each input, line or field that could not.
        Nothing is raised.
    """
    given = given or Given()
    yield from _guarded(writable(path), partial(_read_any, path, given))


def _read_any(path: str, given: Given) -> Iterator[Report | Problem]:
    if path == STDIN:
        return _read_open(sys.stdin.buffer, path, "", given)
    return _read_folder(path, given) if Path(path).is_dir() else _read_file(path, given)


def _guarded(path: str, read: Callable[[], Iterator[Report | Problem]]) -> Iterator[Report | Problem]:
    """What ``read`` yields; an error ends it as a problem."""
    try:
        yield from read()
    except ReportError as error:
        yield Problem(str(error), path)
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        yield Problem(f"{path}: {_reason(error)}", path)


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file; check the spelling"
        case NotADirectoryError():
            return "a part of this path is a file, not a folder; check the spelling"
        case PermissionError():
            return "you may not read this; ask its owner, or change its permissions"
        case _:
            return f"cannot be read ({getattr(error, 'strerror', None) or error}); check the disk and the path"


def _read_folder(path: str, given: Given) -> Iterator[Report | Problem]:
    """All reports in a folder. A folder inside that cannot be opened is a problem of its own."""
    refused: list[OSError] = []
    files = folder_files(path, refused)
    for error in refused:
        name = writable(str(error.filename))
        yield Problem(f"{name}: {_reason(error)}", name)
    if not files and not refused:
        name = writable(path)
        yield Problem(f"{name}: no {', '.join(READ)} file in this folder; name the files themselves", name)
    for file in files:
        yield from _guarded(writable(file), partial(_read_file, file, given))


def _read_file(path: str, given: Given) -> Iterator[Report | Problem]:
    name, suffix = writable(path), Path(path).suffix.lower()
    with Path(path).open("rb") as stream:
        if suffix in _WRAPPED:
            raise ReportError(name, f"this is {_WRAPPED[suffix]}; save the report's text in a .txt file first")
        yield from _read_open(stream, name, suffix, given)


def _read_open(stream: BinaryIO, path: str, suffix: str, given: Given) -> Iterator[Report | Problem]:
    """Read by the name's ending; without one that tells, by what the first bytes look like."""
    if suffix in _LINES:
        yield from _read_lines(stream, path, given)
        return
    page = suffix in _PAGES
    data = _read_all(stream, path, LONGEST_PAGE if page or not suffix else LONGEST_TEXT, page=page)
    decoded = _decode(data, path)
    if page or (suffix != ".txt" and looks_like_page(decoded.text)):
        yield _read_page(decoded.text, path, given)
    elif suffix != ".txt" and _JSON.match(decoded.text):
        yield from _read_json(decoded.text, path, given)
    elif len(data) > LONGEST_TEXT:
        raise _too_long(path, LONGEST_TEXT, page=False)
    else:
        yield make_report(decoded.text, path, Metadata(), given)
    if decoded.broken:
        yield Problem(
            f"{path}: {decoded.broken} broken characters stand in the text as \ufffd; save it anew as UTF-8",
            path,
        )


def _read_all(stream: BinaryIO, path: str, limit: int, *, page: bool) -> bytes:
    """All bytes; what is longer than ``limit`` is refused before it is read."""
    data = stream.read(limit + 1)
    try:
        refuse_other_kinds(data)
    except NotTextError as error:
        raise ReportError(path, str(error)) from error
    if len(data) > limit:
        raise _too_long(path, limit, page=page)
    if not data.strip():
        raise ReportError(path, "this is empty; nothing to read")
    return data


def _too_long(path: str, limit: int, *, page: bool) -> ReportError:
    what = "HTML page" if page else "text"
    advice = "" if page else "; if it holds many reports, give them as JSON lines or one file each"
    return ReportError(path, f"longer than the {limit // 1_000_000} MB that one {what} may have{advice}")


def _decode(data: bytes, path: str) -> Decoded:
    try:
        decoded = decode(data, declared_encoding(data))
    except NotTextError as error:
        raise ReportError(path, str(error)) from error
    if not decoded.text.strip():
        raise ReportError(path, "this holds nothing but white space; nothing to read")
    return decoded


def _read_page(text: str, path: str, given: Given) -> Report:
    found = read_page(text)
    if found is None:
        raise ReportError(
            path, "no running text found in this page; save the report itself, or its text in a .txt file"
        )
    running_text, stated = found
    return make_report(running_text, path, stated, given)


def _read_lines(stream: BinaryIO, path: str, given: Given) -> Iterator[Report | Problem]:
    """JSON lines, each on its own: a broken one is a problem that names file and line."""
    number, found = 0, False
    while line := stream.readline(LONGEST_TEXT + 1):
        number += 1
        name = f"{path}:{number}"
        if len(line) > LONGEST_TEXT:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_TEXT + 1)
            yield Problem(str(_too_long(name, LONGEST_TEXT, page=False)), name)
        elif line.strip():
            yield from _guarded(name, partial(_read_one, line, name, given))
        found = found or bool(line.strip())
    if not found:
        raise ReportError(path, "this is empty; nothing to read")


def _read_one(line: bytes, name: str, given: Given) -> Iterator[Report | Problem]:
    try:
        report, problems = read_line(line.decode("utf-8-sig"), name, given)
    except UnicodeDecodeError as error:
        raise ReportError(name, "not in UTF-8, as JSON must be; convert the file") from error
    except LineError as error:
        raise ReportError(name, str(error)) from error
    yield report
    yield from problems


def _read_json(text: str, path: str, given: Given) -> Iterator[Report | Problem]:
    """JSON that is not called JSON lines: one object or a list of them over several lines, else an object a line."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _read_lines(BytesIO(text.encode("utf-8")), path, given)
        return
    objects = whole if isinstance(whole, list) else [whole]
    for number, fields in enumerate(objects, 1):
        name = f"{path}:{number}" if len(objects) > 1 else path
        try:
            report, problems = read_object(fields, name, given)
        except LineError as error:
            yield Problem(f"{name}: {error}", name)
        else:
            yield report
            yield from problems
