import { describe, expect, test } from "vitest";
import { ageStanding } from "#app/domain/programme/birth-window.ts";
import type { AgeRule } from "#app/domain/programme/eligibility.ts";
import { sampleDefinition } from "#tests/domain/programme/broken-copy.ts";

describe("KOREA 7.2: birth dates and service", () => {
  const rule = (name: "ai" | "gcc") =>
    sampleDefinition(name).eligibility.find(({ type }) => type === "age_range") as AgeRule;

  test.each([
    ["1985-03-17", "too_old"],
    ["1985-03-18", "within"],
    ["2007-03-17", "within"],
    ["2007-03-18", "too_young"],
    ["2004-02-29", "within"],
  ])("born %s, the notice of 2025-03-17 says %s", (birthDate, standing) => {
    expect(ageStanding(rule("ai"), { birthDate })).toBe(standing);
  });

  test.each([
    [11, "too_old", "within"],
    [12, "within", "within"],
    [24, "within", "within"],
  ])("%i months of service let in who is too old by two years: %s; by one: %s", (serviceMonths, byTwo, byOne) => {
    expect(ageStanding(rule("gcc"), { birthDate: "1984-01-14", serviceMonths })).toBe(byTwo);
    expect(ageStanding(rule("gcc"), { birthDate: "1984-01-15", serviceMonths })).toBe(byOne);
  });
});
