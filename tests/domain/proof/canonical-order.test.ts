import { expect, test } from "vitest";
import { canonicalJson } from "#app/domain/proof/canonical-json.ts";
import { canonicalOrder } from "#app/domain/proof/canonical-order.ts";

test("members come in the order of RFC 8785, each value changed, whatever names came before", () => {
  const inOrder = canonicalOrder((value: number, name) => `${name}${value}`);
  const records = [{ b: 1, a: 2 }, { b: 3, a: 4 }, { a: 5, b: 6 }, { b: 7 }, { "€": 1, "\r": 2, é: 3 }, {}];
  expect(records.map((record) => JSON.stringify(inOrder(record as Record<string, number>)))).toEqual([
    '{"a":"a2","b":"b1"}',
    '{"a":"a4","b":"b3"}',
    '{"a":"a5","b":"b6"}',
    '{"b":"b7"}',
    '{"\\r":"\\r2","é":"é3","€":"€1"}',
    "{}",
  ]);
});

test("a member called __proto__ is a member like any other", () => {
  const inOrder = canonicalOrder((value: string) => value);
  const record = JSON.parse('{"b":"1","__proto__":"2"}') as Record<string, string>;
  expect(JSON.stringify(inOrder(record))).toBe('{"__proto__":"2","b":"1"}');
});

test("text that is already in order is written as it stands, and half a character is still refused there", () => {
  expect(canonicalJson({ a: "\\ud", b: ["\u20ac", -0, true, null] })).toBe('{"a":"\\\\ud","b":["€",0,true,null]}');
  expect(() => canonicalJson({ a: "\ud83d" })).toThrow(RangeError);
  expect(canonicalJson({ 10: "x", 9: "y" })).toBe('{"10":"x","9":"y"}');
});
