import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

/** `answers` holds the sealed snapshot: the answers, the consents that stood and the files' hashes. */
export type Submission = Selectable<Database["applicationSubmission"]>;

/** Every final submission of an application, first to last. */
export async function listSubmissions(db: Db, applicationId: string): Promise<readonly Omit<Submission, "answers">[]> {
  return db
    .selectFrom("applicationSubmission")
    .select(["id", "applicationId", "cohortId", "definitionId", "number", "sha256", "arrivedAt", "createdAt"])
    .where("applicationId", "=", applicationId)
    .orderBy("number")
    .execute();
}

/** One submission with what was handed in, by its number. */
export async function findSubmission(
  db: Db,
  { applicationId, number }: { applicationId: string; number: number },
): Promise<Submission | undefined> {
  return db
    .selectFrom("applicationSubmission")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .where("number", "=", number)
    .executeTakeFirst();
}

/** Appends the next submission and returns its number, counted from 1. */
export async function insertSubmission(
  db: Db,
  submission: Omit<Submission, "id" | "number" | "arrivedAt" | "createdAt"> & {
    readonly arrivedAt: Date;
    readonly now: Date;
  },
): Promise<number> {
  const { arrivedAt, now, ...values } = submission;
  const { last } = await db
    .selectFrom("applicationSubmission")
    .select((eb) => eb.fn.max("number").as("last"))
    .where("applicationId", "=", submission.applicationId)
    .executeTakeFirstOrThrow();
  const number = Number(last ?? 0) + 1;
  await db
    .insertInto("applicationSubmission")
    .values({ id: newId(now), ...values, number, arrivedAt: arrivedAt.toISOString(), createdAt: now.toISOString() })
    .execute();
  return number;
}
