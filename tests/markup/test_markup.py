from __future__ import annotations

import subprocess
import sys

from tests.content import ROOT


def test_a_converted_text_and_its_typography_need_neither_markdown_nor_nh3():
    code = (
        "import sys, plugins.minber.markup.markup, plugins.minber.markup.typography;"
        "print({'markdown', 'nh3'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert told.stdout.decode().strip() == "set()"
