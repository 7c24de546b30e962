import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageStanding, birthWindow, extensionYears, fullYears } from "#app/domain/programme/birth-window.ts";
import { addDays } from "#app/domain/programme/day.ts";
import type { AgeRule } from "#app/domain/programme/eligibility.ts";
import { sampleDefinition } from "./broken-copy.ts";

const ruleOf = (name: "ai" | "gcc") =>
  sampleDefinition(name).eligibility.find((rule) => rule.type === "age_range") as AgeRule;

describe("full years", () => {
  test.each([
    ["1985-03-17", "2025-03-17", 40],
    ["1985-03-18", "2025-03-17", 39],
    ["2007-03-17", "2025-03-17", 18],
    ["2007-03-18", "2025-03-17", 17],
    ["2004-02-29", "2022-02-28", 17],
    ["2004-02-29", "2022-03-01", 18],
    ["2004-02-29", "2024-02-28", 19],
    ["2004-02-29", "2024-02-29", 20],
    ["2000-01-01", "2000-01-01", 0],
  ])("born %s, on %s: %i", (birthDate, onDate, years) => {
    expect(fullYears(birthDate, onDate)).toBe(years);
  });
});

describe("the window of birth dates", () => {
  test.each([
    ["2025-03-17", 18, 39, "1985-03-18", "2007-03-17"],
    ["2025-01-14", 18, 39, "1985-01-15", "2007-01-14"],
    ["2024-02-29", 18, 39, "1984-03-01", "2006-02-28"],
    ["2025-02-28", 18, 39, "1985-03-01", "2007-02-28"],
    ["2024-02-28", 18, 39, "1984-02-29", "2006-02-28"],
    ["2025-12-31", 18, 39, "1986-01-01", "2007-12-31"],
  ])("on %s, ages %i to %i: %s to %s", (referenceDate, min, max, bornFrom, bornTo) => {
    expect(birthWindow({ referenceDate, min, max })).toEqual({ bornFrom, bornTo });
  });

  test("its two days are inside, the days beside it are not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }).map((days) => addDays("1990-01-01", days)),
        fc.integer({ min: 14, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        (referenceDate, min, more) => {
          const rule = { referenceDate, min, max: min + more };
          const { bornFrom, bornTo } = birthWindow(rule);
          const standing = (birthDate: string) => ageStanding(rule, { birthDate });

          expect([standing(bornFrom), standing(bornTo)]).toEqual(["within", "within"]);
          expect([standing(addDays(bornFrom, -1)), standing(addDays(bornTo, 1))]).toEqual(["too_old", "too_young"]);
        },
      ),
    );
  });
});

describe("standing against the rule", () => {
  test("four birth dates around the AI Academy's notice", () => {
    const standings = ["1985-03-17", "1985-03-18", "2007-03-17", "2007-03-18"].map((birthDate) =>
      ageStanding(ruleOf("ai"), { birthDate, serviceMonths: 24 }),
    );

    expect(standings).toEqual(["too_old", "within", "within", "too_young"]);
  });

  test.each([
    ["1985-01-14", 0, "too_old"],
    ["1985-01-14", 1, "within"],
    ["1984-01-15", 11, "within"],
    ["1984-01-14", 11, "too_old"],
    ["1984-01-14", 12, "within"],
    ["1983-01-14", 23, "too_old"],
    ["1983-01-14", 24, "within"],
    ["1982-01-15", 60, "within"],
    ["1982-01-14", 60, "too_old"],
  ])("GCC, born %s with %i months of service: %s", (birthDate, serviceMonths, standing) => {
    expect(ageStanding(ruleOf("gcc"), { birthDate, serviceMonths })).toBe(standing);
  });

  test("without service nothing is added, and a text that is no day is said to be none", () => {
    expect(ageStanding(ruleOf("gcc"), { birthDate: "1985-01-14" })).toBe("too_old");
    expect(ageStanding(ruleOf("gcc"), { birthDate: "2001-02-29" })).toBe("no_day");
    expect(ageStanding(ruleOf("gcc"), { birthDate: "" })).toBe("no_day");
  });

  test("an extension never exceeds its limit, and a switched-off one adds nothing", () => {
    const extension = { enabled: true, maxYears: 2, table: [{ monthsFrom: 24, years: 3 }] };

    expect(extensionYears(extension, 30)).toBe(2);
    expect(extensionYears({ ...extension, enabled: false }, 30)).toBe(0);
  });
});
