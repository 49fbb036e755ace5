"""Looks: every type has one of its own, seen by colour-blind readers and on white paper."""

from graphkit.maps.looks import LINES, THINGS, look
from graphkit.model import ACTOR_TYPES, REGION_TYPES


def light(colour: str) -> float:
    """Relative luminance as WCAG 2 counts it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_each_type_has_its_own_look():
    assert {f"actor.{x}" for x in ACTOR_TYPES} | {f"region.{x}" for x in REGION_TYPES} <= THINGS.keys()
    looks = [(x.shape, x.fill) for x in THINGS.values()]
    assert len(set(looks)) == len(looks)


def test_actors_of_one_shape_differ_in_lightness():
    actors = [x for name, x in THINGS.items() if name.startswith("actor.")]
    for i, one in enumerate(actors):
        for other in actors[:i]:
            assert one.shape != other.shape or contrast(one.fill, other.fill) > 1.4, (one, other)


def test_borders_and_lines_stand_out_from_white():
    for colour in [x.border for x in THINGS.values()] + list(LINES.values()):
        assert contrast(colour, "#ffffff") >= 3, colour


def test_an_unknown_type_looks_like_its_kinds_other():
    assert look("actor", "guild") == THINGS["actor.other"]
