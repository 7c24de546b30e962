/** Words of a name in Latin letters; other scripts are written without spaces. */
const latin = /^[\p{Script=Latin}\s.'’-]+$/u;

/**
 * A name as a public list shows it: the first and the last letter stay, what is between becomes stars (홍길동 → 홍*동).
 * Four Korean letters are a family name of two and a name of two (황보관정 → 황보*정); of two letters the second is
 * hidden (홍길 → 홍*), one letter is hidden whole.
 * Latin names are masked word by word, because each word is a name. Letters are counted as people see them.
 */
export function maskName(name: string): string {
  const written = name.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
  if (!latin.test(written)) return maskedKorean(written.replaceAll(" ", ""));
  return written.split(" ").map(masked).join(" ");
}

function maskedKorean(name: string): string {
  const letters = [...name];
  return letters.length === 4 ? `${letters.slice(0, 2).join("")}*${letters.at(-1) ?? ""}` : masked(name);
}

function masked(word: string): string {
  const letters = [...word];
  const [first = "", last = ""] = [letters[0], letters.at(-1)];
  if (letters.length <= 1) return "*";
  if (letters.length === 2) return `${first}*`;
  return `${first}${"*".repeat(letters.length - 2)}${last}`;
}
