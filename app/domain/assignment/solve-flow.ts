import { costLevels, type CostLevels } from "#app/domain/assignment/cost-levels.ts";
import { isCheapest, minCostFlow, type FlowAnswer, type FlowProblem } from "#app/domain/assignment/min-cost-flow.ts";
import {
  tablePairs,
  type PairTable,
  type PossiblePair,
  type Standing,
  type Thinning,
} from "#app/domain/assignment/pair-table.ts";
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
const mostRounds = 4;
/** Where prices still ask for more after those rounds, all of so many pairs are taken. */
const smallEnough = 2_000_000;

/** The cheapest flow of a checked task, on as few pairs as needed, or what makes it impossible. */
export function solveFlow(
  task: ReviewTask,
  standing: Standing,
): Result<FlowSolution, AssignmentShortage | InputProblem> {
  const [applications, reviewers] = [task.applications.length, task.reviewers.length];
  let thinning: Thinning | undefined = reviewers <= allPairsUpTo ? undefined : firstThinning;
  let table = tablePairs(task, standing, thinning);
  for (let round = 1; ; round += 1) {
    const solved = solveOn(task, standing, table);
    if (!solved.ok) return solved;
    const shortage = shortageOf(solved.value);
    if (thinning === undefined || !table.isThinned) return shortage ? refuse(shortage) : solved;
    if (shortage) {
      thinning = round < mostRounds ? { best: thinning.best * 3, random: thinning.random * 3 } : undefined;
      table = tablePairs(task, standing, thinning);
      continue;
    }
    const [wanted, before]: readonly [Wanted, Wanted | undefined] = [pricedIn(solved.value), thinning.also];
    const also: Wanted = (i, pair) => wanted(i, pair) || before?.(i, pair) === true;
    thinning = { ...thinning, also };
    const wider = tablePairs(task, standing, thinning);
    if (wider.reviewer.length === table.reviewer.length) return solved;
    if (round < mostRounds) table = wider;
    else if (applications * reviewers <= smallEnough) {
      thinning = undefined;
      table = tablePairs(task, standing, thinning);
    } else return done({ ...solved.value, isProved: false });
  }
}

type Wanted = NonNullable<Thinning["also"]>;

function solveOn(task: ReviewTask, standing: Standing, table: PairTable): Result<FlowSolution, InputProblem> {
  const broken = table.score.find((score) => !Number.isSafeInteger(score));
  if (broken !== undefined) return refuse({ kind: "not-whole", what: String(broken) });
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
    cost: Float64Array.from(table.score, (score, pair) =>
      costOf(
        { score, chance: table.chance[pair] as number },
        { levels, highest, isCurrent: table.isCurrent[pair] === 1 },
      ),
    ),
    locked: table.locked,
    reward: levels.reward,
    slope: levels.slope,
  };
}

type Priced = { readonly levels: CostLevels; readonly highest: number; readonly isCurrent: boolean };

/** Never negative; a constant a pair more or less changes nothing, as every application's number of reviews is given. */
function costOf(
  { score, chance }: Pick<PossiblePair, "score" | "chance">,
  { levels, highest, isCurrent }: Priced,
): number {
  return (highest - score) * levels.score + (chance % levels.noise) + (isCurrent ? 0 : levels.keep);
}

/** Which of the pairs left out would make the answer cheaper, by the prices: those dearer than an application's dearest are not. */
function pricedIn({ table, problem, answer, levels }: FlowSolution): Wanted {
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
  return (i, pair) => {
    const cost = costOf(pair, { levels, highest, isCurrent: false });
    return cost - (prices[pair.reviewer] as number) < (dearest[i] as number);
  };
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
