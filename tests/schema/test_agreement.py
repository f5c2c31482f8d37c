from __future__ import annotations

import pytest

from tests.content import ABOUT, CAMPAIGN, NEWS, PETITION, STATEMENT, add, edit, told

ORIGINAL = (
    "1: exactly one words file of a folder must be without `translates`: the original, "
    "found “{}”. Run `python3 tasks.py translate` on each translation: it writes the mark."
)
CIRCLE = (
    "translations must lead back to the original, not to one another in a circle, found “{}”. "
    "Name the language of the original."
)


# Translation marks


def test_three_languages_agree(site):
    assert told(site("three-languages")) == []


def mark(content, language, written):
    """Set the mark of a file of the page, whose original is Kazakh."""
    name = f"{ABOUT}/{language}.md"
    lines = (content / name).read_text("utf-8").split("\n")
    kept = [line for line in lines if not line.startswith("translates:")]
    kept[1:1] = [f"translates: {written}"] if written else []
    (content / name).write_text("\n".join(kept), "utf-8")


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ({"ru": ""}, [f":{ORIGINAL.format('kk.md, ru.md')}"]),
        ({"kk": "ru@0123456789ab"}, [f":{ORIGINAL.format('none')}"]),
        (
            {"ru": "en@0123456789ab", "en": "ru@0123456789ab"},
            [
                f"/en.md:2: {CIRCLE.format('ru')}",
                f"/ru.md:2: {CIRCLE.format('en')}",
            ],
        ),
        ({"ru": "ru@0123456789ab"}, [f"/ru.md:2: {CIRCLE.format('ru')}"]),
        (
            {"ru": "kz@0123456789ab"},
            [
                (
                    "/ru.md:2: `translates` must name a language that this folder has words in, "
                    "found “kz”. There are en, kk, ru."
                )
            ],
        ),
        (
            {"ru": "kk"},
            [
                (
                    "/ru.md:2: `translates` must say which version of the words was translated, "
                    "found “kk”. Run `python3 tasks.py translate` on the file: it writes it."
                )
            ],
        ),
    ],
)
def test_translations_lead_to_one_original(site, marks, said):
    content = site("three-languages")
    for language, written in marks.items():
        mark(content, language, written)
    assert told(content) == [f"content/{ABOUT}{line}" for line in said]


def test_a_translation_of_a_translation_is_none(site):
    content = site("three-languages")
    mark(content, "en", "ru@0123456789ab")
    assert told(content) == []


@pytest.mark.parametrize("key", ["machine: true", "translator: Ә. С.", "reviewer: Ә. С."])
def test_an_original_was_translated_by_nobody(site, key):
    content = site("three-languages")
    edit(content, f"{ABOUT}/kk.md", ("title", f"{key}\ntitle"))
    name = key.partition(":")[0]
    assert told(content) == [
        (
            f"content/{ABOUT}/kk.md:2: `{name}` must stand only in a translation. Delete it, or "
            "mark the file with `python3 tasks.py translate`."
        )
    ]


# Words for the ids of facts


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (
            f"{CAMPAIGN}/kk.md",
            "  no-law: Заңды қабылдамау\n",
            "",
            (
                "4: `demands.no-law` must be given: the facts name it. "
                "Add `no-law: …` under `demands`."
            ),
        ),
        (
            f"{CAMPAIGN}/kk.md",
            "  passed:",
            "  signed: Қол қойылды\n  passed:",
            (
                "9: `stages` must hold only ids of the facts, found “signed”. "
                "The facts have: first-reading, passed."
            ),
        ),
        (
            f"{STATEMENT}/en.md",
            "recommendations: {keep: Keep the net open}\n",
            "",
            (
                "1: `recommendations.keep` must be given: the facts name it. "
                "Add `keep: …` under `recommendations`."
            ),
        ),
        (
            f"{PETITION}/kk.md",
            "{debate: Талқылау}",
            "{debate: Талқылау, vote: Дауыс}",
            (
                "5: `thresholds` must hold only ids of the facts, found “vote”. "
                "The facts have: debate."
            ),
        ),
        (
            f"{PETITION}/kk.md",
            "thresholds:",
            "demands: {openness: Ашықтық}\nthresholds:",
            (
                "5: `demands` must hold only ids of the facts, found “openness”. "
                "The facts have: no-law."
            ),
        ),
        # a text of an event that did not happen
        (
            f"{PETITION}/kk.md",
            "thresholds:",
            "answer: Жауап\nthresholds:",
            (
                "5: words about an answer must have `answer` in facts.yaml. "
                "Add `answer` with its date to facts.yaml, or delete the words."
            ),
        ),
        (
            f"{ABOUT}/kk.md",
            "title:",
            "withdrawn: Алынды\ntitle:",
            (
                "2: words about a withdrawal must have `withdrawn` in facts.yaml. "
                "Add `withdrawn` with its date to facts.yaml, or delete the words."
            ),
        ),
        (
            f"{STATEMENT}/en.md",
            "title:",
            "corrections: {2022-01-11: A name.}\ntitle:",
            (
                "2: `corrections` must hold only ids of the facts, found “2022-01-11”. "
                "The facts have: none."
            ),
        ),
    ],
)
def test_words_have_the_ids_of_the_facts(site, path, old, new, said):
    content = site("three-languages")
    edit(content, path, (old, new))
    line = said.replace("1: `rec", "2: `rec")
    assert told(content) == [f"content/{path}:{line}"]


def test_each_correction_has_its_words(site):
    content = site("three-languages")
    add(content, f"{NEWS}/facts.yaml", "corrected: [2022-03-11]\n")
    for language in ("ru", "en"):
        edit(
            content,
            f"{NEWS}/{language}.md",
            ("dateline:", "corrections: {2022-03-11: ok}\ndateline:"),
        )
    assert told(content) == [
        (
            f"content/{NEWS}/kk.md:2: `corrections.2022-03-11` must be given: the facts name it. "
            "Add `2022-03-11: …` under `corrections`."
        )
    ]


def test_a_translation_that_is_behind_may_lack_what_is_new(site):
    content = site("three-languages")
    add(content, f"{NEWS}/facts.yaml", "corrected: [2022-03-11]\n")
    edit(content, f"{NEWS}/kk.md", ("dateline:", "corrections: {2022-03-11: жаңа}\ndateline:"))
    assert told(content) == []


# One mistake is one problem


@pytest.mark.parametrize("text", [b"\xff", b"no front matter", b"---\ntitle: a: b\n---\n"])
def test_nothing_follows_from_an_original_that_cannot_be_read(site, text):
    content = site("three-languages")
    (content / PETITION / "ru.md").write_bytes(text)
    assert len(told(content)) == 1


@pytest.mark.parametrize("text", ["published: [", "published: 2021-10-01\ngaol: 5\n"])
@pytest.mark.parametrize("folder", [CAMPAIGN, PETITION, STATEMENT, NEWS])
def test_nothing_follows_from_facts_that_cannot_be_read(site, folder, text):
    content = site("three-languages")
    voice = "voice: own\n" if folder == STATEMENT else ""
    (content / folder / "facts.yaml").write_text(voice + text, "utf-8")
    assert len(told(content)) == 1


@pytest.mark.parametrize("name", ["bodies", "organisations", "topics", "platforms"])
@pytest.mark.parametrize("text", ["a: [", "\x00"])
def test_nothing_follows_from_a_register_that_cannot_be_read(site, name, text):
    content = site("three-languages")
    (content / f"registry/{name}.yaml").write_text(text, "utf-8")
    assert len(told(content)) == 1
