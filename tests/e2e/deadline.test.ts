import { expect, test } from "@playwright/test";
import { rushToDeadline } from "#tests/bench/deadline-rush.ts";

test("a server that is killed in the last second loses nothing it acknowledged, and gives no number twice", async () => {
  test.setTimeout(120_000);
  const { answers, stored, defects } = await rushToDeadline({ database: "sqlite:", people: 60, late: 6, kill: true });
  expect(defects).toEqual([]);
  expect(answers.filter(({ kind }) => kind === "acknowledged").length).toBeLessThanOrEqual(stored.submitted);
  expect(stored.submitted).toBeGreaterThan(0);
});
