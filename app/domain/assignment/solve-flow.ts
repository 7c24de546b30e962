import { costLevels, type CostLevels } from "#app/domain/assignment/cost-levels.ts";
import { isCheapest, minCostFlow, type FlowAnswer, type FlowProblem } from "#app/domain/assignment/min-cost-flow.ts";
import { tablePairs, type PairTable, type Standing, type Thinning } from "#app/domain/assignment/pair-table.ts";
import type { AssignmentShortage, InputProblem, ReviewTask } from "#app/domain/assignment/review-task.ts";
import { shortApplications, shortReviewers } from "#app/domain/assignment/shortage.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

export type FlowSolution = {
  readonly table: PairTable;
  readonly problem: FlowProblem;
  readonly answer: FlowAnswer;
  readonly levels: CostLevels;
  /** Prices prove that no other assignment is better, left-out pairs included. */
  readonly isProved: boolean;
};

/** Few reviewers: all pairs. Many: the best and some at random (SELECTION E3), more where prices or a shortage ask for them. */
const allPairsUpTo = 128;
const firstThinning = { best: 40, random: 10 };
const mostRounds = 6;

/** The cheapest flow of a checked task, on as few pairs as needed, or what makes it impossible. */
export function solveFlow(
  task: ReviewTask,
  standing: Standing,
): Result<FlowSolution, AssignmentShortage | InputProblem> {
  let thinning: Thinning | undefined = task.reviewers.length <= allPairsUpTo ? undefined : firstThinning;
  for (let round = 1; ; round += 1) {
    const solved = solveOn(task, standing, thinning);
    if (!solved.ok) return solved;
    const { table, problem, answer, levels } = solved.value;
    const shortage = shortageOf(solved.value);
    if (shortage && !table.isThinned) return refuse(shortage);
    if (thinning === undefined || !table.isThinned) return shortage ? refuse(shortage) : solved;
    if (shortage) {
      thinning = round < mostRounds ? { best: thinning.best * 3, random: thinning.random * 3 } : undefined;
      continue;
    }
    const wanted = pricedIn(solved.value);
    const wider = tablePairs(task, standing, { ...thinning, also: wanted });
    if (wider.reviewer.length === problem.reviewer.length) return solved;
    if (round >= mostRounds) return done({ table, problem, answer, levels, isProved: false });
    const before = thinning.also;
    thinning = { ...thinning, also: (i, j, score) => wanted(i, j, score) || (before?.(i, j, score) ?? false) };
  }
}

function solveOn(
  task: ReviewTask,
  standing: Standing,
  thinning: Thinning | undefined,
): Result<FlowSolution, InputProblem> {
  const table = tablePairs(task, standing, thinning);
  const range = scoreRange(table);
  const levels = costLevels({
    applications: table.applications.length,
    reviewers: table.reviewers.length,
    scoreRange: range.highest - range.lowest,
    mostLoad: table.need.reduce((sum, need) => sum + need, 0),
    keeping: standing.current.length > 0,
    levelling: task.loads === "level",
  });
  if (levels === undefined) return refuse({ kind: "numbers-too-large", what: String(range.highest - range.lowest) });
  const problem = flowProblem(table, standing, { levels, highest: range.highest });
  const answer = minCostFlow(problem);
  return done({ table, problem, answer, levels, isProved: isCheapest(problem, answer) });
}

function scoreRange({ score }: PairTable): { readonly lowest: number; readonly highest: number } {
  let lowest = score[0] ?? 0;
  let highest = lowest;
  for (const each of score) {
    if (each < lowest) lowest = each;
    if (each > highest) highest = each;
  }
  return { lowest, highest };
}

function flowProblem(
  table: PairTable,
  { dropped }: Standing,
  { levels, highest }: { readonly levels: CostLevels; readonly highest: number },
): FlowProblem {
  const gone = new Set(dropped);
  const bounds = table.reviewers.map(({ id, min, max, taken = 0 }) =>
    gone.has(id) ? { min: 0, max: taken, taken } : { min, max, taken },
  );
  return {
    need: table.need,
    least: Int32Array.from(bounds, ({ min }) => min),
    most: Int32Array.from(bounds, ({ max }) => max),
    taken: Int32Array.from(bounds, ({ taken }) => taken),
    start: table.start,
    reviewer: table.reviewer,
    cost: Float64Array.from(table.score, (score, pair) => {
      const chance = (table.chance[pair] as number) % levels.noise;
      return (highest - score) * levels.score + chance + (table.isCurrent[pair] === 1 ? 0 : levels.keep);
    }),
    locked: table.locked,
    reward: levels.reward,
    slope: levels.slope,
  };
}

/** Which of the pairs left out would make the answer cheaper, by the prices: those dearer than an application's dearest are not. */
function pricedIn({ table, problem, answer, levels }: FlowSolution) {
  const { prices, chosen } = answer;
  const { start, reviewer, cost, locked } = problem;
  const dearest = table.applications.map((_, i) => {
    let most = Number.NEGATIVE_INFINITY;
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair += 1) {
      if (chosen[pair] === 0 || locked[pair] === 1) continue;
      most = Math.max(most, (cost[pair] as number) - (prices[reviewer[pair] as number] as number));
    }
    return most;
  });
  const { highest } = scoreRange(table);
  // Chance is left out of the cost: a pair that wins by chance alone is taken in, which is harmless.
  return (i: number, j: number, score: number): boolean =>
    (highest - score) * levels.score + levels.keep - (prices[j] as number) < (dearest[i] as number);
}

function shortageOf({ table, problem, answer }: FlowSolution): AssignmentShortage | undefined {
  const { applications, reviewers } = table;
  const idsOf = (list: readonly { readonly id: string }[], places: readonly number[]) =>
    places.flatMap((place) => list[place]?.id ?? []);
  const short = shortApplications(problem, answer);
  if (short) {
    const need = totalOf(short.applications, problem.need);
    const required = totalOf([...applications.keys()], problem.need);
    const lacking = totalOf([...applications.keys()], answer.missing);
    return {
      kind: "applications-short",
      applications: idsOf(applications, short.applications),
      reviewers: idsOf(reviewers, short.reviewers),
      need,
      capacity: need - lacking,
      assignable: required - lacking,
      required,
    };
  }
  const idle = shortReviewers(problem, answer);
  return (
    idle && {
      kind: "minimum-unreachable",
      reviewers: idsOf(reviewers, idle.reviewers),
      minimum: totalOf(idle.reviewers, problem.least),
      available: totalOf(idle.reviewers, answer.loads),
    }
  );
}

function totalOf(places: readonly number[], numbers: Int32Array): number {
  return places.reduce((sum, place) => sum + (numbers[place] ?? 0), 0);
}
