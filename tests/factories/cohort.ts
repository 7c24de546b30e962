import { readFileSync } from "node:fs";
import type { AccountActor, Role } from "#app/domain/access/actor.ts";
import type { Answer, Answers } from "#app/domain/application/answers.ts";
import { copiesOf } from "#app/domain/application/copies.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { formatNumber } from "#app/domain/programme/numbering.ts";
import { shiftDefinition } from "#app/domain/programme/shift-calendar.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import type { Db } from "#db/connect.ts";
import { newId } from "#db/id.ts";
import { insertAcademy } from "#db/queries/academies.ts";
import { insertApplication, saveSubmittedApplication } from "#db/queries/applications.ts";
import { insertCohort, savePhase, takeApplicationSequence } from "#db/queries/cohorts.ts";
import { insertDefinitionVersion } from "#db/queries/definition-versions.ts";
import { completeAnswers } from "#tests/factories/answers.ts";

export { completeAnswers };

/** A Wednesday, 10:00 in Seoul; the cohorts made here close on the Monday after it (GCC and AI) at 18:00. */
export const factoryNow = new Date("2026-11-25T01:00:00.000Z");

export type SampleName = "ai-academy" | "gcc-academy";

export type OpenCohort = {
  readonly academyId: string;
  readonly cohortId: string;
  readonly definitionId: string;
  readonly definition: ProgrammeDefinition;
  readonly slug: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly now: Date;
};

type CohortWishes = {
  readonly sample?: SampleName;
  /** Seats by track id, or about so many in all, at least one a track. */
  readonly seats?: number | Readonly<Record<string, number>>;
  readonly slug?: string;
  readonly academyId?: string;
  readonly now?: Date;
  readonly edit?: (definition: ProgrammeDefinition) => ProgrammeDefinition;
};

/** An academy with one cohort of a sample, opened, its calendar moved so that `now` lies inside the application window. */
export async function anOpenCohort(db: Db, wishes: CohortWishes = {}): Promise<OpenCohort> {
  const now = wishes.now ?? factoryNow;
  const academyId = wishes.academyId ?? (await anAcademy(db, now));
  const definition = aDefinition(wishes);
  const slug = wishes.slug ?? `${definition.slug}-${newId(now).slice(-6)}`;
  const [cohortId, definitionId] = [newId(now), newId(now)];
  await insertCohort(db, {
    id: cohortId,
    academyId,
    slug,
    titleKo: definition.title.ko,
    titleEn: definition.title.en,
    seats: definition.capacity,
    definitionId,
    now,
  });
  const written = JSON.stringify(definition);
  await insertDefinitionVersion(db, {
    id: definitionId,
    cohortId,
    version: 1,
    definition: written,
    sha256: sha256Hex(written),
    reason: "first version",
    createdBy: null,
    now,
  });
  for (const { id: stageKey, order: position } of stagesInOrder(definition)) {
    await db
      .insertInto("stage")
      .values({ id: newId(now), cohortId, stageKey, position, status: "waiting" })
      .execute();
  }
  await savePhase(db, { cohortId, phase: "open", now });
  const window = windowOf(definition, "application");
  return { academyId, cohortId, definitionId, definition, slug, opensAt: window.start, closesAt: window.end, now };
}

/** A sample's definition as `anOpenCohort` stores it. */
export function aDefinition({ sample = "gcc-academy", seats, now = factoryNow, edit }: CohortWishes = {}) {
  const original = JSON.parse(
    readFileSync(new URL(`../../db/samples/${sample}.json`, import.meta.url), "utf8"),
  ) as ProgrammeDefinition;
  const week = 7 * 86_400_000;
  const soon = now.getTime() + 86_400_000;
  const weeks = Math.ceil((soon - windowOf(original, "application").end.getTime()) / week);
  const seated = seats === undefined ? original : withSeats(original, seats);
  const shifted = shiftDefinition(seated, weeks);
  return edit ? edit(shifted) : shifted;
}

