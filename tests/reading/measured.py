"""What a browser measures on a page, as plain data; the tests say what must hold of it."""

from __future__ import annotations

HELPERS = """
const pressed = "a, button, input:not([type=hidden]), textarea, summary";
const shown = (el) => el.checkVisibility({visibilityProperty: true}) && !el.closest(".skip");
const text = (el) => el.textContent.trim().replace(/\\s+/g, " ").slice(0, 60);
const named = (el) => el.tagName.toLowerCase() + (el.className ? "." + el.className : "");
const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
const behind = (el) => {
  for (; el; el = el.parentElement) {
    const colour = getComputedStyle(el).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)") return colour;
  }
};
const words = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const el = node.parentElement;
    if (node.data.trim() && shown(el) && !el.closest("title, desc, textarea")) found.push(node);
  }
  return found;
};
"""

STRUCTURE = """() => ({
  landmarks: ["main", "body > header", "body > footer"].map((one) => all(one).length),
  navigations: all("nav").map((nav) => nav.getAttribute("aria-label")),
  asides: all("aside").map((el) => el.matches("[aria-label], [aria-labelledby]")),
  headings: all("h1, h2, h3, h4, h5, h6").map((el) => Number(el.tagName[1])),
  first: document.querySelector(pressed + ", [tabindex]").outerHTML.replace(/>.*/, ">"),
})"""

TARGETS = """() => all(pressed).map((el) => {
  const {width, height} = el.getBoundingClientRect();
  const inline = getComputedStyle(el).display === "inline";
  return [named(el) + " " + text(el), !!el.closest("nav, .masthead"), inline, width, height];
})"""

COLOURS = """() => [...new Set(words().map((node) => {
  const el = node.parentElement, style = getComputedStyle(el);
  return [el instanceof SVGElement ? style.fill : style.color, behind(el)].join("; ");
}))].map((pair) => pair.split("; "))"""

RULES = """(rules) => rules.flatMap(([selector, pseudo, property]) => all(selector).map((el) => {
  const colour = getComputedStyle(el, pseudo)[property];
  return [selector + (pseudo || ""), colour, behind(pseudo ? el : el.parentElement)];
})).filter(([, colour]) => colour !== "rgba(0, 0, 0, 0)")"""

FOCUS = """() => all(pressed + ", [tabindex]").map((el) => {
  el.focus();
  const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(el);
  const width = outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
  return [named(el), width, outlineColor, behind(el.parentElement)];
})"""

LOST = """() => {
  const wide = document.documentElement.scrollWidth > innerWidth ? ["the page scrolls"] : [];
  const still = (node) => !node.parentElement.closest("table");
  const boxes = words().filter(still).flatMap((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 1)
      .map(({left, right, top, height}) => (
        {left, right, top: top + height / 4, bottom: top + height * 3 / 4, node}));
  });
  const outside = boxes.filter(({left, right}) => left < -1 || right > innerWidth + 1);
  const clipped = all("*").filter((el) => getComputedStyle(el).overflowX === "hidden"
    && (el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1));
  boxes.sort((a, b) => a.top - b.top);
  const over = [];
  boxes.forEach((a, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < a.bottom; next++) {
      const b = boxes[next];
      if (a.node !== b.node && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2)
        over.push(`${a.node.data.trim()} | ${b.node.data.trim()}`);
    }
  });
  return [
    ...wide,
    ...outside.map(({node}) => `outside: ${node.data.trim()}`),
    ...clipped.map((el) => `clipped: ${named(el)}`),
    ...over.map((both) => `over each other: ${both}`),
  ];
}"""

SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""
TWICE = "html { font-size: 200% !important }"
STYLED = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""


def measure(page, function, *values):
    """What a function above gives on the page that is open."""
    return page.evaluate(f"(value) => {{ {HELPERS} return ({function})(value); }}", *values)
