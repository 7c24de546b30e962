import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type StoredFile = Selectable<Database["file"]>;

/** The files handed in with an application, oldest first; removed ones are not among them. */
export async function listFiles(db: Db, applicationId: string): Promise<readonly StoredFile[]> {
  return db
    .selectFrom("file")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .where("removedAt", "is", null)
    .orderBy("createdAt")
    .orderBy("name")
    .orderBy("id")
    .execute();
}

type NewFile = Pick<
  StoredFile,
  "cohortId" | "applicationId" | "documentKey" | "name" | "mediaType" | "size" | "sha256"
> &
  Partial<Pick<StoredFile, "scan" | "certificateNumber" | "issuedOn">>;

export async function insertFile(db: Db, file: NewFile & { readonly now: Date }): Promise<string> {
  const { now, ...values } = file;
  const id = newId(now);
  await db
    .insertInto("file")
    .values({ id, ...values, createdAt: now.toISOString(), removedAt: null })
    .execute();
  return id;
}

/** The bytes stay while a submission names them; only destruction deletes those. */
export async function removeFiles(
  db: Db,
  { applicationId, ids, now }: { applicationId: string; ids: readonly string[]; now: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("file")
    .set({ removedAt: now.toISOString() })
    .where("applicationId", "=", applicationId)
    .where("id", "in", ids)
    .where("removedAt", "is", null)
    .execute();
}

/** What a person handed in to any application: bytes that are still there, and files since an instant. */
export async function uploadsOfPerson(
  db: Db,
  { personId, since }: { personId: string; since: Date },
): Promise<{ readonly bytes: number; readonly recent: number }> {
  const files = db
    .selectFrom("file")
    .innerJoin("application", "application.id", "file.applicationId")
    .where("application.applicantId", "=", personId);
  const there = await files
    .select((eb) => eb.fn.sum<string | number | null>("file.size").as("bytes"))
    .where("file.removedAt", "is", null)
    .executeTakeFirstOrThrow();
  const recent = await files
    .select((eb) => eb.fn.countAll<string | number>().as("files"))
    .where("file.createdAt", ">=", since.toISOString())
    .executeTakeFirstOrThrow();
  return { bytes: Number(there.bytes ?? 0), recent: Number(recent.files) };
}

export type FileWithOwner = StoredFile & {
  readonly academyId: string;
  readonly applicantId: string;
  readonly definitionId: string;
};

/** A file that was not removed, with whose it is and under which version of the rules. */
export async function findFileWithOwner(db: Db, id: string): Promise<FileWithOwner | undefined> {
  return db
    .selectFrom("file")
    .innerJoin("application", "application.id", "file.applicationId")
    .selectAll("file")
    .select(["application.academyId", "application.applicantId", "application.definitionId"])
    .where("file.id", "=", id)
    .where("file.removedAt", "is", null)
    .executeTakeFirst();
}

/** Reviewers who read this application now: assigned, not cancelled, and without a declared conflict. */
export async function listReviewersOfApplication(db: Db, applicationId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("review")
    .select("review.reviewerId")
    .distinct()
    .where("review.applicationId", "=", applicationId)
    .where("review.cancelledAt", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("conflict")
            .select("conflict.id")
            .whereRef("conflict.applicationId", "=", "review.applicationId")
            .whereRef("conflict.reviewerId", "=", "review.reviewerId"),
        ),
      ),
    )
    .execute();
  return rows.map(({ reviewerId }) => reviewerId);
}
