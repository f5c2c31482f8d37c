from __future__ import annotations

import pytest

from tests.content import ABOUT, STATEMENT, add, edit, told

KK = f"content/{ABOUT}/kk.md"
MIXED = "a word must not mix Latin and Cyrillic letters, found “{}”. {}"
RUSSIAN = "Люди должны знать, кто решает за них и почему это делается так. " * 4
ENGLISH = "People must know who decides for them and why it is done this way. " * 4


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        # in the text, the title, a text that is folded
        ("Біз.", "Бiз.", 5, MIXED.format("Бiз", "Write Біз.")),
        ("Біз туралы", "Бiз туралы", 2, MIXED.format("Бiз", "Write Біз.")),
        ("Біз кімбіз.", ">\n  Біз\n  кiмбіз", 3, MIXED.format("кiмбіз", "Write кімбіз.")),
        # numerals of Rome in Cyrillic letters
        ("Біз.", "ХХІ ғасыр.", 5, MIXED.format("ХХІ", "Write XXI.")),
        # letters that have no twin
        ("Біз.", "Бızдің.", 5, MIXED.format("Бızдің", "Type the word anew.")),
    ],
)
def test_a_word_of_two_alphabets_is_a_problem_at_its_line(site, old, new, line, said):
    content = site("three-languages")
    edit(content, f"{ABOUT}/kk.md", (old, new))
    assert told(content) == [f"{KK}:{line}: {said}"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Әлия Серік,", "Әлия Cерік,", MIXED.format("Cерік", "Write Серік.")),
        ("Serik,,,", "Serik,жyрналист,,", MIXED.format("жyрналист", "Write журналист.")),
    ],
)
def test_a_signatory_of_two_alphabets_is_a_problem_at_the_row(site, old, new, said):
    content = site("three-languages")
    edit(content, f"{STATEMENT}/signatories.csv", (old, new))
    assert told(content) == [f"content/{STATEMENT}/signatories.csv:4: {said}"]


@pytest.mark.parametrize(
    "text",
    ["`Бiз`", "https://x.example/Бiз", "[біз](https://x.example/Бiз)", "Google-дың IT-маман"],
)
def test_what_is_no_prose_may_mix_them(site, text):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", f"{text}\n")
    assert told(content) == []


@pytest.mark.parametrize(
    ("language", "name", "text", "seems", "other"),
    [
        ("kk", "Қазақша", RUSSIAN, "Русский", "ru"),
        ("kk", "Қазақша", ENGLISH, "English", "en"),
        ("ru", "Русский", ENGLISH, "English", "en"),
        ("en", "English", RUSSIAN, "Русский", "ru"),
    ],
)
def test_a_file_is_in_the_language_of_its_name(site, language, name, text, seems, other):
    content = site("three-languages")
    path = content / ABOUT / f"{language}.md"
    front = path.read_text("utf-8").rpartition("---\n")[0]
    path.write_text(f"{front}---\n{text}\n", "utf-8")
    line = front.count("\n") + 2
    assert told(content) == [
        (
            f"content/{ABOUT}/{language}.md:{line}: {language}.md must be in its language "
            f"({name}), "
            f"found “a text that reads as {seems}”. Rename the file to {other}.md or translate "
            "the text."
        )
    ]
