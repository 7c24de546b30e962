import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLegal, isSolvable, leastUnevenness, unevenness } from "./assignment-oracle.ts";
import { assignReviewers, readingOrder, type AssignmentInput, type Pair } from "#app/domain/review/assignment.ts";

const seed = "00ff";
const tracks = ["a", "b"];

/** A cohort of any shape: solvable or not. */
const anyInput: fc.Arbitrary<AssignmentInput> = fc
  .record({
    size: fc.integer({ min: 1, max: 3 }),
    reviewers: fc.array(
      fc.record({ tracks: fc.constantFrom("all" as const, ["a"], ["b"], tracks), capacity: fc.option(fc.nat(6)) }),
      { maxLength: 6 },
    ),
    applications: fc.array(
      fc.record({ trackKey: fc.constantFrom("a", "b"), conflicts: fc.array(fc.nat(5), { maxLength: 3 }) }),
      { maxLength: 9 },
    ),
    kept: fc.array(fc.tuple(fc.nat(8), fc.nat(5), fc.boolean()), { maxLength: 5 }),
    seed: fc.constantFrom("01", "02", "03"),
  })
  .map(({ size, reviewers, applications, kept, seed }) => {
    const people = reviewers.map(({ tracks, capacity }, index) => ({
      id: `r${index}`,
      tracks,
      ...(capacity === null ? {} : { capacity }),
    }));
    const files = applications.map(({ trackKey, conflicts }, index) => ({
      id: `f${index}`,
      trackKey,
      conflicts: conflicts.map((each) => `r${each}`),
    }));
    const keptPairs = new Map(
      kept
        .map(([file, person, started]) => ({ applicationId: `f${file}`, reviewerId: `r${person}`, started }))
        .filter((each) => isLegal({ applications: files, reviewers: people }, each))
        .map((each) => [`${each.applicationId}|${each.reviewerId}`, each]),
    );
    return { size, seed, reviewers: people, applications: files, kept: [...keptPairs.values()] };
  });

