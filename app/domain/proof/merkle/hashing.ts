import { sha256Bytes, type Sha256 } from "#app/domain/proof/sha256.ts";

/** The hashes of a Merkle tree of RFC 6962 section 2.1; each answers 32 new bytes. */
export type MerkleHashing = {
  /** The tree over nothing: SHA-256 of no bytes. */
  readonly empty: () => Uint8Array;
  /** SHA-256(0x00 || data). */
  readonly leaf: (data: Uint8Array) => Uint8Array;
  /** SHA-256(0x01 || left || right), of two hashes of 32 bytes. */
  readonly node: (left: Uint8Array, right: Uint8Array) => Uint8Array;
};

/**
 * Hashing with one buffer for all inputs, so that a million leaves make little garbage.
 * A hash function handed in must therefore not keep the bytes it is given (RFC 6962 section 2.1).
 */
export function createMerkleHashing(sha256: Sha256 = sha256Bytes): MerkleHashing {
  const pair = new Uint8Array(65);
  pair[0] = 1;
  let long = new Uint8Array(256);

  function leaf(data: Uint8Array): Uint8Array {
    // A longer leaf needs a longer buffer; its first byte stays 0.
    if (data.length >= long.length) long = new Uint8Array(data.length + 1);
    long.set(data, 1);
    return sha256(long.subarray(0, data.length + 1));
  }

  function node(left: Uint8Array, right: Uint8Array): Uint8Array {
    pair.set(left, 1);
    pair.set(right, 33);
    return sha256(pair);
  }

  return { empty: () => sha256(new Uint8Array()), leaf, node };
}
