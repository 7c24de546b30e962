import { expect, test } from "vitest";
import { closesAt, doorAt, ownDoorAt } from "#app/domain/application/door.ts";
import type { CohortPhase } from "#app/domain/cohort/phase.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const { start, end } = windowOf(definition, "application");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

function door(phase: CohortPhase, arrivedAt: Date, closedAt: Date = end) {
  return doorAt({ phase, closedAt: phase === "closed" ? closedAt.toISOString() : null }, definition, arrivedAt);
}

test("the door opens at the first instant and closes at the last: 17:59:59.999 is in time, 18:00:00.000 is late", () => {
  expect(door("open", after(start, -1))).toBe("not_yet");
  expect(door("open", start)).toBe("open");
  expect(door("open", after(end, -1))).toBe("open");
  expect(door("open", end)).toBe("over");
});

test("what arrived in time is in time although the close was recorded meanwhile", () => {
  expect(door("closed", after(end, -1))).toBe("open");
});

test("a cohort that nobody opened takes nothing, and one in review nothing more", () => {
  expect(door("draft", after(end, -1))).toBe("not_yet");
  expect(door("in_review", after(end, -1))).toBe("over");
});

test("where a person closed early, what arrived until then is in time and what came after is late", () => {
  const early = after(end, -60_000);

  expect(door("closed", after(early, -1), early)).toBe("open");
  expect(door("closed", early, early)).toBe("over");
});

function ownDoor(phase: CohortPhase, arrivedAt: Date, extendedUntil: Date | null) {
  const cohort = { phase, closedAt: phase === "closed" ? end.toISOString() : null };
  return ownDoorAt({ cohort, definition, extendedUntil, arrivedAt });
}

test("an extension holds the door of one application open until its own instant, which is too late", () => {
  const until = after(end, 3_600_000);

  expect(ownDoor("closed", end, null)).toBe("over");
  expect(ownDoor("closed", end, until)).toBe("open");
  expect(ownDoor("open", after(until, -1), until)).toBe("open");
  expect(ownDoor("closed", until, until)).toBe("over");
  expect(ownDoor("open", after(start, -1), until)).toBe("not_yet");
  expect(closesAt(definition, until)).toEqual(until);
  expect(closesAt(definition, null)).toEqual(end);
});

test("when the first stage has begun, no extension opens the door any more", () => {
  const until = after(end, 3_600_000);

  expect(ownDoor("in_review", end, until)).toBe("over");
  expect(ownDoor("published", end, until)).toBe("over");
});
