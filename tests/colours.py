"""How far colours stand apart, after WCAG 2.2."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[\d.]+")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two opaque colours `rgb(r, g, b)`: 1 to 21."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """From 0 of black to 1 of white; raises ValueError where a colour is not opaque."""
    red, green, blue, *alpha = map(float, _NUMBER.findall(colour))
    if not colour.startswith("rgb") or alpha not in ([], [1.0]):
        raise ValueError(f"not an opaque rgb() colour: {colour}")
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    part /= 255
    # 0.03928 in WCAG's text is an old misprint of sRGB's own number; no 8-bit colour lies between.
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
