import { assignReviewers } from "#app/domain/assignment/assign-reviewers.ts";
import type { ReviewTask } from "#app/domain/assignment/review-task.ts";
import { greedyAssignment } from "./greedy-assignment.ts";

/**
 * `npm run bench:assign`: the cheapest assignment beside a plain greedy one, on the same data in the same run. Expertise is 0 to
 * 1000 with better reviewers for some subjects; every twentieth pair is a conflict; loads lie between floor and ceiling of the
 * mean. Each time is the better of two.
 */
const sizes = [
  { applications: 1000, reviewers: 30, reviews: 3 },
  { applications: 10_000, reviewers: 60, reviews: 3 },
  { applications: 10_000, reviewers: 500, reviews: 3 },
];

const columns = [
  "task",
  "way",
  "ms",
  "times greedy",
  "total",
  "% of best",
  "lowest",
  "loads",
  "short",
  "proved",
] as const;

function main(): void {
  const rows = sizes.flatMap((size) => {
    const task = taskOf(size);
    const greedy = timed(() => greedyAssignment(task));
    const flow = timed(() => assignReviewers(task));
    if (!flow.value.ok) throw new Error(flow.value.refusal.kind);
    const { total, worst, loads, optimal } = flow.value.value;
    const name = `${size.applications} × ${size.reviews} among ${size.reviewers}`;
    const share = ((100 * greedy.value.total) / total).toFixed(2);
    const slower = (flow.ms / greedy.ms).toFixed(1);
    return [
      [name, "greedy", greedy.ms.toFixed(0), "1", greedy.value.total, share, greedy.value.worst, rangeOf(greedy.value.loads), greedy.value.short, "no"],
      [name, "flow", flow.ms.toFixed(0), slower, total, "100", worst, rangeOf(loads.map(({ load }) => load)), 0, optimal ? "yes" : "no"],
    ]; // prettier-ignore
  });
  console.table(rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place]]))));
}

type Size = (typeof sizes)[number];

function taskOf({ applications, reviewers, reviews }: Size): ReviewTask {
  const mean = (applications * reviews) / reviewers;
  const subjects = 12;
  return {
    applications: Array.from({ length: applications }, (_, i) => ({
      id: `a${String(i).padStart(5, "0")}`,
      reviews,
      conflicts: Array.from({ length: reviewers }, (_, j) => j)
        .filter((j) => hash(i, j, 1) % 20 === 0)
        .map((j) => `r${j}`),
    })),
    reviewers: Array.from({ length: reviewers }, (_, j) => ({
      id: `r${j}`,
      min: Math.floor(mean),
      max: Math.ceil(mean),
    })),
    scores: (i, j) => (hash(i, 0, 2) % subjects === j % subjects ? 400 : 0) + (hash(i, j, 3) % 601),
    seed: "bench",
  };
}

function hash(i: number, j: number, salt: number): number {
  let value = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(j + 1, 0x85ebca6b) ^ Math.imul(salt, 0xc2b2ae35);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}

function timed<Value>(run: () => Value): { readonly ms: number; readonly value: Value } {
  const times: number[] = [];
  let value: Value | undefined;
  for (let turn = 0; turn < 2; turn += 1) {
    const begin = performance.now();
    value = run();
    times.push(performance.now() - begin);
  }
  return { ms: Math.min(...times), value: value as Value };
}

function rangeOf(loads: readonly number[]): string {
  return `${Math.min(...loads)}–${Math.max(...loads)}`;
}

main();
