import { describe, expect, test } from "vitest";
import type { ScoreTable } from "#app/domain/review/score-import.ts";
import { importScores, tryImport } from "#app/use-cases/import-scores.ts";
import type { Db } from "#db/connect.ts";
import { listImportedRows } from "#db/queries/stage-inputs.ts";
import { insertStageEntries } from "#db/queries/stage-entries.ts";
import { saveStage } from "#db/queries/stages.ts";
import { aSubmittedApplication, anOpenCohort, aStaffMember } from "#tests/factories/cohort.ts";
import { must } from "#tests/factories/reviewing.ts";
import { freshDatabase } from "#tests/support/database.ts";

const stageKey = "precourse";
const file = { fileName: "사전학습.csv", sha256: "0".repeat(64) };

describe("importing the scores of a stage", () => {
  test("stores exact decimals, and a second file replaces the first", async () => {
    const { db, of, administrator, now, inStage } = await aStageToImport();
    const [one, two] = inStage;
    const first = tableOf([one!.applicationNumber, "85.50", "40.1"], [two!.applicationNumber, "100", "0"]);
    expect(must(await importScores(db, administrator, { ...of, ...file, table: first, now }))).toMatchObject({
      rows: 2,
      absent: 0,
    });
    expect((await listImportedRows(db, of)).get(one!.applicationId)).toEqual({ progress: "85.5", assignment: "40.1" });

    must(
      await importScores(db, administrator, {
        ...of,
        ...file,
        table: tableOf([two!.applicationNumber, "9", "9"]),
        now,
      }),
    );
    expect([...(await listImportedRows(db, of)).keys()]).toEqual([two!.applicationId]);
    expect((await db.selectFrom("scoreImport").select("rowCount").execute()).map(({ rowCount }) => rowCount)).toEqual([
      2, 1,
    ]);
  });

  test("shows beforehand who has no row, and stores nothing while it only tries", async () => {
    const { db, of, administrator, inStage } = await aStageToImport();
    const table = tableOf([inStage[0]!.applicationNumber, "85.50", "40.1"]);
    const tried = must(await tryImport(db, administrator, { ...of, table }));
    expect(tried.absent).toEqual([inStage[1]!.applicationNumber]);
    expect(tried.columns.map(({ header, limit }) => [header, limit])).toEqual([
      ["진도율", "100"],
      ["과제점수", "50"],
    ]);
    expect(await listImportedRows(db, of)).toEqual(new Map());
  });

  test("imports nothing when one row is wrong", async () => {
    const { db, of, administrator, now, inStage, outside } = await aStageToImport();
    const table = tableOf([inStage[0]!.applicationNumber, "85", "40"], [outside.applicationNumber, "85", "40"]);
    expect(await importScores(db, administrator, { ...of, ...file, table, now })).toMatchObject({
      refusal: { kind: "problems", problems: [{ row: 3, reason: "not_in_stage" }] },
    });
    expect(await listImportedRows(db, of)).toEqual(new Map());
  });

  test("is refused for a stage that is reviewed, closed, or somebody else's", async () => {
    const { db, of, administrator, inStage } = await aStageToImport();
    const table = tableOf([inStage[0]!.applicationNumber, "85", "40"]);
    expect(await tryImport(db, administrator, { ...of, stageKey: "document", table })).toMatchObject({
      refusal: { kind: "stage-not-imported" },
    });
    expect(await tryImport(db, administrator, { ...of, stageKey: "test", table })).toMatchObject({
      refusal: { kind: "stage-not-open" },
    });
    expect(await tryImport(db, inStage[0]!.applicant, { ...of, table })).toMatchObject({
      refusal: { kind: "not-yours" },
    });
    await saveStage(db, { ...of, status: "closed" });
    expect(await tryImport(db, administrator, { ...of, table })).toMatchObject({ refusal: { kind: "stage-closed" } });
  });
});

async function aStageToImport() {
  const db: Db = await freshDatabase();
  const cohort = await anOpenCohort(db, { sample: "ai-academy" });
  const administrator = await aStaffMember(db, { role: "administrator", academyId: cohort.academyId });
  const people = [];
  for (let index = 0; index < 3; index += 1) people.push(await aSubmittedApplication(db, { cohort }));
  const [one, two, outside] = people;
  const inStage = [one!, two!];
  const { cohortId, now } = cohort;
  const entries = inStage.map(({ applicationId }, index) => ({ applicationId, evaluationNumber: `1000${index}` }));
  await insertStageEntries(db, { cohortId, stageKey, entries, now });
  await saveStage(db, { cohortId, stageKey, status: "open" });
  return { db, of: { cohortId, stageKey }, administrator, inStage, outside: outside!, now };
}

function tableOf(...rows: readonly (readonly string[])[]): ScoreTable {
  return [["접수번호", "진도율", "과제점수"], ...rows].map((cells, index) => ({ row: index + 1, cells }));
}
