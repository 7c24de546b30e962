import type { Json } from "#app/domain/proof/canonical-json.ts";

/**
 * Reads JSON text as RFC 8785 wants it (I-JSON, RFC 7493): throws a SyntaxError where the text is no JSON and where one
 * object names a member twice, of which one program would read the first and another the last.
 */
export function readJson(text: string): Json {
  const value = JSON.parse(text) as Json;
  refuseRepeatedNames(text);
  return value;
}

/** Walks over text that is known to be JSON; no regular expression, which would give up on long strings. */
function refuseRepeatedNames(text: string): void {
  const open: Set<string>[] = [];
  let lastText = "";
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = closingQuote(text, at + 1);
      lastText = text.slice(at, end + 1);
      at = end;
    } else if (sign === "{" || sign === "[") open.push(new Set());
    else if (sign === "}" || sign === "]") open.pop();
    else if (sign === ":") addName(open.at(-1), JSON.parse(lastText) as string);
  }
}

function closingQuote(text: string, from: number): number {
  let at = from;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function addName(names: Set<string> | undefined, name: string): void {
  if (names?.has(name)) throw new SyntaxError(`the member ${JSON.stringify(name)} stands twice in one object`);
  names?.add(name);
}
