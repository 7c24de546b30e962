import * as fc from "fast-check";
import { expect, test } from "vitest";
import { multiply, rational, rationalOf } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { aPerson, aRule, select } from "#tests/domain/selection/cohort.ts";
import { instances } from "#tests/support/instances.ts";
import { cohortsOf, isSelected, raised } from "./any-cohort.ts";

const runs = { numRuns: instances };

test("more points never cost a seat: not by score, by choice or by deferred acceptance, nor by seats for groups", () => {
  fc.assert(
    fc.property(cohortsOf(), fc.nat(), fc.integer({ min: 1, max: 8 }), (input, which, points) => {
      const { selected } = select(input);
      const one = selected[which % Math.max(1, selected.length)];
      if (!one) return;
      const people = raised(input.people, one.applicationNo, points);
      expect(isSelected(select({ ...input, people }), one.applicationNo)).toBe(true);
    }),
    runs,
  );
});

test("under a region share they never cost a resident's seat, nor that of a person who names one track", () => {
  fc.assert(
    fc.property(cohortsOf({ swaps: true }), fc.integer({ min: 1, max: 8 }), (input, points) => {
      const share = input.rule.quotas[0]?.tag ?? "";
      const sure = input.people.filter(({ choices, tags }) => choices.length === 1 || tags.includes(share));
      const before = select(input);
      const one = sure.find(({ applicationNo }) => isSelected(before, applicationNo));
      if (!one) return;
      const people = raised(input.people, one.applicationNo, points);
      expect(isSelected(select({ ...input, people }), one.applicationNo)).toBe(true);
    }),
    runs,
  );
});

test("a region share is the exception: with two choices more points may move a person to a seat that is swapped", () => {
  const rule = aRule({
    tracks: ["a", "b"].map((id) => ({ id, seats: 1 })),
    quotas: [{ id: "half", kind: "region_swap", tag: "local", percent: "50" }],
  });
  const ofTwo = (score: string) => [
    aPerson("1", "90", { choices: ["a"] }),
    aPerson("2", score, { choices: ["a", "b"] }),
    aPerson("3", "70", { choices: ["a"], tags: ["local"] }),
  ];
  expect(isSelected(select({ rule, people: ofTwo("80") }), "2")).toBe(true);
  const more = select({ rule, people: ofTwo("95") });
  expect(more.selected.map(({ applicationNo }) => applicationNo)).toEqual(["3"]);
  expect(isSelected(more, "2")).toBe(false);
});

test("all weights, minimum, bonus and unit of rounding in another scale give the same order", () => {
  const factors = fc.constantFrom("10", "3", "1/4", "100");
  fc.assert(
    fc.property(cohortsOf(), factors, (input, factor) => {
      const times = (text: string) => toExactString(multiply(rationalOf(text), rationalOf(factor)));
      const { rule } = input;
      const scaled = {
        ...rule,
        rankOn: "exact" as const,
        stages: rule.stages.map((stage) => ({ ...stage, weightPercent: times(stage.weightPercent) })),
        minimumTotal: times(rule.minimumTotal ?? "0"),
        bonus: { cap: null, items: [{ id: "bonus", points: times("1.5") }] },
      };
      const orderOf = (changed: typeof scaled) =>
        select({ ...input, rule: changed }).order.map(({ applicationNo, rank }) => [applicationNo, rank]);
      expect(orderOf(scaled)).toEqual(orderOf({ ...scaled, ...rule, rankOn: "exact" } as typeof scaled));
    }),
    runs,
  );
});

test("totals of any size are compared exactly: beyond 2^53, one millionth apart, or a third", () => {
  const score = fc.tuple(fc.bigInt({ min: 0n, max: 5n }), fc.constantFrom("", "000001", "000002"), fc.nat({ max: 2 }));
  const people = fc.array(score, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(people, fc.constantFrom("9007199254740990", "99999999999999999999", "70"), (all, base) => {
      const texts = all.map(([whole, decimals, thirds]) =>
        decimals === "" ? `${3n * (BigInt(base) + whole) + BigInt(thirds)}/3` : `${BigInt(base) + whole}.${decimals}`,
      );
      const rule = aRule({
        tracks: [{ id: "a", seats: 9 }],
        rankOn: "exact",
        tieBreakers: [{ by: "committee_decision" }],
      });
      const { order } = select({ rule, people: texts.map((text, at) => aPerson(`N${at}`, text)) });
      const values = new Map(texts.map((text, at) => [`N${at}`, rationalOf(text)]));
      for (const { applicationNo, rank, exactTotal } of order) {
        const own = values.get(applicationNo) ?? rational(0n);
        const better = [...values.values()].filter(
          (other) => other.numerator * own.denominator > own.numerator * other.denominator,
        );
        expect(rank).toBe(better.length + 1);
        expect(exactTotal).toBe(toExactString(own));
      }
    }),
    runs,
  );
});
