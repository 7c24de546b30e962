import { negate, rational, rationalOf, zero, type Rational } from "#app/domain/exact/rational.ts";
import type { SelectionPerson, TieBreaker } from "#app/domain/selection/selection.ts";

/** What tie-breakers read of a person; `claims` are the verified bonus items, if they are known yet. */
export type MeritPerson = Pick<SelectionPerson, "stages"> & Partial<Pick<SelectionPerson, "claims">>;

/**
 * What a tie-breaker compares, as a number of which more is better. A stage that was not held yet counts 0 for everybody,
 * so that it separates nobody; a lottery and a committee decision are not numbers of one person: 0.
 */
export function meritKey(key: TieBreaker, { stages, claims = [] }: MeritPerson): Rational {
  switch (key.by) {
    case "claim":
      return claims.includes(key.item) ? rational(1n) : zero;
    case "stage":
      return preferred(stages[key.stage]?.score, key.prefer);
    case "criterion":
      return preferred(stages[key.stage]?.criteria[key.criterion], key.prefer);
    case "lottery":
    case "committee_decision":
      return zero;
  }
}

function preferred(text: string | null | undefined, prefer: "high" | "low"): Rational {
  const value = rationalOf(text ?? "0");
  return prefer === "high" ? value : negate(value);
}
