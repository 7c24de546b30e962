import { expect, test } from "vitest";
import { doorAt } from "#app/domain/application/door.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const { start, end } = windowOf(definition, "application");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

test("the door opens at the first instant and closes at the last: 17:59:59.999 is in time, 18:00:00.000 is late", () => {
  expect(doorAt("open", definition, after(start, -1))).toBe("not_yet");
  expect(doorAt("open", definition, start)).toBe("open");
  expect(doorAt("open", definition, after(end, -1))).toBe("open");
  expect(doorAt("open", definition, end)).toBe("over");
});

test("what arrived in time is in time although the close was recorded meanwhile", () => {
  expect(doorAt("closed", definition, after(end, -1))).toBe("open");
});

test("a cohort that nobody opened takes nothing, and one in review nothing more", () => {
  expect(doorAt("draft", definition, after(end, -1))).toBe("not_yet");
  expect(doorAt("in_review", definition, after(end, -1))).toBe("over");
});
