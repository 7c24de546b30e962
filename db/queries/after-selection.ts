import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";
import type { StoredFile } from "./files.ts";

export type DocumentCheck = Selectable<Database["documentCheck"]>;

type OfDocument = { readonly applicationId: string; readonly documentKey: string };

/** Staff looked at what is there now; a file that comes later is not checked by it. */
export async function saveDocumentCheck(
  db: Db,
  { now, ...check }: OfDocument & { readonly cohortId: string; readonly checkedBy: string | null; readonly now: Date },
): Promise<void> {
  await deleteDocumentCheck(db, check);
  await db
    .insertInto("documentCheck")
    .values({ id: newId(now), ...check, checkedAt: now.toISOString() })
    .execute();
}

export async function deleteDocumentCheck(db: Db, { applicationId, documentKey }: OfDocument): Promise<void> {
  await db
    .deleteFrom("documentCheck")
    .where("applicationId", "=", applicationId)
    .where("documentKey", "=", documentKey)
    .execute();
}

export async function listDocumentChecks(db: Db, applicationIds: readonly string[]): Promise<readonly DocumentCheck[]> {
  if (applicationIds.length === 0) return [];
  return db.selectFrom("documentCheck").selectAll().where("applicationId", "in", applicationIds).execute();
}

/** What was given of an electronic certificate, for files that are there already. */
export async function saveCertificate(
  db: Db,
  certificate: {
    readonly ids: readonly string[];
    readonly certificateNumber: string | null;
    readonly issuedOn: string | null;
  },
): Promise<void> {
  const { ids, ...values } = certificate;
  if (ids.length === 0) return;
  await db.updateTable("file").set(values).where("id", "in", ids).execute();
}

export type SeatHolder = {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly name: string;
  readonly trackKey: string;
  readonly status: "open" | "accepted";
};

type Page = { readonly cohortId: string; readonly page: number; readonly pageSize: number };

/** Who was offered a seat and may still take it, or has: by application number. */
export async function listSeatHolders(
  db: Db,
  { cohortId, page, pageSize }: Page,
): Promise<{ readonly rows: readonly SeatHolder[]; readonly total: number }> {
  const holders = db
    .selectFrom("offer")
    .innerJoin("application", "application.id", "offer.applicationId")
    .where("offer.cohortId", "=", cohortId)
    .where("offer.status", "in", ["open", "accepted"]);
  const { total } = await holders.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await holders
    .select(["offer.applicationId", "application.applicationNumber", "application.name", "offer.trackKey"])
    .select("offer.status")
    .orderBy("application.applicationNumber")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return {
    total: Number(total),
    rows: rows.map(({ applicationNumber, status, ...row }) => ({
      ...row,
      applicationNumber: applicationNumber ?? "",
      status: status === "accepted" ? "accepted" : "open",
    })),
  };
}

/** The files of several people, oldest first; removed ones are not among them. */
export async function listFilesOf(db: Db, applicationIds: readonly string[]): Promise<readonly StoredFile[]> {
  if (applicationIds.length === 0) return [];
  return db
    .selectFrom("file")
    .selectAll()
    .where("applicationId", "in", applicationIds)
    .where("removedAt", "is", null)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}
