import type { AccountActor, Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { invitationPayload, type StaffRole } from "#app/domain/account/forms.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { Db, Trx } from "#db/connect.ts";
import { getAcademy } from "#db/queries/academies.ts";
import { endAccountTokens, findOpenInvitation, insertAccountToken } from "#db/queries/account-tokens.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { inTransaction } from "#db/transaction.ts";

const INVITED_FOR_MS = 7 * 24 * 60 * 60_000;

type Invitation = {
  readonly academyId: string;
  readonly email: string;
  readonly role: StaffRole;
  /** Of the mail. */
  readonly language: "ko" | "en";
  readonly now: Date;
};
export type InvitationRefusal = "not-yours" | "already-staff" | "email-taken" | "invitation-gone";

/** Invites somebody to the academy's staff; an earlier invitation of the same e-mail ends. */
export async function inviteStaff(db: Db, actor: Actor, input: Invitation): Promise<Result<null, InvitationRefusal>> {
  const { academyId, email } = input;
  return inTransaction(db, async (trx) => {
    if (actor.kind !== "account" || !can(actor, "people:manage", { academyId })) return refuse("not-yours");
    const known = await findAccountByEmail(trx, email);
    if (known?.academyId === academyId) return refuse("already-staff");
    // An account whose e-mail was never proved is nobody's: the invitation will take it over.
    if (known?.emailVerifiedAt) return refuse("email-taken");

    await invite(trx, actor, input);
    return done(null);
  });
}

/** The same invitation with a new link and seven more days; the old link ends. */
export async function resendInvitation(
  db: Db,
  actor: Actor,
  { academyId, invitationId, now }: { academyId: string; invitationId: string; now: Date },
): Promise<Result<null, InvitationRefusal>> {
  return inTransaction(db, async (trx) => {
    if (actor.kind !== "account" || !can(actor, "people:manage", { academyId })) return refuse("not-yours");
    const open = await findOpenInvitation(trx, { academyId, id: invitationId });
    if (!open) return refuse("invitation-gone");
    await invite(trx, actor, { academyId, email: open.email, ...invitationPayload.parse(open.payload), now });
    return done(null);
  });
}

/** An invitation sent to the wrong address opens nothing any more. */
export async function withdrawInvitation(
  db: Db,
  actor: Actor,
  { academyId, invitationId, now }: { academyId: string; invitationId: string; now: Date },
): Promise<Result<null, InvitationRefusal>> {
  return inTransaction(db, async (trx) => {
    if (!can(actor, "people:manage", { academyId })) return refuse("not-yours");
    const open = await findOpenInvitation(trx, { academyId, id: invitationId });
    if (!open) return refuse("invitation-gone");
    await endAccountTokens(trx, { kind: "staff_invitation", email: open.email, academyId, now });
    await recordEvent(trx, {
      event: "invitation_withdrawn",
      actor,
      subjectKind: "invitation",
      subjectId: open.id,
      payload: { email: open.email },
      now,
    });
    return done(null);
  });
}

async function invite(trx: Trx, actor: AccountActor, { academyId, email, role, language, now }: Invitation) {
  const academy = await getAcademy(trx, academyId);
  const expiresAt = new Date(now.getTime() + INVITED_FOR_MS);
  await endAccountTokens(trx, { kind: "staff_invitation", email, academyId, now });
  const token = await insertAccountToken(trx, {
    kind: "staff_invitation",
    academyId,
    email,
    payload: { role, language },
    expiresAt,
    now,
  });
  await recordEvent(trx, {
    event: "staff_invited",
    actor,
    subjectKind: "academy",
    subjectId: academyId,
    payload: { email, role },
    now,
  });
  await enqueueMessage(trx, {
    key: `staff_invitation:${academyId}:${email}:${now.toISOString()}`,
    message: {
      kind: "staff_invitation",
      name: "",
      academy: language === "ko" ? academy.nameKo : academy.nameEn,
      role,
      path: paths.invitation(token),
      expiresAt: formatInstant(expiresAt, language),
    },
    recipient: email,
    language,
    academyId,
    now,
  });
}
