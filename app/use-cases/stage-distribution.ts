import { divide, multiply, rational, rationalOf, sum } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { exactText } from "#app/domain/selection/stage-rule-from-definition.ts";
import type { EntryOutcome } from "#db/queries/stage-entries.ts";
import type { StageDistribution } from "#db/queries/stages.ts";

const BINS = 20;

/** The largest sum that the shortlist of a stage can compare: score × weight of its basis, or the stage's own score. */
export function largestBasis(definition: ProgrammeDefinition, stageKey: string): string {
  const stage = definition.stages.find(({ id }) => id === stageKey);
  const basis = stage?.pass ? (stage.pass.basis ?? [stageKey]) : [];
  if (basis.length === 0) return exactText(stage?.maxScore ?? 0);
  const parts = definition.stages
    .filter(({ id }) => basis.includes(id))
    .map(({ maxScore, weightPercent }) =>
      divide(multiply(rationalOf(exactText(maxScore)), rationalOf(exactText(weightPercent))), rational(100n)),
    );
  return toExactString(sum(parts));
}

/** How people lie between 0 and the largest sum, counted exactly. Who was not compared (absent) is in no bin. */
export function distributionOf(outcomes: readonly EntryOutcome[], max: string): StageDistribution {
  const bins = Array.from({ length: BINS }, () => ({ passed: 0, failed: 0 }));
  const largest = rationalOf(max);
  for (const { outcome, detail, score } of outcomes) {
    const value = detail?.basis ?? score;
    if (value === null || largest.numerator === 0n) continue;
    const place = divide(multiply(rationalOf(value), rational(BigInt(BINS))), largest);
    const bin = bins[Math.min(BINS - 1, Number(place.numerator / place.denominator))];
    if (bin && outcome === "passed") bin.passed += 1;
    else if (bin) bin.failed += 1;
  }
  return { max, bins };
}
