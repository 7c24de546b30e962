import { z } from "zod";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { endAccountTokens, takeAccountToken } from "#db/queries/account-tokens.ts";
import { actorOf, getAccount, saveVerifiedAccount } from "#db/queries/accounts.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction } from "#db/transaction.ts";

/** A link that was sent again carries nothing: the account keeps what it has. */
const carried = z.object({
  name: z.string().optional(),
  passwordHash: z.string().optional(),
  language: z.enum(["ko", "en"]).optional(),
  returnTo: z.string().optional(),
});

export type Verified = { readonly returnTo: string | undefined };

/** The first link that is confirmed decides name and password; the others end with it. */
export async function verifyEmail(
  db: Db,
  { token, now }: { token: string; now: Date },
): Promise<Result<Verified, "link-invalid">> {
  return inTransaction(db, async (trx) => {
    const taken = await takeAccountToken(trx, { kind: "verify_email", token, now });
    if (!taken?.accountId) return refuse("link-invalid");
    const { returnTo, name, passwordHash, language } = carried.parse(taken.payload);
    const account = await getAccount(trx, taken.accountId);
    if (account.emailVerifiedAt) return done({ returnTo });

    await saveVerifiedAccount(trx, {
      id: account.id,
      ...(name ? { name } : {}),
      ...(passwordHash ? { passwordHash } : {}),
      ...(language ? { language } : {}),
      now,
    });
    await endAccountTokens(trx, { kind: "verify_email", email: account.email, now });
    await recordEvent(trx, {
      event: "email_verified",
      actor: actorOf(account),
      subjectKind: "account",
      subjectId: account.id,
      now,
    });
    return done({ returnTo });
  });
}
