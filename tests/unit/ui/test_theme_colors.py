"""The colours of the themes: text can be read on all of them, and kinds stay apart.

Contrast is that of WCAG 2.2; colour-blindness is simulated after Machado, Oliveira and Fernandes
(2009) at full severity; distances are CIEDE2000 (Sharma, Wu and Dalal 2005).
"""

from __future__ import annotations

import json
import math
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from facing_pages.core.resources import resource

Vector = npt.NDArray[np.float64]
NAMES = ("light", "sepia", "dark", "high-contrast", "high-contrast-dark")
COLORED = ("light", "sepia", "dark")
SIMULATED = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


def theme(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resource(f"themes/{name}.json").read_text("utf-8"))
    return content


def linear(color: str) -> Vector:
    values = np.array([int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    lights = sorted(float(linear(c) @ np.array([0.2126, 0.7152, 0.0722])) for c in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(color: str, seen: Vector) -> Vector:
    rgb = np.clip(seen @ linear(color), 0, 1)
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    xyz = to_xyz @ rgb / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: str, other: str, seen: Vector) -> float:
    (l1, a1, b1), (l2, a2, b2) = lab(one, seen), lab(other, seen)
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    dh = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    delta_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(dh) / 2)
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = (h1 + h2) / 2 if abs(h1 - h2) <= 180 else (h1 + h2 + 360) / 2
    t = 1 + sum(
        factor * math.cos(math.radians(times * mean_h + turn))
        for factor, times, turn in ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.2, 4, -63))
    )
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    turn = 30 * math.exp(-(((mean_h - 275) / 25) ** 2))
    r = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * math.sin(math.radians(2 * turn))
    parts = ((l2 - l1) / s_l, (c2 - c1) / s_c, delta_h / s_h)
    return math.sqrt(sum(part**2 for part in parts) + r * parts[1] * parts[2])


def test_the_distance_is_that_of_the_published_example() -> None:
    white, black = "#FFFFFF", "#000000"
    assert distance(white, black, np.eye(3)) == pytest.approx(100, abs=0.1)
    assert distance(white, white, np.eye(3)) == 0


@pytest.mark.parametrize("name", NAMES)
def test_text_can_be_read_on_everything_it_stands_on(name: str) -> None:
    colors = theme(name)
    grounds = [colors[role] for role in ("page", "current_row", "selection", "hit", "notice")]
    grounds += [*colors["fills"].values(), *colors["whole_fills"].values()]
    grounds += [colors["finding_fill"]] if name in COLORED else []
    assert min(contrast(colors["text"], ground) for ground in grounds) >= 4.5
    assert contrast(colors["chrome_text"], colors["chrome"]) >= 7
    for role in ("secondary", "error", "warning"):
        assert contrast(colors[role], colors["page"]) >= 4.5
    assert contrast(colors["secondary"], colors["chrome"]) >= 4.5
    assert contrast(colors["secondary"], colors["current_row"]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_lines_and_signs_stand_out(name: str) -> None:
    colors = theme(name)
    fills = {**colors["fills"], "finding": colors.get("finding_fill", colors["page"])}
    for kind, line in {**colors["lines"], "finding": colors["finding"]}.items():
        assert contrast(line, colors["page"]) >= 4.5, kind
        assert contrast(line, colors["chrome"]) >= 4.5, kind
        if kind in fills:
            assert contrast(line, fills[kind]) >= 3, kind
    for ground in ("page", "chrome", "current_row"):
        assert contrast(colors["focus"], colors[ground]) >= 3


@pytest.mark.parametrize("sight", SIMULATED)
@pytest.mark.parametrize("name", COLORED)
def test_kinds_stay_apart_for_every_eye(name: str, sight: str) -> None:
    colors, seen = theme(name), SIMULATED[sight]
    for one, other in combinations([*colors["fills"].values(), colors["finding_fill"]], 2):
        assert distance(one, other, seen) >= 9
    lines = [colors["lines"][kind] for kind in ("removed", "added", "reworded", "moved")]
    lines.append(colors["finding"])
    for one, other in combinations(lines, 2):
        assert distance(one, other, seen) >= 8.5
    for fill in colors["fills"].values():
        assert distance(fill, colors["page"], seen) >= 7


@pytest.mark.parametrize("name", COLORED)
def test_what_matters_most_stands_out_most(name: str) -> None:
    colors, seen = theme(name), SIMULATED["normal"]
    loud = {k: distance(fill, colors["page"], seen) for k, fill in colors["fills"].items()}
    assert distance(colors["finding_fill"], colors["page"], seen) >= max(loud.values()) + 3
    assert abs(loud["removed"] - loud["added"]) <= 4
    assert loud["reworded"] < min(loud["removed"], loud["added"])


@pytest.mark.parametrize("name", COLORED)
def test_lines_are_as_loud_as_what_they_say(name: str) -> None:
    colors = theme(name)
    loud = {kind: contrast(line, colors["page"]) for kind, line in colors["lines"].items()}
    of_words = sorted((loud["removed"], loud["added"]))
    assert contrast(colors["finding"], colors["page"]) >= of_words[1]
    assert of_words[1] - of_words[0] <= 1.25
    assert loud["reworded"] + 0.75 <= of_words[0]


@pytest.mark.parametrize("name", COLORED)
def test_whole_units_and_long_runs_are_paler_than_words(name: str) -> None:
    colors, seen = theme(name), SIMULATED["normal"]
    for kind in ("removed", "added"):
        pale = distance(colors["whole_fills"][kind], colors["page"], seen)
        assert pale + 3 <= distance(colors["fills"][kind], colors["page"], seen)
