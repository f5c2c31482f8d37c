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
  // A page about the site is of no kind and of no campaign.
  for (const line of copy.querySelectorAll("p")) if (!line.textContent) line.remove();
  return copy;
};

const nodesOf = ({ isCutBefore, pieces, isCutBehind }) => {
  const words = pieces.map(({ text, isMarked }) => (isMarked ? element("mark", text) : text));
  return [isCutBefore ? "… " : "", ...words.flatMap((word) => [word, " "]), isCutBehind ? "…" : ""];
};

const element = (name, text, more = {}) =>
  Object.assign(document.createElement(name), { textContent: text, ...more });
