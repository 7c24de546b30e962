import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { carriesSecretLink, type Message } from "#app/domain/message/message.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { forgetLink } from "#db/queries/outbox-links.ts";
import { claimDueMessages, markSent, markUnsent, type OutboxRow } from "#db/queries/outbox.ts";
import { inTransaction } from "#db/transaction.ts";
import { holdStoppedMessages } from "./stop-messages.ts";
import { isRefusedForGood, type Mailer } from "#emails/mailer.ts";
import { renderMessage, type RenderedMessage } from "#emails/render.ts";

const MINUTE_MS = 60_000;
/** Minutes to wait after the first, second … attempt; the last one repeats. */
const PAUSES = [1, 5, 15, 60, 240] as const;
const ATTEMPTS = 8;
const CLAIM_MS = 5 * MINUTE_MS;
/** Longer than one sending can take: nothing is begun that another worker might begin too before it is done. */
const LAST_START_MS = 2 * MINUTE_MS;

export type Delivery = {
  readonly mailer: Mailer;
  readonly publicUrl: string;
  readonly clock: () => Date;
  /** How many messages are claimed at once. */
  readonly limit?: number;
};
export type Delivered = { claimed: number; sent: number; postponed: number; failed: number };

/**
 * Sends what is due. A message marked as sent is never sent again. A worker that dies between the server's answer and
 * the mark leaves one that is sent twice: both have the same Message-ID, by which a receiver can drop the second.
 */
export async function deliverOutbox(
  db: Db,
  actor: Actor,
  { mailer, publicUrl, clock, limit = 20 }: Delivery,
): Promise<Result<Delivered, "not-yours">> {
  if (!can(actor, "outbox:deliver", null)) return refuse("not-yours");
  const now = clock();
  // First, so that nothing which was enqueued after a stop slips out.
  await holdStoppedMessages(db, now);
  const rows = await inTransaction(db, (trx) => claimDueMessages(trx, { now, limit, claimFor: CLAIM_MS }));
  const waiting = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const tally: Delivered = { claimed: rows.length, sent: 0, postponed: 0, failed: 0 };
  const lastStart = now.getTime() + CLAIM_MS - LAST_START_MS;

  async function sendNext(): Promise<void> {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      if (clock().getTime() > lastStart) return;
      tally[await deliver(db, row, { mailer, publicUrl, clock })] += 1;
    }
  }
  // A fault of the database stops one of them and is told when the others have finished their share.
  const ends = await Promise.allSettled(Array.from({ length: mailer.concurrency }, sendNext));
  const fault = ends.find((end) => end.status === "rejected");
  if (fault) throw fault.reason;
  return done(tally);
}

type Outcome = "sent" | "postponed" | "failed";

/** Renders and sends outside any transaction: a slow server must not hold the database. */
async function deliver(db: Db, row: OutboxRow, { mailer, publicUrl, clock }: Delivery): Promise<Outcome> {
  const attempt = await send(db, row, { mailer, publicUrl });
  if (attempt.ok) {
    await keepSent(db, row, { ...attempt, publicUrl, now: clock() });
    return "sent";
  }
  const retryAt = attempt.forGood ? null : nextAttemptAt(row.attempts, clock());
  await inTransaction(db, (trx) => markUnsent(trx, { id: row.id, error: attempt.error, retryAt }));
  const level = retryAt ? "warning" : "error";
  console.error(
    JSON.stringify({ level, outbox: row.id, kind: row.kind, attempts: row.attempts, retryAt, code: attempt.code }),
  );
  return retryAt ? "postponed" : "failed";
}

type Attempt =
  | { readonly ok: true; readonly smtpMessageId: string; readonly rendered: RenderedMessage }
  | { readonly ok: false; readonly error: string; readonly code: string; readonly forGood: boolean };

async function send(
  db: Db,
  row: OutboxRow,
  { mailer, publicUrl }: Pick<Delivery, "mailer" | "publicUrl">,
): Promise<Attempt> {
  try {
    const definition = await definitionOf(db, row.message);
    const { message, language } = row;
    const rendered = await renderMessage({ message, language, definition, publicUrl }).catch((cause: unknown) => {
      throw new BrokenMessage(cause instanceof Error ? cause.message : String(cause), { cause });
    });
    const { subject, html, text } = rendered;
    const smtpMessageId = await mailer.sendMail({ to: row.recipient, subject, html, text, key: row.messageKey });
    return { ok: true, smtpMessageId, rendered };
  } catch (error) {
    return {
      ok: false,
      error: error instanceof Error ? error.message : String(error),
      code: codeOf(error),
      forGood: error instanceof BrokenMessage || isRefusedForGood(error),
    };
  }
}

/** Rendering gives the same answer tomorrow: a person has to look at it. */
class BrokenMessage extends Error {
  readonly code = "BROKEN";
}

async function definitionOf(db: Db, message: Message): Promise<ProgrammeDefinition | undefined> {
  return message.kind === "programme" ? getDefinition(db, message.definitionId) : undefined;
}

type Sent = {
  readonly smtpMessageId: string;
  readonly rendered: RenderedMessage;
  readonly publicUrl: string;
  readonly now: Date;
};

async function keepSent(db: Db, row: OutboxRow, { smtpMessageId, rendered, publicUrl, now }: Sent): Promise<void> {
  const { id, message } = row;
  const secret = carriesSecretLink(message);
  const bodyText = secret ? rendered.text.replaceAll(`${publicUrl}${message.path}`, "…") : rendered.text;
  await inTransaction(db, async (trx) => {
    await markSent(trx, { id, now, smtpMessageId, subject: rendered.subject, bodyText });
    if (secret) await forgetLink(trx, { id, message });
  });
}

/** Nothing after the eighth attempt: about fourteen hours after the first. */
function nextAttemptAt(attempts: number, now: Date): Date | null {
  if (attempts >= ATTEMPTS) return null;
  const minutes = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0];
  return new Date(now.getTime() + minutes * MINUTE_MS);
}

/** For the log, which must hold no address: servers repeat it in their sentences. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "UNKNOWN";
  const parts = ["code" in error ? error.code : error.name, "responseCode" in error ? error.responseCode : undefined];
  return parts.filter((part) => part !== undefined).join(" ");
}
