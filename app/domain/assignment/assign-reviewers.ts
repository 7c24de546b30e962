import { arrangementOf, chosenOf, type Arrangement } from "#app/domain/assignment/arrangement.ts";
import { checkTask } from "#app/domain/assignment/check-task.ts";
import { connectPanels, widenOverlap } from "#app/domain/assignment/connect-panels.ts";
import { assignByProgram } from "#app/domain/assignment/integer-assignment.ts";
import { meetRules, spreadPairs } from "#app/domain/assignment/meet-rules.ts";
import type { Standing } from "#app/domain/assignment/pair-table.ts";
import { reportPanels } from "#app/domain/assignment/panel-components.ts";
import { raiseWorst, totalOf } from "#app/domain/assignment/raise-worst.ts";
import type {
  AssignmentShortage,
  AssignmentTools,
  InputProblem,
  ReviewAssignment,
  ReviewTask,
} from "#app/domain/assignment/review-task.ts";
import { ruleBreaches } from "#app/domain/assignment/rule-breaches.ts";
import { solveFlow, type FlowSolution } from "#app/domain/assignment/solve-flow.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

/** Up to so many applications the solver decides about side rules; beyond, exchanges do. */
const mostForSolver = 2000;

/**
 * Gives every application exactly the reviews it needs, by different reviewers without a conflict, within the reviewers' bounds,
 * with the largest total score (the least cost flow), then side rules, then repairs as asked. Depends on the input and the
 * seed only, not on the order of applications and reviewers. Refuses wrong input, and an impossible task with the set of
 * applications or reviewers that proves it. Scores are safe whole numbers. Source: SELECTION E1 to E5.
 */
export function assignReviewers(
  task: ReviewTask,
  tools: AssignmentTools = {},
): Result<ReviewAssignment, AssignmentShortage | InputProblem> {
  return assignWithStanding(task, { current: [], dropped: [] }, tools);
}

/** As assignReviewers, with pairs that exist already; see reassign-reviews.ts. */
export function assignWithStanding(
  task: ReviewTask,
  standing: Standing,
  tools: AssignmentTools,
): Result<ReviewAssignment, AssignmentShortage | InputProblem> {
  const problem = checkTask(task);
  if (problem) return refuse(problem);
  const flow = solveFlow(task, standing);
  if (!flow.ok) return flow;
  const ruled = underRules(task, flow.value, tools);
  if (!ruled.ok) return ruled;
  const { arrangement, isOptimal, moves } = ruled.value;
  const before = totalScore(arrangement);
  const repairs = moves + repair(task, arrangement, flow.value.levels.score);
  return done(reported(task, flow.value, { arrangement, isOptimal, repairs, before }));
}

type Ruled = { readonly arrangement: Arrangement; readonly isOptimal: boolean; readonly moves: number };

function underRules(
  { rules = {}, loads }: ReviewTask,
  { table, problem, answer, isProved }: FlowSolution,
  { solver }: AssignmentTools,
): Result<Ruled, AssignmentShortage> {
  const mostTogether = rules.mostTogether;
  const arrangement = arrangementOf(table, problem, { ...answer, mostTogether });
  if (ruleBreaches(arrangement, rules).length === 0) return done({ arrangement, isOptimal: isProved, moves: 0 });
  if (solver && table.applications.length <= mostForSolver && !table.isThinned) {
    // Level loads have been settled by the flow; the program keeps them, so its "no" says nothing about other loads.
    const isLevel = loads === "level";
    const bounds = isLevel ? { ...problem, least: answer.loads, most: answer.loads } : problem;
    const exact = assignByProgram({ table, problem: bounds, rules, solver });
    if (exact.status === "solved") {
      const { chosen } = exact;
      const solved = arrangementOf(table, problem, { chosen, loads: loadsOf({ ...problem, chosen }), mostTogether });
      return done({ arrangement: solved, isOptimal: exact.isProved && !isLevel, moves: 0 });
    }
    if (exact.status === "infeasible" && !isLevel) return refuse({ kind: "rules-infeasible" });
  }
  const moves = meetRules(arrangement, rules);
  const breaches = ruleBreaches(arrangement, rules);
  if (breaches.length > 0) return refuse({ kind: "rules-unmet", breaches });
  return done({ arrangement, isOptimal: false, moves });
}

function loadsOf({
  taken,
  reviewer,
  chosen,
}: Pick<FlowSolution["problem"], "taken" | "reviewer"> & { readonly chosen: Uint8Array }): Int32Array {
  const loads = taken.slice();
  for (let pair = 0; pair < chosen.length; pair += 1) {
    if (chosen[pair] === 1) loads[reviewer[pair] as number] = (loads[reviewer[pair] as number] as number) + 1;
  }
  return loads;
}

/** Connection last: the other repairs could undo it. */
function repair({ repairs = {}, rules = {} }: ReviewTask, arrangement: Arrangement, scorePoint: number): number {
  let moves = 0;
  if (repairs.raiseWorst === true) moves += raiseWorst(arrangement, rules);
  if ((repairs.togetherWeight ?? 0) > 0) {
    moves += spreadPairs(arrangement, rules, (repairs.togetherWeight ?? 0) * scorePoint);
  }
  if (repairs.overlap === true) moves += widenOverlap(arrangement, rules);
  if (repairs.connect === true) moves += connectPanels(arrangement, rules);
  return moves;
}

type Outcome = {
  readonly arrangement: Arrangement;
  readonly isOptimal: boolean;
  readonly repairs: number;
  /** Total before the repairs. */
  readonly before: number;
};

function reported(
  { seed }: ReviewTask,
  { table, answer, levels }: FlowSolution,
  { arrangement, isOptimal, repairs, before }: Outcome,
): ReviewAssignment {
  const totals = table.applications.map((_, i) => totalOf(arrangement, i));
  const total = totalScore(arrangement);
  return {
    pairs: table.applications.flatMap(({ id: application }, i) =>
      chosenOf(arrangement, i).map((pair) => ({
        application,
        reviewer: table.reviewers[table.reviewer[pair] as number]?.id ?? "",
      })),
    ),
    total,
    worst: totals.reduce((least, each) => Math.min(least, each), totals[0] ?? 0),
    loads: table.reviewers.map(({ id }, j) => ({ reviewer: id, load: arrangement.loads[j] as number })),
    bound: scoreOf(table.score, answer.chosen),
    optimal: isOptimal,
    panels: reportPanels(arrangement),
    log: {
      seed,
      scorePoint: levels.score,
      noise: levels.noise,
      consideredPairs: table.reviewer.length,
      repairs,
      lost: before - total,
    },
  };
}

function totalScore({ table, chosen }: Arrangement): number {
  return scoreOf(table.score, chosen);
}

function scoreOf(score: Float64Array, chosen: Uint8Array): number {
  return score.reduce((sum, each, pair) => (chosen[pair] === 1 ? sum + each : sum), 0);
}
