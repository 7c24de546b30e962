import { readFileSync } from "node:fs";
import type { AccountActor } from "#app/domain/access/actor.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { Db } from "#db/connect.ts";
import { newId } from "#db/id.ts";
import { insertAcademy } from "#db/queries/academies.ts";
import { insertCohort, savePhase } from "#db/queries/cohorts.ts";
import { insertDefinitionVersion } from "#db/queries/definition-versions.ts";
import { insertStages } from "#db/queries/stages.ts";

type Draft<Value> = Value extends object ? { -readonly [Key in keyof Value]: Draft<Value[Key]> } : Value;
export type DefinitionDraft = Draft<ProgrammeDefinition>;

/** A moment after the application window and before every answer is due. */
export const at = (text: string) => new Date(`${text}+09:00`);
export const today = at("2026-05-10T10:00:00");

/** The GCC sample with two tracks: 2 seats for games, 1 for webtoons; its dates lie in May and June 2026. */
export function smallDefinition(change: (draft: DefinitionDraft) => void = () => {}): ProgrammeDefinition {
  const draft = JSON.parse(
    readFileSync(new URL("../../../db/samples/gcc-academy.json", import.meta.url), "utf8"),
  ) as DefinitionDraft;
  draft.tracks = draft.tracks
    .filter(({ id }) => id === "game" || id === "webtoon")
    .map((track) => ({ ...track, capacity: track.id === "game" ? 2 : 1 }));
  draft.capacity = 3;
  draft.reserve.percentOfCapacity = 50;
  draft.reserve.validUntil = "2026-06-26T18:00:00+09:00";
  draft.acceptance.confirmBy = "2026-06-05T18:00:00+09:00";
  change(draft);
  return draft as ProgrammeDefinition;
}

export type Person = {
  readonly number: string;
  readonly first: string;
  readonly second?: string;
  readonly status?: ApplicationStatus;
  /** Bonus items whose proof was verified. */
  readonly claims?: readonly string[];
};

export type SmallCohort = {
  readonly db: Db;
  readonly cohortId: string;
  readonly academyId: string;
  readonly definitionId: string;
  readonly first: AccountActor;
  readonly second: AccountActor;
  readonly stranger: AccountActor;
  readonly reviewers: readonly string[];
  readonly idOf: (number: string) => string;
};

/** A cohort whose applications are closed, with two administrators, five reviewers and the given people. */
export async function aClosedCohort(
  db: Db,
  people: readonly Person[],
  definition: ProgrammeDefinition = smallDefinition(),
): Promise<SmallCohort> {
  const now = at("2026-05-01T09:00:00");
  const academyId = await insertAcademy(db, { slug: "academy", nameKo: "시험학원", nameEn: "Test Academy", now });
  const other = await insertAcademy(db, { slug: "other", nameKo: "다른학원", nameEn: "Other Academy", now });
  const definitionId = newId(now);
  const { slug, title, capacity: seats } = definition;
  const cohort = { academyId, slug, titleKo: title.ko, titleEn: title.en, seats, definitionId, now };
  const cohortId = await insertCohort(db, cohort);
  await insertDefinitionVersion(db, {
    id: definitionId,
    cohortId,
    version: 1,
    definition: JSON.stringify(definition),
    sha256: "0".repeat(64),
    reason: "test",
    createdBy: null,
    now,
  });
  await savePhase(db, { cohortId, phase: "closed", now });
  await insertStages(db, { cohortId, stageKeys: definition.stages.map(({ id }) => id), now });

  const first = await anAccount(db, "first", { role: "administrator", academyId });
  const second = await anAccount(db, "second", { role: "administrator", academyId });
  const stranger = await anAccount(db, "stranger", { role: "administrator", academyId: other });
  const reviewers: string[] = [];
  for (const name of ["r1", "r2", "r3", "r4", "r5"]) {
    reviewers.push((await anAccount(db, name, { role: "reviewer", academyId })).accountId);
  }
  const ids = new Map<string, string>();
  for (const person of people)
    ids.set(person.number, await anApplication(db, { academyId, cohortId, definitionId }, person));
  const idOf = (number: string) => ids.get(number)!;
  return { db, cohortId, academyId, definitionId, first, second, stranger, reviewers, idOf };
}

