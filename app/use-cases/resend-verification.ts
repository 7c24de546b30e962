import { done, type Result } from "#app/domain/result.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/connect.ts";
import { insertAccountToken } from "#db/queries/account-tokens.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { inTransaction } from "#db/transaction.ts";
import { VERIFY_WITHIN_MS } from "./sign-up.ts";

/** Another link for somebody who lost the first. Says nothing about whether there is such an account. */
export async function resendVerification(
  db: Db,
  { email, now }: { email: string; now: Date },
): Promise<Result<null, never>> {
  return inTransaction(db, async (trx) => {
    const account = await findAccountByEmail(trx, email);
    if (!account || account.emailVerifiedAt) return done(null);

    const expiresAt = new Date(now.getTime() + VERIFY_WITHIN_MS);
    const token = await insertAccountToken(trx, {
      kind: "verify_email",
      accountId: account.id,
      email,
      expiresAt,
      now,
    });
    await enqueueMessage(trx, {
      key: `verify_email:${account.id}:${now.toISOString()}`,
      message: {
        kind: "verify_email",
        name: account.name,
        path: paths.verifyEmail(token),
        expiresAt: formatInstant(expiresAt, account.language),
      },
      recipient: email,
      language: account.language,
      now,
    });
    return done(null);
  });
}
