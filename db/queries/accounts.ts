import type { Selectable } from "kysely";
import type { AccountActor, Role } from "#app/domain/access/actor.ts";
import type { Db, Trx } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Account = Selectable<Database["account"]>;

/** E-mail addresses are stored in small letters; the form's schema makes them so. */
export async function findAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
  return db.selectFrom("account").selectAll().where("email", "=", email).executeTakeFirst();
}

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  return db.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function getAccount(db: Db, id: string): Promise<Account> {
  return db.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

export type NewAccount = {
  readonly email: string;
  readonly passwordHash: string | null;
  readonly name: string;
  readonly role: Role;
  readonly academyId: string | null;
  readonly language: "ko" | "en";
  readonly emailVerifiedAt: Date | null;
  readonly now: Date;
  readonly id?: string;
};

export async function insertAccount(db: Db, account: NewAccount): Promise<string> {
  const { now, id = newId(now), emailVerifiedAt, ...values } = account;
  await db
    .insertInto("account")
    .values({
      id,
      ...values,
      emailVerifiedAt: emailVerifiedAt?.toISOString() ?? null,
      disabledAt: null,
      createdAt: now.toISOString(),
    })
    .execute();
  return id;
}

type AccountChanges = {
  readonly passwordHash?: string;
  readonly name?: string;
  readonly language?: "ko" | "en";
  readonly role?: Role;
  readonly academyId?: string | null;
};

/** The e-mail is proved: whoever holds the mailbox gave these values. */
export async function saveVerifiedAccount(
  db: Db,
  { id, now, ...changes }: AccountChanges & { id: string; now: Date },
): Promise<void> {
  await db
    .updateTable("account")
    .set({ ...changes, emailVerifiedAt: now.toISOString() })
    .where("id", "=", id)
    .execute();
}

export async function saveAccountDetails(
  db: Db,
  { id, ...details }: Pick<Account, "id" | "name" | "language">,
): Promise<void> {
  await db.updateTable("account").set(details).where("id", "=", id).execute();
}

export async function saveDisabledAt(
  db: Db,
  { accountId, disabledAt }: { accountId: string; disabledAt: Date | null },
): Promise<void> {
  await db
    .updateTable("account")
    .set({ disabledAt: disabledAt?.toISOString() ?? null })
    .where("id", "=", accountId)
    .execute();
}

export async function deleteSessionsOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom("session").where("accountId", "=", accountId).execute();
}

/** First line of a transaction that counts an academy's administrators: nobody else may change them meanwhile. */
export async function lockAcademy(trx: Trx, academyId: string): Promise<void> {
  await trx
    .updateTable("academy")
    .set((eb) => ({ slug: eb.ref("slug") }))
    .where("id", "=", academyId)
    .execute();
}

export async function countOtherAdministrators(
  db: Db,
  { academyId, accountId }: { academyId: string; accountId: string },
): Promise<number> {
  const { count } = await db
    .selectFrom("account")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("academyId", "=", academyId)
    .where("role", "=", "administrator")
    .where("disabledAt", "is", null)
    .where("id", "<>", accountId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type StaffMember = Pick<Account, "id" | "email" | "name" | "role" | "disabledAt" | "createdAt">;
export type StaffOrder = "name" | "role";

export async function listStaff(
  db: Db,
  { academyId, order }: { academyId: string; order: StaffOrder },
): Promise<readonly StaffMember[]> {
  const staff = db
    .selectFrom("account")
    .select(["id", "email", "name", "role", "disabledAt", "createdAt"])
    .where("academyId", "=", academyId);
  const ordered = order === "role" ? staff.orderBy("role") : staff;
  return ordered.orderBy("name").orderBy("id").limit(1000).execute();
}

export function actorOf({ id, role, academyId, name, email, language }: Account): AccountActor {
  return { kind: "account", accountId: id, role, academyId, name, email, language };
}
