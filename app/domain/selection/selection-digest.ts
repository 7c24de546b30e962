import { compareText } from "#app/domain/exact/compare-text.ts";
import { canonicalBytes, type Json } from "#app/domain/proof/canonical-json.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import type { SelectionInput, SelectionPerson } from "#app/domain/selection/selection.ts";

type Digested = Pick<SelectionInput, "rule" | "people">;

/**
 * SHA-256 (hex) over the canonical JSON (RFC 8785) of the rule and of the people by application number.
 * The order in which people, claims or tags are handed in does not matter; nothing but the listed members counts.
 */
export function selectionDigest(input: Digested): string {
  return sha256Hex(selectionBytes(input));
}

/** The bytes that the digest is taken of. */
export function selectionBytes({ rule, people }: Digested): Uint8Array {
  return canonicalBytes({
    rule: rule satisfies Json,
    people: Object.fromEntries(people.map((person) => [person.applicationNo, digestedPerson(person)])),
  });
}

function digestedPerson(person: SelectionPerson): Json {
  const stages = Object.entries(person.stages).map(([id, { outcome, score, criteria }]) => [
    id,
    { outcome, score, criteria },
  ]);
  return {
    choices: person.choices,
    acceptOther: person.acceptOther,
    standing: person.standing,
    stages: Object.fromEntries(stages),
    claimsAsked: asSet(person.claimsAsked),
    claims: asSet(person.claims),
    tags: asSet(person.tags),
  };
}

function asSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted(compareText);
}
