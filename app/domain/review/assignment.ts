import { createSeededRandom } from "#app/domain/draw/seeded-random.ts";
import { seededOrder } from "#app/domain/draw/seeded-order.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { levelLoads } from "#app/domain/review/assignment-levels.ts";
import { freeOneSeat, type AssignmentState, type Seat } from "#app/domain/review/assignment-state.ts";

export type ApplicationToReview = {
  readonly id: string;
  readonly trackKey: string | null;
  /** Reviewers who must not read it. */
  readonly conflicts: readonly string[];
};
export type PoolReviewer = {
  readonly id: string;
  /** The tracks whose applications they read; "all" where the pool is not divided. */
  readonly tracks: readonly string[] | "all";
  /** At most so many reviews; as many as needed without it. */
  readonly capacity?: number;
};
export type KeptReview = {
  readonly applicationId: string;
  readonly reviewerId: string;
  /** Work has begun: stays with its reviewer whatever happens. */
  readonly started: boolean;
};
export type AssignmentInput = {
  readonly applications: readonly ApplicationToReview[];
  readonly reviewers: readonly PoolReviewer[];
  readonly kept: readonly KeptReview[];
  /** Reviews per application. */
  readonly size: number;
  readonly seed: string;
};
export type Pair = { readonly applicationId: string; readonly reviewerId: string };
export type Assignment = {
  readonly added: readonly Pair[];
  /** Not-started reviews that had to go to somebody else because of a capacity. */
  readonly removed: readonly Pair[];
  /** Reviews by reviewer of the pool, kept ones included. */
  readonly loads: Readonly<Record<string, number>>;
};
/** `applications` need more reviews than `reviewers` (all who may read them) can give: `missing` too many. */
export type AssignmentShortage = {
  readonly applications: readonly string[];
  readonly reviewers: readonly string[];
  readonly missing: number;
};

/**
 * Gives every application exactly `size` distinct reviewers of its track's pool without a conflict, with loads as equal
 * as the pools and conflicts allow (no reviewer could pass a review on to one who has two fewer), at random by the seed.
 * Existing reviews stay; a not-started one moves only where a capacity makes the task unsolvable otherwise. The order
 * of the input is irrelevant. Refuses an unsolvable task, naming the applications that are short (SELECTION rules E3).
 */
export function assignReviewers(asked: AssignmentInput): Result<Assignment, AssignmentShortage> {
  // Which review moves when one must is found in the order of the kept ones: it may not be the caller's.
  const input = { ...asked, kept: asked.kept.toSorted(comparePairs) };
  const gentle = attempt(input, false);
  if (gentle.ok || input.reviewers.every(({ capacity }) => capacity === undefined)) return gentle;
  return attempt(input, true);
}

/** A reviewer's own order of reading, so that nobody is always read first or last. */
export function readingOrder(seed: string, reviewerId: string, ids: readonly string[]): readonly string[] {
  return seededOrder({ seed, label: `reading|${reviewerId}`, ids });
}

function comparePairs(one: Pair, other: Pair): number {
  return compareText(one.applicationId, other.applicationId) || compareText(one.reviewerId, other.reviewerId);
}

function attempt(input: AssignmentInput, mayMove: boolean): Result<Assignment, AssignmentShortage> {
  const state = startingState(input, mayMove);
  const short: Seat[] = [];
  for (const seat of openSeats(input, state)) {
    if (!freeOneSeat(state, seat)) short.push(seat);
  }
  if (short.length > 0) return refuse(shortageOf(input, state, short));
  levelLoads(state);
  return done(outcomeOf(input, state));
}

function startingState(input: AssignmentInput, mayMove: boolean): AssignmentState {
  const random = createSeededRandom({ seed: input.seed, label: "assignment" });
  const reviewers = random.shuffle(input.reviewers.toSorted((one, other) => compareText(one.id, other.id)));
  const pool = new Set(reviewers.map(({ id }) => id));
  const state: AssignmentState = {
    random,
    capacities: new Map(reviewers.map(({ id, capacity }) => [id, capacity ?? Number.MAX_SAFE_INTEGER])),
    legal: new Map(input.applications.map((application) => [application.id, legalReviewers(application, reviewers)])),
    given: new Map(input.applications.map(({ id }) => [id, new Map<string, "fixed" | "movable">()])),
    reading: new Map(reviewers.map(({ id }) => [id, new Set<string>()])),
    loads: new Map(reviewers.map(({ id }) => [id, 0])),
  };
  for (const { applicationId, reviewerId, started } of input.kept) {
    // Read by somebody who has left the pool, or of somebody who has left the stage: counts where it still can.
    state.given.get(applicationId)?.set(reviewerId, started || !mayMove ? "fixed" : "movable");
    if (!pool.has(reviewerId)) continue;
    state.loads.set(reviewerId, (state.loads.get(reviewerId) ?? 0) + 1);
    if (state.given.has(applicationId)) state.reading.get(reviewerId)?.add(applicationId);
  }
  return state;
}

function legalReviewers(application: ApplicationToReview, reviewers: readonly PoolReviewer[]): readonly string[] {
  const conflicts = new Set(application.conflicts);
  return reviewers
    .filter(
      ({ tracks }) => tracks === "all" || (application.trackKey !== null && tracks.includes(application.trackKey)),
    )
    .filter(({ id }) => !conflicts.has(id))
    .map(({ id }) => id);
}

/** One entry a missing review; those with the fewest reviewers to choose from first, in seeded order. */
function openSeats({ applications, size, seed }: AssignmentInput, state: AssignmentState): readonly Seat[] {
  const drawn = seededOrder({ seed, label: "applications", ids: applications.map(({ id }) => id) });
  const legal = (id: string): number => state.legal.get(id)?.length ?? 0;
  return drawn
    .toSorted((one, other) => legal(one) - legal(other))
    .flatMap((id) => Array.from({ length: Math.max(0, size - (state.given.get(id)?.size ?? 0)) }, () => id));
}

function shortageOf(input: AssignmentInput, state: AssignmentState, short: readonly Seat[]): AssignmentShortage {
  const applications = [...new Set(short)].toSorted(compareText);
  const reviewers = new Set(applications.flatMap((id) => state.legal.get(id) ?? []));
  return { applications, reviewers: [...reviewers].toSorted(compareText), missing: short.length };
}

function outcomeOf(input: AssignmentInput, state: AssignmentState): Assignment {
  const before = new Set(input.kept.map(({ applicationId, reviewerId }) => `${applicationId}|${reviewerId}`));
  const ids = input.applications.map(({ id }) => id).toSorted(compareText);
  const pairs = ids.flatMap((applicationId) =>
    [...(state.given.get(applicationId)?.keys() ?? [])]
      .toSorted(compareText)
      .map((reviewerId) => ({ applicationId, reviewerId })),
  );
  const after = new Set(pairs.map(({ applicationId, reviewerId }) => `${applicationId}|${reviewerId}`));
  const known = new Set(ids);
  return {
    added: pairs.filter(({ applicationId, reviewerId }) => !before.has(`${applicationId}|${reviewerId}`)),
    removed: input.kept
      .filter(({ applicationId }) => known.has(applicationId))
      .filter(({ applicationId, reviewerId }) => !after.has(`${applicationId}|${reviewerId}`))
      .map(({ applicationId, reviewerId }) => ({ applicationId, reviewerId })),
    loads: Object.fromEntries([...state.loads].toSorted(([one], [other]) => compareText(one, other))),
  };
}
