import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyInclusion, type InclusionClaim } from "#app/domain/proof/merkle/verify.ts";
import { leafHex, nodeHex, nodeSha256, textbookPath, textbookRoot } from "#tests/domain/proof/textbook-tree.ts";
import { instances } from "#tests/support/instances.ts";

function claimOf(size: number, index: number): InclusionClaim {
  const leaves = Array.from({ length: size }, (_, value) => Uint8Array.of(value, 9));
  const leafHash = leafHex(leaves[index]!);
  return { index, size, leafHash, proof: textbookPath(index, leaves), root: textbookRoot(leaves).toString("hex") };
}

const places = fc.integer({ min: 1, max: 70 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

test("a textbook proof holds", () => {
  fc.assert(
    fc.property(places, ([size, index]) => {
      expect(verifyInclusion(claimOf(size, index))).toBe(true);
      expect(verifyInclusion(claimOf(size, index), nodeSha256)).toBe(true);
    }),
    { numRuns: instances },
  );
});

test("it does not hold for another place, leaf, root or proof", () => {
  fc.assert(
    fc.property(places, fc.nat(80), ([size, index], other) => {
      const claim = claimOf(size, index);
      const { proof, root } = claim;
      const wrong: readonly Partial<InclusionClaim>[] = [
        { leafHash: root.replace(/./g, "a") },
        { root: leafHex(Uint8Array.of(1)) },
        { proof: [...proof, root] },
        { proof: [root, ...proof] },
        { proof: [...proof, ""] },
        { proof: proof.map((hash) => hash.slice(0, 62)), leafHash: claim.leafHash.slice(0, 62) },
        ...(other === index ? [] : [{ index: other }]),
        ...proof.map((_, at) => ({ proof: proof.toSpliced(at, 1) })),
        ...proof.map((hash, at) => ({ proof: proof.with(at, flipped(hash)) })),
      ];
      for (const change of wrong) expect(verifyInclusion({ ...claim, ...change })).toBe(false);
    }),
    { numRuns: instances },
  );
});

describe("what cannot be is refused, not thrown at", () => {
  const claim = claimOf(8, 5);
  test.each([
    ["index at the size", { index: 8 }],
    ["index below zero", { index: -1 }],
    ["half an index", { index: 5.5 }],
    ["index beyond every number", { index: 2 ** 64 }],
    ["size beyond every number", { size: Number.POSITIVE_INFINITY }],
    ["half a size", { size: 8.5 }],
    ["size of half the tree", { size: 4 }],
    ["size of a tree twice as high", { size: 16 }],
    ["leaf that is no hash", { leafHash: "57726f6e674c656166" }],
    ["leaf that is no hex", { leafHash: "z".repeat(64) }],
    ["empty root", { root: "" }],
    ["no proof", { proof: [] }],
  ] satisfies [string, Partial<InclusionClaim>][])("%s", (_name, change) => {
    expect(verifyInclusion({ ...claim, ...change })).toBe(false);
  });

  test("a proof longer than the tree is high, whatever its root would be", () => {
    const one = claimOf(1, 0);
    const root = nodeHex(one.root, claim.root);
    expect(verifyInclusion({ ...one, proof: [claim.root], root })).toBe(false);
    expect(verifyInclusion({ ...one, proof: [claim.root], root: nodeHex(claim.root, one.root) })).toBe(false);
  });

  test("an empty tree holds nothing", () => {
    const nothing = { index: 0, size: 0, leafHash: claim.root, proof: [], root: claim.root };
    expect(verifyInclusion(nothing)).toBe(false);
    expect(verifyInclusion({ ...nothing, size: 1 })).toBe(true);
  });

  test("hex may be in upper case", () => {
    const proof = claim.proof.map((hash) => hash.toUpperCase());
    const upper = { leafHash: claim.leafHash.toUpperCase(), root: claim.root.toUpperCase(), proof };
    expect(verifyInclusion({ ...claim, ...upper })).toBe(true);
  });
});

function flipped(hash: string): string {
  return (hash.startsWith("0") ? "1" : "0") + hash.slice(1);
}
