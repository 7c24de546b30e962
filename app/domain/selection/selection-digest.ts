import { compareText } from "#app/domain/exact/compare-text.ts";
import { canonicalJson, type Json } from "#app/domain/proof/canonical-json.ts";
import { canonicalOrder } from "#app/domain/proof/canonical-order.ts";
import { sha256Hex, type Sha256 } from "#app/domain/proof/sha256.ts";
import type { SelectionInput, SelectionPerson } from "#app/domain/selection/selection.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";

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
  const digested = personDigester();
  const text = new TextEncoder();
  const parts = [text.encode('{"people":{')];
  for (let from = 0; from < sorted.length; from += peopleAtOnce) {
    const members = sorted
      .slice(from, from + peopleAtOnce)
      .map((person) => `${canonicalJson(person.applicationNo)}:${canonicalJson(digested(person))}`);
    parts.push(text.encode(`${from === 0 ? "" : ","}${members.join(",")}`));
  }
  parts.push(text.encode(`},"rule":${canonicalJson(rule satisfies Json)}}`));
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** What the digest is of, with every member in canonical order: so its text is made quickly. */
function personDigester(): (person: SelectionPerson) => Json {
  const criteriaOf = new Map<string, (criteria: StageStanding["criteria"]) => Json>();
  const inOrder = canonicalOrder(({ criteria, outcome, score }: StageStanding, stage): Json => {
    const ordered = criteriaOf.get(stage) ?? canonicalOrder((value: string): Json => value);
    criteriaOf.set(stage, ordered);
    return { criteria: ordered(criteria), outcome, score };
  });
  return ({ acceptOther, choices, claims, claimsAsked, stages, standing, tags }) => ({
    acceptOther,
    choices,
    claims: asSet(claims),
    claimsAsked: asSet(claimsAsked),
    stages: inOrder(stages),
    standing,
    tags: asSet(tags),
  });
}

function asSet(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)].toSorted(compareText);
}
