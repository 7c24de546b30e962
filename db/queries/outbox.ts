import type { Selectable } from "kysely";
import type { Message } from "#app/domain/message/message.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type OutboxRow = Omit<Selectable<Database["outbox"]>, "payload"> & { readonly message: Message };

export type NewMessage = {
  /** Unique for ever: the same act can never tell the same person twice. */
  readonly key: string;
  readonly message: Message;
  readonly recipient: string;
  readonly language: "ko" | "en";
  readonly academyId?: string | null;
  readonly cohortId?: string | null;
  readonly applicationId?: string | null;
  readonly offerId?: string | null;
  readonly dueAt?: Date;
  readonly now: Date;
};

/** Written in the transaction of the act. Many at once, because publishing tells everyone in one step. */
export async function enqueueMessages(db: Db, messages: readonly NewMessage[]): Promise<void> {
  const rows = messages.map(
    ({ key, message, recipient, language, academyId, cohortId, applicationId, offerId, dueAt, now }) => ({
      id: newId(now),
      messageKey: key,
      academyId: academyId ?? null,
      cohortId: cohortId ?? null,
      applicationId: applicationId ?? null,
      offerId: offerId ?? null,
      kind: message.kind === "programme" ? message.event : message.kind,
      recipient,
      language,
      payload: JSON.stringify(message),
      status: "queued" as const,
      dueAt: (dueAt ?? now).toISOString(),
      claimedUntil: null,
      attempts: 0,
      lastError: null,
      sentAt: null,
      smtpMessageId: null,
      subject: null,
      bodyText: null,
      createdAt: now.toISOString(),
    }),
  );
  for (let from = 0; from < rows.length; from += 200) {
    await db
      .insertInto("outbox")
      .values(rows.slice(from, from + 200))
      .onConflict((conflict) => conflict.column("messageKey").doNothing())
      .execute();
  }
}

export async function enqueueMessage(db: Db, message: NewMessage): Promise<void> {
  await enqueueMessages(db, [message]);
}

/**
 * One portable statement claims what is due. The condition stands outside the sub-select too, so two workers
 * that chose the same rows cannot both get them.
 */
export async function claimDueMessages(
  db: Db,
  { now, limit, claimFor }: { now: Date; limit: number; claimFor: number },
): Promise<readonly OutboxRow[]> {
  const at = now.toISOString();
  const rows = await db
    .updateTable("outbox")
    .set((eb) => ({ claimedUntil: new Date(now.getTime() + claimFor).toISOString(), attempts: eb("attempts", "+", 1) }))
    .where("status", "=", "queued")
    .where((eb) => eb.or([eb("claimedUntil", "is", null), eb("claimedUntil", "<", at)]))
    .where("id", "in", (eb) =>
      eb
        .selectFrom("outbox")
        .select("id")
        .where("status", "=", "queued")
        .where("dueAt", "<=", at)
        .where((inner) => inner.or([inner("claimedUntil", "is", null), inner("claimedUntil", "<", at)]))
        .orderBy("dueAt")
        .limit(limit),
    )
    .returningAll()
    .execute();
  return rows.map(toOutboxRow);
}

export async function markSent(
  db: Db,
  sent: { id: string; now: Date; smtpMessageId: string; subject: string; bodyText: string },
): Promise<void> {
  const { id, now, ...values } = sent;
  await db
    .updateTable("outbox")
    .set({ ...values, status: "sent", sentAt: now.toISOString(), claimedUntil: null, lastError: null })
    .where("id", "=", id)
    .execute();
}

/** Either tried again at `retryAt`, or given up for a person to look at. */
export async function markUnsent(db: Db, unsent: { id: string; error: string; retryAt: Date | null }): Promise<void> {
  await db
    .updateTable("outbox")
    .set({
      lastError: unsent.error.slice(0, 500),
      claimedUntil: null,
      ...(unsent.retryAt ? { dueAt: unsent.retryAt.toISOString() } : { status: "failed" as const }),
    })
    .where("id", "=", unsent.id)
    .execute();
}

function toOutboxRow({ payload, ...row }: Selectable<Database["outbox"]>): OutboxRow {
  return { ...row, message: JSON.parse(payload) as Message };
}
