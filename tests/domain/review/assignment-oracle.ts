import type { AssignmentInput, Pair } from "#app/domain/review/assignment.ts";

export function isLegal(
  { applications, reviewers }: Pick<AssignmentInput, "applications" | "reviewers">,
  pair: Pair,
): boolean {
  const application = applications.find(({ id }) => id === pair.applicationId);
  const reviewer = reviewers.find(({ id }) => id === pair.reviewerId);
  if (!application || !reviewer || application.conflicts.includes(reviewer.id)) return false;
  return reviewer.tracks === "all" || reviewer.tracks.includes(application.trackKey ?? "");
}

/** By the Gale-Hall condition over all sets of applications: no search, so it cannot share a mistake with the code. */
export function isSolvable(input: AssignmentInput): boolean {
  const { applications, reviewers, size } = input;
  for (let set = 1; set < 2 ** applications.length; set += 1) {
    const chosen = applications.filter((_, index) => (set >> index) & 1);
    const room = reviewers
      .map(({ id, capacity }) =>
        Math.min(
          capacity ?? 1000,
          chosen.filter((each) => isLegal(input, { applicationId: each.id, reviewerId: id })).length,
        ),
      )
      .reduce((sum, each) => sum + each, 0);
    if (room < size * chosen.length) return false;
  }
  return true;
}

export function unevenness(loads: readonly number[]): number {
  return loads.reduce((sum, load) => sum + load * load, 0);
}

/** By trying everything. */
export function leastUnevenness(input: AssignmentInput): number {
  const { applications, reviewers, size } = input;
  const walk = (index: number, loads: readonly number[]): number => {
    const application = applications[index];
    if (!application) return unevenness(loads);
    const legal = reviewers.flatMap(({ id }, place) =>
      isLegal(input, { applicationId: application.id, reviewerId: id }) ? [place] : [],
    );
    const results = subsets(legal, size).map((places) => {
      const next = loads.map((load, place) => (places.includes(place) ? load + 1 : load));
      const full = next.some((load, place) => load > (reviewers[place]?.capacity ?? 1000));
      return full ? Number.POSITIVE_INFINITY : walk(index + 1, next);
    });
    return Math.min(...results);
  };
  return walk(
    0,
    reviewers.map(() => 0),
  );
}

function subsets(items: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}
