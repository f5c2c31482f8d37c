"""`invoke new`: the folder of a new text, ready to be written in."""

from __future__ import annotations

import os
from pathlib import Path

from plugins.minber.desk.settings import in_plain_words, read_settings
from plugins.minber.problems import listed
from plugins.minber.schema.days import build_day
from plugins.minber.source.folders import FOLDER_OF_KIND, slug_problem

SKELETONS = Path(__file__).parent / "skeletons"
KINDS = ("campaign", *FOLDER_OF_KIND, "page")


@in_plain_words
def new(kind: str, campaign: str, slug: str, lang: str) -> int:
    """Make the folder of a text in its original language, as a draft; 1 when that cannot be."""
    settings = read_settings()
    folder = folder_of(settings.content, kind, campaign, slug)
    refusal = _refusal(settings.content, kind, campaign, slug, folder)
    if lang not in settings.codes:
        hint = " (kk is the language, kz the country)" if lang == "kz" else ""
        refusal = f"the language must be one of {', '.join(settings.codes)}, found {lang!r}{hint}"
    if refusal:
        print(refusal)
        return 1
    folder.mkdir(parents=True)
    for name, text in files_of(kind, lang).items():
        (folder / name).write_text(text, "utf-8")
        print(f"Made {(folder / name).as_posix()}")
    print(f"Write {lang}.md, then run: python3 tasks.py check")
    return 0


def folder_of(content: Path, kind: str, campaign: str, slug: str) -> Path:
    """Where a text of a kind has its place."""
    if kind == "page":
        return content / "pages" / slug
    if kind == "campaign":
        return content / "campaigns" / slug
    return content / "campaigns" / campaign / FOLDER_OF_KIND.get(kind, kind) / slug


def _refusal(content: Path, kind: str, campaign: str, slug: str, folder: Path) -> str:
    if kind not in KINDS:
        return f"the kind must be one of {', '.join(KINDS)}, found {kind!r}"
    if problem := slug_problem(folder.as_posix(), slug):
        return str(problem)
    campaigns = sorted(path.parent.name for path in (content / "campaigns").glob("*/facts.yaml"))
    if kind in FOLDER_OF_KIND and campaign not in campaigns:
        there_are = f"There are: {listed(campaigns) or 'none yet'}."
        return f"the campaign must have been made before, found {campaign!r}. {there_are}"
    others = [folder_of(content, each, campaign, slug) for each in FOLDER_OF_KIND]
    taken = [path for path in (folder, *others) if path.exists()]
    if (taken and kind in FOLDER_OF_KIND) or folder.exists():
        return f"the slug must be new in its campaign: {taken[0].as_posix()} is there"
    return ""


def files_of(kind: str, lang: str) -> dict[str, str]:
    """The first files of a text: facts with every key explained, and words."""
    files = {f"{lang}.md": (SKELETONS / f"{kind}.md").read_text("utf-8")}
    if kind != "page":
        facts = (SKELETONS / f"{kind}.yaml").read_text("utf-8")
        common = (
            (SKELETONS / "common.yaml")
            .read_text("utf-8")
            .replace("TODAY", str(build_day(os.environ)))
        )
        files["facts.yaml"] = common + facts
    return files
