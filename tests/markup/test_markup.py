from __future__ import annotations

import subprocess
import sys

from tests.content import ROOT


def test_a_converted_text_and_its_typography_need_neither_markdown_nor_nh3():
    code = (
        "import sys, plugins.minber.markup.markup, plugins.minber.markup.typography;"
        "print({'markdown', 'nh3'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout == "set()\n"
