// The words around what was found.

import { piecesOf } from "./stems.js";

const LONGEST = 40;
const SHORTEST = 10;
const BEFORE = 5;
/** What stands between two passages, as in plugins/minber/search/records.py. */
const BETWEEN = "·";

/**
 * The pieces of a result to show, those that were found marked.  In a language that is stemmed by
 * our rules, the second half of all pieces are the stems of those of the first.
 * Passages are joined by an ellipsis: to readers the dot between them says nothing.
 */
export const excerpt = ({ content, locations }, isStemmed) => {
  const all = piecesOf(content);
  const pieces = isStemmed ? all.slice(0, all.length / 2) : all;
  const marked = new Set(locations.map((at) => at % pieces.length));
  const [start, end] = busiest([...marked], pieces);
  return {
    isCutBefore: start > 0 && pieces[start - 1] !== BETWEEN,
    pieces: pieces
      .slice(start, end)
      .map((text, i) => ({ text: shown(text), isMarked: marked.has(start + i) })),
    isCutBehind: end < pieces.length && pieces[end] !== BETWEEN,
  };
};

const shown = (piece) => (piece === BETWEEN ? "…" : piece);

// The first of the spans with most of what was found.
const busiest = (marked, pieces) => {
  const within = ([start, end]) => marked.filter((at) => start <= at && at < end).length;
  const spans = marked.map((at) => spanAround(at, pieces));
  return spans.reduce((a, b) => (within(b) > within(a) ? b : a), spans[0] ?? spanAround(0, pieces));
};

// It ends with its passage, unless that is as short as a heading: what follows a summary says much
// the same once more.
const spanAround = (at, pieces) => {
  const start = Math.max(pieces.lastIndexOf(BETWEEN, at) + 1, at - BEFORE);
  const end = pieces.indexOf(BETWEEN, start + SHORTEST);
  return [start, Math.min(end < 0 ? pieces.length : end, start + LONGEST)];
};
