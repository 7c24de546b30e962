import { checkTask } from "#app/domain/assignment/check-task.ts";
import { largestWorst } from "#app/domain/assignment/integer-assignment.ts";
import type { ReviewTask } from "#app/domain/assignment/review-task.ts";
import { solveFlow } from "#app/domain/assignment/solve-flow.ts";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";

/**
 * The largest value the lowest application's total can have under the bounds and side rules, whatever the overall total: how far
 * `raiseWorst` could go at best. Undefined for a task that is wrong, impossible or too large for all pairs to be considered.
 * Source: SELECTION E2 (max-min fairness).
 */
export function largestWorstTotal(task: ReviewTask, solver: IntegerSolver): number | undefined {
  if (checkTask(task)) return undefined;
  const flow = solveFlow(task, { current: [], dropped: [] });
  if (!flow.ok || flow.value.table.isThinned) return undefined;
  const { table, problem } = flow.value;
  return largestWorst({ table, problem, rules: task.rules ?? {}, solver });
}
