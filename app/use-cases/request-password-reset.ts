import { done, type Result } from "#app/domain/result.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/connect.ts";
import { insertAccountToken } from "#db/queries/account-tokens.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { inTransaction } from "#db/transaction.ts";

const RESET_WITHIN_MS = 60 * 60_000;

/** Sends a link to the mailbox of the account. Says nothing about whether there is such an account. */
export async function requestPasswordReset(
  db: Db,
  { email, now }: { email: string; now: Date },
): Promise<Result<null, never>> {
  return inTransaction(db, async (trx) => {
    const account = await findAccountByEmail(trx, email);
    if (!account || account.disabledAt) return done(null);

    const expiresAt = new Date(now.getTime() + RESET_WITHIN_MS);
    const token = await insertAccountToken(trx, {
      kind: "reset_password",
      accountId: account.id,
      email,
      expiresAt,
      now,
    });
    await enqueueMessage(trx, {
      key: `reset_password:${account.id}:${now.toISOString()}`,
      message: {
        kind: "reset_password",
        name: account.name,
        path: paths.resetPassword(token),
        expiresAt: formatInstant(expiresAt, account.language),
      },
      recipient: email,
      language: account.language,
      now,
    });
    return done(null);
  });
}
