/** Whole numbers that make one cost out of four wishes, each of which outweighs all that come after it. */
export type CostLevels = {
  /** Reviewers' minimum loads first (`reward` of the flow). */
  readonly reward: number;
  /** Then level loads (`slope` of the flow); 0 when not asked for. */
  readonly slope: number;
  /** Then pairs that stay; 0 when there are none. */
  readonly keep: number;
  /** Then one point of score. */
  readonly score: number;
  /** Then chance: from 0 to noise − 1 a pair; 1 = none. */
  readonly noise: number;
};

type Sizes = {
  readonly applications: number;
  readonly reviewers: number;
  /** Highest less lowest score of a possible pair. */
  readonly scoreRange: number;
  /** The largest load that can occur. */
  readonly mostLoad: number;
  readonly keeping: boolean;
  readonly levelling: boolean;
};

const noises = [4096, 256, 16, 1];

/**
 * The levels for a task of these sizes. Two assignments differ by simple cycles, and a cycle passes every reviewer and every
 * application at most once; so a level need only outweigh one cycle of what comes after it, not the whole total, and everything
 * stays a safe integer for thousands of reviewers. Undefined when even without chance it would not. Source: SELECTION E1, E7.
 */
export function costLevels(sizes: Sizes): CostLevels | undefined {
  for (const noise of noises) {
    const levels = levelsWith(sizes, noise);
    // Four: a price is at most a reward and a path of costs; a distance adds another such.
    if (Number.isSafeInteger(levels.reward * 4)) return levels;
  }
  return undefined;
}

function levelsWith(sizes: Sizes, noise: number): CostLevels {
  const cycle = 2 * Math.min(sizes.applications, sizes.reviewers) + 2;
  const score = noise === 1 ? 1 : cycle * noise;
  let dearest = score * sizes.scoreRange + noise;
  const keep = sizes.keeping ? cycle * (dearest + 1) : 0;
  dearest += keep;
  const slope = sizes.levelling ? cycle * (dearest + 1) : 0;
  const reward = cycle * (dearest + 1) + slope * (sizes.mostLoad + 1);
  return { reward, slope, keep, score, noise };
}
