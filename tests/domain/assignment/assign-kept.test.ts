import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSolvable, leastUnevenness, unevenness } from "../review/assignment-oracle.ts";
import { assignKept } from "#app/domain/assignment/assign-kept.ts";
import type { AssignmentInput, KeptReview } from "#app/domain/review/assignment.ts";
import { instances } from "#tests/support/instances.ts";

const anyInput: fc.Arbitrary<AssignmentInput> = fc
  .record({
    size: fc.integer({ min: 1, max: 2 }),
    reviewers: fc.array(
      fc.record({ tracks: fc.constantFrom("all" as const, ["a"], ["b"]), capacity: fc.option(fc.nat(5)) }),
      { maxLength: 4 },
    ),
    applications: fc.array(
      fc.record({ trackKey: fc.constantFrom("a", "b"), conflicts: fc.array(fc.nat(3), { maxLength: 2 }) }),
      { maxLength: 4 },
    ),
  })
  .map(({ size, reviewers, applications }) => ({
    size,
    seed: "kept",
    kept: [],
    reviewers: reviewers.map(({ tracks, capacity }, j) => ({
      id: `r${j}`,
      tracks,
      ...(capacity === null ? {} : { capacity }),
    })),
    applications: applications.map(({ trackKey, conflicts }, i) => ({
      id: `f${i}`,
      trackKey,
      conflicts: conflicts.map((each) => `r${each}`),
    })),
  }));

describe("the portal's assignment by the cheapest flow", () => {
  test("solves what can be solved, with loads as equal as they can be", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const answer = assignKept(input);
        expect(answer.ok).toBe(isSolvable(input));
        if (answer.ok) expect(unevenness(Object.values(answer.value.loads))).toBe(leastUnevenness(input));
      }),
      { numRuns: instances },
    );
  });

  test("keeps what is there, moves what nobody has begun only where a capacity demands it, and counts readers who left", () => {
    const input: AssignmentInput = {
      seed: "kept",
      size: 1,
      reviewers: [
        { id: "r0", tracks: "all", capacity: 1 },
        { id: "r1", tracks: "all", capacity: 1 },
      ],
      applications: [
        { id: "f0", trackKey: null, conflicts: [] },
        { id: "f1", trackKey: null, conflicts: ["r1"] },
      ],
      kept: [{ applicationId: "f0", reviewerId: "r0", started: false }],
    };
    const moved = assignKept(input);
    expect(moved.ok && moved.value.removed).toEqual([{ applicationId: "f0", reviewerId: "r0" }]);
    const begun: KeptReview = { applicationId: "f0", reviewerId: "r0", started: true };
    expect(assignKept({ ...input, kept: [begun] })).toEqual({
      ok: false,
      refusal: { applications: ["f1"], reviewers: ["r0"], missing: 1 },
    });
    const left = assignKept({ ...input, kept: [{ ...begun, reviewerId: "gone" }] });
    expect(left.ok && left.value.added).toEqual([{ applicationId: "f1", reviewerId: "r0" }]);
  });
});
