// From what a reader typed to results: as typed, then by the beginnings of the words, then without
// the words that no text has.  Whatever was searched but not typed is told.

import { piecesOf, stemmer, wordsOf } from "./stems.js";

const FEW = 3;
/** How many texts are fetched to see whether they hold what they were found by. */
const LOOKED_AT = 20;

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

/**
 * The results of a query, of whose pieces those are located that hold what was searched; which
 * beginnings were searched too, and which words were left out.
 */
export const found = async (query, way, search) => {
  const words = way.wordsOf(query);
  const terms = words.map(way.term);
  const asked = askedBy(way.wordsOf, search);
  const located = (results, beginnings) => results.map(locatedBy(terms, beginnings, way.wordsOf));
  const exact = await asked(words, terms);
  const alone = { ...exact, results: located(exact.results, []), beginnings: [] };
  if (exact.results.length >= FEW) return alone;
  const sought = exact.kept.length ? exact.kept : words;
  const beginning = (word) => way.beginning(way.term(word));
  const wider = await asked(sought, sought.map(beginning));
  const known = new Set(exact.results.map((result) => result.id));
  const others = wider.results.filter((result) => !known.has(result.id));
  const beginnings = wider.kept.map(beginning).map(plain);
  const more = await begunBy(beginnings, others, way.wordsOf);
  if (!more.length) return alone;
  return {
    results: located([...exact.results, ...more], beginnings),
    left: words.filter((word) => !wider.kept.includes(word)),
    // It is as long in what was typed: letters are replaced one for one.
    beginnings: wider.kept.map((word) => word.slice(0, beginning(word).length)),
  };
};

// Pagefind stems a beginning as if it were a word, and finds all that begins with what is left of
// it.  Where it did so, only those of the first results stay that have each beginning whole.
const begunBy = async (beginnings, results, wordsIn) => {
  const first = results.slice(0, LOOKED_AT);
  const tokens = await Promise.all(first.map((result) => tokensOf(result, wordsIn)));
  const has = (mine) => beginnings.every((begun) => mine.some((token) => token.startsWith(begun)));
  const own = first.filter((_, i) => has(tokens[i]));
  return own.length === first.length ? results : own;
};

// It locates all that begins with the stem of a term too, however short that is.
const locatedBy = (terms, beginnings, wordsIn) => {
  const typed = terms.map(plain);
  const isFound = (token) =>
    typed.some((term) => isForm(term, token)) ||
    beginnings.some((begun) => token.startsWith(begun));
  return (result) => ({
    ...result,
    data: async () => {
      const data = await result.data();
      const pieces = piecesOf(data.content);
      const holds = (place) => wordsIn(pieces[place]).map(plain).some(isFound);
      return { ...data, locations: data.locations.filter(holds) };
    },
  });
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

// Too little is left of a shorter word for telling its forms from other words.
const isForm = (term, token) => (term.length < 3 ? token === term : isMeant(term, token));
