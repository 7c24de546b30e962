import { CompiledQuery } from "kysely";
import { describe, expect, test } from "vitest";
import { isSamePerson, SAME_PERSON } from "#app/domain/application/same-person.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { withdrawApplication } from "#app/use-cases/withdraw-application.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";
import type { Db } from "#db/connect.ts";
import { getApplication } from "#db/queries/applications.ts";
import { listEligibilityFlags } from "#db/queries/eligibility-flags.ts";
import { anOpenCohort, type OpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { freshDatabase } from "#tests/support/database.ts";

const person = { name: "가상인", birthDate: "2000-01-31", phone: "010-0000-7777" };

async function submitted(db: Db, cohort: OpenCohort, answers: Readonly<Record<string, string>> = person) {
  const draft = await aReadyDraft(db, { cohort, answers });
  await submitApplication(db, draft.applicant, { ...draft, arrivedAt: cohort.now, now: cohort.now });
  return draft;
}

async function doubts(db: Db, applicationId: string): Promise<readonly string[]> {
  const flags = await listEligibilityFlags(db, applicationId);
  return flags.filter(({ ruleKey }) => ruleKey === SAME_PERSON).map(({ detail }) => detail.answer);
}

async function numberOf(db: Db, applicationId: string): Promise<string> {
  return (await getApplication(db, applicationId)).applicationNumber ?? "";
}

describe("KOREA 7.3: one person applying twice under two e-mails", () => {
  test("is told to staff on both applications, by their numbers, and on a third", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const one = await submitted(db, cohort);
    expect(await doubts(db, one.applicationId)).toEqual([]);
    const two = await submitted(db, cohort, { ...person, name: "가상 인".normalize("NFD"), phone: "01000007777" });
    const [first, second] = [await numberOf(db, one.applicationId), await numberOf(db, two.applicationId)];
    expect(await doubts(db, one.applicationId)).toEqual([second]);
    expect(await doubts(db, two.applicationId)).toEqual([first]);

    const three = await submitted(db, cohort);
    expect(await doubts(db, three.applicationId)).toEqual([`${first}, ${second}`]);
    expect(await doubts(db, one.applicationId)).toEqual([`${second}, ${await numberOf(db, three.applicationId)}`]);
  });

  test("is no longer told once another submission shows somebody else; the others keep their doubt", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const [one, two, three] = [await submitted(db, cohort), await submitted(db, cohort), await submitted(db, cohort)];
    const section = cohort.definition.form.sections.find(({ fields }) => fields.some(({ id }) => id === "phone"))!;
    const { revision, answers } = await getApplication(db, three.applicationId);
    const values = { ...answers, phone: "010-0000-8888" };
    const at = { arrivedAt: cohort.now, now: cohort.now };
    const saved = await saveDraft(db, three.applicant, {
      applicationId: three.applicationId,
      sectionId: section.id,
      values,
      revision,
      ...at,
    });
    expect(saved.ok).toBe(true);
    expect(await doubts(db, three.applicationId)).toEqual([]);
    expect(await doubts(db, one.applicationId)).toEqual([await numberOf(db, two.applicationId)]);
    expect(await doubts(db, two.applicationId)).toEqual([await numberOf(db, one.applicationId)]);
  });

  test("is not one person where a mark differs, in another cohort, in a draft, or after a withdrawal", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const one = await submitted(db, cohort);
    await submitted(db, cohort, { ...person, birthDate: "2000-02-01" });
    await submitted(db, cohort, { ...person, name: "가상아" });
    await submitted(db, await anOpenCohort(db));
    await aReadyDraft(db, { cohort, answers: person });
    expect(await doubts(db, one.applicationId)).toEqual([]);

    await withdrawApplication(db, one.applicant, {
      applicationId: one.applicationId,
      now: cohort.now,
    });
    const again = await aReadyDraft(db, { cohort, applicant: one.applicant, answers: person });
    await submitApplication(db, one.applicant, { ...again, arrivedAt: cohort.now, now: cohort.now });
    expect(await doubts(db, again.applicationId)).toEqual([]);
  });

  test("is looked for through an index", async () => {
    const db = await freshDatabase();
    const { sql } = db
      .selectFrom("application")
      .select("id")
      .where("cohortId", "=", "c")
      .where("birthDate", "=", "b")
      .where("phone", "=", "p")
      .compile();
    const plan = { sql: `explain query plan ${sql}`, parameters: ["c", "b", "p"] };
    const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(plan.sql, plan.parameters));
    expect(JSON.stringify(rows)).toContain("application_cohort_id_birth_date_phone_index");
  });
});

test("whoever left a mark empty is nobody's double", () => {
  expect(isSamePerson(person, { ...person })).toBe(true);
  for (const mark of ["name", "birthDate", "phone"] as const) {
    const less = { ...person, [mark]: "" };
    expect(isSamePerson(less, less)).toBe(false);
  }
});
