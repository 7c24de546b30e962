import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { createCohort } from "#app/use-cases/create-cohort.ts";
import { findCohortBySlug, getCohort } from "#db/queries/cohorts.ts";
import { getDefinition, getDefinitionText, listDefinitionVersions } from "#db/queries/definition-versions.ts";
import { listStagesOfCohort } from "#db/queries/stages-of-cohort.ts";
import { anAcademy, aStaffMember, factoryNow as now } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

const sample = readFileSync("db/samples/ai-academy.json", "utf8");

async function anOffice() {
  const db = await freshDatabase();
  const academyId = await anAcademy(db);
  return { db, academyId, administrator: await aStaffMember(db, { role: "administrator", academyId }) };
}

test("a sample becomes a draft cohort with its first version, word for word, and every stage waiting", async () => {
  const { db, academyId, administrator } = await anOffice();
  const created = await createCohort(db, administrator, { academyId, text: sample, now });
  if (!created.ok) throw new Error("refused");

  const cohort = await getCohort(db, created.value.cohortId);
  expect(cohort).toMatchObject({ slug: "ai-academy-6", phase: "draft", seats: 330, academyId });
  expect(await getDefinitionText(db, cohort.definitionId)).toBe(sample);
  const [version] = await listDefinitionVersions(db, cohort.id);
  expect(version).toMatchObject({ version: 1, sha256: sha256Hex(sample) });
  const stages = await listStagesOfCohort(db, cohort.id);
  expect(stages.map(({ stageKey, position, status }) => [stageKey, position, status])).toEqual([
    ["document", 1, "waiting"],
    ["precourse", 2, "waiting"],
    ["test", 3, "waiting"],
    ["interview", 4, "waiting"],
  ]);
});

test("the calendar moves by whole weeks when asked, weekdays and clock stay", async () => {
  const { db, academyId, administrator } = await anOffice();
  const created = await createCohort(db, administrator, { academyId, text: sample, weeks: 52, now });
  if (!created.ok) throw new Error("refused");
  const { calendar } = await getDefinition(db, created.value.definitionId);
  expect(calendar.events.find(({ key }) => key === "application")?.end).toBe("2026-04-13T18:00:00+09:00");
});

test("text that a browser sent with CRLF gives the digest of the file", async () => {
  const { db, academyId, administrator } = await anOffice();
  const created = await createCohort(db, administrator, { academyId, text: sample.replaceAll("\n", "\r\n"), now });
  if (!created.ok) throw new Error("refused");
  expect((await listDefinitionVersions(db, created.value.cohortId))[0]?.sha256).toBe(sha256Hex(sample));
});

test("broken JSON, a broken rule and a taken address are refused with their place, and nothing is stored", async () => {
  const { db, academyId, administrator } = await anOffice();
  await createCohort(db, administrator, { academyId, text: sample, now });
  const refusalOf = async (text: string) => {
    const answer = await createCohort(db, administrator, { academyId, text, now });
    if (answer.ok || answer.refusal === "not-yours") throw new Error("not refused for its mistakes");
    return answer.refusal.mistakes;
  };
  const second = sample.replace('"ai-academy-6"', '"ai-academy-8"');

  expect((await refusalOf(sample)).map(({ path }) => path)).toEqual(["slug"]);
  const [cut] = await refusalOf(second.slice(0, -20));
  expect(cut?.path).toBe("$");
  expect(cut?.sentence.en).toContain("not JSON");
  expect((await refusalOf(second.replace('"capacity": 330', '"capacity": 331'))).length).toBeGreaterThan(0);
  expect(await findCohortBySlug(db, "ai-academy-8")).toBeUndefined();
});

test("an administrator of another academy creates nothing here", async () => {
  const { db, academyId } = await anOffice();
  const stranger = await aStaffMember(db, { role: "administrator", academyId: await anAcademy(db) });
  expect(await createCohort(db, stranger, { academyId, text: sample, now })).toEqual({
    ok: false,
    refusal: "not-yours",
  });
});
