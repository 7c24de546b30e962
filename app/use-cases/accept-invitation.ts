import { invitationPayload } from "#app/domain/account/forms.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { endAccountTokens, findAccountToken, takeAccountToken } from "#db/queries/account-tokens.ts";
import { actorOf, findAccountByEmail, getAccount, insertAccount, saveVerifiedAccount } from "#db/queries/accounts.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction } from "#db/transaction.ts";

type Acceptance = {
  readonly token: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly language: "ko" | "en";
  readonly now: Date;
};

/** The invited person becomes staff of the academy; the link proves the e-mail. */
export async function acceptInvitation(
  db: Db,
  { token, name, passwordHash, language, now }: Acceptance,
): Promise<Result<{ accountId: string }, "link-invalid" | "email-taken">> {
  return inTransaction(db, async (trx) => {
    const invitation = await findAccountToken(trx, { kind: "staff_invitation", token, now });
    if (!invitation?.academyId) return refuse("link-invalid");
    const { email, academyId } = invitation;
    const known = await findAccountByEmail(trx, email);
    if (known?.emailVerifiedAt) return refuse("email-taken");
    if (!(await takeAccountToken(trx, { kind: "staff_invitation", token, now }))) return refuse("link-invalid");

    const { role } = invitationPayload.parse(invitation.payload);
    const values = { name, passwordHash, language, role, academyId };
    const accountId = known?.id ?? (await insertAccount(trx, { ...values, email, emailVerifiedAt: now, now }));
    if (known) await saveVerifiedAccount(trx, { id: known.id, ...values, now });
    await endAccountTokens(trx, { kind: "verify_email", email, now });
    await recordEvent(trx, {
      event: "invitation_accepted",
      actor: actorOf(await getAccount(trx, accountId)),
      subjectKind: "account",
      subjectId: accountId,
      payload: { role },
      now,
    });
    return done({ accountId });
  });
}
