"""What readers are told of a file before they load it: its format and its size."""

from __future__ import annotations

from dataclasses import dataclass

_KIB, _MIB = 1 << 10, 1 << 20


@dataclass(frozen=True, slots=True)
class Size:
    """Rounded up, so that no file is larger than it says."""

    number: float
    unit: str
    """`kb` or `mb`, of 1,024 bytes or kilobytes."""


def size_of(count: int) -> Size:
    """Bytes as readers are told of them: whole kilobytes, or megabytes and a tenth of one."""
    if count <= _KIB * (_KIB - 1):
        return Size(-(-count // _KIB), "kb")
    return Size(-(-count * 10 // _MIB) / 10, "mb")


def format_of(path: str) -> str:
    """PDF, ZIP, ZIM or HTML, by the name of a file."""
    return path.rpartition(".")[2].upper()
