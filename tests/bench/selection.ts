import { fork } from "node:child_process";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { delayWhile } from "./delay-while.ts";
import type { SizeReport } from "./selection-size.ts";
import type { Measured, StepName } from "./selection-thread.ts";

/**
 * `npm run bench:selection [-- 1000 10000]`: 330 seats with two guarantees, from three reviews of five criteria each, from
 * the score rows in SQLite to the outcome in SQLite. Beside each step its ratio to what SQLite's own query takes in the
 * same run (which knows neither draw nor quotas), by the clock and by the time of the processors, which other work on the
 * machine does not blur. Times are the best of several turns; filling the database (once) is not measured.
 */
const usual = [1_000, 10_000, 20_000, 100_000, 1_000_000];

const lines: readonly (readonly [StepName, string])[] = [
  ["read", "reading 15 scores each, and groups"],
  ["score", "scoring, with cut-offs"],
  ["order", "ordering by three keys"],
  ["select", "selecting with two quotas"],
  ["refs", "reading the refs for the draw"],
  ["draw ties", "tickets for tied people only"],
  ["draw all", "tickets for all"],
  ["write", "writing the outcome of everybody ranked"],
  ["sqlite", "(a) SQLite's own query"],
  ["bare", "(b) bare sum and sort, no rule"],
];

async function main(sizes: readonly number[]): Promise<void> {
  const reports: SizeReport[] = [];
  for (const size of sizes) {
    await run("prepare", size);
    const { value, delay } = await delayWhile(run("measure", size));
    const report = value as SizeReport;
    print(report);
    console.log(
      `event loop's longest delay: ${report.blocked.toFixed(1)} ms beside the worker thread, ${delay.toFixed(1)} ms in an idle process meanwhile`,
    );
    reports.push(report);
  }
  const [last, before] = reports.toReversed();
  if (last && before) printGrowth(before, last);
}

async function run(task: string, size: number): Promise<unknown> {
  const child = fork(fileURLToPath(new URL("./selection-size.ts", import.meta.url)), [task, String(size)]);
  let answer: unknown;
  child.once("message", (message) => (answer = message));
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`the process for ${size} applications ended with ${String(code)}`);
  return answer;
}

function print(report: SizeReport): void {
  const { applications, steps, ranked, tied } = report;
  const rows = [...lines.map(([name, label]) => [label, steps[name]] as const), ...sumsOf(report)];
  const load = loadavg()[0]?.toFixed(1);
  console.log(`\n${applications} applications: ${ranked} ranked, ${tied} of them tied; load of the machine ${load}`);
  console.table(
    rows.map(([step, { wall, cpu, peak }]) => ({
      step,
      ms: wall.toFixed(1),
      "ratio to (a)": (wall / steps.sqlite.wall).toFixed(2),
      "cpu ms": cpu.toFixed(1),
      "cpu ratio to (a)": (cpu / steps.sqlite.cpu).toFixed(2),
      "peak MB so far": peak.toFixed(0),
    })),
  );
}

function sumsOf({ steps }: SizeReport): readonly (readonly [string, Measured])[] {
  const compared = sumOf([steps.read, steps.score, steps.order, steps.select]);
  const around = [compared, steps.refs, steps.write];
  return [
    ["reading + scoring + ordering + selecting", compared],
    ["whole, tickets for tied people only", sumOf([...around, steps["draw ties"]])],
    ["whole, tickets for all", sumOf([...around, steps["draw all"]])],
  ];
}

function sumOf(parts: readonly Measured[]): Measured {
  return {
    wall: parts.reduce((sum, { wall }) => sum + wall, 0),
    cpu: parts.reduce((sum, { cpu }) => sum + cpu, 0),
    peak: Math.max(...parts.map(({ peak }) => peak)),
  };
}

/**
 * How a time grows with n log n between the two largest sizes: 1 is exactly so, less is slower growth. The number of tied
 * people itself grows with the square of n while there are more possible totals than people.
 */
function printGrowth(smaller: SizeReport, larger: SizeReport): void {
  const work = ({ applications }: SizeReport) => applications * Math.log(applications);
  const all = ({ steps, ...report }: SizeReport) => [
    ...lines.map(([name]) => [name, steps[name]] as const),
    ...sumsOf({ steps, ...report }),
  ];
  const before = new Map(all(smaller));
  const slopes = all(larger).map(([name, { cpu }]) => {
    const slope = Math.log(cpu / (before.get(name)?.cpu ?? NaN)) / Math.log(work(larger) / work(smaller));
    return `${name} ${slope.toFixed(2)}`;
  });
  console.log(
    `\ngrowth from ${smaller.applications} to ${larger.applications}, as a power of n log n: ${slopes.join("; ")}`,
  );
}

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 10 || size > 1_000_000)) {
  console.error("sizes are whole numbers from 10 to 1000000");
  process.exitCode = 2;
} else {
  await main(sizes.length > 0 ? sizes.toSorted((left, right) => left - right) : usual);
}
