import type { Db } from "../connect.ts";

/** Events that say: somebody other than the applicant saw something of the application. */
export const accessEvents = ["application-viewed", "file_opened", "review_opened", "appeal_opened"] as const;
export type AccessEvent = (typeof accessEvents)[number];

type Recent = {
  readonly applicationId: string;
  readonly actorId: string;
  readonly event: AccessEvent;
  /** The file, where one was opened: another file is another entry. */
  readonly fileId?: string | undefined;
  readonly since: Date;
};

/** Whether this person's opening of the same thing stands in the log since `since`. */
export async function wasOpenedSince(db: Db, { applicationId, actorId, event, fileId, since }: Recent) {
  const rows = await db
    .selectFrom("auditEntry")
    .select("payload")
    .where("subjectId", "=", applicationId)
    .where("subjectKind", "=", "application")
    .where("actorId", "=", actorId)
    .where("event", "=", event)
    .where("at", ">", since.toISOString())
    .execute();
  return rows.some(({ payload }) => fileId === undefined || payload?.includes(fileId) === true);
}

export type AccessEntry = {
  readonly sequence: number;
  readonly at: string;
  readonly event: AccessEvent;
  readonly role: string;
  readonly academyKo: string | null;
  readonly academyEn: string | null;
  /** Key of the document whose file was opened. */
  readonly document: string | null;
};

/** Who opened an application, newest first: role and academy, never a name. The applicant's own visits are not in it. */
export async function listAccess(
  db: Db,
  { applicationId, limit }: { applicationId: string; limit: number },
): Promise<readonly AccessEntry[]> {
  const rows = await db
    .selectFrom("auditEntry")
    .leftJoin("account", "account.id", "auditEntry.actorId")
    .leftJoin("academy", "academy.id", "account.academyId")
    .select([
      "auditEntry.sequence",
      "auditEntry.at",
      "auditEntry.event",
      "auditEntry.actorRole as role",
      "auditEntry.payload",
      "academy.nameKo as academyKo",
      "academy.nameEn as academyEn",
    ])
    .where("auditEntry.subjectId", "=", applicationId)
    .where("auditEntry.subjectKind", "=", "application")
    .where("auditEntry.event", "in", accessEvents)
    .where("auditEntry.actorRole", "<>", "applicant")
    .orderBy("auditEntry.sequence", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ payload, event, ...row }) => ({
    ...row,
    event: event as AccessEvent,
    document: documentOf(payload),
  }));
}

function documentOf(payload: string | null): string | null {
  const { document } = JSON.parse(payload ?? "{}") as { readonly document?: unknown };
  return typeof document === "string" ? document : null;
}
