import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalBytes, canonicalJson, type Json } from "#app/domain/proof/canonical-json.ts";

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
  expect(() => canonicalJson([1n] as unknown as Json)).toThrow(TypeError);
});

test("the text reads back to the same value and is its own canonical form", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
      const written = canonicalJson(value as Json);
      expect(canonicalJson(JSON.parse(written) as Json)).toBe(written);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
