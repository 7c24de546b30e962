import { canonicalJson } from "../proof/canonical-json.ts";
import { sha256Hex } from "../proof/sha256.ts";

/** What a certificate of result says; nobody's name is in it, so that the digest may be shown to anybody. */
export type CertifiedResult = {
  readonly cohort: string;
  readonly applicationNumber: string;
  readonly outcome: "selected" | "reserve" | "not_selected";
  readonly track: string | null;
  readonly reserveNumber: number | null;
  readonly publishedAt: string;
};

/** SHA-256 (hex) over the canonical JSON (RFC 8785) of the result: the office computes it again to verify a paper. */
export function digestOfResult(result: CertifiedResult): string {
  const { cohort, applicationNumber, outcome, track, reserveNumber, publishedAt } = result;
  return sha256Hex(canonicalJson({ applicationNumber, cohort, outcome, publishedAt, reserveNumber, track }));
}
