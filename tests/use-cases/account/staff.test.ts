import { expect, test } from "vitest";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { acceptInvitation } from "#app/use-cases/accept-invitation.ts";
import { disableStaff, enableStaff } from "#app/use-cases/disable-staff.ts";
import { inviteStaff, resendInvitation, withdrawInvitation } from "#app/use-cases/invite-staff.ts";
import { signUp } from "#app/use-cases/sign-up.ts";
import { verifyEmail } from "#app/use-cases/verify-email.ts";
import type { Db } from "#db/connect.ts";
import { listOpenInvitations } from "#db/queries/account-tokens.ts";
import { findAccount, findAccountByEmail, listStaff } from "#db/queries/accounts.ts";
import { anAcademy, anAccount, eventsOf, later, newestToken, now, outboxOf } from "#tests/factories/accounts.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function anAcademyWithAdministrator() {
  const db = await freshDatabase();
  const academyId = await anAcademy(db);
  return { db, academyId, administrator: await anAccount(db, { role: "administrator", academyId }) };
}

const email = "reader@people.example";
const acceptance = { name: "이가람", passwordHash: "hash", language: "ko" as const };

function invite(db: Db, actor: AccountActor, academyId: string) {
  return inviteStaff(db, actor, { academyId, email, role: "reviewer", language: "en", now });
}

test("an invited reviewer sets a name and a password and belongs to the academy", async () => {
  const { db, academyId, administrator } = await anAcademyWithAdministrator();

  expect(await invite(db, administrator, academyId)).toEqual({ ok: true, value: null });
  expect(await outboxOf(db)).toMatchObject([
    { recipient: email, language: "en", message: { kind: "staff_invitation", academy: "Test Academy" } },
  ]);
  const token = await newestToken(db, "staff_invitation");
  const accepted = await acceptInvitation(db, { token, ...acceptance, now: later(60) });

  expect(accepted.ok).toBe(true);
  expect(await findAccountByEmail(db, email)).toMatchObject({
    role: "reviewer",
    academyId,
    name: "이가람",
    emailVerifiedAt: later(60).toISOString(),
  });
  expect(await acceptInvitation(db, { token, ...acceptance, now: later(61) })).toEqual({
    ok: false,
    refusal: "link-invalid",
  });
  expect(await eventsOf(db)).toEqual(["staff_invited", "invitation_accepted"]);
});

test("an invitation ends after seven days, when it is sent again and when it is withdrawn", async () => {
  const { db, academyId, administrator } = await anAcademyWithAdministrator();
  await invite(db, administrator, academyId);
  const first = await newestToken(db, "staff_invitation");
  const [open] = await listOpenInvitations(db, academyId);

  expect((await acceptInvitation(db, { token: first, ...acceptance, now: later(7 * 24 * 60) })).ok).toBe(false);
  await resendInvitation(db, administrator, { academyId, invitationId: open!.id, now: later(1) });
  expect((await acceptInvitation(db, { token: first, ...acceptance, now: later(2) })).ok).toBe(false);

  const second = await newestToken(db, "staff_invitation");
  const [again] = await listOpenInvitations(db, academyId);
  await withdrawInvitation(db, administrator, { academyId, invitationId: again!.id, now: later(3) });
  expect((await acceptInvitation(db, { token: second, ...acceptance, now: later(4) })).ok).toBe(false);
  expect(await listOpenInvitations(db, academyId)).toEqual([]);
});

