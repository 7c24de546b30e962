import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyConsistency, type ConsistencyClaim } from "#app/domain/proof/merkle/verify.ts";
import { leafHex, nodeHex, nodeSha256, textbookConsistency, textbookRoot } from "#tests/domain/proof/textbook-tree.ts";
import { instances } from "#tests/support/instances.ts";

function claimOf(size1: number, size2: number): ConsistencyClaim {
  const leaves = Array.from({ length: size2 }, (_, value) => Uint8Array.of(value, 9));
  const root1 = textbookRoot(leaves.slice(0, size1)).toString("hex");
  const root2 = textbookRoot(leaves).toString("hex");
  return { size1, size2, root1, root2, proof: textbookConsistency(size1, leaves) };
}

const sizes = fc
  .integer({ min: 1, max: 70 })
  .chain((size2) => fc.tuple(fc.integer({ min: 1, max: size2 }), fc.constant(size2)));

test("a textbook proof holds", () => {
  fc.assert(
    fc.property(sizes, ([size1, size2]) => {
      expect(verifyConsistency(claimOf(size1, size2))).toBe(true);
      expect(verifyConsistency(claimOf(size1, size2), nodeSha256)).toBe(true);
    }),
    { numRuns: instances },
  );
});

test("it does not hold for another size, root or proof", () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 80 }), ([size1, size2], other) => {
      const claim = claimOf(size1, size2);
      const { proof, root1, root2 } = claim;
      const elsewhere = leafHex(Uint8Array.of(1));
      const wrong: readonly Partial<ConsistencyClaim>[] = [
        { root1: elsewhere },
        { root2: elsewhere },
        { proof: [...proof, root1] },
        { proof: [...proof, root2] },
        { proof: [root1, ...proof] },
        { proof: [...proof, ""] },
        ...(other === size1 ? [] : [{ size1: other }]),
        ...(size1 === size2 ? [] : [{ root1: root2, root2: root1 }, { proof: [] }]),
        ...proof.map((_, at) => ({ proof: proof.toSpliced(at, 1) })),
        ...proof.map((hash, at) => ({ proof: proof.with(at, (hash.startsWith("0") ? "1" : "0") + hash.slice(1)) })),
      ];
      for (const change of wrong) expect(verifyConsistency({ ...claim, ...change })).toBe(false);
    }),
    { numRuns: instances },
  );
});

describe("trees of one size are consistent when their roots are equal", () => {
  const same = { size1: 3, size2: 3, root1: "ab", root2: "AB", proof: [] };
  test.each([
    [{}, true],
    [{ size1: 0, size2: 0 }, true],
    [{ root2: "ac" }, false],
    [{ proof: ["ab"] }, false],
    [{ root1: "xy", root2: "xy" }, false],
    [{ size1: 2.5, size2: 2.5 }, false],
    [{ size1: -1, size2: -1 }, false],
  ])("%j: %s", (change, holds) => {
    expect(verifyConsistency({ ...same, ...change })).toBe(holds);
  });
});

describe("what cannot be is refused, not thrown at", () => {
  const claim = claimOf(6, 8);
  test.each([
    ["from no leaves", { size1: 0 }],
    ["from no leaves, without a proof", { size1: 0, proof: [] }],
    ["back in time", { size2: 4 }],
    ["back in time by one, with equal roots and the path of one leaf", { ...claimOf(1, 2), size1: 2, size2: 1 }],
    ["to a tree twice as high", { size2: 16 }],
    ["half a size before", { size1: 5.5 }],
    ["half a size after", { size2: 8.5 }],
    ["a root before that is no hash", { root1: "57726f6e67526f6f74" }],
    ["a root after that is no hash", { root2: "57726f6e67526f6f74" }],
    ["a proof that is no hex", { proof: claim.proof.map(() => "z".repeat(64)) }],
  ] satisfies [string, Partial<ConsistencyClaim>][])("%s", (_name, change) => {
    expect(verifyConsistency({ ...claim, ...change })).toBe(false);
  });

  test("a proof made to measure for sizes that have none", () => {
    const [first, second] = [leafHex(Uint8Array.of(1)), leafHex(Uint8Array.of(2))];
    const made = { root1: first, root2: nodeHex(first, second), proof: [first, second] };
    expect(verifyConsistency({ ...made, size1: 0, size2: 2 })).toBe(false);
    expect(verifyConsistency({ ...made, size1: 3, size2: 2 })).toBe(false);
    expect(verifyConsistency({ ...made, root2: first, proof: [], size1: 2, size2: 1 })).toBe(false);
  });

  test("a root before that is no hash, where the proof starts from it", () => {
    expect(verifyConsistency({ ...claimOf(4, 8), root1: "57726f6e67526f6f74" })).toBe(false);
    expect(verifyConsistency({ ...claimOf(4, 8), root1: "no" })).toBe(false);
  });
});
