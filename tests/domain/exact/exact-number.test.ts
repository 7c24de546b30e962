import { expect, test } from "vitest";
import { isExactNumber } from "#app/domain/exact/exact-number.ts";

const exact = ["0", "7", "120", "-3", "0.5", "87.335", "-0.000001", "1/3", "-22/7", "10/20", "1/03", "12/345"];
const none = [
  "",
  " ",
  "1.",
  ".5",
  "1.0000001",
  "1,5",
  "1e3",
  "a",
  "-",
  "--1",
  "+1",
  "x1",
  "1x",
  "1/0",
  "1/00",
  "1/",
  "1/2/3",
  "1/-2",
  "0.5a",
  "1/a",
  "a/1",
  "1.a",
];

test.each(exact)("%s is an exact number", (text) => {
  expect(isExactNumber(text)).toBe(true);
});

test.each(none)("“%s” is none", (text) => {
  expect(isExactNumber(text)).toBe(false);
});

test.each([1, 0.5, 1n, null, undefined, {}, ["1"]])("a value that is no text is none: %s", (value) => {
  expect(isExactNumber(value)).toBe(false);
});
