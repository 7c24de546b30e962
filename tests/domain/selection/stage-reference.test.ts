import * as fc from "fast-check";
import { expect, test } from "vitest";
import { scoreStage, type ReviewedStageRule, type StageReview } from "#app/domain/selection/stage-score.ts";
import { shortlistStage, type ShortlistPerson, type ShortlistRule } from "#app/domain/selection/shortlist.ts";
import {
  isLess,
  over,
  plus,
  read,
  rounded,
  times,
  upTo,
  type Fraction,
} from "#tests/domain/selection/reference-fraction.ts";
import { instances } from "#tests/support/instances.ts";

const CASES = 2 * instances;

/** Takes one highest and one lowest away, if five or more gave a value, and averages the rest. */
function trimmedMean(values: readonly Fraction[], from: number): Fraction {
  const sorted = [...values].sort((one, other) => (isLess(one, other) ? -1 : isLess(other, one) ? 1 : 0));
  const kept = sorted.length >= from ? sorted.slice(1, -1) : sorted;
  return over(kept.reduce(plus, [0n, 1n] as Fraction), kept.length);
}

function isSame([a, b]: Fraction, [c, d]: Fraction): boolean {
  return a * d === c * b;
}

const maxima = { will: 30, plan: 25, rest: 45 } as const;
const criteria = Object.entries(maxima).map(([id, max]) => ({ id, max: String(max), minPercent: "40" }));
const hundredths = (max: number) =>
  fc
    .oneof(fc.constantFrom(0, max * 40, max * 40 - 1, max * 100), fc.integer({ min: 0, max: max * 100 }))
    .map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`);
const sheet = fc.record({ will: hundredths(30), plan: hundredths(25), rest: hundredths(45) });

test("a stage score drops one high and one low of totals or of each criterion, at 2, 3, 4, 5 and more reviewers", () => {
  const property = fc.property(
    fc.array(sheet, { minLength: 2, maxLength: 7 }),
    fc.constantFrom("review_total" as const, "criterion" as const),
    fc.constantFrom(3, 5),
    fc.constantFrom(0, 1, 2),
    (sheets, level, enabledFrom, scale) => {
      const aggregation = {
        method: "mean",
        level,
        trim: { enabledFrom, each: 1 },
        minimumReviews: 2,
        missingScore: "block",
        rounding: { at: "stage_total", scale, mode: "half_up" },
      } as const;
      const rule: ReviewedStageRule = { id: "interview", minimum: "60", gate: null, criteria, aggregation };
      const reviews = sheets.map((scores, index): StageReview => ({ reviewer: `R${index}`, scores }));
      const stage = scoreStage({ rule, reviews });

      const means = criteria.map(({ id }) => {
        const own = sheets.map((scores) => read(scores[id as keyof typeof scores]));
        return [id, trimmedMean(own, enabledFrom)] as const;
      });
      const totals = sheets.map((scores) => Object.values(scores).map(read).reduce(plus));
      const exact =
        level === "criterion" ? means.map(([, mean]) => mean).reduce(plus) : trimmedMean(totals, enabledFrom);
      const score = rounded(exact, scale, "half_up");
      expect(isSame(read(stage.exact ?? ""), exact)).toBe(true);
      expect(isSame(read(stage.score ?? ""), score)).toBe(true);
      for (const [id, mean] of means) expect(isSame(read(stage.criteria[id] ?? ""), mean)).toBe(true);

      const failed = [
        ...(isLess(score, [60n, 1n]) ? ["interview"] : []),
        ...means.flatMap(([id, mean]) =>
          isLess(times(mean, [100n, 1n]), [BigInt(maxima[id as keyof typeof maxima]) * 40n, 1n]) ? [id] : [],
        ),
      ];
      expect(stage.failed.map(({ id }) => id)).toEqual(failed);
    },
  );
  fc.assert(property, { numRuns: CASES });
});

test("fewer reviews than the stage asks for, and one score missing, give no score at all", () => {
  const aggregation = {
    method: "mean",
    level: "review_total",
    trim: null,
    minimumReviews: 3,
    missingScore: "block",
    rounding: { at: "stage_total", scale: 2, mode: "half_up" },
  } as const;
  const rule: ReviewedStageRule = { id: "interview", minimum: "60", gate: null, criteria, aggregation };
  const property = fc.property(fc.array(sheet, { maxLength: 5 }), fc.boolean(), (sheets, isIncomplete) => {
    const reviews = sheets.map((scores, index): StageReview => ({
      reviewer: `R${index}`,
      scores: isIncomplete && index === 0 ? { ...scores, plan: null } : scores,
    }));
    const { outcome, score } = scoreStage({ rule, reviews });
    const isScored = sheets.length >= 3 && !isIncomplete;
    expect([outcome === "scored", score !== null]).toEqual([isScored, isScored]);
  });
  fc.assert(property, { numRuns: instances });
});

const tracks = ["a", "b", "c"];
const applicant = fc.record({
  firstChoice: fc.constantFrom(...tracks),
  document: fc.constantFrom("60", "70.01", "80", "80", "80", "90"),
  test: fc.constantFrom("39.99", "40", "77.77", "80", "80", "80"),
  coding: fc.constantFrom("23.99", "24", "40", "40", "40", "40"),
  isAbsent: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
});

test("a shortlist passes ceil(multiple × seats) of each first choice by the unrounded sum, and all who tie there", () => {
  const property = fc.property(
    fc.array(applicant, { maxLength: 40, size: "max" }),
    fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 }),
    fc.constantFrom("1", "1.1", "1.5", "2", "2.3"),
    fc.boolean(),
    (given, seats, multiple, perTrack) => {
      const rule: ShortlistRule = {
        stage: { id: "test", minimum: "40", criteria: [{ id: "coding", max: "60", minPercent: "40" }], gate: null },
        pass: {
          multiple,
          perTrack,
          basis: [
            { id: "document", weightPercent: "20" },
            { id: "test", weightPercent: "33.3" },
          ],
          tiesAtCut: "all_pass",
        },
        tracks: tracks.map((id, index) => ({ id, seats: seats[index] ?? 0 })),
      };
      const people = given.map((each, index): ShortlistPerson => ({
        applicationNo: `N${String(index).padStart(2, "0")}`,
        firstChoice: each.firstChoice,
        stages: {
          document: { outcome: "scored", score: each.document, criteria: {} },
          test: each.isAbsent
            ? { outcome: "absent", score: null, criteria: {} }
            : { outcome: "scored", score: each.test, criteria: { coding: each.coding } },
        },
      }));
      const answer = shortlistStage({ rule, people });
      if (!answer.ok) throw new Error("unfinished");

      const sumOf = ({ document, test: points }: (typeof given)[number]) =>
        plus(times(read(document), read("20")), times(read(points), read("33.3")));
      const isQualified = (each: (typeof given)[number]) =>
        !each.isAbsent && !isLess(read(each.test), read("40")) && !isLess(read(each.coding), read("24"));
      const expected = given.map((each) => {
        if (each.isAbsent) return "absent";
        if (!isQualified(each)) return "failed";
        const rivals = given.filter(
          (other) => isQualified(other) && (!perTrack || other.firstChoice === each.firstChoice),
        );
        const own = tracks.indexOf(each.firstChoice);
        const seatsHere = perTrack ? (seats[own] ?? 0) : seats.reduce((sum, more) => sum + more, 0);
        const places = upTo(times(read(multiple), [BigInt(seatsHere), 1n]));
        return rivals.filter((other) => isLess(sumOf(each), sumOf(other))).length < places ? "passed" : "failed";
      });
      expect(answer.value.places.map(({ outcome }) => outcome)).toEqual(expected);
    },
  );
  fc.assert(property, { numRuns: CASES });
});

test.each([
  ["1.5", 17, 26],
  ["1.1", 10, 11],
  ["1.15", 20, 23],
  ["2.3", 10, 23],
  ["1.5", 20, 30],
  ["0.1", 30, 3],
])("a multiple of %s on %i seats makes %i places, which binary numbers get wrong", (multiple, seats, places) => {
  const rule: ShortlistRule = {
    stage: { id: "test", minimum: null, criteria: [], gate: null },
    pass: { multiple, perTrack: true, basis: [{ id: "test", weightPercent: "100" }], tiesAtCut: "all_pass" },
    tracks: [{ id: "a", seats }],
  };
  const answer = shortlistStage({ rule, people: [] });
  expect(answer.ok && answer.value.cuts[0]?.places).toBe(places);
});
