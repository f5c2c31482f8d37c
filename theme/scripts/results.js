// The search page: the form takes the place of the words for those who cannot search, once the
// index has answered.

import { found, wayOf } from "./ladder.js";

const AT_ONCE = 10;
const EXCERPT = 40;

const root = new URL("../", import.meta.url);
const lang = document.documentElement.lang;
const place = document.querySelector("[data-search=place]");
const spare = [...place.childNodes];
const rules = await json("stems.json");
const index = await json("pagefind-entry.json");
let latest = 0;

if (rules && index?.languages[lang]) begin().catch(giveUp);

async function json(name, options) {
  const answer = await fetch(new URL(name, import.meta.url), options).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function giveUp() {
  place.replaceChildren(...spare);
}

function part(name, within = place) {
  return within.querySelector(`[data-search=${name}]`);
}

async function begin() {
  const pagefind = await import("./pagefind.js");
  await pagefind.options({ noWorker: true });
  await pagefind.search("");
  const way = wayOf(rules[lang]);
  place.replaceChildren(part("template", document).content.cloneNode(true));
  const form = place.querySelector("form");
  const run = () => show(form.q.value, (query) => found(query, way, pagefind.search));
  const read = () => {
    form.q.value = new URLSearchParams(location.hash.slice(1)).get("q")?.slice(0, form.q.maxLength) ?? "";
    run().catch(giveUp);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Behind # it is never sent: what readers look for stands in no log of a host.
    history.pushState(null, "", `#${new URLSearchParams({ q: form.q.value })}`);
    run().catch(giveUp);
  });
  addEventListener("popstate", read);
  read();
}

async function show(query, find) {
  const mine = (latest += 1);
  const [section, status, list, more] = ["results", "status", "list", "more"].map((n) => part(n));
  section.hidden = !query.trim();
  if (section.hidden) return;
  status.textContent = status.dataset.busy;
  const answer = await find(query);
  // To Pagefind a part of the index that did not come holds nothing.
  const isSure = answer.results.length || (await json("stems.json", { cache: "no-store" }));
  if (!isSure) throw new Error("The site does not answer.");
  if (mine !== latest) return;
  list.replaceChildren();
  status.textContent = told(answer, status.dataset);
  more.firstElementChild.onclick = () => add(answer.results.splice(0, AT_ONCE), list, more, answer.results, true);
  await add(answer.results.splice(0, AT_ONCE), list, more, answer.results, false);
}

function told({ results, beginnings, left }, words) {
  const names = (list, behind = "") => list.map((word) => word + behind).join(", ");
  const count = results.length;
  return [
    count ? words.found.replace("{count}", count.toLocaleString(lang)) : words.nothing,
    beginnings.length ? words.beginnings.replace("{words}", names(beginnings, "…")) : "",
    count && left.length ? words.left.replace("{words}", names(left)) : "",
  ].join(" ");
}

async function add(results, list, more, rest, isAsked) {
  const mine = latest;
  const all = await Promise.all(results.map((result) => result.data()));
  if (mine !== latest) return;
  const shown = all.map(item);
  list.append(...shown);
  more.hidden = !rest.length;
  if (isAsked) shown[0].querySelector("a").focus();
}

function item(data) {
  const of = JSON.parse(data.raw_url);
  const copy = part("result").content.cloneNode(true).firstElementChild;
  const link = copy.querySelector("a");
  link.href = new URL(of.path, root);
  link.textContent = of.title;
  const kind = part("kind", copy);
  kind.textContent = of.kind ?? "";
  if (of.day) kind.after(" ", time(of));
  part("campaign", copy).textContent = of.campaign ?? "";
  part("excerpt", copy).append(...excerpt(data));
  return copy;
}

function time({ day, date }) {
  return Object.assign(document.createElement("time"), { dateTime: day, textContent: date });
}

// In a language that is stemmed by our rules, the second half of the pieces are the stems of those
// of the first.
function excerpt(data) {
  const all = data.content.split(/\s+/);
  const pieces = rules[lang] ? all.slice(0, all.length / 2) : all;
  const marked = new Set(data.locations.map((at) => at % pieces.length));
  const begins = [...marked].map((at) => Math.max(0, at - 5));
  const within = (start) => [...marked].filter((at) => start <= at && at < start + EXCERPT).length;
  const start = begins.reduce((a, b) => (within(b) > within(a) ? b : a), begins[0] ?? 0);
  const nodes = pieces.slice(start, start + EXCERPT).flatMap((piece, i) => {
    if (!marked.has(start + i)) return [piece, " "];
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return [mark, " "];
  });
  return [start ? "… " : "", ...nodes, start + EXCERPT < pieces.length ? "…" : ""];
}
