"""Pictures as a file: several as one, as an HTML page, as PNG."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from sayso.errors import MissingLibraryError
from sayso.views.colours import colours_css, pictures_css
from sayso.views.pictures.ink import WIDE, picture

_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_GAP = 18
_CAPTION = 26


def stacked(pictures: Sequence[tuple[str, str]], label: str, *, width: float = WIDE) -> str:
    """Several pictures, each with a caption, below each other as one that stands by itself; "" for none."""
    top, parts = 0.0, []
    for caption, svg in pictures:
        found = _BOX.search(svg)
        if not found:
            continue
        height = float(found[2])
        parts.append(f'<text x="4" y="{top + 17:.0f}" class="strong">{escape(caption)}</text>')
        parts.append(svg.replace("<svg ", f'<svg x="0" y="{top + _CAPTION:.0f}" width="{width}" height="{height}" ', 1))
        top += _CAPTION + height + _GAP
    return picture(width, top, "".join(parts), label, standalone=True) if parts else ""


def picture_page(pictures: Sequence[tuple[str, str]], title: str) -> str:
    """Pictures as one HTML page, light or dark as the reader's screen is; nothing is fetched."""
    parts = "".join(f"<section><h2>{escape(caption)}</h2>{svg}</section>\n" for caption, svg in pictures if svg)
    style = (
        colours_css()
        + pictures_css()
        + "body { margin: 0 auto; max-width: 64rem; padding: 1rem; background: var(--ground); color: var(--ink); "
        "font-family: system-ui, sans-serif; } h1 { font-size: 1.4rem; } h2 { font-size: 1rem; }"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{escape(title)}</title>\n'
        f'<link rel="icon" href="data:,">\n<style>\n{style}\n</style>\n</head>\n'
        f"<body>\n<h1>{escape(title)}</h1>\n{parts}</body>\n</html>\n"
    )


def png_of(svg: str, *, zoom: float = 2) -> bytes:
    """A picture that stands by itself as PNG.

    Raises:
        MissingLibraryError: the library that draws it is not installed.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise MissingLibraryError("PNG needs a library: pip install 'sayso[png]'; --to svg needs none") from None
    return bytes(svg_to_bytes(svg_string=svg, zoom=zoom, background="#ffffff"))
