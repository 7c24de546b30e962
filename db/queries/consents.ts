import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Consent = Selectable<Database["consent"]>;

/** Every consent that was ever given with an application, also those withdrawn since. */
export async function listConsents(db: Db, applicationId: string): Promise<readonly Consent[]> {
  return db
    .selectFrom("consent")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .orderBy("givenAt")
    .orderBy("consentKey")
    .orderBy("id")
    .execute();
}

/** Keys of the consents and pledges that stand. */
export async function listStandingConsents(db: Db, applicationId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("consent")
    .select("consentKey")
    .where("applicationId", "=", applicationId)
    .where("withdrawnAt", "is", null)
    .execute();
  return new Set(rows.map(({ consentKey }) => consentKey));
}

export async function insertConsents(
  db: Db,
  {
    cohortId,
    applicationId,
    definitionId,
    consentKeys,
    now,
  }: { cohortId: string; applicationId: string; definitionId: string; consentKeys: readonly string[]; now: Date },
): Promise<void> {
  if (consentKeys.length === 0) return;
  const given = consentKeys.map((consentKey) => ({
    id: newId(now),
    cohortId,
    applicationId,
    consentKey,
    definitionId,
    givenAt: now.toISOString(),
    withdrawnAt: null,
  }));
  await db.insertInto("consent").values(given).execute();
}

export async function withdrawConsents(
  db: Db,
  { applicationId, consentKeys, now }: { applicationId: string; consentKeys: readonly string[]; now: Date },
): Promise<void> {
  if (consentKeys.length === 0) return;
  await db
    .updateTable("consent")
    .set({ withdrawnAt: now.toISOString() })
    .where("applicationId", "=", applicationId)
    .where("consentKey", "in", consentKeys)
    .where("withdrawnAt", "is", null)
    .execute();
}