test("only an administrator of the same academy invites, resends, withdraws, disables and enables", async () => {
  const { db, academyId, administrator } = await anAcademyWithAdministrator();
  await invite(db, administrator, academyId);
  const [open] = await listOpenInvitations(db, academyId);
  const elsewhere = await anAcademy(db, "elsewhere");
  const strangers = [
    await anAccount(db, { role: "administrator", academyId: elsewhere, email: "other@people.example" }),
    await anAccount(db, { role: "reviewer", academyId }),
    await anAccount(db, { role: "auditor", academyId }),
    await anAccount(db, { role: "applicant" }),
  ];
  const refused = { ok: false, refusal: "not-yours" };
  for (const actor of strangers) {
    const target = { academyId, accountId: administrator.accountId, invitationId: open!.id, now };
    expect(await invite(db, actor, academyId)).toEqual(refused);
    for (const act of [resendInvitation, withdrawInvitation, disableStaff, enableStaff])
      expect(await act(db, actor, target)).toEqual(refused);
  }
  const foreign = { academyId: elsewhere, accountId: administrator.accountId, now };
  expect(await disableStaff(db, strangers[0]!, foreign)).toEqual(refused);
});

test("staff are not invited twice, and an applicant's account does not become staff", async () => {
  const { db, academyId, administrator } = await anAcademyWithAdministrator();
  const asked = { academyId, role: "auditor" as const, language: "ko" as const, now };
  await anAccount(db, { role: "applicant" });

  expect(await inviteStaff(db, administrator, { ...asked, email: administrator.email })).toEqual({
    ok: false,
    refusal: "already-staff",
  });
  expect(await inviteStaff(db, administrator, { ...asked, email: "applicant@people.example" })).toEqual({
    ok: false,
    refusal: "email-taken",
  });
});

test("an unproved sign-up with an invited person's e-mail does not stand in the way", async () => {
  const { db, academyId, administrator } = await anAcademyWithAdministrator();
  await signUp(db, { email, name: "누군가", passwordHash: "theirs", language: "ko", now });
  const signUpLink = await newestToken(db, "verify_email");
  await invite(db, administrator, academyId);

  const token = await newestToken(db, "staff_invitation");
  expect((await acceptInvitation(db, { token, ...acceptance, now })).ok).toBe(true);
  expect(await findAccountByEmail(db, email)).toMatchObject({ role: "reviewer", academyId, passwordHash: "hash" });
  expect((await verifyEmail(db, { token: signUpLink, now })).ok).toBe(false);
});

test("disabling ends somebody's sessions at once; enabling lets them in again", async () => {
  const { db, academyId, administrator } = await anAcademyWithAdministrator();
  const { accountId } = await anAccount(db, { role: "reviewer", academyId });
  await db
    .insertInto("session")
    .values({ id: "s1", accountId, expiresAt: later(600).toISOString() })
    .execute();

  expect(await disableStaff(db, administrator, { academyId, accountId, now })).toEqual({ ok: true, value: null });
  expect((await findAccount(db, accountId))?.disabledAt).toBe(now.toISOString());
  expect(await db.selectFrom("session").selectAll().execute()).toEqual([]);

  await enableStaff(db, administrator, { academyId, accountId, now });
  expect((await findAccount(db, accountId))?.disabledAt).toBeNull();
  expect(await eventsOf(db)).toEqual(["staff_disabled", "staff_enabled"]);
});

test("nobody disables themselves, and two administrators cannot disable each other", async () => {
  const { db, academyId, administrator } = await anAcademyWithAdministrator();
  const second = await anAccount(db, { role: "administrator", academyId, email: "second@people.example" });

  expect(await disableStaff(db, administrator, { academyId, accountId: administrator.accountId, now })).toEqual({
    ok: false,
    refusal: "not-oneself",
  });
  const answers = await Promise.all([
    disableStaff(db, administrator, { academyId, accountId: second.accountId, now }),
    disableStaff(db, second, { academyId, accountId: administrator.accountId, now }),
  ]);
  expect(answers).toContainEqual({ ok: true, value: null });
  expect(answers).toContainEqual({ ok: false, refusal: "last-administrator" });
});

test("the staff of one academy are listed by name or by role", async () => {
  const { db, academyId } = await anAcademyWithAdministrator();
  await anAccount(db, { role: "reviewer", academyId });
  await anAccount(db, { role: "administrator", academyId: await anAcademy(db, "b"), email: "b@people.example" });
  const staff = await listStaff(db, { academyId, order: "role" });
  expect(staff.map(({ role }) => role)).toEqual(["administrator", "reviewer"]);
});
