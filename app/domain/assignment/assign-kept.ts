import { assignWithStanding } from "#app/domain/assignment/assign-reviewers.ts";
import type { ReviewTask } from "#app/domain/assignment/review-task.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type {
  Assignment,
  AssignmentInput,
  AssignmentShortage,
  KeptReview,
  Pair,
} from "#app/domain/review/assignment.ts";

/**
 * The portal's question (equal loads, chance among equals, existing reviews stay) put to the least cost flow: same input,
 * same kind of answer and the same guarantees as review/assignment.ts, but other pairs for the same seed.
 */
export function assignKept(input: AssignmentInput): Result<Assignment, AssignmentShortage> {
  const gentle = attempt(input, false);
  if (gentle.ok || input.reviewers.every(({ capacity }) => capacity === undefined)) return gentle;
  return attempt(input, true);
}

function attempt(input: AssignmentInput, mayMove: boolean): Result<Assignment, AssignmentShortage> {
  const legal = legalPairs(input);
  const files = new Set(input.applications.map(({ id }) => id));
  const isStanding = (pair: Pair): boolean => legal.get(pair.applicationId)?.has(pair.reviewerId) === true;
  // Read by somebody who has left the pool, or of somebody who has left the stage: counts where it still can.
  const apart = input.kept.filter((pair) => !isStanding(pair));
  const task: ReviewTask = {
    applications: input.applications.map(({ id }) => ({
      id,
      reviews: Math.max(0, input.size - apart.filter(({ applicationId }) => applicationId === id).length),
      conflicts: [],
    })),
    reviewers: input.reviewers.map(({ id, capacity }) => {
      const taken = apart.filter(({ reviewerId }) => reviewerId === id).length;
      return { id, min: 0, max: capacity ?? 2 ** 31 - 1, taken };
    }),
    scores: (i, j) => {
      const [applicationId, reviewerId] = [input.applications[i]?.id ?? "", input.reviewers[j]?.id ?? ""];
      return isStanding({ applicationId, reviewerId }) ? 0 : null;
    },
    seed: input.seed,
    loads: "level",
  };
  const current = input.kept.filter(isStanding).map(({ applicationId, reviewerId, started }) => ({
    application: applicationId,
    reviewer: reviewerId,
    begun: started || !mayMove,
  }));
  const answer = assignWithStanding(task, { current, dropped: [] }, {});
  if (answer.ok) {
    const pairs = answer.value.pairs.map(({ application, reviewer }) => ({
      applicationId: application,
      reviewerId: reviewer,
    }));
    const loads = Object.fromEntries(answer.value.loads.map(({ reviewer, load }) => [reviewer, load]));
    return done({ ...changes(input.kept.filter(isStanding), pairs), loads });
  }
  if (answer.refusal.kind !== "applications-short") throw new Error(`not a task of the portal: ${answer.refusal.kind}`);
  const { applications, need, capacity } = answer.refusal;
  const reviewers = new Set(applications.filter((id) => files.has(id)).flatMap((id) => [...(legal.get(id) ?? [])]));
  return refuse({ applications, reviewers: [...reviewers].toSorted(compareText), missing: need - capacity });
}

function legalPairs({ applications, reviewers }: AssignmentInput): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    applications.map(({ id, trackKey, conflicts }) => {
      const readers = reviewers.filter(
        (each) =>
          !conflicts.includes(each.id) &&
          (each.tracks === "all" || (trackKey !== null && each.tracks.includes(trackKey))),
      );
      return [id, new Set(readers.map((each) => each.id))];
    }),
  );
}

function changes(kept: readonly KeptReview[], pairs: readonly Pair[]): Omit<Assignment, "loads"> {
  const keyOf = ({ applicationId, reviewerId }: Pair): string => JSON.stringify([applicationId, reviewerId]);
  const before = new Set(kept.map(keyOf));
  const after = new Set(pairs.map(keyOf));
  return {
    added: pairs.filter((pair) => !before.has(keyOf(pair))),
    removed: kept
      .filter((pair) => !after.has(keyOf(pair)))
      .map(({ applicationId, reviewerId }) => ({ applicationId, reviewerId })),
  };
}
