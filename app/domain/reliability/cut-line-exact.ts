import { leastCommonMultiple } from "#app/domain/exact/common-denominator.ts";
import { add, rational, zero, type Rational } from "#app/domain/exact/rational.ts";
import { resampledSums, waysOf } from "./bootstrap-mean.ts";
import type { MeanCut } from "./selection-rule.ts";
import { toWholeUnits } from "./whole-units.ts";

/** One application resampled: how good its mean can be (one scale for all, more is better) in how many of its `ways`. */
type Resampled = {
  readonly outcomes: readonly { readonly merit: bigint; readonly ways: bigint }[];
  readonly ways: bigint;
};

/** Exact comparisons and multiplications that are done before the answer is that it takes too long: about two seconds. */
const mostWork = 20_000_000;

/**
 * The exact probability of being selected when the reviews of every application are resampled independently and the `select`
 * best means are taken, ties by the given order. The same as enumerating every combination, but counted one application at a
 * time: given its own mean, the number of others that beat it is a sum of independent chances. An application without reviews
 * is never selected. Null where even that takes too long: then `simulateSelections`. Source: SELECTION D7 (b).
 */
export function exactSelectionProbabilities(cut: MeanCut): readonly Rational[] | null {
  const people = resampledOf(cut);
  const comparisons = people.reduce((sum, { outcomes }) => sum + outcomes.length, 0);
  let work = 0;
  const probabilities: Rational[] = [];
  for (const [person, own] of people.entries()) {
    let probability = zero;
    for (const { merit, ways } of own.outcomes) {
      const rivals = rivalsOf(people, person, merit);
      const seats = cut.select - rivals.ahead;
      work += comparisons + multiplications(rivals.uncertain.length, seats);
      if (work > mostWork) return null;
      const chance = chanceOfFewer(rivals.uncertain, seats);
      probability = add(probability, rational(ways * chance.numerator, own.ways * chance.denominator));
    }
    probabilities.push(probability);
  }
  return probabilities;
}

function resampledOf({ reviews, higherIsBetter }: MeanCut): readonly Resampled[] {
  const { units } = toWholeUnits(reviews);
  const sizes = new Set(reviews.map((scores) => BigInt(Math.max(1, scores.length))));
  const common = leastCommonMultiple([...sizes]);
  return units.map((scores) => {
    const scale = (higherIsBetter ? common : -common) / BigInt(Math.max(1, scores.length));
    const sums = scores.length === 0 ? [] : resampledSums(scores);
    return { outcomes: sums.map(([sum, ways]) => ({ merit: sum * scale, ways })), ways: waysOf(scores.length) };
  });
}

/** In how many of its ways a rival is ahead. */
type Rival = { readonly ahead: bigint; readonly ways: bigint };
type Rivals = { readonly ahead: number; readonly uncertain: readonly Rival[] };

/** How many others are ahead of this merit for certain, and the chances of those who may be; equal merit: who comes earlier. */
function rivalsOf(people: readonly Resampled[], person: number, merit: bigint): Rivals {
  let certain = 0;
  const uncertain: Rival[] = [];
  for (const [other, { outcomes, ways }] of people.entries()) {
    if (other === person) continue;
    let ahead = 0n;
    for (const outcome of outcomes) {
      if (outcome.merit > merit || (outcome.merit === merit && other < person)) ahead += outcome.ways;
    }
    if (ahead === ways) certain += 1;
    else if (ahead > 0n) uncertain.push({ ahead, ways });
  }
  return { ahead: certain, uncertain };
}

/** How many the chance of fewer than `seats` costs, long factors counting for more. */
function multiplications(rivals: number, seats: number): number {
  return rivals * Math.max(0, Math.min(seats, rivals)) * (1 + rivals / 16);
}

type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** P(fewer than `seats` of the independent rivals are ahead). */
function chanceOfFewer(rivals: readonly Rival[], seats: number): Fraction {
  if (seats <= 0) return { numerator: 0n, denominator: 1n };
  if (rivals.length < seats) return { numerator: 1n, denominator: 1n };
  let counts: readonly bigint[] = [1n];
  let denominator = 1n;
  for (const { ahead, ways } of rivals) {
    const previous = counts;
    counts = Array.from({ length: Math.min(previous.length + 1, seats) }, (_, count) => {
      return (previous[count] ?? 0n) * (ways - ahead) + (previous[count - 1] ?? 0n) * ahead;
    });
    denominator *= ways;
  }
  return { numerator: counts.reduce((sum, count) => sum + count, 0n), denominator };
}
