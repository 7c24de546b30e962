import { assignWithStanding } from "#app/domain/assignment/assign-reviewers.ts";
import type {
  AssignmentShortage,
  AssignmentTools,
  InputProblem,
  ReviewAssignment,
  ReviewPair,
  ReviewTask,
} from "#app/domain/assignment/review-task.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

export type Reassignment = {
  readonly task: ReviewTask;
  /** Who reads what now. `begun`: stays with its reviewer whatever it costs, unless they may not read it any more. */
  readonly current: readonly (ReviewPair & { readonly begun?: boolean })[];
  /** Reviewers who read nothing any more; their minimum is waived. */
  readonly dropped: readonly string[];
  /** The largest load is kept as low as possible first, then the fewest changes. */
  readonly lowestPeak?: boolean;
};

export type Reassigned = ReviewAssignment & {
  readonly added: readonly ReviewPair[];
  /** Pairs that were forced out: by a drop-out, or a conflict that was learned late. */
  readonly lostPairs: readonly ReviewPair[];
  /** Further pairs that had to move so that everything fits; as few as possible. */
  readonly movedPairs: readonly ReviewPair[];
};

/**
 * The assignment after drop-outs and late conflicts that keeps the most existing pairs and, among those, has the largest
 * total score; begun reviews do not move. Same seed, same answer. Refuses as assignReviewers does, and unknown ids or a pair
 * twice in `current`. Source: SELECTION E7.
 */
export function reassignReviews(
  { task: given, current, dropped, lowestPeak = false }: Reassignment,
  tools: AssignmentTools = {},
): Result<Reassigned, AssignmentShortage | InputProblem> {
  const gone = new Set(dropped);
  const reviewers = given.reviewers.map((each) => (gone.has(each.id) ? { ...each, min: 0 } : each));
  const task = { ...given, reviewers };
  const problem = checkStanding({ task, current, dropped });
  if (problem) return refuse(problem);
  const attempt = (peak: number) =>
    assignWithStanding(peak === Number.POSITIVE_INFINITY ? task : capped(task, peak), { current, dropped }, tools);
  const plain = attempt(Number.POSITIVE_INFINITY);
  if (!plain.ok) return plain;
  const answer = lowestPeak ? withLowestPeak(plain, attempt) : plain;
  const after = new Set(answer.value.pairs.map(keyOf));
  const before = new Set(current.map(keyOf));
  const ended = current
    .filter((pair) => !after.has(keyOf(pair)))
    .map(bare)
    .toSorted(byIds);
  const isForced = forcedOut(task, dropped);
  return done({
    ...answer.value,
    added: answer.value.pairs.filter((pair) => !before.has(keyOf(pair))),
    lostPairs: ended.filter(isForced),
    movedPairs: ended.filter((pair) => !isForced(pair)),
  });
}

type Attempt = ReturnType<typeof assignWithStanding>;

/** The lowest cap for which there is an answer: between the mean and the peak of an answer without a cap. */
function withLowestPeak<Solved extends Attempt & { ok: true }>(plain: Solved, attempt: (peak: number) => Attempt) {
  const loads = plain.value.loads.map(({ load }) => load);
  let best: Solved | (Attempt & { ok: true }) = plain;
  let low = 0;
  let high = loads.reduce((most, load) => Math.max(most, load), 0);
  while (low < high) {
    const peak = Math.floor((low + high) / 2);
    const answer = attempt(peak);
    if (answer.ok) {
      best = answer;
      high = peak;
    } else low = peak + 1;
  }
  return best;
}

/** A minimum above the cap keeps its reviewer at the minimum. */
function capped(task: ReviewTask, peak: number): ReviewTask {
  return {
    ...task,
    reviewers: task.reviewers.map((each) => ({ ...each, max: Math.max(each.min, Math.min(each.max, peak)) })),
  };
}

function checkStanding({ task, current, dropped }: Reassignment): InputProblem | undefined {
  const people = new Set(task.reviewers.map(({ id }) => id));
  const files = new Set(task.applications.map(({ id }) => id));
  const stranger = [...dropped, ...current.map(({ reviewer }) => reviewer)].find((id) => !people.has(id));
  const missing = stranger ?? current.find(({ application }) => !files.has(application))?.application;
  if (missing !== undefined) return { kind: "unknown-id", what: missing };
  const seen = new Set<string>();
  for (const pair of current) {
    if (seen.has(keyOf(pair))) return { kind: "duplicate-id", what: `${pair.application} ${pair.reviewer}` };
    seen.add(keyOf(pair));
  }
  return undefined;
}

function forcedOut({ applications, reviewers, scores }: ReviewTask, dropped: readonly string[]) {
  const gone = new Set(dropped);
  const places = new Map(applications.map(({ id }, place) => [id, place]));
  const columns = new Map(reviewers.map(({ id }, place) => [id, place]));
  return ({ application, reviewer }: ReviewPair): boolean => {
    const i = places.get(application) ?? 0;
    const j = columns.get(reviewer) ?? 0;
    const score = typeof scores === "function" ? scores(i, j) : scores[i]?.[j];
    return gone.has(reviewer) || score === null || applications[i]?.conflicts.includes(reviewer) === true;
  };
}

function keyOf({ application, reviewer }: ReviewPair): string {
  return JSON.stringify([application, reviewer]);
}

function bare({ application, reviewer }: ReviewPair): ReviewPair {
  return { application, reviewer };
}

function byIds(one: ReviewPair, other: ReviewPair): number {
  return compareText(one.application, other.application) || compareText(one.reviewer, other.reviewer);
}
