import type { Selectable, Updateable } from "kysely";
import { parseAnswers, type Answers } from "#app/domain/application/answers.ts";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Application = Omit<Selectable<Database["application"]>, "answers"> & { readonly answers: Answers };

export async function findApplication(db: Db, id: string): Promise<Application | undefined> {
  const row = await db.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toApplication(row);
}

export async function getApplication(db: Db, id: string): Promise<Application> {
  return toApplication(await db.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
}

/** The one application of this person in this cohort that was not withdrawn. */
export async function findLiveApplication(
  db: Db,
  { cohortId, applicantId }: { cohortId: string; applicantId: string },
): Promise<Application | undefined> {
  const row = await db
    .selectFrom("application")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("applicantId", "=", applicantId)
    .where("status", "<>", "withdrawn")
    .executeTakeFirst();
  return row && toApplication(row);
}

export type OwnApplication = Pick<
  Application,
  "id" | "cohortId" | "status" | "applicationNumber" | "submittedAt" | "savedAt" | "definitionId" | "firstChoice"
> & { readonly slug: string; readonly titleKo: string; readonly titleEn: string };

/** Newest first, for the applicant's own page. */
export async function listApplicationsOfApplicant(db: Db, applicantId: string): Promise<readonly OwnApplication[]> {
  return db
    .selectFrom("application")
    .innerJoin("cohort", "cohort.id", "application.cohortId")
    .select([
      "application.id",
      "application.cohortId",
      "application.status",
      "application.applicationNumber",
      "application.submittedAt",
      "application.savedAt",
      "application.definitionId",
      "application.firstChoice",
      "cohort.slug",
      "cohort.titleKo",
      "cohort.titleEn",
    ])
    .where("application.applicantId", "=", applicantId)
    .orderBy("application.createdAt", "desc")
    .limit(100)
    .execute();
}

export async function insertApplication(
  db: Db,
  application: Pick<Application, "academyId" | "cohortId" | "applicantId" | "definitionId" | "name" | "email"> & {
    readonly answers?: Answers;
    readonly now: Date;
  },
): Promise<string> {
  const { now, answers = {}, ...values } = application;
  const id = newId(now);
  await db
    .insertInto("application")
    .values({
      id,
      ...values,
      status: "draft",
      applicationNumber: null,
      answers: JSON.stringify(answers),
      revision: 0,
      birthDate: null,
      phone: null,
      firstChoice: null,
      secondChoice: null,
      acceptOther: null,
      createdAt: now.toISOString(),
      savedAt: now.toISOString(),
      submittedAt: null,
      withdrawnAt: null,
      excludedReason: null,
    })
    .execute();
  return id;
}

/** First line of every act on one application: nobody else writes it until this one is done. */
export async function lockApplication(db: Db, id: string): Promise<void> {
  await db
    .updateTable("application")
    .set((eb) => ({ revision: eb.ref("revision") }))
    .where("id", "=", id)
    .execute();
}

/** Stores answers over `revision`; false when somebody saved meanwhile, and nothing is stored. */
export async function saveAnswers(
  db: Db,
  { id, answers, revision, now }: { id: string; answers: Answers; revision: number; now: Date },
): Promise<boolean> {
  const saved = await db
    .updateTable("application")
    .set({ answers: JSON.stringify(answers), revision: revision + 1, savedAt: now.toISOString() })
    .where("id", "=", id)
    .where("revision", "=", revision)
    .returning("id")
    .executeTakeFirst();
  return saved !== undefined;
}

export type SubmittedColumns = Pick<
  Application,
  "name" | "birthDate" | "phone" | "email" | "firstChoice" | "secondChoice" | "acceptOther"
>;

/** The final submission: what is searched and selected by is copied out of the answers. */
export async function saveSubmittedApplication(
  db: Db,
  submitted: SubmittedColumns & {
    readonly id: string;
    readonly status: ApplicationStatus;
    readonly applicationNumber: string;
    readonly definitionId: string;
    readonly answers: Answers;
    readonly submittedAt: Date;
  },
): Promise<void> {
  const { id, answers, submittedAt, ...values } = submitted;
  await db
    .updateTable("application")
    .set((eb) => ({
      ...values,
      answers: JSON.stringify(answers),
      submittedAt: submittedAt.toISOString(),
      // A page that was open before the submission may not save over it.
      revision: eb("revision", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

export async function saveApplicationStatus(
  db: Db,
  { id, status, now, excludedReason }: { id: string; status: ApplicationStatus; now: Date; excludedReason?: string },
): Promise<void> {
  const change: Updateable<Database["application"]> = {
    status,
    ...(status === "withdrawn" ? { withdrawnAt: now.toISOString() } : {}),
    ...(excludedReason === undefined ? {} : { excludedReason }),
  };
  await db.updateTable("application").set(change).where("id", "=", id).execute();
}

function toApplication({ answers, ...row }: Selectable<Database["application"]>): Application {
  return { ...row, answers: parseAnswers(answers) };
}
