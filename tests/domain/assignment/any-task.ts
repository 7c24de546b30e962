import fc from "fast-check";
import type { ReviewTask } from "#app/domain/assignment/review-task.ts";

/** A handful of applications and reviewers of any shape, solvable or not; scores of null and negative ones among them. */
export const anyTask: fc.Arbitrary<ReviewTask> = fc
  .record({
    applications: fc.integer({ min: 0, max: 4 }),
    reviews: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
    reviewers: fc.array(
      fc.record({
        min: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(2)),
        room: fc.nat(4),
        institution: fc.constantFrom(null, "u", "v"),
        expert: fc.boolean(),
        external: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    scores: fc.array(fc.option(fc.integer({ min: -3, max: 9 }), { freq: 8 }), { minLength: 16, maxLength: 16 }),
    conflicts: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 3 }),
    seed: fc.constantFrom("one", "two"),
  })
  .map(({ applications, reviews, reviewers, scores, conflicts, seed }) => ({
    applications: Array.from({ length: applications }, (_, i) => ({
      id: `a${i}`,
      reviews: reviews[i]!,
      conflicts: conflicts.flatMap(([file, person]) => (file === i && person < reviewers.length ? [`r${person}`] : [])),
    })),
    reviewers: reviewers.map(({ min, room, ...rest }, j) => ({ id: `r${j}`, min, max: min + room, ...rest })),
    scores: Array.from({ length: applications }, (_, i) => reviewers.map((_, j) => scores[4 * i + j]!)),
    seed,
  }));

/** The same task with applications and reviewers in another order. */
export function turned(task: ReviewTask): ReviewTask {
  const scores = task.scores as readonly (readonly (number | null)[])[];
  return {
    ...task,
    applications: task.applications.toReversed(),
    reviewers: task.reviewers.toReversed(),
    scores: scores.toReversed().map((row) => row.toReversed()),
  };
}

/** A pool in which everybody may read everything, with scores 0 to 99 that look random. */
export function openTask(applications: number, reviewers: number, reviews = 3): ReviewTask {
  const mean = (applications * reviews) / reviewers;
  return {
    applications: Array.from({ length: applications }, (_, i) => ({ id: `a${i}`, reviews, conflicts: [] })),
    reviewers: Array.from({ length: reviewers }, (_, j) => ({
      id: `r${j}`,
      min: Math.floor(mean),
      max: Math.ceil(mean),
    })),
    scores: (i, j) => (Math.imul(Math.imul(i + 1, 0x9e3779b1) ^ (j + 77), 0x85ebca6b) >>> 9) % 100,
    seed: "open",
  };
}
