import { fork } from "node:child_process";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
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
    const report = (await run("measure", size)) as SizeReport;
    print(report);
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

function print({ applications, steps, ranked, tied, blocked, blockedIdle }: SizeReport): void {
  const { sqlite } = steps;
  const compared = sumOf([steps.read, steps.score, steps.order, steps.select]);
  const withTies = sumOf([compared, steps.refs, steps["draw ties"], steps.write]);
  const withAll = sumOf([compared, steps.refs, steps["draw all"], steps.write]);
  const rows = [
    ...lines.map(([name, label]) => [label, steps[name]] as const),
    ["reading + scoring + ordering + selecting", compared] as const,
    ["whole, tickets for tied people only", withTies] as const,
    ["whole, tickets for all", withAll] as const,
  ];
  const load = loadavg()[0]?.toFixed(1);
  console.log(`\n${applications} applications: ${ranked} ranked, ${tied} of them tied; load of the machine ${load}`);
  console.table(
    rows.map(([step, { wall, cpu, peak }]) => ({
      step,
      ms: wall.toFixed(1),
      "ratio to (a)": (wall / sqlite.wall).toFixed(2),
      "cpu ms": cpu.toFixed(1),
      "cpu ratio to (a)": (cpu / sqlite.cpu).toFixed(2),
      "peak MB so far": peak.toFixed(0),
    })),
  );
  console.log(
    `main thread's longest delay ${blocked.toFixed(1)} ms while the worker thread ran, ${blockedIdle.toFixed(1)} ms while nothing did`,
  );
}

function sumOf(parts: readonly Measured[]): Measured {
  return {
    wall: parts.reduce((sum, { wall }) => sum + wall, 0),
    cpu: parts.reduce((sum, { cpu }) => sum + cpu, 0),
    peak: Math.max(...parts.map(({ peak }) => peak)),
  };
}

/** How a time grows with n log n between the two largest sizes: 1 is exactly so, less is slower growth. */
function printGrowth(smaller: SizeReport, larger: SizeReport): void {
  const work = ({ applications }: SizeReport) => applications * Math.log(applications);
  const slopes = lines.map(([name]) => {
    const slope = Math.log(larger.steps[name].cpu / smaller.steps[name].cpu) / Math.log(work(larger) / work(smaller));
    return `${name} ${slope.toFixed(2)}`;
  });
  console.log(
    `\ngrowth from ${smaller.applications} to ${larger.applications}, as a power of n log n: ${slopes.join(", ")}`,
  );
}

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 10 || size > 1_000_000)) {
  console.error("sizes are whole numbers from 10 to 1000000");
  process.exitCode = 2;
} else {
  await main(sizes.length > 0 ? sizes.toSorted((left, right) => left - right) : usual);
}
