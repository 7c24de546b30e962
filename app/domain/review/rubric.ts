import { multiply, rational, rationalFromNumber, type Rational } from "#app/domain/exact/rational.ts";
import { roundTo } from "#app/domain/exact/rounding.ts";
import type { CriterionDefinition, StageDefinition } from "#app/domain/programme/stages.ts";
import type { LocalText } from "#app/domain/programme/text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

/** Points are whole hundredths throughout: 87.5 points are 8750. */
export type RubricAnchor = { readonly label: LocalText; readonly hundredths: number };
export type RubricCriterion = {
  readonly id: string;
  readonly label: LocalText;
  readonly hint: LocalText | null;
  readonly maxHundredths: number;
  readonly stepHundredths: number;
  /** Labels and shortcuts; a score may lie between them. */
  readonly anchors: readonly RubricAnchor[];
};
export type Rubric = { readonly criteria: readonly RubricCriterion[]; readonly maxHundredths: number };

/** Hundredths by criterion id; a criterion that is missing was not scored. */
export type Scores = Readonly<Record<string, number>>;
/** `message` is a key of the reviewer's texts with its values as a query. */
export type ScoreMistake = { readonly criterion: string; readonly message: string };

/**
 * What a reviewer scores in a stage: criteria from 0 to their maximum in steps of the stage's `scoreStep` (1 point unless
 * it says otherwise). An anchor stands at its percentage of the maximum, rounded half up to the step.
 * Throws where the step is no whole number of hundredths: no review could keep such a score.
 */
export function rubricOf(stage: Pick<StageDefinition, "rubric" | "scoreStep">): Rubric {
  const step = rationalFromNumber(stage.scoreStep ?? 1);
  const criteria = stage.rubric.criteria.map((criterion) => criterionOf(stage, criterion, step));
  return { criteria, maxHundredths: criteria.reduce((sum, { maxHundredths }) => sum + maxHundredths, 0) };
}

/**
 * Typed scores as hundredths. Blank means not scored yet; full-width digits of an input method are read as digits.
 * Refuses with one mistake a criterion: no number, outside 0 to the maximum, or between two steps.
 */
export function parseScores(
  rubric: Rubric,
  input: Readonly<Record<string, string | undefined>>,
): Result<Scores, readonly ScoreMistake[]> {
  const scores: Record<string, number> = {};
  const mistakes: ScoreMistake[] = [];
  for (const criterion of rubric.criteria) {
    const typed = (Object.hasOwn(input, criterion.id) ? (input[criterion.id] ?? "") : "").normalize("NFKC").trim();
    if (typed === "") continue;
    const read = readScore(criterion, typed);
    if (read.ok) scores[criterion.id] = read.value;
    else mistakes.push({ criterion: criterion.id, message: read.refusal });
  }
  return mistakes.length > 0 ? refuse(mistakes) : done(scores);
}

/** The sum of the given scores, in hundredths. */
export function totalOf(rubric: Rubric, scores: Scores): number {
  return rubric.criteria.reduce((sum, { id }) => sum + (scores[id] ?? 0), 0);
}

/** The criteria without a score, in the rubric's order; a sheet can be submitted when there are none. */
export function missingCriteria(rubric: Rubric, scores: Scores): readonly string[] {
  return rubric.criteria.filter(({ id }) => scores[id] === undefined).map(({ id }) => id);
}

export function isComplete(rubric: Rubric, scores: Scores): boolean {
  return missingCriteria(rubric, scores).length === 0;
}

/** Hundredths as the shortest decimal: 8750 is "87.5", 8700 is "87". */
export function pointsText(hundredths: number): string {
  const fraction = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const whole = String(Math.trunc(hundredths / 100));
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

function readScore(criterion: RubricCriterion, typed: string): Result<number, string> {
  const [, whole, decimals = ""] = /^(\d{1,7})(?:\.(\d{0,6}))?$/.exec(typed) ?? [];
  if (whole === undefined) return refuse("reviewer:score.notANumber");
  const max = pointsText(criterion.maxHundredths);
  const between = `reviewer:score.notAStep?step=${pointsText(criterion.stepHundredths)}`;
  const digits = decimals.replace(/0+$/, "");
  const hundredths = Number(whole) * 100 + Number(digits.slice(0, 2).padEnd(2, "0"));
  if (hundredths > criterion.maxHundredths) return refuse(`reviewer:score.outOfRange?max=${max}`);
  if (digits.length > 2 || hundredths % criterion.stepHundredths !== 0) return refuse(between);
  return done(hundredths);
}

function criterionOf(
  stage: Pick<StageDefinition, "rubric">,
  criterion: CriterionDefinition,
  step: Rational,
): RubricCriterion {
  const max = rationalFromNumber(criterion.max);
  const stepHundredths = wholeHundredths(step);
  // A maximum between two steps cannot be given: the highest score is the last step below it.
  const maxHundredths = Math.floor(flooredHundredths(max) / stepHundredths) * stepHundredths;
  const anchors = criterion.anchors === "default5" ? (stage.rubric.anchors ?? []) : (criterion.anchors ?? []);
  return {
    id: criterion.id,
    label: criterion.label,
    hint: criterion.hint ?? null,
    maxHundredths,
    stepHundredths,
    anchors: anchors.map(({ label, percent }) => {
      const exact = multiply(max, multiply(rationalFromNumber(percent), rational(1n, BigInt(stepHundredths))));
      // percent × max / 100 points = percent × max hundredths; divided by the step it counts steps.
      const steps = Number(roundTo(exact, { scale: 0, mode: "half_up" }).numerator);
      return { label, hundredths: Math.min(steps * stepHundredths, maxHundredths) };
    }),
  };
}

function flooredHundredths(points: Rational): number {
  return Number((points.numerator * 100n) / points.denominator);
}

function wholeHundredths(points: Rational): number {
  const hundredths = flooredHundredths(points);
  const isWhole = points.numerator * 100n === BigInt(hundredths) * points.denominator;
  if (!isWhole || hundredths < 1) throw new RangeError("a score step must be a whole number of hundredths of a point");
  return hundredths;
}
