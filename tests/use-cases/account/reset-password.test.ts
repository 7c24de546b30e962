import { expect, test } from "vitest";
import { requestPasswordReset } from "#app/use-cases/request-password-reset.ts";
import { resetPassword } from "#app/use-cases/reset-password.ts";
import { findAccount, saveDisabledAt } from "#db/queries/accounts.ts";
import { anAccount, eventsOf, later, newestToken, now, outboxOf } from "#tests/factories/accounts.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function aForgetfulPerson() {
  const db = await freshDatabase();
  const { accountId, email } = await anAccount(db, { role: "applicant" });
  await db
    .insertInto("session")
    .values({ id: "s1", accountId, expiresAt: later(600).toISOString() })
    .execute();
  await requestPasswordReset(db, { email, now });
  return { db, accountId, email, token: await newestToken(db, "reset_password") };
}

test("a reset changes the password, ends every session and works once", async () => {
  const { db, accountId, token } = await aForgetfulPerson();

  expect(await resetPassword(db, { token, passwordHash: "new", now: later(30) })).toEqual({ ok: true, value: null });

  expect((await findAccount(db, accountId))?.passwordHash).toBe("new");
  expect(await db.selectFrom("session").selectAll().execute()).toEqual([]);
  expect(await resetPassword(db, { token, passwordHash: "newer", now: later(31) })).toEqual({
    ok: false,
    refusal: "link-invalid",
  });
  expect(await eventsOf(db)).toEqual(["password_reset"]);
});

test("after one hour the link opens nothing", async () => {
  const { db, token } = await aForgetfulPerson();
  expect(await resetPassword(db, { token, passwordHash: "new", now: later(60) })).toEqual({
    ok: false,
    refusal: "link-invalid",
  });
});

test("using one link ends the others", async () => {
  const { db, email, token } = await aForgetfulPerson();
  await requestPasswordReset(db, { email, now: later(1) });
  const second = await newestToken(db, "reset_password");
  await resetPassword(db, { token: second, passwordHash: "new", now: later(2) });
  expect((await resetPassword(db, { token, passwordHash: "old", now: later(3) })).ok).toBe(false);
});

test("a link of another kind does not reset a password", async () => {
  const { db, token } = await aForgetfulPerson();
  await db.updateTable("accountToken").set({ kind: "verify_email" }).execute();
  expect((await resetPassword(db, { token, passwordHash: "new", now })).ok).toBe(false);
});

test("an unknown or disabled account gets no mail, and the answer is the same", async () => {
  const db = await freshDatabase();
  const { accountId, email } = await anAccount(db, { role: "reviewer" });
  await saveDisabledAt(db, { accountId, disabledAt: now });
  for (const asked of [email, "nobody@people.example"])
    expect(await requestPasswordReset(db, { email: asked, now })).toEqual({ ok: true, value: null });
  expect(await outboxOf(db)).toEqual([]);
});

test("the link proves the e-mail of an account that waited for it", async () => {
  const db = await freshDatabase();
  const { accountId, email } = await anAccount(db, { role: "applicant", verified: false });
  await requestPasswordReset(db, { email, now });
  await resetPassword(db, { token: await newestToken(db, "reset_password"), passwordHash: "new", now });
  expect((await findAccount(db, accountId))?.emailVerifiedAt).toBe(now.toISOString());
});
