// Files of the site, each whole or not at all.

const PATIENCE = 30_000;

// With these a part of the index begins where a host has unpacked it.
const UNPACKED = "pagefind_dcd";

const { fetch } = globalThis;

/** The answer with a file; a TypeError where it is refused or cut short, or stops coming. */
export const fetched = async (address) => {
  const patience = waiting();
  try {
    const answer = await fetch(address, { signal: patience.signal });
    if (!answer.ok) throw new TypeError(`${address} is not there.`);
    const file = await piecesOf(answer, patience);
    await (/\.json(\?|$)/.test(address) ? readAsData(file) : unpack(file));
    return new Response(file);
  } catch (error) {
    throw new TypeError(`${address} does not come.`, { cause: error });
  } finally {
    patience.end();
  }
};

// Hosts and filters show a page of their own in place of what they do not give, or half of a file,
// as if it were what was asked for.  Whatever they call it, it cannot be read to its end.
const readAsData = async (file) => JSON.parse(await file.text());

const unpack = async (file) => {
  const beginning = await file.slice(0, UNPACKED.length).text();
  if (beginning === UNPACKED) return;
  if (!beginning.startsWith("\x1f")) throw new TypeError("This is no part of the index.");
  // Safari before 16.4 takes half of a part for a whole one.
  if (!globalThis.DecompressionStream) return;
  const unpacked = file.stream().pipeThrough(new DecompressionStream("gzip"));
  await new Response(unpacked).arrayBuffer();
};

const piecesOf = async (answer, patience) => {
  const reader = answer.body.getReader();
  const pieces = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    patience.renew();
  }
  return new Blob(pieces);
};

// A slow connection may take minutes for a file: only where nothing comes at all it is given up.
const waiting = () => {
  const control = new AbortController();
  let timer = 0;
  const end = () => clearTimeout(timer);
  const renew = () => {
    end();
    timer = setTimeout(() => control.abort(), PATIENCE);
  };
  renew();
  return { signal: control.signal, renew, end };
};
