/** A key that stands twice in one object of a JSON text, and the line (from 1) of the second. */
export type RepeatedKey = { readonly path: string; readonly line: number };

type Open = { readonly keys: Set<string> | null; label: string; index: number };

/**
 * Keys written twice in the same object, of which JSON.parse silently keeps the last only; at most twenty are told.
 * `text` must be JSON. Reads once from front to back, however deeply it is nested.
 */
export function repeatedKeys(text: string): readonly RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const open: Open[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length && repeated.length < 20) {
    const character = text[at];
    const inside = open.at(-1);
    if (character === "\n") line += 1;
    else if (character === "{") open.push({ keys: new Set(), label: "", index: 0 });
    else if (character === "[") open.push({ keys: null, label: "", index: 0 });
    else if (character === "}" || character === "]") open.pop();
    else if (character === "," && inside) inside.index += 1;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (inside?.keys && isKey(text, end)) {
        inside.label = JSON.parse(text.slice(at, end)) as string;
        if (inside.keys.has(inside.label)) repeated.push({ path: pathTo(open), line });
        inside.keys.add(inside.label);
      }
      at = end - 1;
    }
    at += 1;
  }
  return repeated;
}

/** Behind the closing quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** In an object, what a colon follows is a key. */
function isKey(text: string, from: number): boolean {
  let at = from;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return text[at] === ":";
}

function pathTo(open: readonly Open[]): string {
  return open.reduce((path, { keys, label, index }) => {
    if (keys === null) return `${path}[${index}]`;
    return path === "" ? label : `${path}.${label}`;
  }, "");
}
