// Files of the site, each whole or not at all.

const PATIENCE = 30_000;

const { fetch } = globalThis;

/** The answer with a file; a TypeError where it is refused or cut short, or stops coming. */
export const fetched = async (address) => {
  const patience = waiting();
  try {
    const answer = await fetch(address, { signal: patience.signal });
    if (!isFile(answer)) throw new TypeError(`${address} is not there.`);
    return new Response(await piecesOf(answer, patience));
  } catch (error) {
    throw new TypeError(`${address} does not come.`, { cause: error });
  } finally {
    patience.end();
  }
};

// Hosts and filters show a page of their own in place of what they do not give, some as if it were
// what was asked for.
const isFile = (answer) =>
  answer.ok && !answer.headers.get("Content-Type")?.startsWith("text/html");

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
