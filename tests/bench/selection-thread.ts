import { parentPort, workerData } from "node:worker_threads";
import { drawTies } from "#app/domain/selection/scoring/draw-ties.ts";
import { openSqlite } from "#db/dialect.ts";
import { generateScale } from "./scale-data.ts";
import { selectBySql, sumAndSort, type QueriedRow } from "./selection-baselines.ts";
import * as steps from "./selection-steps.ts";

export const stepNames = ["read", "score", "order", "refs", "draw ties", "draw all", "select", "write", "sqlite", "bare"] as const; // prettier-ignore
export type StepName = (typeof stepNames)[number];

/** The best of several turns; `peak` is the most memory that the process had held until the step first ended. */
export type Measured = { readonly wall: number; readonly cpu: number; readonly peak: number };
export type Measurements = {
  readonly steps: Record<StepName, Measured>;
  readonly ranked: number;
  readonly tied: number;
};

type Task = { readonly path: string; readonly applications: number; readonly turns: number };

/** Runs the official path and the baselines on one database, `turns` times in turn, so that all see the same machine. */
function measure({ path, applications, turns }: Task): Measurements {
  const handle = openSqlite(path);
  const best: Partial<Record<StepName, Measured>> = {};
  const timed = <Value>(name: StepName, work: () => Value): Value => {
    const cpu = process.cpuUsage();
    const begin = performance.now();
    const value = work();
    const wall = performance.now() - begin;
    const { user, system } = process.cpuUsage(cpu);
    const before = best[name] ?? { wall: Infinity, cpu: Infinity, peak: process.resourceUsage().maxRSS / 1024 };
    const used = (user + system) / 1000;
    best[name] = { ...before, wall: Math.min(before.wall, wall), cpu: Math.min(before.cpu, used) };
    return value;
  };
  let found = { ranked: 0, tied: 0 };
  for (let turn = 0; turn < turns; turn += 1) {
    handle.exec("delete from outcome");
    const { sums, masks } = timed("read", () => {
      return { sums: steps.readSums(handle, applications), masks: steps.readGroups(handle, applications) };
    });
    const scores = timed("score", () => steps.scoreSums(sums, applications));
    const ordered = timed("order", () => steps.orderByKeys(scores));
    const refs = timed("refs", () => steps.readRefs(handle));
    const order = timed("draw ties", () => drawTies(ordered, steps.drawOnly(refs)));
    const choice = timed("select", () => steps.selectSeats(steps.quotaRule, order, masks));
    timed("write", () => steps.writeOutcome(handle, { order, scores, choice }));
    const published = timed("draw all", () => drawTies(ordered, steps.drawAll(refs)));
    const rows = timed("sqlite", () => selectBySql(handle));
    if (!isSame(order, published)) throw new Error("tickets for all and for the tied people give different orders");
    const plain = steps.selectSeats(steps.plainRule, order, masks).chosen;
    if (!rows.every((row, at) => isOf(row, plain[at] as number, { scores, sums })))
      throw new Error("SQLite's query and the fast path select differently");
    found = { ranked: order.length, tied: tiedOf(ordered.ties) };
  }
  handle.exec("delete from outcome");
  handle.close();
  const data = generateScale(applications);
  for (let turn = 0; turn < turns; turn += 1) timed("bare", () => sumAndSort(data));
  return { steps: best as Record<StepName, Measured>, ...found };
}

function isSame(left: Uint32Array, right: Uint32Array): boolean {
  return left.length === right.length && left.every((person, place) => person === right[place]);
}

/** Whether a row of SQLite's has the keys of the person whom the fast path has there; a tie it settles as it likes. */
function isOf(row: QueriedRow, person: number, { scores, sums }: Pick<Scored, "scores" | "sums">): boolean {
  const [, total, c1, c2] = row;
  return total === scores.totals[person] && c1 === sums[0]?.[person] && c2 === sums[1]?.[person];
}

type Scored = { readonly scores: ReturnType<typeof steps.scoreSums>; readonly sums: steps.Sums };

function tiedOf(ties: Uint32Array): number {
  return ties.reduce((sum, bound, at) => sum + (at % 2 === 0 ? -bound : bound), 0);
}

const { data } = workerData as { readonly data: Task };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(measure(data));
