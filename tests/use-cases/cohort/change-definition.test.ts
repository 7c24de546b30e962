import { expect, test } from "vitest";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { changeDefinition, previewDefinitionChange } from "#app/use-cases/change-definition.ts";
import { getApplication } from "#db/queries/applications.ts";
import { getCohort, savePhase } from "#db/queries/cohorts.ts";
import { listDefinitionVersions } from "#db/queries/definition-versions.ts";
import { listStagesOfCohort } from "#db/queries/stages-of-cohort.ts";
import { anOpenCohort, aStaffMember, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function anOpenCohortWithSomebody() {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const administrator = await aStaffMember(db, { role: "administrator", academyId: cohort.academyId });
  const applied = await aSubmittedApplication(db, { cohort });
  const change = (edited: unknown, reason = "minutes 12: wording corrected") =>
    changeDefinition(db, administrator, {
      cohortId: cohort.cohortId,
      text: JSON.stringify(edited),
      reason,
      now: cohort.now,
    });
  return { db, cohort, administrator, applied, change };
}

async function pathsOf(answer: Awaited<ReturnType<typeof changeDefinition>>): Promise<readonly string[]> {
  if (answer.ok || typeof answer.refusal === "string") throw new Error("not refused for its mistakes");
  return answer.refusal.mistakes.map(({ path }) => path);
}

const withSummary = (definition: ProgrammeDefinition) => ({ ...definition, summary: { ko: "새 요약", en: "New" } });

test("a change makes a new version with its reason; what was made before keeps the old one", async () => {
  const { db, cohort, applied, change } = await anOpenCohortWithSomebody();
  const changed = await change(withSummary(cohort.definition));
  if (!changed.ok) throw new Error("refused");

  expect(changed.value.changes.map(({ path }) => path)).toEqual(["summary.ko", "summary.en"]);
  expect(changed.value.touched).toEqual({ submitted: 1, drafts: 0 });
  expect((await getCohort(db, cohort.cohortId)).definitionId).toBe(changed.value.definitionId);
  expect((await getApplication(db, applied.applicationId)).definitionId).toBe(cohort.definitionId);
  const versions = await listDefinitionVersions(db, cohort.cohortId);
  expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
    [2, "minutes 12: wording corrected"],
    [1, "first version"],
  ]);
});

test("the preview says the same and stores nothing", async () => {
  const { db, cohort, administrator } = await anOpenCohortWithSomebody();
  const text = JSON.stringify(withSummary(cohort.definition));
  const preview = await previewDefinitionChange(db, administrator, {
    cohortId: cohort.cohortId,
    text,
    now: cohort.now,
  });
  expect(preview).toMatchObject({ ok: true, value: { touched: { submitted: 1, drafts: 0 } } });
  expect(await listDefinitionVersions(db, cohort.cohortId)).toHaveLength(1);
});

test("without a reason, without a difference or with another address nothing changes", async () => {
  const { db, cohort, change } = await anOpenCohortWithSomebody();
  expect(await change(withSummary(cohort.definition), "  ")).toEqual({ ok: false, refusal: "reason-missing" });
  expect(await pathsOf(await change(cohort.definition))).toEqual(["$"]);
  expect(await pathsOf(await change({ ...cohort.definition, slug: "another-address" }))).toEqual(["slug"]);
  expect(await listDefinitionVersions(db, cohort.cohortId)).toHaveLength(1);
});

test("a stage that has begun keeps its rule, its place and its name may change", async () => {
  const { db, cohort, change } = await anOpenCohortWithSomebody();
  await db.updateTable("stage").set({ status: "open" }).where("stageKey", "=", "document").execute();
  const [document, interview] = cohort.definition.stages;
  if (!document || !interview) throw new Error("the sample has two stages");

  const stricter = { ...cohort.definition, stages: [{ ...document, minScore: 70 }, interview] };
  expect(await pathsOf(await change(stricter))).toEqual(["stages[document].minScore"]);
  const renamed = { ...document, title: { ko: "서류", en: "Papers" } };
  expect((await change({ ...cohort.definition, stages: [renamed, interview] })).ok).toBe(true);
  expect((await listStagesOfCohort(db, cohort.cohortId)).map(({ stageKey }) => stageKey)).toEqual([
    "document",
    "interview",
  ]);
});

test("after the close the window stays, after the approval the rules of selection stay", async () => {
  const { db, cohort, change } = await anOpenCohortWithSomebody();
  await savePhase(db, { cohortId: cohort.cohortId, phase: "closed", now: cohort.now });
  const events = cohort.definition.calendar.events.map((event) =>
    event.key === "application" ? { ...event, end: `${event.end?.slice(0, 11)}17:00:00+09:00` } : event,
  );
  const moved = { ...cohort.definition, calendar: { ...cohort.definition.calendar, events } };
  expect(await pathsOf(await change(moved))).toContain("calendar.events[application].end");

  await savePhase(db, { cohortId: cohort.cohortId, phase: "confirmed", now: cohort.now });
  const ranking = { ...cohort.definition.ranking, minimumTotal: 61 };
  expect(await pathsOf(await change({ ...cohort.definition, ranking }))).toEqual(["ranking.minimumTotal"]);
  expect((await change(withSummary(cohort.definition))).ok).toBe(true);
});
