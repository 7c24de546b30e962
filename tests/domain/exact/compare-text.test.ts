import { expect, test } from "vitest";
import { compareText } from "#app/domain/exact/compare-text.ts";

test("text is ordered by its code units: capitals before small letters, Hangul after both", () => {
  expect(compareText("a", "b")).toBe(-1);
  expect(compareText("b", "a")).toBe(1);
  expect(compareText("a", "a")).toBe(0);
  expect(["나", "b", "가", "B", "a"].toSorted(compareText)).toEqual(["B", "a", "b", "가", "나"]);
});

test("a text that begins another stands before it", () => {
  expect(compareText("AI06-1", "AI06-10")).toBe(-1);
  expect(compareText("", "A")).toBe(-1);
});
