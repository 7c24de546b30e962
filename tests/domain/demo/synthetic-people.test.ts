import { describe, expect, test } from "vitest";
import { parseAnswers } from "#app/domain/application/answers.ts";
import { syntheticApplication } from "#app/domain/demo/synthetic-answers.ts";
import { syntheticId } from "#app/domain/demo/synthetic-id.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import { fieldsOf } from "#app/domain/programme/form.ts";
import { regionsOf } from "#app/domain/programme/region.ts";
import { aDefinition, type SampleName } from "#tests/factories/cohort.ts";

const noticeDay = "2026-11-02";

function people(sample: SampleName, count = 150) {
  const definition = aDefinition({ sample });
  const tracks = definition.tracks.map(({ id }) => id);
  const applications = Array.from({ length: count }, (_, index) =>
    syntheticApplication({ seed: "test", definition, index, firstChoice: tracks[index % tracks.length]!, noticeDay }),
  );
  return { definition, applications };
}

describe.each<SampleName>(["ai-academy", "gcc-academy"])("made-up people of %s", (sample) => {
  const { definition, applications } = people(sample);

  test("are the same from the same seed, and others from another", () => {
    expect(people(sample).applications).toEqual(applications);
    const [first] = applications;
    const other = { definition, index: 0, firstChoice: first!.firstChoice, noticeDay };
    expect(syntheticApplication({ ...other, seed: "other" })).not.toEqual(first);
  });

  test("cannot be real: reserved addresses and telephone numbers, a street that says so, no resident number", () => {
    for (const { person, answers } of applications) {
      expect(person.email).toMatch(/@applicant\.example$/);
      expect(person.phone).toMatch(/^010-000\d-\d{4}$/);
      expect(person.address.road).toContain("가상로");
      expect(containsResidentNumber(JSON.stringify(answers))).toBe(false);
    }
    expect(new Set(applications.map(({ person }) => person.email)).size).toBe(applications.length);
    expect(new Set(applications.map(({ person }) => person.name)).size).toBe(applications.length);
  });

  test("answer only fields of the form, each as it can be read again", () => {
    const fields = new Set(fieldsOf(definition).map(({ id }) => id));
    for (const { answers } of applications) {
      expect(Object.keys(answers).filter((id) => !fields.has(id))).toEqual([]);
      expect(parseAnswers(JSON.stringify(answers))).toEqual(answers);
    }
  });

  test("name two different tracks that exist, and claim only items that do", () => {
    const tracks = definition.tracks.map(({ id }) => id);
    const items = definition.bonus.items.map(({ id }) => id);
    for (const { firstChoice, secondChoice, claims } of applications) {
      expect(tracks).toContain(firstChoice);
      if (secondChoice !== null) expect(tracks).toContain(secondChoice);
      expect(secondChoice).not.toBe(firstChoice);
      expect(claims.filter((claim) => !items.includes(claim))).toEqual([]);
    }
  });

  test("write texts of the length that the form asks for", () => {
    for (const field of fieldsOf(definition).filter(({ type }) => type === "textarea")) {
      const texts = applications.map(({ answers }) => String(answers[field.id] ?? "")).filter((text) => text !== "");
      expect(texts.filter((text) => text.length > (field.maxLength ?? Infinity))).toEqual([]);
      expect(texts.filter((text) => text.length < (field.minLength ?? 0))).toEqual([]);
    }
  });

  test("live in the region by the name that it bears on the day of the notice", () => {
    const [region] = Object.keys(definition.regions);
    for (const day of ["2026-03-01", "2026-11-02"]) {
      const locals = Array.from({ length: 60 }, (_, index) => {
        const firstChoice = definition.tracks[0]!.id;
        return syntheticApplication({ seed: "test", definition, index, firstChoice, noticeDay: day }).person;
      });
      for (const { address, isLocal } of locals)
        expect(regionsOf(definition, address, day).includes(region!), address.sido).toBe(isLocal);
      expect(locals.some(({ isLocal }) => isLocal) && locals.some(({ isLocal }) => !isLocal)).toBe(true);
    }
  });
});

test("a made-up id is a UUIDv8, the same for the same thing and different for another", () => {
  const id = syntheticId({ seed: "s", kind: "account", key: "1" });

  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(syntheticId({ seed: "s", kind: "account", key: "1" })).toBe(id);
  expect(syntheticId({ seed: "s", kind: "account", key: "2" })).not.toBe(id);
  expect(syntheticId({ seed: "s", kind: "cohort", key: "1" })).not.toBe(id);
});
