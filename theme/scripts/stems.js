// Words brought to the form that is searched, as plugins/minber/search/stems.py does it: by the
// same rules, which come from plugins/minber/search/stems.yaml.

/** The pieces of a text of the index, which has one space between any two and no other. */
export const piecesOf = (text) => text.split(" ");

/** The words and numbers of a text. */
export const wordsOf = (text) => text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];

/** What stems words of a language by its rules. */
export const stemmer = (rules) => {
  const compiled = (pairs) => pairs.map(([rule, behind]) => [new RegExp(`^(?:${rule})$`), behind]);
  const steps = rules.steps.map(compiled);
  const beginnings = compiled(rules.beginnings);

  const isWhole = (left) =>
    left.length >= rules.least && [...rules.vowels].some((vowel) => left.includes(vowel));

  const cut = (word, pairs) => {
    for (const [pattern, behind] of pairs) {
      const found = pattern.exec(word);
      if (found && isWhole(found[1] + behind)) return found[1] + behind;
    }
    return word;
  };

  const folded = (word) =>
    Array.from(word.toLowerCase(), (letter) => rules.letters[letter] ?? letter).join("");

  return {
    /** What the forms of a word have in common. */
    stem: (word) => steps.reduce(cut, folded(word)),
    /** What words of one root have in common. */
    beginning: (stem) => cut(stem, beginnings),
  };
};
