import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { canonicalBytes } from "#app/domain/proof/canonical-json.ts";
import { readJson } from "#app/domain/proof/read-json.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";

const question = z.object({ json_text: z.string() });

/** The bytes of RFC 8785 of a JSON text, and their SHA-256. */
export function answerCanonicalJson(input: unknown): unknown {
  const canonical = canonicalBytes(readJson(question.parse(input).json_text));
  return { canonical_hex: bytesToHex(canonical), sha256: sha256Hex(canonical) };
}
