"""The site that is edited."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.conftest import content_of, theme_in, write_files
from tests.edits.pictures import give_a_picture
from tests.edits.place import Place
from tests.texts import facts, words


def furnish(folder: Path) -> Place:
    """The site of three languages with more in it, and a theme of its own."""
    content, theme = content_of("three-languages", folder), theme_in(folder)
    first = "campaigns/open-net/petitions/first"
    files = {
        "campaigns/rivers/facts.yaml": facts(demands={"clean": {}}),
        "campaigns/rivers/kk.md": words("Өзен", "Мәтін.", demands={"clean": "Таза су"}),
        "campaigns/rivers/petitions/water/facts.yaml": facts(
            demands=["clean"], superseded_by="open-net/first", related=["open-net/letter"]
        ),
        "campaigns/rivers/petitions/water/kk.md": words(
            "Су", "[Петиция](../../../open-net/petitions/first/#demands) туралы."
        ),
        "campaigns/rivers/news/found/facts.yaml": facts("2021-03-01", topics=["internet"]),
        "campaigns/rivers/news/found/en.md": words("Found", "Seen from [there](../../)."),
        f"{first}/signatures.csv": "date,platform,count,kind,source\n"
        "2021-11-01,avaaz,6000,online,\n2021-12-01,paper,100,paper,\n",
    }
    write_files(content, files)
    place = Place(folder, {"THEME": str(theme)})
    give_a_picture(place, Random(0))
    return place
