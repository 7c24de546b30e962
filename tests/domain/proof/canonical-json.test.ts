import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalBytes, canonicalJson, type Json } from "#app/domain/proof/canonical-json.ts";
import { instances } from "#tests/support/instances.ts";

test("members are sorted by UTF-16 code units, whatever their order, without spaces", () => {
  const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
  const keys = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
  expect(Object.keys(JSON.parse(canonicalJson(value)) as object).toSorted()).toEqual(keys.toSorted());
  const positions = keys.map((key) => canonicalJson(value).indexOf(`${JSON.stringify(key)}:`));
  expect(positions).toEqual(positions.toSorted((left, right) => left - right));
  expect(canonicalJson({ b: [1, { d: null, c: true }], a: "가" })).toBe('{"a":"가","b":[1,{"c":true,"d":null}]}');
});

test("numbers and text are written the ECMAScript way", () => {
  expect(canonicalJson([1e21, 1e-7, 0.1, -0, 100, 333333333.3333333])).toBe("[1e+21,1e-7,0.1,0,100,333333333.3333333]");
  expect(canonicalJson('"\\\b\f\n\r\t\u000f/<')).toBe('"\\"\\\\\\b\\f\\n\\r\\t\\u000f/<"');
});

test("bytes are UTF-8", () => {
  expect([...canonicalBytes("선")]).toEqual([34, 0xec, 0x84, 0xa0, 34]);
});

test("what has no canonical form is refused", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "\ud800", "\udc00x", { "\ud800": 1 }] as Json[]) {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  }
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  for (const value of [
    [1n],
    undefined,
    [undefined],
    Array.from<Json>({ length: 1 }),
    Object.assign([], { length: 1 }),
    Symbol.iterator,
  ])
    expect(() => canonicalJson(value as unknown as Json)).toThrow(TypeError);
});

test("the text reads back to the same value and is its own canonical form", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
      const written = canonicalJson(value as Json);
      expect(canonicalJson(JSON.parse(written) as Json)).toBe(written);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: instances },
  );
});

test("an empty list, an empty object and nothing are written as they are", () => {
  expect(canonicalJson([[], {}, "", null, false])).toBe('[[],{},"",null,false]');
});

test("numbers are those of RFC 8785, appendix B", () => {
  const numbers: readonly (readonly [string, string])[] = [
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555555", "333333333.3333333"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ];
  for (const [bits, text] of numbers) expect(canonicalJson(Buffer.from(bits, "hex").readDoubleBE())).toBe(text);
});

test("whole characters beyond the basic plane stay, halves in the wrong order are refused", () => {
  expect(canonicalJson("😂a😂")).toBe('"😂a😂"');
  for (const text of ["\ude02\ud83d", "a\ud83d", "\ud83d\ud83d\ude02", "\ud83d\ude02\ude02"])
    expect(() => canonicalJson(text)).toThrow("half a character");
  expect(() => canonicalJson(Number.NaN)).toThrow("no such number");
});
