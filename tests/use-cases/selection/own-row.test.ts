import { expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import type { Json } from "#app/domain/proof/canonical-json.ts";
import { verifyOwnRow } from "#app/domain/proof/row-commitment.ts";
import { askNeededTotals } from "#app/use-cases/ask-needed-totals.ts";
import { makeDueRecords } from "#app/use-cases/make-due-records.ts";
import { recordOfRun } from "#app/use-cases/record-of-run.ts";
import { findOwnOpening } from "#db/queries/selection-records.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { nodeSha256 } from "#tests/outside/demo-records.ts";
import { aPublishedSelection } from "./published-selection.ts";

test("a published run gets its record once; everybody's own row is proved by it, and a changed number is not", async () => {
  const db = await freshDatabase();
  const { cohort, runId } = await aPublishedSelection(db);
  const now = new Date("2026-05-10T03:00:00.000Z");
  expect(await makeDueRecords(db, now)).toBe(1);
  expect(await makeDueRecords(db, now)).toBe(0);

  const openings = await db.selectFrom("recordOpening").selectAll().execute();
  expect(openings.length).toBeGreaterThan(3);
  for (const { applicationId } of openings) {
    const own = (await findOwnOpening(db, applicationId))!;
    const row = JSON.parse(own.disclosed) as { readonly stages: Record<string, string | null>; readonly ref: string };
    const proof = {
      row: row as Json,
      salt: own.disclosedSalt,
      index: own.leafIndex,
      size: own.size,
      proof: JSON.parse(own.proof) as string[],
    };
    expect(verifyOwnRow(proof, own.disclosedRoot)).toBe(true);
    const changed = { ...row, stages: { ...row.stages, document: "99" } };
    expect(verifyOwnRow({ ...proof, row: changed }, own.disclosedRoot)).toBe(false);
    // Nothing of anybody else, and no name of one's own.
    for (const other of openings.filter((each) => each.applicationId !== applicationId)) {
      expect(own.disclosed).not.toContain((JSON.parse(other.disclosed) as { ref: string }).ref);
    }
  }

  // The record that is exported afterwards is the same one: what people hold as proof stays true.
  const again = await recordOfRun(db, systemActor, {
    runId,
    secretsFor: () => {
      throw new Error("the portal has them");
    },
    sha256: nodeSha256,
    now,
  });
  const head = await db.selectFrom("selectionRecord").selectAll().executeTakeFirstOrThrow();
  expect(again.ok && [again.value.root, again.value.roots.disclosed]).toEqual([head.root, head.disclosedRoot]);
  expect(cohort.cohortId).toBe(head.cohortId);
});

test("two workers that come to a published run at once make one record of it, and neither fails", async () => {
  const db = await freshDatabase();
  await aPublishedSelection(db);
  const now = new Date("2026-05-10T03:00:00.000Z");
  const made = await Promise.all([makeDueRecords(db, now), makeDueRecords(db, now)]);
  expect(made.toSorted()).toEqual([0, 1]);
  const heads = await db.selectFrom("selectionRecord").select("size").execute();
  const openings = await db.selectFrom("recordOpening").select("id").execute();
  expect(heads).toEqual([{ size: openings.length }]);
});

test("who met the minimums and has no seat is asked what would have been needed, once", async () => {
  const db = await freshDatabase();
  await aPublishedSelection(db);
  const now = new Date("2026-05-10T03:00:00.000Z");
  await makeDueRecords(db, now);
  expect(await askNeededTotals(db, now)).toBeGreaterThan(0);
  while ((await askNeededTotals(db, now)) > 0);
  const rows = await db.selectFrom("recordOpening").selectAll().execute();
  expect(rows.every(({ neededAt }) => neededAt !== null)).toBe(true);
  const seated = await db.selectFrom("decision").select("applicationId").where("outcome", "=", "selected").execute();
  const needed = rows.filter(({ neededTotal }) => neededTotal !== null);
  expect(needed.length).toBeGreaterThan(0);
  for (const { applicationId } of seated) expect(needed.map((row) => row.applicationId)).not.toContain(applicationId);
});
