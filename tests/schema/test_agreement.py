from __future__ import annotations

import re

import pytest

from tests.content import ABOUT, CAMPAIGN, NEWS, PETITION, STATEMENT, add, digest_of, edit, told

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


# Pictures


def test_a_picture_is_credited(site):
    content = site("three-languages")
    add(content, f"{NEWS}/rally.jpg", "picture")
    assert told(content) == [
        (
            f"content/{NEWS}/facts.yaml:1: each picture must be credited under `pictures` in "
            "facts.yaml, rally.jpg is not. Add `pictures: {rally.jpg: {credit: who took it}}`."
        )
    ]


def with_picture(content, words=("kk", "ru", "en"), *, name="rally.jpg", alt="ok"):
    add(content, f"{NEWS}/{name}", "picture")
    add(content, f"{NEWS}/facts.yaml", f"pictures: {{{name}: {{credit: A. B.}}}}\n")
    for language in words:
        edit(content, f"{NEWS}/{language}.md", ("dateline:", f"alt: {{{name}: {alt}}}\ndateline:"))


def test_a_picture_is_told_in_each_language(site):
    content = site("three-languages")
    with_picture(content, ("kk", "en"))
    assert told(content) == [
        (
            f"content/{NEWS}/ru.md:2: `alt.rally.jpg` must say what the picture shows, for those "
            "who "
            'do not see it. Add `alt: {rally.jpg: …}`, or "" for a picture that only decorates.'
        )
    ]


def test_a_picture_that_only_decorates_has_an_empty_alt(site):
    content = site("three-languages")
    with_picture(content, alt='""')
    assert told(content) == []


def test_a_picture_that_decorates_in_one_language_decorates_in_all(site):
    content = site("three-languages")
    with_picture(content)
    edit(content, f"{NEWS}/ru.md", ("{rally.jpg: ok}", '{rally.jpg: ""}'))
    bring_up_to_date(content)
    assert told(content) == [
        (
            f'content/{NEWS}/ru.md:4: `alt.rally.jpg` must be "" in every language or in none, it '
            "has words in en.md, kk.md. "
            'Describe it here too, or write "" there if it only decorates.'
        )
    ]


def test_a_translation_that_is_behind_need_not_decorate_as_its_original_does(site):
    content = site("three-languages")
    with_picture(content, alt='""')
    edit(content, f"{NEWS}/{original_of_news(content)}.md", ('{rally.jpg: ""}', "{rally.jpg: ok}"))
    assert told(content) == []


def original_of_news(content):
    return next(
        language
        for language in ("kk", "ru", "en")
        if "translates:" not in (content / f"{NEWS}/{language}.md").read_text("utf-8")
    )


def bring_up_to_date(content):
    """Mark the translations of the news piece as those of its original's words now."""
    original = original_of_news(content)
    mark = f"translates: {original}@{digest_of(content, NEWS, original)}"
    for language in {"kk", "ru", "en"} - {original}:
        path = content / f"{NEWS}/{language}.md"
        path.write_text(re.sub("translates: .*", mark, path.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize(
    ("name", "alt"),
    [
        ("rally-2022_a.jpg", "rally-2022_a.jpg"),
        ("rally-2022_a.jpg", "rally-2022_a"),
        ("rally-2022_a.jpg", "Rally 2022 A"),
        ("rally-2022_a.jpg", "rally_2022-a.JPG."),
        ("IMG_2034.JPG", "img 2034"),
    ],
)
def test_the_name_of_a_file_does_not_say_what_a_picture_shows(site, name, alt):
    content = site("three-languages")
    with_picture(content, name=name)
    edit(content, f"{NEWS}/ru.md", (f"{name}: ok", f"{name}: {alt}"))
    assert told(content) == [
        (
            f"content/{NEWS}/ru.md:4: `alt.{name}` must say what the picture shows, not what its "
            f"file is called, found “{alt}”. "
            'Describe it for those who do not see it, or write "" if it only decorates.'
        )
    ]


def test_the_name_of_a_file_may_stand_among_the_words_for_a_picture(site):
    content = site("three-languages")
    with_picture(content, alt="A rally")
    assert told(content) == []


def test_a_caption_need_not_stand_in_every_language(site):
    content = site("three-languages")
    with_picture(content)
    edit(content, f"{NEWS}/kk.md", ("dateline:", "caption: {rally.jpg: Шеру}\ndateline:"))
    mark = f"kk@{digest_of(content, NEWS, 'kk')}"
    for language in ("ru", "en"):
        edit(content, f"{NEWS}/{language}.md", ("kk@54a315d6112e", mark))
    assert told(content) == []


def test_a_picture_of_the_facts_and_the_words_is_there(site):
    content = site("three-languages")
    with_picture(content)
    (content / NEWS / "rally.jpg").unlink()
    edit(content, f"{NEWS}/kk.md", ("rally.jpg: ok", "rally.jpg: ok, march.jpg: ok"))
    assert told(content) == [
        (
            f"content/{NEWS}/facts.yaml:3: a picture in the facts must be a file of this folder, "
            "found “rally.jpg”. Add the file or delete the key."
        ),
        (
            f"content/{NEWS}/kk.md:4: `alt` must name pictures of this folder, found “march.jpg”. "
            "There are: rally.jpg."
        ),
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
