import { z } from "zod";
import { assignReviewers } from "#app/domain/assignment/assign-reviewers.ts";
import { largestWorstTotal } from "#app/domain/assignment/largest-worst-total.ts";
import { reassignReviews, type Reassigned } from "#app/domain/assignment/reassign-reviews.ts";
import type {
  AssignmentShortage,
  InputProblem,
  ReviewAssignment,
  ReviewTask,
  SideRules,
} from "#app/domain/assignment/review-task.ts";
import type { Result } from "#app/domain/result.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";

const solver = await loadIntegerSolver();

const pair = z.tuple([z.string(), z.string()]);
const input = z.object({
  applications: z.array(z.object({ id: z.string(), reviews: z.number() })),
  reviewers: z.array(
    z.object({
      id: z.string(),
      min: z.number().nullish(),
      max: z.number(),
      institution: z.string().nullish(),
      expert: z.boolean().nullish(),
    }),
  ),
  scores: z.array(z.array(z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/), z.null()]))),
  conflicts: z.array(pair).nullish(),
  rules: z
    .strictObject({
      max_one_per_institution: z.boolean().nullish(),
      min_experts: z.number().nullish(),
      max_pair_cooccurrence: z.number().nullish(),
    })
    .nullish(),
  current: z.array(pair).nullish(),
  dropped: z.array(z.string()).nullish(),
});

export function answerReviewerAssignment(given: unknown): unknown {
  const { current: assigned, dropped: leaving, rules, ...rest } = input.parse(given);
  const [current, dropped] = [assigned ?? undefined, leaving ?? []];
  const { task, unit } = taskOf({ ...rest, rules });
  const isRepair = current !== undefined || dropped.length > 0;
  const pairs = (current ?? []).map(([application, reviewer]) => ({ application, reviewer }));
  const answer: Result<ReviewAssignment & Partial<Reassigned>, AssignmentShortage | InputProblem> = isRepair
    ? reassignReviews({ task, current: pairs, dropped }, { solver })
    : assignReviewers(task, { solver });
  if (!answer.ok) {
    const { refusal } = answer;
    if (refusal.kind === "applications-short") {
      return { ...none, max_reviews_assignable: refusal.assignable, reviews_required: refusal.required };
    }
    // The task is well formed, but no load is between such bounds.
    if (refusal.kind === "min-over-max") return none;
    if (refusal.kind === "minimum-unreachable") {
      const required = rest.applications.reduce((sum, { reviews }) => sum + reviews, 0);
      return { ...none, max_reviews_assignable: required, reviews_required: required };
    }
    if (refusal.kind === "rules-infeasible") return none;
    throw new Error(refusal.kind);
  }
  const { value } = answer;
  const gone = [...(value.movedPairs ?? []), ...(value.lostPairs ?? [])];
  const removed = gone.filter(({ reviewer }) => !dropped.includes(reviewer)).length;
  const worst = !rules ? undefined : largestWorstTotal(task, solver);
  return {
    feasible: true,
    assignment: value.pairs.map(({ application, reviewer }) => [application, reviewer]),
    optimum_total: value.total / unit,
    ...(isRepair ? { pairs_removed_besides_dropped: removed } : {}),
    ...(worst === undefined ? {} : { optimum_min_application_score: worst / unit }),
  };
}

const none = { feasible: false, optimum_total: null, optimum_min_application_score: null };

type Given = Omit<z.infer<typeof input>, "current" | "dropped">;

/** Scores with decimals become whole numbers of the smallest decimal place (`unit` of them are one point). */
function taskOf({ applications, reviewers, scores, conflicts, rules }: Given) {
  const texts = scores.map((row) => row.map((score) => (score === null ? null : decimalText(score))));
  const places = Math.max(0, ...texts.flat().map((text) => text?.split(".")[1]?.length ?? 0));
  const known = new Set(reviewers.map(({ id }) => id));
  const sideRules: SideRules = {
    onePerInstitution: rules?.max_one_per_institution ?? false,
    leastExperts: rules?.min_experts ?? 0,
    ...(typeof rules?.max_pair_cooccurrence === "number" ? { mostTogether: rules.max_pair_cooccurrence } : {}),
  };
  const task: ReviewTask = {
    applications: applications.map(({ id, reviews }) => ({
      id,
      reviews,
      conflicts: (conflicts ?? []).flatMap(([application, reviewer]) =>
        application === id && known.has(reviewer) ? [reviewer] : [],
      ),
    })),
    reviewers: reviewers.map(({ id, min, max, institution, expert }) => ({
      id,
      min: min ?? 0,
      max,
      institution: institution ?? null,
      expert: expert === true,
    })),
    scores: texts.map((row) => row.map((text) => (text === null ? null : shifted(text, places)))),
    seed: "case",
    rules: sideRules,
  };
  return { task, unit: 10 ** places };
}

/** Without an exponent: numbers below 1e-6 are written out. */
function decimalText(score: number | string): string {
  const text = String(score);
  return text.includes("e")
    ? Number(score)
        .toFixed(20)
        .replace(/\.?0+$/, "")
    : text;
}

function shifted(text: string, places: number): number {
  const [whole = "", decimals = ""] = text.split(".");
  return Number(whole + decimals.padEnd(places, "0"));
}
