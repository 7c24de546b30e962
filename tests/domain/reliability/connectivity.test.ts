import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designComponents, type ReviewPair } from "#app/domain/reliability/connectivity.ts";
import { designStrengths } from "#app/domain/reliability/design-strength.ts";
import { instances } from "#tests/support/instances.ts";

function pairs(text: string): readonly ReviewPair[] {
  return text.split(" ").map((pair) => ({ application: pair.split("-")[0]!, reviewer: pair.split("-")[1]! }));
}

const randomPairs = fc.array(
  fc.record({ application: fc.constantFrom(..."abcdefgh"), reviewer: fc.constantFrom(..."abcdef") }),
  { maxLength: 12 },
);

describe("the components of a design", () => {
  test("are panels that share no reviewer, the largest first", () => {
    expect(designComponents(pairs("p1-r1 p2-r2 p3-r2 p3-r3 p4-r3 p5-r4 p5-r5"))).toEqual([
      { applications: ["p2", "p3", "p4"], reviewers: ["r2", "r3"] },
      { applications: ["p5"], reviewers: ["r4", "r5"] },
      { applications: ["p1"], reviewers: ["r1"] },
    ]);
  });

  test("keep an application and a reviewer of the same id apart", () => {
    expect(designComponents(pairs("1-2 2-1"))).toHaveLength(2);
  });

  test("of nothing are none", () => {
    expect(designComponents([])).toEqual([]);
  });

  test("are those that a walk over the graph finds, in whatever order the pairs come", () => {
    fc.assert(
      fc.property(randomPairs, (given) => {
        const components = designComponents(given);
        expect(designComponents(given.toReversed())).toEqual(components);
        const sizes = walkedSizes(given).toSorted((left, right) => right - left);
        expect(components.map(({ applications }) => applications.length)).toEqual(sizes);
      }),
      { numRuns: instances },
    );
  });
});

describe("the strength of a design", () => {
  test("where everybody reads n applications is n, and the difference of two reviewers has variance 2/n", () => {
    const everybody = ["a", "b", "c"].flatMap((application) =>
      ["r", "s", "t", "u"].map((reviewer) => ({ application, reviewer })),
    );
    const [strength] = designStrengths(everybody);
    expect(strength).toMatchObject({ applications: 3, reviewers: 4 });
    expect(strength?.algebraicConnectivity).toBeCloseTo(3, 9);
    expect(strength?.meanDifferenceVariance).toBeCloseTo(2 / 3, 9);
  });

  test("of a chain of three reviewers is 1/2; differences cost 2, 2 and 4", () => {
    const [strength] = designStrengths(pairs("a-r a-s b-s b-t"));
    expect(strength?.algebraicConnectivity).toBeCloseTo(0.5, 9);
    expect(strength?.meanDifferenceVariance).toBeCloseTo(8 / 3, 9);
  });

  test("of one reviewer is undefined; each component has its own", () => {
    const [alone, two] = designStrengths(pairs("a-r b-r c-s c-t"));
    expect(alone).toMatchObject({ reviewers: 1, algebraicConnectivity: null, meanDifferenceVariance: null });
    expect(two?.algebraicConnectivity).toBeCloseTo(1, 9);
    expect(two?.meanDifferenceVariance).toBeCloseTo(2, 9);
    expect(designStrengths([])).toEqual([]);
  });

  test("never falls when a review is added inside a component", () => {
    fc.assert(
      fc.property(randomPairs, fc.nat(), fc.nat(), (given, one, other) => {
        const components = designComponents(given);
        fc.pre(components.length === 1 && (components[0]?.reviewers.length ?? 0) > 1);
        const application = components[0]!.applications[one % components[0]!.applications.length]!;
        const reviewer = components[0]!.reviewers[other % components[0]!.reviewers.length]!;
        const [before] = designStrengths(given);
        const [after] = designStrengths([...given, { application, reviewer }]);
        expect(after!.algebraicConnectivity!).toBeGreaterThanOrEqual(before!.algebraicConnectivity! - 1e-6);
        expect(after!.meanDifferenceVariance!).toBeLessThanOrEqual(before!.meanDifferenceVariance! + 1e-6);
      }),
      { numRuns: Math.min(instances, 300) },
    );
  });
});

/** Applications per component, by walking from one to all that share a reviewer. */
function walkedSizes(given: readonly ReviewPair[]): number[] {
  const left = new Set(given.map(({ application }) => application));
  const sizes: number[] = [];
  for (const start of left) {
    if (!left.delete(start)) continue;
    const reached = [start];
    for (const application of reached) {
      const reviewers = new Set(given.filter((pair) => pair.application === application).map((pair) => pair.reviewer));
      for (const pair of given)
        if (reviewers.has(pair.reviewer) && left.delete(pair.application)) reached.push(pair.application);
    }
    sizes.push(reached.length);
  }
  return sizes;
}
