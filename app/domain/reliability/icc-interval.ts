import type { MeanSquares } from "./analysis-of-variance.ts";
import { fQuantile, type FDegrees } from "./distribution/f.ts";

/** Lower and upper 95 % confidence limit. */
export type Interval = readonly [lower: number, upper: number];

/** The ratio of two mean squares (null-hypothesis F value; not finite without error variance) and its 95 % limits. */
export type FTest = {
  readonly ratio: number;
  readonly degrees: FDegrees;
  readonly lower: number;
  readonly upper: number;
};

const upperPoint = 0.975;

/** The 95 % limits of the ratio of the two variances behind an F value. Source: Shrout & Fleiss 1979. */
export function fTest(ratio: number, degrees: FDegrees): FTest {
  const mirrored = { numerator: degrees.denominator, denominator: degrees.numerator };
  return {
    ratio,
    degrees,
    lower: ratio / fQuantile(upperPoint, degrees),
    upper: ratio * fQuantile(upperPoint, mirrored),
  };
}

/** Limits of ICC(1,1) or ICC(3,1) from its F test and the number of reviewers; null = undefined. Source: Shrout & Fleiss 1979. */
export function singleInterval({ lower, upper }: FTest, k: number): Interval | null {
  return finiteInterval((lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1));
}

/** Limits of ICC(1,k) or ICC(3,k) from its F test; null = undefined. Source: Shrout & Fleiss 1979. */
export function averageInterval({ ratio, lower, upper }: FTest): Interval | null {
  return Number.isFinite(ratio) ? finiteInterval(1 - 1 / lower, 1 - 1 / upper) : null;
}

/** One of the two coefficients of agreement of a table of n applications and k reviewers: its value and what it came from. */
export type Agreement = {
  readonly of: "single" | "average";
  readonly value: number;
  readonly squares: MeanSquares;
  readonly n: number;
  readonly k: number;
};

/**
 * Limits of ICC(2,1) or ICC(2,k) with Satterthwaite's degrees of freedom; null = undefined. The degrees are computed from the
 * coefficient itself, as the R package irr does, also for ICC(2,k). Source: McGraw & Wong 1996, table 7.
 */
export function agreementInterval({ of, value, squares, n, k }: Agreement): Interval | null {
  const { applications: bms, reviewers: jms, residual: ems } = squares;
  const share = (k * value) / (n * (1 - value));
  const byReviewers = share * jms;
  const byResidual = (1 + share * (n - 1)) * ems;
  const degrees =
    (byReviewers + byResidual) ** 2 / (byReviewers ** 2 / (k - 1) + byResidual ** 2 / ((n - 1) * (k - 1)));

  const low = fQuantile(upperPoint, { numerator: n - 1, denominator: degrees });
  const high = fQuantile(upperPoint, { numerator: degrees, denominator: n - 1 });
  const error = of === "single" ? k * jms + (k * n - k - n) * ems : jms - ems;
  return finiteInterval(
    (n * (bms - low * ems)) / (low * error + n * bms),
    (n * (high * bms - ems)) / (error + n * high * bms),
  );
}

function finiteInterval(lower: number, upper: number): Interval | null {
  return Number.isFinite(lower) && Number.isFinite(upper) ? [lower, upper] : null;
}
