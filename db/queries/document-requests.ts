import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type DocumentRequest = Selectable<Database["documentRequest"]>;

type NewRequest = Pick<DocumentRequest, "cohortId" | "applicationId" | "documentKey" | "reason" | "requestedBy"> & {
  readonly dueAt: Date;
  readonly now: Date;
};

export async function insertDocumentRequest(db: Db, { dueAt, now, ...request }: NewRequest): Promise<string> {
  const id = newId(now);
  await db
    .insertInto("documentRequest")
    .values({
      id,
      ...request,
      dueAt: dueAt.toISOString(),
      requestedAt: now.toISOString(),
      fulfilledAt: null,
      cancelledAt: null,
    })
    .execute();
  return id;
}

/** The application with this number in the cohort. */
export async function findIdByNumber(
  db: Db,
  { cohortId, applicationNumber }: { cohortId: string; applicationNumber: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("application")
    .select("id")
    .where("cohortId", "=", cohortId)
    .where("applicationNumber", "=", applicationNumber)
    .executeTakeFirst();
  return row?.id;
}

export async function findDocumentRequest(db: Db, id: string): Promise<DocumentRequest | undefined> {
  return db.selectFrom("documentRequest").selectAll().where("id", "=", id).executeTakeFirst();
}

/** What one person was asked for, newest first; with the requests that were taken back. */
export async function listRequestsOfApplication(db: Db, applicationId: string): Promise<readonly DocumentRequest[]> {
  return db
    .selectFrom("documentRequest")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .orderBy("requestedAt", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** The requests of a person for a document that stand at an instant. */
export async function listStandingRequests(
  db: Db,
  { applicationId, documentKey, at }: { applicationId: string; documentKey: string; at: Date },
): Promise<readonly DocumentRequest[]> {
  return db
    .selectFrom("documentRequest")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .where("documentKey", "=", documentKey)
    .where("cancelledAt", "is", null)
    .where("requestedAt", "<=", at.toISOString())
    .where("dueAt", ">", at.toISOString())
    .orderBy("requestedAt")
    .execute();
}

export async function saveFulfilled(
  db: Db,
  { ids, fulfilledAt }: { ids: readonly string[]; fulfilledAt: Date | null },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("documentRequest")
    .set({ fulfilledAt: fulfilledAt?.toISOString() ?? null })
    .where("id", "in", ids)
    .execute();
}

export async function saveRequestCancelled(db: Db, { id, now }: { id: string; now: Date }): Promise<void> {
  await db.updateTable("documentRequest").set({ cancelledAt: now.toISOString() }).where("id", "=", id).execute();
}

export type ListedRequest = DocumentRequest & {
  readonly applicationNumber: string;
  readonly name: string;
  readonly requestedByName: string | null;
};

type Page = { readonly cohortId: string; readonly page: number; readonly pageSize: number };

/** The requests of a cohort, newest first. */
export async function listRequestsOfCohort(
  db: Db,
  { cohortId, page, pageSize }: Page,
): Promise<{ readonly rows: readonly ListedRequest[]; readonly total: number }> {
  const { total } = await db
    .selectFrom("documentRequest")
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .where("cohortId", "=", cohortId)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("documentRequest")
    .innerJoin("application", "application.id", "documentRequest.applicationId")
    .leftJoin("account", "account.id", "documentRequest.requestedBy")
    .selectAll("documentRequest")
    .select(["application.applicationNumber", "application.name", "account.name as requestedByName"])
    .where("documentRequest.cohortId", "=", cohortId)
    .orderBy("documentRequest.requestedAt", "desc")
    .orderBy("documentRequest.id", "desc")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return {
    total: Number(total),
    rows: rows.map((row) => ({ ...row, applicationNumber: row.applicationNumber ?? "" })),
  };
}

export type DocumentGap = {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly name: string;
  readonly documentKey: string;
};

type ToFind = {
  readonly cohortId: string;
  /** Asked of everybody, without a link that may stand in its place. */
  readonly always: readonly string[];
  /** Asked of those who claim a bonus point. */
  readonly withClaim: readonly string[];
  readonly limit: number;
};

/** People in the running who have none of a document that the rules ask of them, and were not asked for it again yet. */
export async function listDocumentGaps(
  db: Db,
  { cohortId, always, withClaim, limit }: ToFind,
): Promise<readonly DocumentGap[]> {
  const gaps: DocumentGap[] = [];
  for (const documentKey of [...always, ...withClaim]) {
    let query = db
      .selectFrom("application")
      .select(["application.id as applicationId", "application.applicationNumber", "application.name"])
      .where("application.cohortId", "=", cohortId)
      .where("application.status", "=", "submitted")
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("file")
              .select("file.id")
              .whereRef("file.applicationId", "=", "application.id")
              .where("file.documentKey", "=", documentKey)
              .where("file.removedAt", "is", null),
          ),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("documentRequest")
              .select("documentRequest.id")
              .whereRef("documentRequest.applicationId", "=", "application.id")
              .where("documentRequest.documentKey", "=", documentKey)
              .where("documentRequest.cancelledAt", "is", null),
          ),
        ),
      );
    if (!always.includes(documentKey)) {
      query = query.where((eb) =>
        eb.exists(
          eb
            .selectFrom("bonusClaim")
            .select("bonusClaim.id")
            .whereRef("bonusClaim.applicationId", "=", "application.id")
            .where("bonusClaim.status", "=", "claimed"),
        ),
      );
    }
    const rows = await query.orderBy("application.applicationNumber").limit(limit).execute();
    gaps.push(...rows.map((row) => ({ ...row, applicationNumber: row.applicationNumber ?? "", documentKey })));
  }
  return gaps.slice(0, limit);
}
