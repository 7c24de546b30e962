import { compareText } from "#app/domain/exact/compare-text.ts";
import { canonicalJson, type Json } from "#app/domain/proof/canonical-json.ts";
import { sha256Hex, type Sha256 } from "#app/domain/proof/sha256.ts";
import type { SelectionInput, SelectionPerson } from "#app/domain/selection/selection.ts";

type Digested = Pick<SelectionInput, "rule" | "people">;

/**
 * SHA-256 (hex) over the canonical JSON (RFC 8785) of the rule and of the people by application number.
 * The order in which people, claims or tags are handed in does not matter; nothing but the listed members counts.
 */
export function selectionDigest(input: Digested, sha256?: Sha256): string {
  return sha256Hex(selectionBytes(input), sha256);
}

// A million people would be one text longer than a text may be.
const peopleAtOnce = 1000;

/** The bytes that the digest is taken of: the canonical JSON of `{ people, rule }`. Application numbers differ. */
export function selectionBytes({ rule, people }: Digested): Uint8Array {
  const sorted = people.toSorted((left, right) => compareText(left.applicationNo, right.applicationNo));
  const parts = ['{"people":{'];
  for (let from = 0; from < sorted.length; from += peopleAtOnce) {
    const block = sorted
      .slice(from, from + peopleAtOnce)
      .map((person) => [person.applicationNo, digestedPerson(person)]);
    const members = canonicalJson(Object.fromEntries(block)).slice(1, -1);
    parts.push(from === 0 ? members : `,${members}`);
  }
  parts.push(`},"rule":${canonicalJson(rule satisfies Json)}}`);
  return bytesOf(parts);
}

function bytesOf(parts: readonly string[]): Uint8Array {
  const text = new TextEncoder();
  const encoded = parts.map((part) => text.encode(part));
  const bytes = new Uint8Array(encoded.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of encoded) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Members in canonical order: so the text is made quickly. */
function digestedPerson(person: SelectionPerson): Json {
  const stages: Record<string, Json> = {};
  for (const id of Object.keys(person.stages).sort(compareText)) {
    const standing = person.stages[id];
    if (!standing) continue;
    stages[id] = { criteria: inOrder(standing.criteria), outcome: standing.outcome, score: standing.score };
  }
  return {
    acceptOther: person.acceptOther,
    choices: person.choices,
    claims: asSet(person.claims),
    claimsAsked: asSet(person.claimsAsked),
    stages,
    standing: person.standing,
    tags: asSet(person.tags),
  };
}

function inOrder(criteria: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.keys(criteria);
  const isInOrder = names.every((name, at) => at === 0 || (names[at - 1] ?? "") <= name);
  return isInOrder ? criteria : Object.fromEntries(names.sort(compareText).map((name) => [name, criteria[name] ?? ""]));
}

function asSet(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)].toSorted(compareText);
}
