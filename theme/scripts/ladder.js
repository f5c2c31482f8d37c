// From what a reader typed to results: as typed, then by the beginnings of the words, then without
// the words that no text has.  Whatever was searched but not typed is told.

import { piecesOf, stemmer, wordsOf } from "./stems.js";

const FEW = 3;

/** How a language is searched: by stems of our own, or as typed, which Pagefind stems itself. */
export const wayOf = (rules) => {
  if (!rules) return { isStemmed: false, wordsOf: asOne, term: (w) => w, beginning: firstTwoThirds };
  const { stem, beginning } = stemmer(rules);
  return { isStemmed: true, wordsOf, term: stem, beginning };
};

// Pagefind reads a word with an apostrophe in it as one; all other marks go, quotation marks too.
const asOne = (text) => wordsOf(text.replace(/(\p{L})['’ʼ](?=\p{L})/gu, "$1"));

const firstTwoThirds = (word) =>
  word.length > 6 ? word.slice(0, Math.ceil((word.length * 2) / 3)) : word;

/** The results of a query; which beginnings were searched too, and which words were left out. */
export const found = async (query, way, search) => {
  const words = way.wordsOf(query);
  const asked = askedBy(way.wordsOf, search);
  const exact = await asked(words, words.map(way.term));
  if (exact.results.length >= FEW) return { ...exact, beginnings: [] };
  const sought = exact.kept.length ? exact.kept : words;
  const beginning = (word) => way.beginning(way.term(word));
  const wider = await asked(sought, sought.map(beginning));
  const known = new Set(exact.results.map((result) => result.id));
  const more = wider.results.filter((result) => !known.has(result.id));
  if (!more.length) return { ...exact, beginnings: [] };
  return {
    results: [...exact.results, ...more],
    left: words.filter((word) => !wider.kept.includes(word)),
    // It is as long in what was typed: letters are replaced one for one.
    beginnings: wider.kept.map((word) => word.slice(0, beginning(word).length)),
  };
};

const askedBy = (wordsIn, search) => async (words, terms) => {
  const all = terms.length ? (await search(terms.join(" "))).results : [];
  const alone = async (term) => areMeant((await search(term)).results, [term], wordsIn);
  const isKept = all.length
    ? await areMeant(all, terms, wordsIn)
    : (await Promise.all(terms.map(alone))).flat();
  const kept = words.filter((_, i) => isKept[i]);
  const left = words.filter((_, i) => !isKept[i]);
  if (!kept.length) return { results: [], kept, left };
  if (!left.length) return { results: all, kept, left };
  const again = await search(terms.filter((_, i) => isKept[i]).join(" "));
  return { results: again.results, kept, left };
};

// Pagefind passes over a word that no text has, or takes the longest word that it begins with, be
// that one letter.  As it does so for all texts at once, the first result tells for which words.
const areMeant = async (results, terms, wordsIn) => {
  const has = results.length ? await tokensOf(results[0], wordsIn) : [];
  return terms.map((term) => has.some((token) => isMeant(plain(term), token)));
};

const tokensOf = async (result, wordsIn) => {
  const data = await result.data();
  const pieces = piecesOf(data.content);
  return [...data.locations.map((place) => pieces[place]), data.meta.title]
    .flatMap(wordsIn)
    .map(plain);
};

const plain = (word) => wordsOf(word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")).join("");

const isMeant = (term, token) => {
  let same = 0;
  while (same < term.length && term[same] === token[same]) same += 1;
  return same >= Math.min(3, term.length) && same * 2 >= term.length;
};
