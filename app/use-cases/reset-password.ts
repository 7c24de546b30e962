import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { endAccountTokens, takeAccountToken } from "#db/queries/account-tokens.ts";
import { actorOf, deleteSessionsOf, getAccount, saveVerifiedAccount } from "#db/queries/accounts.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction } from "#db/transaction.ts";

type NewPassword = { readonly token: string; readonly passwordHash: string; readonly now: Date };

/** A new password, once a link, and every device must sign in again. The link proves the e-mail as well. */
export async function resetPassword(
  db: Db,
  { token, passwordHash, now }: NewPassword,
): Promise<Result<null, "link-invalid">> {
  return inTransaction(db, async (trx) => {
    const taken = await takeAccountToken(trx, { kind: "reset_password", token, now });
    if (!taken?.accountId) return refuse("link-invalid");
    const account = await getAccount(trx, taken.accountId);
    if (account.disabledAt) return refuse("link-invalid");

    await saveVerifiedAccount(trx, { id: account.id, passwordHash, now });
    await deleteSessionsOf(trx, account.id);
    await endAccountTokens(trx, { kind: "reset_password", email: account.email, now });
    await endAccountTokens(trx, { kind: "verify_email", email: account.email, now });
    await recordEvent(trx, {
      event: "password_reset",
      actor: actorOf(account),
      subjectKind: "account",
      subjectId: account.id,
      now,
    });
    return done(null);
  });
}
