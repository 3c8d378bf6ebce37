"""How a picture is written down: elements with escaped words, the frame around them, words cut to the room there is."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final

from sayso.types import Stance
from sayso.views.colours import STANCE_FAMILY, standalone_css

WIDE: Final = 960  # units across, of a picture for a screen
NARROW: Final = 350  # of one for a telephone
_LETTER = 0.56  # mean width of a letter, in parts of its size; measured on system sans-serif faces
Link = Callable[[str], str]


def tag(name: str, inner: str = "", **attributes: str | float | None) -> str:
    """An element. ``inner`` is markup; attributes are escaped; ``class_`` and ``data_x`` as Python allows them.

    >>> tag("text", "a", x=1.25, class_="quiet")
    '<text x="1.2" class="quiet">a</text>'
    """
    words = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{words}>{inner}</{name}>" if inner else f"<{name}{words}/>"


def words_at(x: float, y: float, words: str, class_: str = "") -> str:
    """Words whose base line begins at a point."""
    return tag("text", escape(words), x=x, y=y, class_=class_ or None)


def fitted(words: str, room: float, size: float = 13) -> str:
    """Words cut so that they take no more than ``room``.

    >>> fitted("government of Nagorno-Karabakh", 120)
    'government of N…'
    """
    most = int(room / (_LETTER * size))
    return words if len(words) <= most else words[: max(most - 1, 1)].rstrip() + "…"


def room_of(words: str, size: float = 13) -> float:
    """How much room words take, about."""
    return len(words) * _LETTER * size


def picture(width: float, height: float, body: str, label: str, *, standalone: bool = False) -> str:
    """The frame of a picture.

    Args:
        width: units across.
        height: units down.
        body: its elements.
        label: what it shows, for who cannot see it.
        standalone: whether it is a file of its own, and not a part of a page.
    """
    style = ground = ""
    size: dict[str, str | float] = {}
    if standalone:
        style = f"<style>{standalone_css()}</style>"
        ground = tag("rect", width=width, height=height, class_="ground")
        size = {"xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height}
    return tag(
        "svg",
        f"<title>{escape(label)}</title>{style}{ground}{body}",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        class_="pic",
        role="group",
        aria_label=label,
        **size,
    )


def linked(inner: str, address: str, label: str, *, named: bool = True, **attributes: str | None) -> str:
    """Elements that lead somewhere; plain ones, with their label shown on pointing, where there is no address.

    ``named`` is False where the elements hold words that name the link by themselves; a label that leaves out what is
    seen would mislead who speaks to the screen.
    """
    title = f"<title>{escape(label)}</title>"
    if not address:
        return tag("g", title + inner)
    return tag("a", title + inner, href=address, aria_label=label if named else None, **attributes)


def sign(stance: Stance, x: float, y: float, r: float = 6) -> str:
    """The sign of a stance, around a point: told apart by its form, and by its colour too."""
    family = STANCE_FAMILY[stance]
    if stance in ("asserts", "confirms"):
        ring = tag("circle", cx=x, cy=y, r=r + 2.5, class_="halo") if stance == "confirms" else ""
        return ring + tag("circle", cx=x, cy=y, r=r - 0.5, class_=f"sign ink-{family}")
    if stance == "withholds":
        return tag("circle", cx=x, cy=y, r=r - 0.5, class_=f"sign edge-{family}")
    if stance == "other":
        return tag("circle", cx=x, cy=y, r=r / 2.2, class_=f"sign ink-{family}")
    filled = "edge" if stance in ("unverified", "endorses") else "ink"
    return tag("path", d=_outline(stance, x, y, r), class_=f"sign {filled}-{family}")


def _outline(stance: Stance, x: float, y: float, r: float) -> str:
    """The path of a sign with corners."""
    a = r * 0.85
    forms: dict[str, list[tuple[float, float] | None]] = {
        "denies": [(-a, -a), (a, a), None, (-a, a), (a, -a)],
        "concedes": [(0, -r), (r, 0), (0, r), (-r, 0), (0, -r)],
        "unverified": [(0, -r), (r, a), (-r, a), (0, -r)],
        "accuses": [(-a, -r), (r, 0), (-a, r), (-a, -r)],
        "announces": [(-a, -r), (a, -r), (a, 0), (0, r), (-a, 0), (-a, -r)],
        "endorses": [(-a, -a), (a, -a), (a, a), (-a, a), (-a, -a)],
    }
    words, pen = [], "M"
    for move in forms[stance]:
        if move is None:
            pen = "M"
            continue
        words.append(f"{pen}{_value(x + move[0])} {_value(y + move[1])}")
        pen = "L"
    return "".join(words)


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(value)
    return f"{value:.1f}".removesuffix(".0")
