import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "#app/domain/proof/canonical-json.ts";
import { readJson } from "#app/domain/proof/read-json.ts";
import { instances } from "#tests/support/instances.ts";

test("JSON text is read as it is, however deep and whatever its texts hold", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "grapheme" }), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(readJson(text)).toEqual(JSON.parse(text));
    }),
    { numRuns: instances },
  );
});

describe("a member that stands twice in one object is refused", () => {
  test.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"a":3}',
    '{"x":{"a":1 , "a" :2}}',
    '[0,{"a":{},"a":[]}]',
    '{"a":1,"\\u0061":2}',
    '{"\\\\":1,"\\u005c":2}',
    '{"":1,"":2}',
    '{"a":{"b":1},"a":2}',
    '{"a":["a"],"c":[{"a":1}],"a":2}',
  ])("%s", (text) => {
    expect(() => readJson(text)).toThrow(/stands twice in one object/);
    expect(() => readJson(text)).toThrow(SyntaxError);
  });
});

test("the name is told", () => {
  expect(() => readJson('{"점수":1,"점수":2}')).toThrow('the member "점수" stands twice in one object');
});

describe("the same name in different objects, or in a text, is not twice", () => {
  test.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a"}',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a\\"":1,"a":2}',
    '{"a":["x","x"],"b":[{"a":1}]}',
    '{"a":"\\\\","b":"\\\\"}',
    '{"a":1,"A":1}',
    '{"a":":","b":":"}',
  ])("%s", (text) => {
    expect(readJson(text)).toEqual(JSON.parse(text));
  });
});

test("a member called __proto__ is a member like any other", () => {
  expect(canonicalJson(readJson('{"b":1,"__proto__":{"a":[1]}}'))).toBe('{"__proto__":{"a":[1]},"b":1}');
});

test("what is no JSON is refused", () => {
  for (const text of ["", "{", "{'a':1}", '{"a":1,}', "NaN", '"\n"', "[1] 2"])
    expect(() => readJson(text)).toThrow(SyntaxError);
});

test("a long text is read", () => {
  const long: Json = ["x".repeat(100_000), '\\"'.repeat(100_000)];
  expect(readJson(JSON.stringify(long))).toEqual(long);
});