async function anAccount(
  db: Db,
  name: string,
  { role, academyId }: { role: AccountActor["role"]; academyId: string | null },
): Promise<AccountActor> {
  const accountId = newId(today);
  const email = `${name}@people.example`;
  const language = "ko" as const;
  const row = { email, name, role, academyId, language, passwordHash: null, emailVerifiedAt: null, disabledAt: null };
  await db
    .insertInto("account")
    .values({ id: accountId, ...row, createdAt: today.toISOString() })
    .execute();
  return { kind: "account", accountId, role, academyId, name, email, language };
}

type Where = { readonly academyId: string; readonly cohortId: string; readonly definitionId: string };

async function anApplication(
  db: Db,
  where: Where,
  { number, first, second, status, claims = [] }: Person,
): Promise<string> {
  const applicant = await anAccount(db, `p${number}`, { role: "applicant", academyId: null });
  const id = newId(today);
  const isDraft = status === "draft";
  const submittedAt = at("2026-05-02T09:00:00").toISOString();
  await db
    .insertInto("application")
    .values({
      id,
      ...where,
      applicantId: applicant.accountId,
      status: status ?? "submitted",
      applicationNumber: isDraft ? null : number,
      answers: "{}",
      revision: 1,
      name: `가상 ${number}`,
      birthDate: "2000-01-01",
      phone: null,
      email: applicant.email,
      firstChoice: first,
      secondChoice: second ?? null,
      acceptOther: "yes",
      createdAt: submittedAt,
      savedAt: submittedAt,
      submittedAt: isDraft ? null : submittedAt,
      withdrawnAt: null,
      excludedReason: null,
    })
    .execute();
  for (const itemKey of claims) {
    const decided = { decidedBy: null, decidedAt: submittedAt, reason: null };
    await db
      .insertInto("bonusClaim")
      .values({
        id: newId(today),
        cohortId: where.cohortId,
        applicationId: id,
        itemKey,
        status: "verified",
        ...decided,
      })
      .execute();
  }
  return id;
}

export type Sheet = {
  readonly number: string;
  readonly reviewer: number;
  readonly scores: Readonly<Record<string, number>>;
};

/** Handed-in sheets; scores in whole points or hundredths of them. */
export async function handIn(
  { db, cohortId, reviewers, idOf }: SmallCohort,
  stageKey: string,
  sheets: readonly Sheet[],
) {
  for (const { number, reviewer, scores } of sheets) {
    const id = newId(today);
    await db
      .insertInto("review")
      .values({
        id,
        cohortId,
        stageKey,
        applicationId: idOf(number),
        reviewerId: reviewers[reviewer]!,
        batchId: null,
        status: "submitted",
        position: 1,
        comment: "",
        totalHundredths: null,
        revision: 1,
        assignedAt: today.toISOString(),
        savedAt: today.toISOString(),
        submittedAt: today.toISOString(),
        cancelledAt: null,
        cancelReason: null,
      })
      .execute();
    const rows = Object.entries(scores).map(([criterionKey, points]) => ({
      reviewId: id,
      criterionKey,
      hundredths: Math.round(points * 100),
    }));
    await db.insertInto("reviewScore").values(rows).execute();
  }
}

const documentParts = { motivation: 20, portfolio: 40, readiness: 20, plan: 20 };
const interviewParts = { job: 30, creative: 25, teamwork: 20, will: 25 };

/** Sheets whose totals are the given ones, spread evenly over the criteria. */
export function sheetsOf(
  stageKey: "document" | "interview",
  number: string,
  totals: readonly number[],
): readonly Sheet[] {
  const parts = stageKey === "document" ? documentParts : interviewParts;
  return totals.map((total, reviewer) => ({
    number,
    reviewer,
    scores: Object.fromEntries(Object.entries(parts).map(([id, max]) => [id, (max * total) / 100])),
  }));
}

/** Three sheets with this mean, or five whose mean is this once the highest and the lowest are dropped. */
export const document = (number: string, mean: number) => sheetsOf("document", number, [mean - 1, mean, mean + 1]);
export const interview = (number: string, mean: number) =>
  sheetsOf("interview", number, [mean - 20, mean, mean, mean, mean + 10]);
