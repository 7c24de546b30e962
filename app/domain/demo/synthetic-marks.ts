import { createSeededRandom } from "#app/domain/draw/seeded-random.ts";

export type MarkedCriterion = { readonly id: string; readonly max: number };

type Of = {
  readonly seed: string;
  readonly stageId: string;
  /** Who is marked: the application number, so that the marks are the same in every database. */
  readonly applicationNumber: string;
  /** Which of the reviews of this application: 0, 1, 2 … */
  readonly slot: number;
  readonly criteria: readonly MarkedCriterion[];
};

/** In percent: one day in forty goes so wrong that a minimum is in danger. */
const MISHAP = 20;

/**
 * Whole points a reviewer might give: around what this person can do, a little strict or kind, never outside 0…max.
 * About one person in twenty is weak enough to meet a minimum the hard way.
 */
export function syntheticMarks({
  seed,
  stageId,
  applicationNumber,
  slot,
  criteria,
}: Of): Readonly<Record<string, number>> {
  const ability = abilityOf({ seed, applicationNumber });
  const day = createSeededRandom({ seed, label: `day|${stageId}|${applicationNumber}` });
  const onTheDay = day.integerBelow(17) - 8 - (day.integerBelow(40) === 0 ? MISHAP : 0);
  const random = createSeededRandom({ seed, label: `marks|${stageId}|${applicationNumber}|${slot}` });
  const kindness = random.integerBelow(9) - 4;
  return Object.fromEntries(
    criteria.map(({ id, max }) => {
      const percent = ability + onTheDay + kindness + random.integerBelow(13) - 6;
      const points = Math.floor((max * percent + 50) / 100);
      return [id, Math.min(max, Math.max(0, points))];
    }),
  );
}

/** What an imported stage reports: one whole number of 0…max a column. */
export function syntheticImport({
  seed,
  stageId,
  applicationNumber,
  criteria,
}: Omit<Of, "slot">): Readonly<Record<string, number>> {
  return syntheticMarks({ seed, stageId, applicationNumber, slot: 0, criteria });
}

/** In percent, around 79 and mostly between 66 and 92: the sum of five dice is nearly a bell. */
function abilityOf({ seed, applicationNumber }: { readonly seed: string; readonly applicationNumber: string }): number {
  const random = createSeededRandom({ seed, label: `ability|${applicationNumber}` });
  const dice = Array.from({ length: 5 }, () => random.integerBelow(11)).reduce((sum, die) => sum + die, 0);
  return 54 + dice;
}
