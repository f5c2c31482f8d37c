// A result as the page shows it.

import { excerpt } from "./excerpts.js";

const root = new URL("../", import.meta.url);
const model = document.querySelector("[data-search=result]");

/** An entry of the list of results, from what the index holds of a text. */
export const item = (data, way) => {
  const of = JSON.parse(data.raw_url);
  const copy = model.content.cloneNode(true).firstElementChild;
  const part = (name) => copy.querySelector(`[data-search=${name}]`);
  const link = copy.querySelector("a");
  link.href = new URL(of.path, root);
  link.textContent = of.title;
  part("kind").textContent = of.kind ?? "";
  if (of.day) part("kind").after(" ", element("time", of.date, { dateTime: of.day }));
  part("campaign").textContent = of.campaign ?? "";
  part("excerpt").append(...nodesOf(excerpt(data, way.isStemmed)));
  // A page about the site has neither kind nor day nor campaign.
  for (const line of copy.querySelectorAll("p")) if (!line.textContent.trim()) line.remove();
  return copy;
};

const nodesOf = ({ isCutBefore, pieces, isCutBehind }) => {
  const words = pieces.map(({ text, isMarked }) => (isMarked ? marked(text) : [text]));
  return [isCutBefore ? "… " : "", ...words.flatMap((word) => [...word, " "]), isCutBehind ? "…" : ""];
};

// Of a piece with quotation marks, a comma or a full stop, only the word is marked.
const marked = (piece) => {
  const [, before, word, behind] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(piece);
  return [before, element("mark", word), behind];
};

const element = (name, text, more = {}) =>
  Object.assign(document.createElement(name), { textContent: text, ...more });
