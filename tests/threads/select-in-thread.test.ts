import { expect, test } from "vitest";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import { selectInThread } from "#app/threads/select-in-thread.ts";
import { aPerson, aRule } from "#tests/domain/selection/cohort.ts";

const rule = aRule({ tracks: [{ id: "a", seats: 40 }], tieBreakers: [{ by: "lottery" }] });
const draw = { seed: "00ff", label: "thread" };

function inputOf(size: number) {
  const people = Array.from({ length: size }, (_, at) => aPerson(`${at + 1}`, `${60 + ((at * 7) % 37)}`));
  return { rule, people, draw };
}

test("a large cohort gets the same outcome from a thread, and the event loop turns meanwhile", async () => {
  const input = inputOf(1_500);
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 1);
  const outcome = await selectInThread(input);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(0);
  expect(outcome).toEqual(selectCohort(input));
  expect(outcome).toMatchObject({ status: "complete", seats: 40 });
});

test("a small cohort gets it at once", async () => {
  const input = inputOf(60);
  expect(await selectInThread(input)).toEqual(selectCohort(input));
});

test("a fault in the thread is a fault here", async () => {
  const input = inputOf(1_000);
  const faulty = { ...input, people: [...input.people, null as never] };
  await expect(selectInThread(faulty)).rejects.toThrow(TypeError);
});
