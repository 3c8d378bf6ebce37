"""The map on board, from world-atlas (ISC; data: Natural Earth, public domain): `python tables/build_map.py FILE`.

FILE is `countries-50m.json` of the npm package world-atlas 2.0.2. Arcs are written in hundredths of a degree, which
is finer than a picture of a region can show; a border is kept once, and each country names the arcs around it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src" / "sayso" / "views" / "pictures" / "world.json"


def arcs_of(topology: dict[str, Any]) -> list[list[int]]:
    """Each arc in hundredths of a degree: its first point, then the steps to the next ones."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        steps: list[int] = []
        here = (0, 0)
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * sx + tx) * 100), round((y * sy + ty) * 100))
            if not steps or point != here:
                steps += [point[0] - here[0], point[1] - here[1]]
            here = point
        arcs.append(steps)
    return arcs


def countries_of(topology: dict[str, Any]) -> list[list[Any]]:
    """Each country with its name and its outer rings as numbers of arcs, ~n for arc n from its end to its start."""
    found = []
    for each in topology["objects"]["countries"]["geometries"]:
        if each["type"] is None:
            continue
        polygons = [each["arcs"]] if each["type"] == "Polygon" else each["arcs"]
        found.append([each["properties"]["name"], [ring for polygon in polygons for ring in polygon]])
    return found


def main() -> None:
    """Write the map."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    world = {"arcs": arcs_of(topology), "countries": countries_of(topology)}
    OUT.write_text(json.dumps(world, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
