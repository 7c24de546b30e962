import { expect, test } from "vitest";
import { resendVerification } from "#app/use-cases/resend-verification.ts";
import { signUp } from "#app/use-cases/sign-up.ts";
import { verifyEmail } from "#app/use-cases/verify-email.ts";
import type { Db } from "#db/connect.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { anAccount, eventsOf, later, newestToken, now, outboxOf } from "#tests/factories/accounts.ts";
import { freshDatabase } from "#tests/support/database.ts";

const person = {
  email: "sky@people.example",
  name: "김하늘",
  passwordHash: "hash of sky",
  language: "ko" as const,
  now,
};

async function kindsOf(db: Db) {
  return (await outboxOf(db)).map(({ message }) => message.kind);
}

test("signing up makes an account that waits for its e-mail, and mails the link", async () => {
  const db = await freshDatabase();

  expect(await signUp(db, person)).toEqual({ ok: true, value: null });

  expect(await findAccountByEmail(db, person.email)).toMatchObject({
    name: "김하늘",
    role: "applicant",
    language: "ko",
    academyId: null,
    emailVerifiedAt: null,
  });
  expect(await outboxOf(db)).toMatchObject([
    { recipient: person.email, language: "ko", message: { kind: "verify_email", name: "김하늘" } },
  ]);
  expect(await eventsOf(db)).toEqual(["account_created"]);
});

test("the link verifies once, within a day, and remembers where the person was going", async () => {
  const db = await freshDatabase();
  await signUp(db, { ...person, returnTo: "/my/cohorts/a/apply" });
  const token = await newestToken(db, "verify_email");

  expect(await verifyEmail(db, { token, now: later(24 * 60) })).toEqual({ ok: false, refusal: "link-invalid" });
  expect(await verifyEmail(db, { token, now: later(5) })).toEqual({
    ok: true,
    value: { returnTo: "/my/cohorts/a/apply" },
  });
  expect(await verifyEmail(db, { token, now: later(6) })).toEqual({ ok: false, refusal: "link-invalid" });
  expect((await findAccountByEmail(db, person.email))?.emailVerifiedAt).toBe(later(5).toISOString());
});

test("only the hash of a token is stored", async () => {
  const db = await freshDatabase();
  await signUp(db, person);
  const token = await newestToken(db, "verify_email");
  const rows = await db.selectFrom("accountToken").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("an e-mail that has an account gets a mail that says so, and the answer is the same", async () => {
  const db = await freshDatabase();
  const owner = await anAccount(db, { role: "applicant", email: person.email });

  expect(await signUp(db, person)).toEqual({ ok: true, value: null });
  await signUp(db, { ...person, now: later(1) });

  expect(await outboxOf(db)).toMatchObject([{ recipient: person.email, message: { kind: "account_exists" } }]);
  expect(await findAccountByEmail(db, person.email)).toMatchObject({ id: owner.accountId, passwordHash: "hash" });
});

test("somebody who signs up with another's unverified e-mail cannot replace what the owner typed", async () => {
  const db = await freshDatabase();
  await signUp(db, person);
  const link = await newestToken(db, "verify_email");
  await signUp(db, { ...person, name: "남의 이름", passwordHash: "hash of somebody else", now: later(1) });
  const other = await newestToken(db, "verify_email");

  await verifyEmail(db, { token: link, now: later(2) });

  expect(await verifyEmail(db, { token: other, now: later(3) })).toEqual({ ok: false, refusal: "link-invalid" });
  expect(await findAccountByEmail(db, person.email)).toMatchObject({ name: "김하늘", passwordHash: "hash of sky" });
});

test("two sign-ups at the same moment make one account", async () => {
  const db = await freshDatabase();
  await Promise.all([signUp(db, person), signUp(db, { ...person, now: later(1) })]);
  expect(await db.selectFrom("account").select("email").execute()).toEqual([{ email: person.email }]);
});

test("the confirmation is sent again only to an account that waits for it", async () => {
  const db = await freshDatabase();
  await signUp(db, person);
  await anAccount(db, { role: "applicant", email: "known@people.example" });

  for (const email of [person.email, "known@people.example", "nobody@people.example"])
    expect(await resendVerification(db, { email, now: later(3) })).toEqual({ ok: true, value: null });

  expect(await kindsOf(db)).toEqual(["verify_email", "verify_email"]);
  const token = await newestToken(db, "verify_email");
  await verifyEmail(db, { token, now: later(4) });
  expect(await findAccountByEmail(db, person.email)).toMatchObject({
    passwordHash: "hash of sky",
    emailVerifiedAt: later(4).toISOString(),
  });
});
