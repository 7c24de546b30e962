import { compareText } from "#app/domain/exact/compare-text.ts";

/** What JSON can say; `undefined` members of an object are left out, as JSON.stringify does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one text of a JSON value by RFC 8785: members sorted by UTF-16 code units, no spaces, ECMAScript numbers and strings.
 * Throws on numbers that are not finite and on text with a lone surrogate, which have no canonical form,
 * and on anything that JSON cannot say.
 */
export function canonicalJson(value: Json): string {
  if (isInOrder(value)) {
    // JSON.stringify says the same many times faster; half a character, which has no canonical form, it would escape.
    const text = JSON.stringify(value);
    if (!text.includes("\\ud")) return text;
  }
  return sortedJson(value);
}

/** Whether every member stands where RFC 8785 puts it and every value is one that JSON can say. */
function isInOrder(value: Json): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return typeof value === "string" || typeof value === "boolean";
  if (value === null) return true;
  if (isList(value)) {
    for (const item of value) if (!isInOrder(item)) return false;
    return true;
  }
  let before: string | null = null;
  for (const name in value) {
    if (before !== null && before > name) return false;
    before = name;
    const member = value[name];
    if (member === undefined || !isInOrder(member)) return false;
  }
  return true;
}

function sortedJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value === "string") return canonicalText(value);
  // Array.from visits holes too, and they are refused like undefined.
  if (isList(value)) return `[${Array.from(value, sortedJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`JSON cannot say a ${typeof value}`);
  const members = Object.entries(value).toSorted(([left], [right]) => compareText(left, right));
  const written = members.flatMap(([key, member]) =>
    member === undefined ? [] : [`${canonicalText(key)}:${sortedJson(member)}`],
  );
  return `{${written.join(",")}}`;
}

/** The UTF-8 bytes of the canonical text: what hashes are taken of. */
export function canonicalBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

// Array.isArray does not narrow readonly arrays.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError("JSON has no such number");
  return JSON.stringify(value);
}

function canonicalText(value: string): string {
  if (!isWellFormed(value)) throw new RangeError("text with half a character has no canonical form");
  return JSON.stringify(value);
}

function isWellFormed(value: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value);
}
