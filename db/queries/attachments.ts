import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type CohortAttachment = Selectable<Database["cohortAttachment"]>;

/** The files of a cohort's notice, in the order in which they were added; removed ones are not among them. */
export async function listAttachments(db: Db, cohortId: string): Promise<readonly CohortAttachment[]> {
  return db
    .selectFrom("cohortAttachment")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("removedAt", "is", null)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}

export async function findAttachment(
  db: Db,
  { cohortId, id }: { readonly cohortId: string; readonly id: string },
): Promise<CohortAttachment | undefined> {
  return db
    .selectFrom("cohortAttachment")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();
}

type NewAttachment = Omit<CohortAttachment, "id" | "createdAt" | "removedAt"> & { readonly now: Date };

export async function insertAttachment(db: Db, { now, ...values }: NewAttachment): Promise<string> {
  const id = newId(now);
  await db
    .insertInto("cohortAttachment")
    .values({ id, ...values, createdAt: now.toISOString(), removedAt: null })
    .execute();
  return id;
}

/** The row stays as the record of what was public; its bytes may be another attachment's too. */
export async function markAttachmentRemoved(
  db: Db,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  await db
    .updateTable("cohortAttachment")
    .set({ removedAt: now.toISOString() })
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .execute();
}
