import type { AccountActor } from "#app/domain/access/actor.ts";
import type { Db } from "../connect.ts";

/** Somebody who may act now: known and not disabled. */
export async function findActorById(db: Db, accountId: string): Promise<AccountActor | undefined> {
  const row = await db
    .selectFrom("account")
    .select(["id", "role", "academyId", "name", "email", "language"])
    .where("id", "=", accountId)
    .where("disabledAt", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, ...person } = row;
  return { kind: "account", accountId: id, ...person };
}
