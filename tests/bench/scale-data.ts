import { restOf, splitMix64 } from "./split-mix-64.ts";

/** Three reviews of five criteria (0 to 100) for every application, and two groups; the same for the same size everywhere. */
export type ScaleData = {
  readonly applications: number;
  /** Review number r is of application floor(r / 3). */
  readonly reviewerOf: Uint32Array;
  /** By criterion, then by review number. */
  readonly scores: readonly Uint8Array[];
  /** By application: 1 stands for the first of `scaleGroups`, 2 for the second. */
  readonly groups: Uint8Array;
};

export const scaleReviews = 3;
export const scaleCriteria = 5;
export const scaleMaximum = 100;
export const scaleGroups = ["A", "B"] as const;

const start = 20_250_101;

/** How an application is called: `T` and its number in seven digits. */
export function scaleRef(application: number): string {
  return `T${String(application).padStart(7, "0")}`;
}

/** A large instance, made from the number of applications alone: abilities differ, groups score lower, reviewers vary. */
export function generateScale(applications: number): ScaleData {
  const reviewers = Math.max(12, Math.floor(applications / 200));
  const apart = Math.floor(reviewers / scaleReviews);
  const reviewerOf = new Uint32Array(applications * scaleReviews);
  const scores = Array.from({ length: scaleCriteria }, () => new Uint8Array(applications * scaleReviews));
  const groups = new Uint8Array(applications);
  const random = splitMix64();
  const { drawn } = random;
  for (let application = 0; application < applications; application += 1) {
    random.restart(application, start);
    random.draw();
    const ability = restOf(drawn, 0, 61) + restOf(drawn, 8, 41);
    random.draw();
    const isFirst = restOf(drawn, 0, 100) < 12;
    const isSecond = restOf(drawn, 20, 100) < 7;
    groups[application] = (isFirst ? 1 : 0) + (isSecond ? 2 : 0);
    const base = ability - (isFirst ? 4 : 0) - (isSecond ? 6 : 0) - 15;
    const firstReviewer = (drawn.high >>> 8) % reviewers;
    for (let each = 0; each < scaleReviews; each += 1) {
      random.draw();
      const review = application * scaleReviews + each;
      reviewerOf[review] = (firstReviewer + each * apart) % reviewers;
      for (const [criterion, column] of scores.entries()) {
        const bit = 12 * criterion;
        const noise = (bit < 32 ? drawn.low >>> bit : drawn.high >>> (bit - 32)) % 32;
        column[review] = Math.min(scaleMaximum, Math.max(0, base + noise));
      }
    }
  }
  return { applications, reviewerOf, scores, groups };
}
