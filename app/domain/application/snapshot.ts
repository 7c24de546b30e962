import { canonicalJson } from "../proof/canonical-json.ts";
import { sha256Hex } from "../proof/sha256.ts";
import { parseAnswers, type Answers } from "./answers.ts";

/** What was handed in at one final submission. */
export type Snapshot = {
  readonly answers: Answers;
  /** Ids, sorted. */
  readonly consents: readonly string[];
  readonly files: readonly { readonly document: string; readonly name: string; readonly sha256: string }[];
};

/**
 * The one text of a submission (RFC 8785) and its SHA-256, which the receipt shows: the same answers, consents and
 * files always give the same fingerprint, whatever the order in which they were given.
 */
export function sealSnapshot({ answers, consents, files }: Snapshot): {
  readonly json: string;
  readonly sha256: string;
} {
  const json = canonicalJson({
    answers,
    consents: consents.toSorted(),
    files: files
      .map(({ document, name, sha256 }) => ({ document, name, sha256 }))
      .toSorted((one, other) => order(`${one.document} ${one.sha256}`, `${other.document} ${other.sha256}`)),
  });
  return { json, sha256: sha256Hex(json) };
}

/** A snapshot out of its text. Throws on a text that `sealSnapshot` did not make. */
export function openSnapshot(json: string): Snapshot {
  const { answers, ...rest } = JSON.parse(json) as Snapshot;
  return { ...rest, answers: parseAnswers(JSON.stringify(answers)) };
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
