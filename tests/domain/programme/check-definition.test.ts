import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDefinition, formatMistake, parseDefinition } from "#app/domain/programme/check-definition.ts";
import { all, readSample, remove, repeat, set, type SampleName } from "./broken-copy.ts";

const samples: readonly SampleName[] = ["ai", "gcc"];

describe("accepted definitions", () => {
  test.each(samples)("the sample %s has no mistake and comes back unchanged", (name) => {
    expect(checkDefinition(readSample(name))).toEqual([]);
    expect(parseDefinition(readSample(name))).toEqual({ ok: true, value: readSample(name) });
  });

  test("the optional keys are accepted", () => {
    const json = readSample("ai");
    all(
      set("quotas[0].counting", "one_to_one"),
      set("ranking.rankOn", "exact"),
      set("announcement.publicationLevel", "P1"),
      set("stages[0].scoreStep", 0.5),
      set("form.$comment", "Notes may stand anywhere."),
      set("ranking.tieBreakers[5].by", "lottery"),
      set("ranking.tieBreakers[5].prefer", "drawn"),
      set("choices.assignment", "deferred_acceptance"),
    )(json);

    expect(checkDefinition(json)).toEqual([]);
  });

  test("fields of the types that the samples do not use are accepted", () => {
    const json = readSample("ai");
    all(
      repeat("form.sections[5].fields[0]", {
        id: "work",
        type: "file",
        optionsFrom: undefined,
        accept: ["pdf"],
        maxFiles: 1,
      }),
      repeat("form.sections[0].fields[1]", { id: "video", type: "link" }),
    )(json);
    const row = { id: "title", type: "text", label: { ko: "제목", en: "Title" }, required: true };
    repeat("form.sections[0].fields[1]", {
      id: "works",
      type: "repeat",
      maxLength: undefined,
      items: [row],
      maxItems: 3,
    })(json);

    expect(checkDefinition(JSON.parse(JSON.stringify(json)))).toEqual([]);
  });
});

describe("mistakes", () => {
  test("one slip does not hide the others", () => {
    const json = readSample("ai");
    all(set("capacity", 331), set("bonus.cap", "five"), remove("event:notice"))(json);

    expect(checkDefinition(json).map(({ path }) => path)).toEqual(["bonus.cap", "calendar.events", "capacity"]);
  });

  test("a mistake is written on one line in either language", () => {
    const json = readSample("ai");
    set("choices.assignment", "a\nb")(json);
    Object.assign(json as object, { "a\nb": 1 });

    for (const mistake of checkDefinition(json)) {
      expect(formatMistake(mistake, "ko")).toMatch(/^[^\n]+: [^\n]+$/);
      expect(formatMistake(mistake, "en")).toMatch(/^[^\n]+: [^\n]+$/);
    }
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a list", []],
    ["a list of definitions", [{}]],
    ["a text", "{}"],
    ["a number that is none", Number.NaN],
    ["an infinite number", Infinity],
    ["true", true],
    ["a function", () => 1],
    ["a map", new Map([["tracks", []]])],
  ])("%s is refused", (_name, json) => {
    expect(checkDefinition(json).length).toBeGreaterThan(0);
  });

  test("an empty object lacks every part", () => {
    const paths = checkDefinition({}).map(({ path }) => path);

    expect(paths).toEqual(expect.arrayContaining(["schemaVersion", "tracks", "stages", "notifications"]));
  });

  test("keys that reach into every object are refused wherever they stand", () => {
    const text = JSON.stringify(readSample("ai"));
    const poisoned: unknown = JSON.parse(text.replace('"regions":{', '"regions":{"__proto__":{"label":1},'));

    expect(checkDefinition(poisoned).map(({ path }) => path)).toEqual(["regions.__proto__"]);
    expect(checkDefinition(JSON.parse('{"constructor":{"prototype":1}}'))).toHaveLength(1);
  });

  test("a document without end is refused", () => {
    const circle: Record<string, unknown> = {};
    circle["tracks"] = circle;

    expect(checkDefinition(circle)).toHaveLength(1);
    expect(checkDefinition({ tracks: Array.from({ length: 50_000 }, () => 1) })).toHaveLength(1);
  });
});

describe("whatever the input is", () => {
  test("checking never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        expect(checkDefinition(json).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (json) => {
        expect(checkDefinition(json).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  test.each(samples)("any one value of %s deleted or replaced is answered, never thrown", (name) => {
    const places = placesOf(readSample(name));
    const replacement = fc.oneof(
      fc.constant(remove),
      fc.oneof(fc.jsonValue(), fc.constantFrom("", " ", "2025-02-30", -1, 0, 1e21, 1e-9, null, [], {}, [null], [[]])),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), replacement, (place, value) => {
        const json = readSample(name);
        change(json, place, value);

        for (const mistake of checkDefinition(json)) {
          expect(mistake.path).not.toBe("");
          expect(formatMistake(mistake, "ko")).toMatch(/[가-힣]/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each(samples)("any whole part of %s replaced by any other part is answered", (name) => {
    const keys = Object.keys(readSample(name) as object);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.constantFrom(...keys), (one, other) => {
        const json = readSample(name) as Record<string, unknown>;
        json[one] = json[other];
        checkDefinition(json);
      }),
      { numRuns: 60 },
    );
  });
});

type Place = readonly (string | number)[];

function placesOf(json: unknown, place: Place = []): Place[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => [[...place, key], ...placesOf(value, [...place, key])]);
}

function change(json: unknown, place: Place, value: unknown): void {
  const parent = place.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], json);
  const key = place.at(-1)!;
  if (value !== remove) (parent as Record<string, unknown>)[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as Record<string, unknown>)[key];
}
