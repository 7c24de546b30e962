import { z } from "zod";
import { standardScores } from "#app/domain/reliability/z-scores.ts";
import { amount, id } from "./ratings-input.ts";

const shape = z.object({ ratings: z.array(z.tuple([id, id, amount.nullable()]).rest(z.unknown())) });

/** The key of a reviewer's first rating in the list is the reviewer's id, then `id.1`, `id.2`, … */
export function answerReviewerZscore(input: unknown): unknown {
  const scores = shape.parse(input).ratings.map(([, reviewer, score]) => ({ reviewer, score }));
  const standard = standardScores(scores);
  const seen = new Map<string, number>();
  const keys = scores.map(({ reviewer }) => {
    const before = seen.get(reviewer) ?? 0;
    seen.set(reviewer, before + 1);
    return before === 0 ? reviewer : `${reviewer}.${before}`;
  });
  const keyed = (valueAt: (at: number) => number | null): Record<string, number | null> =>
    Object.fromEntries(keys.map((key, at) => [key, valueAt(at)]));
  return { z: keyed((at) => standard[at]?.z ?? null), T: keyed((at) => standard[at]?.t ?? null) };
}
