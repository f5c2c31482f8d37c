// Pagefind, from which it can be told whether it had all that it asked for.
//
// To Pagefind a part of the index that did not come holds nothing, and it tells nobody, so that
// "nothing found" might be untrue.  It fetches by the function of the window: there a loss is seen.
// What browsers note of requests would not do: Safari notes none that failed, and none of them
// notes one that never ends, or the page of a filter in place of a file.

import { fetched } from "./connection.js";

let isWhole = true;
let index = null;

globalThis.fetch = async (address) => {
  try {
    return await fetched(address);
  } catch (error) {
    isWhole = false;
    throw error;
  }
};

const opened = async () => {
  isWhole = true;
  const { createInstance } = await import("./pagefind.js");
  return createInstance({ noWorker: true });
};

/** What Pagefind finds; a TypeError where a part of the index does not come. */
export const search = async (term) => {
  // Pagefind asks for a file once, whether it comes or not.
  if (!isWhole) index = null;
  index ??= opened();
  const answer = (await index).search(term);
  await answer.catch(() => null);
  if (!isWhole) throw new TypeError("A part of the index does not come.");
  return answer;
};
