import type { Selectable } from "kysely";
import type { Message } from "#app/domain/message/message.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";
import { findSetting, saveSetting } from "./settings.ts";

export const messageStates = ["queued", "sent", "failed", "stopped"] as const;
export type MessageState = (typeof messageStates)[number];

export type MessageCount = { readonly kind: string; readonly status: MessageState; readonly messages: number };

export async function countMessages(db: Db, cohortId: string): Promise<readonly MessageCount[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["kind", "status", (eb) => eb.fn.countAll<number>().as("messages")])
    .where("cohortId", "=", cohortId)
    .groupBy(["kind", "status"])
    .orderBy("kind")
    .execute();
  return rows.map((row) => ({ ...row, messages: Number(row.messages) }));
}

export type ListedMessage = {
  readonly id: string;
  readonly messageKey: string;
  readonly kind: string;
  readonly recipient: string;
  readonly language: "ko" | "en";
  readonly status: MessageState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly dueAt: string;
  readonly sentAt: string | null;
  readonly createdAt: string;
  readonly applicationId: string | null;
  readonly applicationNumber: string | null;
};

type MessageFilter = {
  readonly cohortId: string;
  readonly kind?: string | undefined;
  readonly status?: MessageState | undefined;
};

/** Newest first. */
export async function listMessages(
  db: Db,
  { cohortId, kind, status, page, pageSize }: MessageFilter & { readonly page: number; readonly pageSize: number },
): Promise<{ readonly rows: readonly ListedMessage[]; readonly total: number }> {
  let query = db
    .selectFrom("outbox")
    .leftJoin("application", "application.id", "outbox.applicationId")
    .where("outbox.cohortId", "=", cohortId);
  if (kind) query = query.where("outbox.kind", "=", kind);
  if (status) query = query.where("outbox.status", "=", status);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .select([
      "outbox.id",
      "outbox.messageKey",
      "outbox.kind",
      "outbox.recipient",
      "outbox.language",
      "outbox.status",
      "outbox.attempts",
      "outbox.lastError",
      "outbox.dueAt",
      "outbox.sentAt",
      "outbox.createdAt",
      "outbox.applicationId",
      "application.applicationNumber",
    ])
    .orderBy("outbox.createdAt", "desc")
    .orderBy("outbox.id", "desc")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { rows, total: Number(total) };
}

export type StoredMessage = Omit<Selectable<Database["outbox"]>, "payload"> & { readonly message: Message };

export async function findMessage(
  db: Db,
  { cohortId, id }: { cohortId: string; id: string },
): Promise<StoredMessage | undefined> {
  const row = await db
    .selectFrom("outbox")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { payload, ...stored } = row;
  return { ...stored, message: JSON.parse(payload) as Message };
}

/** How often a message was sent again: its copies carry its key with an ending. */
export async function countCopies(db: Db, { cohortId, key }: { cohortId: string; key: string }): Promise<number> {
  const rows = await db
    .selectFrom("outbox")
    .select("messageKey")
    .where("cohortId", "=", cohortId)
    .where("messageKey", ">=", `${key}:again:`)
    .where("messageKey", "<", `${key}:again;`)
    .execute();
  return rows.length;
}

/** The same text to the person's present address, under a key of its own. */
export async function insertCopy(
  db: Db,
  { of, key, recipient, now }: { of: StoredMessage; key: string; recipient: string; now: Date },
): Promise<string> {
  const id = newId(now);
  const { message, ...row } = of;
  await db
    .insertInto("outbox")
    .values({
      ...row,
      id,
      messageKey: key,
      recipient,
      payload: JSON.stringify(message),
      status: "queued",
      dueAt: now.toISOString(),
      claimedUntil: null,
      attempts: 0,
      lastError: null,
      sentAt: null,
      smtpMessageId: null,
      subject: null,
      bodyText: null,
      createdAt: now.toISOString(),
    })
    .execute();
  return id;
}

/** Queued ones that no worker holds stop; how many. What is being sent this moment cannot be called back. */
export async function stopQueued(db: Db, { cohortId, now }: { cohortId: string; now: Date }): Promise<number> {
  const [changed] = await db
    .updateTable("outbox")
    .set({ status: "stopped" })
    .where("cohortId", "=", cohortId)
    .where("status", "=", "queued")
    .where((eb) => eb.or([eb("claimedUntil", "is", null), eb("claimedUntil", "<", now.toISOString())]))
    .execute();
  return Number(changed?.numUpdatedRows ?? 0);
}

export async function resumeStopped(db: Db, cohortId: string): Promise<number> {
  const [changed] = await db
    .updateTable("outbox")
    .set({ status: "queued" })
    .where("cohortId", "=", cohortId)
    .where("status", "=", "stopped")
    .execute();
  return Number(changed?.numUpdatedRows ?? 0);
}

const switchKey = (cohortId: string) => `messages-stopped:${cohortId}`;

/** Whether a person stopped the messages of the cohort: also those that later acts enqueue. */
export async function areMessagesStopped(db: Db, cohortId: string): Promise<boolean> {
  return (await findSetting(db, switchKey(cohortId))) === "yes";
}

export async function saveMessagesStopped(db: Db, cohortId: string, stopped: boolean): Promise<void> {
  await saveSetting(db, switchKey(cohortId), stopped ? "yes" : "no");
}

/** Cohorts whose messages a person stopped. */
export async function listStoppedCohorts(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("setting")
    .select("key")
    .where("key", "like", `${switchKey("")}%`)
    .where("value", "=", "yes")
    .execute();
  return rows.map(({ key }) => key.slice(switchKey("").length));
}
