"""Which files a folder gives, by the endings of their names, and the path by which one is named.

What is read is given, and so is what looks like a report and cannot be read (a PDF file, a mail), so that it is said.
Everything else, and what is hidden, is left alone; named itself, it is read as far as it can be.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

READ = (".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json")
DOCUMENTS = (
    *(".pdf", ".doc", ".docx", ".rtf", ".odt", ".fodt", ".pages", ".epub", ".mobi", ".djvu", ".ps"),
    *(".eml", ".msg", ".mbox", ".mht", ".mhtml"),
)
"""Endings of what may well be a report, and is no text; a word processor's file that is a page is read after all."""
MOST_JSON = 5_000_000  # bytes of a JSON file up to which it is looked into


def folder_files(path: str, refused: list[OSError] | None = None) -> list[str]:
    """The files of a folder, and of the folders in it, that hold reports or look as if they did; sorted.

    Args:
        path: The folder.
        refused: Takes the errors of folders in it that cannot be opened.
    """
    return sorted(_files(path, [] if refused is None else refused))


def _files(path: str, refused: list[OSError]) -> Iterator[str]:
    for folder, _, names in os.walk(path, onerror=refused.append):
        for name in names:
            file = str(Path(folder) / name)
            if name.lower().endswith((*READ, *DOCUMENTS)) and not name.startswith(".") and not _is_data(file):
                yield file


def _is_data(file: str) -> bool:
    """Whether it is sound JSON in which no object has a "text": data that lies beside the reports."""
    if not file.lower().endswith(".json"):
        return False
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(MOST_JSON + 1)
        whole = json.loads(data) if len(data) <= MOST_JSON else {"text": ""}
    except (OSError, ValueError, RecursionError):  # whatever is wrong with it is said when it is read
        return False
    objects = whole if isinstance(whole, list) else [whole]
    return not any(isinstance(each, dict) and "text" in each for each in objects)


def writable(path: str) -> str:
    r"""A path as it can be written down: bytes of a name that are not UTF-8 stand as \xNN.

    >>> writable("notes/caf\udce9.txt"), writable("notes/café.txt")
    ('notes/caf\\xe9.txt', 'notes/café.txt')
    """
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character that no file system gave
        name = path.encode("utf-8", "backslashreplace")
    return name.decode("utf-8", "backslashreplace")
