import { expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { approveSelection } from "#app/use-cases/approve-selection.ts";
import { decideTie } from "#app/use-cases/decide-tie.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { today } from "./small-cohort.ts";
import { untilSelection } from "./small-selection.ts";

test("the portal itself may try a selection out, and neither runs the official one, nor decides, nor approves", async () => {
  const db = await freshDatabase();
  const { cohortId, first } = await untilSelection(db);

  expect(await runSelection(db, systemActor, { cohortId, kind: "tryout", now: today })).toMatchObject({ ok: true });
  expect(await runSelection(db, systemActor, { cohortId, kind: "official", now: today })).toMatchObject({
    refusal: "not-yours",
  });

  const run = await runSelection(db, first, { cohortId, kind: "official", now: today });
  const runId = run.ok ? run.value.runId : "";
  expect(await approveSelection(db, systemActor, { cohortId, runId, now: today })).toMatchObject({ ok: false });
  const decision = { cohortId, runId, numbers: ["A", "C"], minuteNumber: "1", reason: "의결", now: today };
  expect(await decideTie(db, systemActor, decision)).toMatchObject({ refusal: "not-yours" });
});
