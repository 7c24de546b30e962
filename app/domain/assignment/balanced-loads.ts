import type { ApplicationToRead, Reader } from "#app/domain/assignment/review-task.ts";

/**
 * The same reviewers with bounds around the mean load: at most the ceiling and at least the floor of the mean, within each
 * one's own min and max (then the level of the others rises or falls accordingly). Bounds may be unreachable where
 * conflicts or tracks divide the pool; `loads: "level"` is the wish that always has an answer. Source: SELECTION E1.
 */
export function withBalancedLoads(
  applications: readonly Pick<ApplicationToRead, "reviews">[],
  reviewers: readonly Reader[],
): readonly Reader[] {
  const total =
    applications.reduce((sum, { reviews }) => sum + reviews, 0) +
    reviewers.reduce((sum, { taken = 0 }) => sum + taken, 0);
  const within = ({ min, max }: Reader, level: number): number => Math.min(max, Math.max(min, level));
  const capacity = (level: number): number => reviewers.reduce((sum, each) => sum + within(each, level), 0);
  const highest = reviewers.reduce((most, { max }) => Math.max(most, max), 0);
  let low = 0;
  let high = Math.min(highest, total);
  while (low < high) {
    const level = Math.floor((low + high) / 2);
    if (capacity(level) >= total) high = level;
    else low = level + 1;
  }
  const floor = capacity(high) === total ? high : high - 1;
  return reviewers.map((each) => ({ ...each, min: within(each, floor), max: within(each, high) }));
}
