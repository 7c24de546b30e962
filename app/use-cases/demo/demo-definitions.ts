import { readFileSync } from "node:fs";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { shiftDefinition } from "#app/domain/programme/shift-calendar.ts";
import { weeksToShift, type Wish } from "#app/domain/programme/weeks-to-shift.ts";
import { koreanHolidays } from "../korean-holidays.ts";

const samples = new URL("../../../db/samples/", import.meta.url);

function readSample(name: "ai-academy" | "gcc-academy"): ProgrammeDefinition {
  return JSON.parse(readFileSync(new URL(`${name}.json`, samples), "utf8")) as ProgrammeDefinition;
}

function movedTo(definition: ProgrammeDefinition, now: Date, wish: Wish): ProgrammeDefinition {
  return shiftDefinition(definition, weeksToShift(definition, now, wish), koreanHolidays);
}

/** AI Academy 6, its final result the next thing to come. */
export function aiAcademy6(now: Date): ProgrammeDefinition {
  return movedTo(readSample("ai-academy"), now, { next: "finalResult" });
}

/** GCC Academy 2, applications just closed. */
export function gccAcademy2(now: Date): ProgrammeDefinition {
  return movedTo(readSample("gcc-academy"), now, { lastPast: "application.end" });
}

/** A third cohort with the rules of AI Academy, taking applications today. */
export function aiAcademy7(now: Date): ProgrammeDefinition {
  const sixth = readSample("ai-academy");
  const renamed: ProgrammeDefinition = {
    ...sixth,
    slug: "ai-academy-7",
    cohort: { ...sixth.cohort, number: 7, label: { ko: "제7기", en: "7th cohort" } },
    title: {
      ko: "제7기 인공지능사관학교 교육생 선발 (예시)",
      en: "AI Academy Gwangju, 7th cohort: trainee selection (sample)",
    },
    shortTitle: { ko: "AI사관학교 7기", en: "AI Academy 7" },
    numbering: {
      ...sixth.numbering,
      application: { ...sixth.numbering.application, pattern: "AI07-{seq:5}", example: "AI07-00123" },
    },
  };
  return movedTo(renamed, now, { inside: "application" });
}