function withSeats(definition: ProgrammeDefinition, seats: number | Readonly<Record<string, number>>) {
  const capacityOf = (id: string, capacity: number) =>
    typeof seats === "number"
      ? Math.max(1, Math.round((seats * capacity) / definition.capacity))
      : (seats[id] ?? capacity);
  const tracks = definition.tracks.map((track) => ({ ...track, capacity: capacityOf(track.id, track.capacity) }));
  return { ...definition, tracks, capacity: tracks.reduce((sum, { capacity }) => sum + capacity, 0) };
}

export async function anAcademy(db: Db, now: Date = factoryNow): Promise<string> {
  const slug = `academy-${newId(now).slice(-8)}`;
  return insertAcademy(db, { slug, nameKo: "(예시) 가상 사관학교", nameEn: "(sample) Imaginary Academy", now });
}

type PersonWishes = Partial<Pick<AccountActor, "name" | "email" | "language">> & { readonly now?: Date };

/** Somebody with an account and no application yet. */
export async function anApplicant(db: Db, wishes: PersonWishes = {}): Promise<AccountActor> {
  return aPerson(db, { role: "applicant", academyId: null, ...wishes });
}

/** A reviewer, an administrator or an auditor of an academy. */
export async function aStaffMember(
  db: Db,
  wishes: PersonWishes & { readonly role: Exclude<Role, "applicant">; readonly academyId: string },
): Promise<AccountActor> {
  return aPerson(db, wishes);
}

async function aPerson(
  db: Db,
  {
    role,
    academyId,
    name = "가상인",
    language = "ko",
    now = factoryNow,
    ...wishes
  }: PersonWishes & {
    readonly role: Role;
    readonly academyId: string | null;
  },
): Promise<AccountActor> {
  const accountId = newId(now);
  const email = wishes.email ?? `${role}-${accountId.slice(-12)}@people.example`;
  const createdAt = now.toISOString();
  await db
    .insertInto("account")
    .values({
      id: accountId,
      email,
      passwordHash: null,
      name,
      role,
      academyId,
      language,
      emailVerifiedAt: createdAt,
      disabledAt: null,
      createdAt,
    })
    .execute();
  return { kind: "account", accountId, role, academyId, name, email, language };
}

export type SubmittedApplication = {
  readonly applicationId: string;
  readonly applicantId: string;
  readonly applicationNumber: string;
  readonly applicant: AccountActor;
  readonly answers: Answers;
};

/** A submitted application as it stands in the database, written by queries and not through the form. */
export async function aSubmittedApplication(
  db: Db,
  {
    cohort,
    applicant,
    answers: overrides = {},
    now = cohort.now,
  }: {
    readonly cohort: OpenCohort;
    readonly applicant?: AccountActor;
    readonly answers?: Readonly<Record<string, Answer | undefined>>;
    readonly now?: Date;
  },
): Promise<SubmittedApplication> {
  const person = applicant ?? (await anApplicant(db, { now }));
  const answers = completeAnswers(cohort.definition, { name: person.name, email: person.email, ...overrides });
  const { academyId, cohortId, definitionId, definition } = cohort;
  const applicationId = await insertApplication(db, {
    academyId,
    cohortId,
    definitionId,
    applicantId: person.accountId,
    name: person.name,
    email: person.email,
    now,
  });
  const seq = await takeApplicationSequence(db, cohortId);
  const applicationNumber = formatNumber(definition.numbering.application.pattern, {
    seq,
    year: definition.cohort.year,
  });
  await saveSubmittedApplication(db, {
    id: applicationId,
    status: "submitted",
    applicationNumber,
    definitionId,
    answers,
    submittedAt: now,
    ...copiesOf(answers),
  });
  return { applicationId, applicantId: person.accountId, applicationNumber, applicant: person, answers };
}