describe("assigning reviewers", () => {
  test("gives every application exactly the reviews it needs, by different people of its pool without a conflict", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const answer = assignReviewers(input);
        if (!answer.ok) return;
        const pairs = allPairs(input, answer.value);
        for (const application of input.applications) {
          const readers = pairs.filter(({ applicationId }) => applicationId === application.id);
          const kept = input.kept.filter(({ applicationId }) => applicationId === application.id).length;
          expect(readers.length).toBe(Math.max(input.size, kept));
          expect(new Set(readers.map(({ reviewerId }) => reviewerId)).size).toBe(readers.length);
        }
        expect(answer.value.added.every((pair) => isLegal(input, pair))).toBe(true);
        for (const { id, capacity } of input.reviewers) {
          const kept = input.kept.filter(({ reviewerId }) => reviewerId === id).length;
          expect(answer.value.loads[id]).toBe(pairs.filter(({ reviewerId }) => reviewerId === id).length);
          expect(answer.value.loads[id]).toBeLessThanOrEqual(Math.max(capacity ?? 1000, kept));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("solves every task that can be solved, and no other", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const withoutKept = { ...input, kept: [] };
        expect(assignReviewers(withoutKept).ok).toBe(isSolvable(withoutKept));
      }),
      { numRuns: 500 },
    );
  });

  test("levels the loads as far as pools and conflicts allow", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const input = {
          ...given,
          size: Math.min(given.size, 2),
          applications: given.applications.slice(0, 4),
          reviewers: given.reviewers.slice(0, 4),
          kept: [],
        };
        const answer = assignReviewers(input);
        if (!answer.ok) return;
        expect(unevenness(Object.values(answer.value.loads))).toBe(leastUnevenness(input));
      }),
      { numRuns: 300 },
    );
  });

  test("differs by one review at most where everybody may read everything", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 60 }), (people, files) => {
        const answer = assignReviewers(openTask(people, files));
        if (!answer.ok) throw new Error("solvable");
        const loads = Object.values(answer.value.loads);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("depends on the seed and on nothing else: not on the order of the input", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const turned = {
          ...input,
          applications: input.applications.toReversed(),
          reviewers: input.reviewers.toReversed(),
          kept: input.kept.toReversed(),
        };
        expect(assignReviewers(turned)).toEqual(assignReviewers(input));
      }),
    );
    const task = openTask(6, 30);
    expect(assignReviewers(task)).toEqual(assignReviewers(task));
    expect(assignReviewers({ ...task, seed: "other" })).not.toEqual(assignReviewers(task));
  });

  test("moves the same reviews whatever order the kept ones are told in", () => {
    const kept = [
      { applicationId: "f0", reviewerId: "r3", started: false },
      { applicationId: "f2", reviewerId: "r3", started: false },
    ];
    const input: AssignmentInput = {
      seed: "01",
      size: 1,
      applications: [
        { id: "f0", trackKey: "a", conflicts: [] },
        { id: "f1", trackKey: "a", conflicts: ["r1"] },
        { id: "f2", trackKey: "a", conflicts: [] },
      ],
      reviewers: [
        { id: "r0", tracks: ["b"] },
        { id: "r1", tracks: "all" },
        { id: "r2", tracks: ["b"] },
        { id: "r3", tracks: "all", capacity: 0 },
      ],
      kept,
    };
    expect(assignReviewers({ ...input, kept: kept.toReversed() })).toEqual(assignReviewers(input));
  });

  test("keeps what is there and adds only what is missing", () => {
    const task = openTask(5, 12);
    const first = assignReviewers(task);
    if (!first.ok) throw new Error("solvable");
    const lost = first.value.added.filter(({ reviewerId }) => reviewerId === "r0");
    const conflict = lost[0] as Pair;
    const kept = first.value.added.filter((pair) => pair !== conflict).map((pair) => ({ ...pair, started: false }));
    const applications = task.applications.map((each) =>
      each.id === conflict.applicationId ? { ...each, conflicts: ["r0"] } : each,
    );
    const second = assignReviewers({ ...task, applications, kept, seed: "again" });
    expect(second.ok && second.value.removed).toEqual([]);
    expect(second.ok && second.value.added.map(({ applicationId }) => applicationId)).toEqual([conflict.applicationId]);
  });

  test("moves a review that nobody has begun when a capacity leaves no other way", () => {
    const task: AssignmentInput = {
      seed,
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
    const answer = assignReviewers(task);
    expect(answer.ok && answer.value.removed).toEqual([{ applicationId: "f0", reviewerId: "r0" }]);
    const begun = { ...task, kept: [{ applicationId: "f0", reviewerId: "r0", started: true }] };
    expect(assignReviewers(begun)).toEqual({
      ok: false,
      refusal: { applications: ["f1"], reviewers: ["r0"], missing: 1 },
    });
  });

  test("names the applications that are short of reviewers", () => {
    const task = openTask(3, 2);
    const applications = task.applications.map((each) =>
      each.id === "f1" ? { ...each, conflicts: ["r2", "r1"] } : each,
    );
    expect(assignReviewers({ ...task, applications })).toEqual({
      ok: false,
      refusal: { applications: ["f1"], reviewers: ["r0"], missing: 2 },
    });
  });

  test("lets every reviewer read in an order of their own", () => {
    const ids = Array.from({ length: 20 }, (_, index) => `f${index}`);
    expect(readingOrder(seed, "r0", ids)).toEqual(readingOrder(seed, "r0", ids.toReversed()));
    expect(readingOrder(seed, "r0", ids)).not.toEqual(readingOrder(seed, "r1", ids));
    expect(readingOrder(seed, "r0", ids).toSorted()).toEqual(ids.toSorted());
  });
});

function openTask(people: number, files: number): AssignmentInput {
  return {
    seed,
    size: 3,
    reviewers: Array.from({ length: people }, (_, index) => ({ id: `r${index}`, tracks: "all" as const })),
    applications: Array.from({ length: files }, (_, index) => ({ id: `f${index}`, trackKey: "a", conflicts: [] })),
    kept: [],
  };
}

function allPairs(
  { kept }: AssignmentInput,
  { added, removed }: { added: readonly Pair[]; removed: readonly Pair[] },
): readonly Pair[] {
  const isRemoved = (pair: Pair) =>
    removed.some((each) => each.applicationId === pair.applicationId && each.reviewerId === pair.reviewerId);
  return [...kept.filter((pair) => !isRemoved(pair)), ...added];
}
