import type { AccountActor, Role } from "#app/domain/access/actor.ts";
import type { Message } from "#app/domain/message/message.ts";
import type { Db } from "#db/connect.ts";
import { insertAcademy } from "#db/queries/academies.ts";
import { actorOf, getAccount, insertAccount } from "#db/queries/accounts.ts";

export const now = new Date("2026-03-02T01:00:00.000Z");

export function later(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

export async function anAcademy(db: Db, slug = "test-academy"): Promise<string> {
  return insertAcademy(db, { slug, nameKo: "시험용 기관", nameEn: "Test Academy", now });
}

type Person = { role: Role; academyId?: string | null; email?: string; verified?: boolean; passwordHash?: string };

export async function anAccount(db: Db, person: Person): Promise<AccountActor> {
  const { role, academyId = null, email = `${role}@people.example`, verified = true, passwordHash = "hash" } = person;
  const values = { email, role, academyId, passwordHash, name: "가상 인물", language: "ko" as const };
  const id = await insertAccount(db, { ...values, emailVerifiedAt: verified ? now : null, now });
  return actorOf(await getAccount(db, id));
}

/** Messages that wait, oldest first. */
export async function outboxOf(db: Db): Promise<readonly { recipient: string; language: string; message: Message }[]> {
  const rows = await db.selectFrom("outbox").selectAll().orderBy("createdAt").orderBy("id").execute();
  return rows.map(({ recipient, language, payload }) => ({
    recipient,
    language,
    message: JSON.parse(payload) as Message,
  }));
}

/** The token in the link of the newest message of a kind. */
export async function newestToken(db: Db, kind: Message["kind"]): Promise<string> {
  const found = (await outboxOf(db)).findLast(({ message }) => message.kind === kind);
  return found!.message.path.split("/").at(-1)!;
}

export async function eventsOf(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("auditEntry").select("event").orderBy("sequence").execute();
  return rows.map(({ event }) => event);
}
