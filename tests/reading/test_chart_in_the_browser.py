"""The picture of a count as a browser draws it."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.conftest import write_files
from tests.texts import add_to_facts, built_once, replace_in

WIDTHS = [320, 1280]
MEASURED = """() => {
  const drawing = document.querySelector("#part-signatures svg");
  const frame = drawing.getBoundingClientRect();
  const box = (words) => {
    const {x, y, width, height} = words.getBBox();
    return [x, y, x + width, y + height, words.textContent];
  };
  return [frame.width, frame.height, [...drawing.querySelectorAll("text")].map(box)];
}"""


def eventful(content):
    """All events close to each other, and lines close to the newest total."""
    folder = content / "campaigns/open-net/petitions/first"
    rows = [(2, 1200), (9, 5200), (10, 9700), (24, 9900)]
    lines = [f"2021-10-{day:02},avaaz,{count}+,online," for day, count in rows]
    table = "\n".join(["date,platform,count,kind,source", *lines]) + "\n"
    write_files(folder, {"signatures.csv": table})
    replace_in(folder / "facts.yaml", "closes: 2022-12-31", "closes: 2021-10-24")
    answer = {"date": "2021-11-09", "kind": "refused"}
    facts = folder / "facts.yaml"
    add_to_facts(facts, delivery={"done": "2021-10-26"}, registered="2021-10-27", answer=answer)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return f"{built_once(tmp_path_factory, eventful).output.as_uri()}/"


@pytest.fixture(params=["kk", "ru", "en"])
def address(base, request):
    return f"{base}{request.param}/open-net/first.html"


@pytest.mark.parametrize("width", WIDTHS)
def test_real_letters_lie_apart_within_the_drawing(opened, base, address, width):
    page, faults = opened(base, viewport={"width": width, "height": 800})
    page.goto(address)
    across, down, boxes = page.evaluate(MEASURED)
    assert [b for b in boxes if b[0] < 0 or b[2] > across or b[1] < 0 or b[3] > down] == []
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    assert faults == []


def overlap(one, other):
    beside = one[2] <= other[0] or other[2] <= one[0]
    return not (beside or one[3] <= other[1] or other[3] <= one[1])


@pytest.mark.parametrize("width", WIDTHS)
def test_words_in_the_drawing_keep_their_size(opened, base, address, width):
    page, _ = opened(base, viewport={"width": width, "height": 800})
    page.goto(address)
    heights = page.evaluate(
        "[...document.querySelectorAll('#part-signatures text')]"
        ".map((words) => words.getCTM().a * parseFloat(getComputedStyle(words).fontSize))"
    )
    assert set(heights) == {13}


@pytest.mark.parametrize(("scheme", "accent"), [("light", "#005566"), ("dark", "#88ddee")])
def test_the_steps_have_the_accent_of_each_light(opened, base, address, scheme, accent):
    page, _ = opened(base, color_scheme=scheme)
    page.goto(address)
    colour = page.evaluate(
        "getComputedStyle(document.querySelector('#part-signatures path')).stroke"
    )
    assert colour == f"rgb({', '.join(str(int(accent[at : at + 2], 16)) for at in (1, 3, 5))})"


def test_a_screen_reader_gets_a_named_and_described_image(opened, base):
    page, _ = opened(base)
    page.goto(f"{base}en/open-net/first.html")
    name = (
        "Signatures by date First total: 1,200+ (2 October 2021). "
        "Newest total: 9,900+ (24 October 2021). The table below has the numbers."
    )
    assert page.get_by_role("img", name=name, exact=True).count() == 1
