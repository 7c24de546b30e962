import { createHash } from "node:crypto";

/** RFC 6962 section 2.1 as it is written there, by recursion and with another program's hash. Slow on purpose. */
export function nodeSha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

export function textbookRoot(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  if (!first) return hash();
  if (leaves.length === 1) return hash(Uint8Array.of(0), first);
  const split = splitOf(leaves.length);
  return hash(Uint8Array.of(1), textbookRoot(leaves.slice(0, split)), textbookRoot(leaves.slice(split)));
}

export function textbookPath(index: number, leaves: readonly Uint8Array[]): readonly string[] {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...textbookPath(index, left), textbookRoot(right).toString("hex")]
    : [...textbookPath(index - split, right), textbookRoot(left).toString("hex")];
}

export function textbookConsistency(earlier: number, leaves: readonly Uint8Array[], whole = true): readonly string[] {
  if (earlier === leaves.length) return whole ? [] : [textbookRoot(leaves).toString("hex")];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return earlier <= split
    ? [...textbookConsistency(earlier, left, whole), textbookRoot(right).toString("hex")]
    : [...textbookConsistency(earlier - split, right, false), textbookRoot(left).toString("hex")];
}

export function leafHex(leaf: Uint8Array): string {
  return hash(Uint8Array.of(0), leaf).toString("hex");
}

export function nodeHex(left: string, right: string): string {
  return hash(Uint8Array.of(1), Buffer.from(left, "hex"), Buffer.from(right, "hex")).toString("hex");
}

/** The largest power of two below the size. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

function hash(...parts: readonly Uint8Array[]): Buffer {
  const hashing = createHash("sha256");
  for (const part of parts) hashing.update(part);
  return hashing.digest();
}
