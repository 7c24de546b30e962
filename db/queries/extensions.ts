import type { Selectable } from "kysely";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Extension = Omit<Selectable<Database["personalExtension"]>, "until"> & { readonly until: Date };

/** Until when this application was given more time, by the longest extension that was not revoked. */
export async function findExtendedUntil(db: Db, applicationId: string): Promise<Date | null> {
  const row = await db
    .selectFrom("personalExtension")
    .select((eb) => eb.fn.max("until").as("until"))
    .where("applicationId", "=", applicationId)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return row?.until ? new Date(row.until) : null;
}

export async function findExtension(db: Db, id: string): Promise<Extension | undefined> {
  const row = await db.selectFrom("personalExtension").selectAll().where("id", "=", id).executeTakeFirst();
  return row && { ...row, until: new Date(row.until) };
}

export async function insertExtension(
  db: Db,
  extension: Pick<Extension, "cohortId" | "applicationId" | "until" | "reason" | "grantedBy"> & { readonly now: Date },
): Promise<string> {
  const { now, until, ...values } = extension;
  const id = newId(now);
  await db
    .insertInto("personalExtension")
    .values({ id, ...values, until: until.toISOString(), grantedAt: now.toISOString(), revokedAt: null })
    .execute();
  return id;
}

export async function markExtensionRevoked(db: Db, { id, now }: { id: string; now: Date }): Promise<void> {
  await db
    .updateTable("personalExtension")
    .set({ revokedAt: now.toISOString() })
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .execute();
}

/** How many people's applications are held open by an extension at that instant. */
export async function countRunningExtensions(db: Db, { cohortId, now }: { cohortId: string; now: Date }) {
  const { people } = await db
    .selectFrom("personalExtension")
    .select((eb) => eb.fn.count<number | string>("applicationId").distinct().as("people"))
    .where("cohortId", "=", cohortId)
    .where("revokedAt", "is", null)
    .where("until", ">", now.toISOString())
    .executeTakeFirstOrThrow();
  return Number(people);
}

export type ListedExtension = {
  readonly id: string;
  readonly applicationId: string;
  readonly applicationNumber: string | null;
  readonly name: string;
  readonly status: ApplicationStatus;
  readonly until: string;
  readonly reason: string;
  readonly grantedAt: string;
  readonly grantedByName: string | null;
  readonly revokedAt: string | null;
};

/** Every extension of a cohort, the newest first. */
export async function listExtensions(db: Db, cohortId: string): Promise<readonly ListedExtension[]> {
  return db
    .selectFrom("personalExtension")
    .innerJoin("application", "application.id", "personalExtension.applicationId")
    .leftJoin("account", "account.id", "personalExtension.grantedBy")
    .select([
      "personalExtension.id",
      "personalExtension.applicationId",
      "application.applicationNumber",
      "application.name",
      "application.status",
      "personalExtension.until",
      "personalExtension.reason",
      "personalExtension.grantedAt",
      "account.name as grantedByName",
      "personalExtension.revokedAt",
    ])
    .where("personalExtension.cohortId", "=", cohortId)
    .orderBy("personalExtension.grantedAt", "desc")
    .limit(500)
    .execute();
}

export type Extendable = {
  readonly id: string;
  readonly applicationNumber: string | null;
  readonly name: string;
  readonly email: string;
  readonly status: ApplicationStatus;
  readonly savedAt: string;
};

/** Applications that an extension could help: by exact number, account e-mail or name; drafts have no number. */
export async function findExtendable(
  db: Db,
  { academyId, cohortId, who }: { academyId: string; cohortId: string; who: string },
): Promise<readonly Extendable[]> {
  return db
    .selectFrom("application")
    .innerJoin("account", "account.id", "application.applicantId")
    .select([
      "application.id",
      "application.applicationNumber",
      "application.name",
      "account.email",
      "application.status",
      "application.savedAt",
    ])
    .where("application.academyId", "=", academyId)
    .where("application.cohortId", "=", cohortId)
    .where("application.status", "in", ["draft", "submitted", "expired"])
    .where((eb) =>
      eb.or([
        eb("application.applicationNumber", "=", who.toUpperCase()),
        eb("account.email", "=", who.toLowerCase()),
        eb("application.name", "=", who),
        eb("application.id", "=", who),
      ]),
    )
    .orderBy("application.savedAt", "desc")
    .limit(20)
    .execute();
}
