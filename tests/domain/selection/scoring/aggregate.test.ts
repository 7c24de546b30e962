import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rational, rationalOf, toFractionString, type Rational } from "#app/domain/exact/rational.ts";
import { aggregate, type AggregateRule, type ReviewValue } from "#app/domain/selection/scoring/aggregate.ts";
import { instances } from "#tests/support/instances.ts";

function values(...texts: readonly string[]): readonly ReviewValue[] {
  return texts.map((text, index) => ({ reviewer: `R${index + 1}`, value: rationalOf(text) }));
}

function drop(changed: Partial<Extract<AggregateRule, { kind: "drop_high_low" }>> = {}): AggregateRule {
  return { kind: "drop_high_low", each: 1, enabledFrom: 3, tooFew: "mean_all", ...changed };
}

function textOf(value: Rational | null): string | null {
  return value && toFractionString(value);
}

test("the mean is the sum over the number, exactly", () => {
  expect(textOf(aggregate({ kind: "mean" }, values("9", "8.5", "7")).value)).toBe("49/6");
});

test("the median is the middle value, or half-way between the two", () => {
  const median: AggregateRule = { kind: "median" };
  expect(textOf(aggregate(median, values("9", "1", "7")).value)).toBe("7/1");
  expect(textOf(aggregate(median, values("9", "1", "7", "8")).value)).toBe("15/2");
  expect(textOf(aggregate(median, values("4")).value)).toBe("4/1");
  expect(textOf(aggregate(median, values("4", "5")).value)).toBe("9/2");
});

test("of several highest one is dropped, and the record names the smallest reviewer code", () => {
  const given = [
    { reviewer: "R3", value: rationalOf("9") },
    { reviewer: "R1", value: rationalOf("9") },
    { reviewer: "R4", value: rationalOf("2") },
    { reviewer: "R2", value: rationalOf("2") },
    { reviewer: "R5", value: rationalOf("5") },
  ];
  const { value, dropped, tooFewToDrop } = aggregate(drop(), given);
  expect([textOf(value), dropped, tooFewToDrop]).toEqual(["16/3", { highest: ["R1"], lowest: ["R2"] }, false]);
});

test("equal values lose two different reviewers and nothing of their value", () => {
  const { value, dropped } = aggregate(drop(), values("7", "7", "7"));
  expect([textOf(value), dropped]).toEqual(["7/1", { highest: ["R1"], lowest: ["R2"] }]);
});

test("two at each end are named from the most extreme inwards", () => {
  const { value, dropped } = aggregate(drop({ each: 2 }), values("1", "9", "5", "2", "8"));
  expect([textOf(value), dropped]).toEqual(["5/1", { highest: ["R2", "R5"], lowest: ["R1", "R4"] }]);
});

test("with too few values all are averaged and that is flagged, or the rule holds", () => {
  expect(aggregate(drop(), values("1", "4"))).toEqual({ value: rational(5n, 2n), dropped: null, tooFewToDrop: true });
  expect(aggregate(drop({ tooFew: "hold" }), values("1", "4"))).toMatchObject({ value: null, tooFewToDrop: true });
  expect(textOf(aggregate(drop({ enabledFrom: 5 }), values("1", "2", "3", "10")).value)).toBe("4/1");
  expect(textOf(aggregate(drop({ enabledFrom: 4 }), values("1", "2", "3", "10")).value)).toBe("5/2");
  expect(aggregate(drop({ each: 2, enabledFrom: 2 }), values("1", "2", "3", "10")).tooFewToDrop).toBe(true);
  expect(aggregate(drop({ enabledFrom: 1 }), values("1", "2")).tooFewToDrop).toBe(true);
});

test("dropping none is the mean, and no value at all stays none", () => {
  expect(textOf(aggregate(drop({ each: 0, enabledFrom: 1 }), values("1", "4")).value)).toBe("5/2");
  const nothing = { value: null, dropped: null, tooFewToDrop: false };
  expect(aggregate({ kind: "mean" }, [])).toEqual(nothing);
  expect(aggregate(drop(), [])).toEqual(nothing);
});

test("who is dropped and the value do not depend on the order of the reviews", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 9 });
  const rules = fc.constantFrom<AggregateRule>({ kind: "median" }, drop(), drop({ each: 2 }), drop({ each: 3 }));
  fc.assert(
    fc.property(scores, rules, fc.nat(), (given, rule, turn) => {
      const all = values(...given.map(String));
      const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)].toReversed();
      expect(aggregate(rule, turned)).toEqual(aggregate(rule, all));
      const { value, dropped } = aggregate(rule, all);
      const gone = new Set([...(dropped?.highest ?? []), ...(dropped?.lowest ?? [])]);
      const kept = all.flatMap(({ reviewer, value: own }) => (gone.has(reviewer) ? [] : [Number(own.numerator)]));
      if (dropped && value) {
        expect(gone.size).toBe(2 * dropped.highest.length);
        const expected = rational(BigInt(kept.reduce((sum, own) => sum + own, 0)), BigInt(kept.length));
        expect(value).toEqual(expected);
      }
    }),
    { numRuns: instances },
  );
});
