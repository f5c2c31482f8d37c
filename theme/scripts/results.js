// The search page: a form, and what is found.

import { fetched } from "./connection.js";
import { search } from "./engine.js";
import { item } from "./items.js";
import { found, wayOf } from "./ladder.js";

const AT_ONCE = 10;

const lang = document.documentElement.lang;
const part = (name) => document.querySelector(`[data-search=${name}]`);
const form = part("place").querySelector("form");
const [status, others, section, list, more] =
  ["status", "others", "results", "list", "more"].map(part);
let latest = 0;

/** Let readers search as soon as all is there; `giveUp` tells them why they cannot. */
export const begin = async (giveUp) => {
  const files = ["stems.json", "pagefind-entry.json"].map(json);
  const [rules, { languages }] = await Promise.all([...files, search("")]);
  // Pagefind would search in another language where this one has no text.
  const ask = languages[lang] ? search : async () => ({ results: [] });
  const way = wayOf(rules[lang]);
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    // Whoever goes to a place on the page, as by its skip link, asks for nothing else.
    if (location.hash && !asked.has("q")) return;
    const query = asked.get("q") ?? "";
    form.q.value = query.slice(0, form.q.maxLength);
    run(way, ask, giveUp);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Behind # it is never sent: what readers look for stands in no log of a host.
    history.pushState(null, "", `#${new URLSearchParams({ q: form.q.value })}`);
    run(way, ask, giveUp);
  });
  addEventListener("popstate", read);
  part("needs").hidden = true;
  part("place").hidden = false;
  read();
};

const json = async (name) => (await fetched(new URL(name, import.meta.url))).json();

const run = (way, ask, giveUp) => {
  const query = form.q.value;
  const turn = inTurn(giveUp);
  clear();
  // Whoever goes on in another language takes the query along.
  for (const link of document.querySelectorAll("a[hreflang]")) link.hash = location.hash;
  if (!query.trim()) return;
  status.textContent = status.dataset.busy;
  turn(answered(query, way, ask, turn));
};

const clear = () => {
  status.textContent = "";
  list.replaceChildren();
  for (const each of [others, section, more]) each.hidden = true;
};

// What was made ready is shown unless something else was asked for meanwhile.
const inTurn = (giveUp) => {
  const mine = (latest += 1);
  return async (ready) => {
    try {
      const show = await ready;
      if (mine === latest) show();
    } catch (error) {
      if (mine !== latest) return;
      clear();
      giveUp(error);
    }
  };
};

const answered = async (query, way, ask, turn) => {
  const answer = await found(query, way, ask);
  const add = await portion(answer.results, way, turn);
  return () => {
    status.textContent = told(answer, status.dataset);
    section.hidden = !answer.results.length;
    others.hidden = !section.hidden;
    add();
  };
};

const told = ({ results, beginnings, left }, words) => {
  const names = (all, behind = "") => all.map((word) => word + behind).join(", ");
  const count = results.length;
  return [
    count ? words.found.replace("{count}", count.toLocaleString(lang)) : words.nothing,
    beginnings.length ? words.beginnings.replace("{words}", names(beginnings, "…")) : "",
    count && left.length ? words.left.replace("{words}", names(left)) : "",
  ].join(" ");
};

// The next results are fetched whole before any of them is shown.
const portion = async (results, way, turn) => {
  const all = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
  const rest = results.slice(AT_ONCE);
  const button = more.querySelector("button");
  const further = async () => {
    const add = await portion(rest, way, turn);
    return () => add()[0].querySelector("a").focus();
  };
  return () => {
    const items = all.map((data) => item(data, way));
    list.append(...items);
    more.hidden = !rest.length;
    button.onclick = () => {
      button.onclick = null;
      turn(further());
    };
    return items;
  };
};
