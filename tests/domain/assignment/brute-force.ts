import type { ReviewPair, ReviewTask } from "#app/domain/assignment/review-task.ts";

/** One possible assignment, tried out without any cleverness. */
export type Trial = {
  readonly pairs: readonly ReviewPair[];
  readonly total: number;
  readonly worst: number;
  readonly loads: readonly number[];
};

/** Every assignment that meets needs, conflicts, scores of null, bounds and side rules. For a handful of people only. */
export function everyAssignment(task: ReviewTask): readonly Trial[] {
  const { applications, reviewers } = task;
  const walk = (at: number, loads: readonly number[]): readonly Trial[] => {
    const application = applications[at];
    if (!application) {
      return reviewers.every(({ min }, j) => loads[j]! >= min) ? [{ pairs: [], total: 0, worst: Infinity, loads }] : [];
    }
    const legal = reviewers.flatMap((_, j) => (scoreOf(task, at, j) === null ? [] : [j]));
    return subsets(legal, application.reviews)
      .filter((readers) => obeysRules(task, readers))
      .flatMap((readers) => {
        const next = loads.map((load, j) => (readers.includes(j) ? load + 1 : load));
        if (next.some((load, j) => load > reviewers[j]!.max)) return [];
        const gain = readers.reduce((sum, j) => sum + scoreOf(task, at, j)!, 0);
        const own = readers.map((j) => ({ application: application.id, reviewer: reviewers[j]!.id }));
        return walk(at + 1, next).map((rest) => ({
          pairs: [...own, ...rest.pairs],
          total: gain + rest.total,
          worst: Math.min(gain, rest.worst),
          loads: rest.loads,
        }));
      });
  };
  const most = task.rules?.mostTogether ?? Infinity;
  return walk(
    0,
    reviewers.map(() => 0),
  ).filter(({ pairs }) => mostShared(pairs) <= most);
}

export function scoreOf(task: ReviewTask, i: number, j: number): number | null {
  const application = task.applications[i]!;
  if (application.conflicts.includes(task.reviewers[j]!.id)) return null;
  return typeof task.scores === "function" ? task.scores(i, j) : task.scores[i]![j]!;
}

function obeysRules({ reviewers, rules = {} }: ReviewTask, readers: readonly number[]): boolean {
  const people = readers.map((j) => reviewers[j]!);
  const institutions = people.flatMap(({ institution }) => institution ?? []);
  if (rules.onePerInstitution && new Set(institutions).size < institutions.length) return false;
  if (people.filter(({ expert }) => expert).length < (rules.leastExperts ?? 0)) return false;
  return people.filter(({ external }) => external).length >= (rules.leastExternal ?? 0);
}

export function mostShared(pairs: readonly ReviewPair[]): number {
  const counts = new Map<string, number>();
  for (const one of pairs) {
    for (const other of pairs) {
      if (one.application !== other.application || one.reviewer >= other.reviewer) continue;
      const key = `${one.reviewer} ${other.reviewer}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return Math.max(0, ...counts.values());
}

function subsets(items: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, place) => subsets(items.slice(place + 1), size - 1).map((rest) => [item, ...rest]));
}

export function best(numbers: readonly number[]): number {
  return Math.max(-Infinity, ...numbers);
}
