import { completeRows, meanSquares, type MeanSquares, type Ratings } from "./analysis-of-variance.ts";
import { finiteOrNull } from "./finite.ts";
import {
  agreementInterval,
  averageInterval,
  fTest,
  singleInterval,
  type FTest,
  type Interval,
} from "./icc-interval.ts";
import { formulaMinimum, shortage, type MinimumSample, type TooFew } from "./minimum-sample.ts";

/**
 * First number: 1 = every application has its own reviewers, 2 = the reviewers are a sample of all reviewers (their severity
 * counts as disagreement), 3 = these reviewers only (it does not). Then: reliability of one review, or of the mean of k.
 */
export const iccForms = ["ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"] as const;
export type IccForm = (typeof iccForms)[number];

/** `value` at most 1, negative = agreement below chance, null = undefined (no variation). The interval is of 95 %. */
export type IccEstimate = {
  readonly value: number | null;
  readonly f: { readonly value: number | null; readonly df1: number; readonly df2: number };
  readonly interval: Interval | null;
};

export type IccResult =
  | {
      readonly kind: "estimated";
      readonly applications: number;
      readonly reviewers: number;
      /** Applications left out because a score is missing. */
      readonly incomplete: number;
      readonly meanSquares: MeanSquares;
      readonly forms: Readonly<Record<IccForm, IccEstimate>>;
    }
  | TooFew;

/**
 * The six intraclass correlations of a table of scores with F values and 95 % limits. Rows with a missing score are left out:
 * for sparse designs use `reliabilityOfMean` on the variances of the mixed model. Answers TooFew below `minimum` (never below
 * two by two). ICC(3,k) is Cronbach's alpha. Not to be computed on the selected or shortlisted only (range restriction).
 * Sources: Shrout & Fleiss 1979; McGraw & Wong 1996 for the limits of ICC(2,1) and ICC(2,k); SELECTION D6.
 */
export function intraclassCorrelations(ratings: Ratings, minimum: MinimumSample = formulaMinimum): IccResult {
  const { reviewers: k, table } = completeRows(ratings);
  const have = { applications: table.length, reviewers: k };
  const short = shortage(have, minimum) ?? shortage(have, formulaMinimum);
  if (short) return short;

  const n = table.length;
  const squares = meanSquares(table);
  const { applications: bms, within: wms, reviewers: jms, residual: ems } = squares;
  const oneWay = fTest(bms / wms, { numerator: n - 1, denominator: n * (k - 1) });
  const twoWay = fTest(bms / ems, { numerator: n - 1, denominator: (n - 1) * (k - 1) });

  const agreement = { squares, n, k };
  const two = (bms - ems) / (bms + (k - 1) * ems + (k * (jms - ems)) / n);
  const twoOfMean = (bms - ems) / (bms + (jms - ems) / n);
  return {
    kind: "estimated",
    ...have,
    incomplete: ratings.length - n,
    meanSquares: squares,
    forms: {
      "ICC(1,1)": estimate((bms - wms) / (bms + (k - 1) * wms), oneWay, singleInterval(oneWay, k)),
      "ICC(2,1)": estimate(two, twoWay, agreementInterval({ ...agreement, of: "single", value: two })),
      "ICC(3,1)": estimate((bms - ems) / (bms + (k - 1) * ems), twoWay, singleInterval(twoWay, k)),
      "ICC(1,k)": estimate((bms - wms) / bms, oneWay, averageInterval(oneWay)),
      "ICC(2,k)": estimate(twoOfMean, twoWay, agreementInterval({ ...agreement, of: "average", value: twoOfMean })),
      "ICC(3,k)": estimate((bms - ems) / bms, twoWay, averageInterval(twoWay)),
    },
  };
}

function estimate(value: number, { ratio, degrees }: FTest, interval: Interval | null): IccEstimate {
  const f = { value: finiteOrNull(ratio), df1: degrees.numerator, df2: degrees.denominator };
  return { value: finiteOrNull(value), f, interval };
}
