import { expect, test } from "vitest";
import { createFirstAdministrator, createFirstAdministratorToken } from "#app/use-cases/create-first-administrator.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { saveSetting } from "#db/queries/settings.ts";
import { anAcademy, later, now } from "#tests/factories/accounts.ts";
import { freshDatabase } from "#tests/support/database.ts";

const input = {
  academyNameKo: "시험용 사관학교",
  academyNameEn: "Trial Academy",
  name: "박담당",
  email: "first@people.example",
  passwordHash: "hash",
  language: "ko" as const,
  now,
};

test("the link of an empty portal makes the academy and its first administrator, once", async () => {
  const db = await freshDatabase();
  const token = (await createFirstAdministratorToken(db, now))!;

  expect((await createFirstAdministrator(db, { ...input, token })).ok).toBe(true);

  const academies = await db.selectFrom("academy").selectAll().execute();
  expect(academies).toMatchObject([{ slug: "trial-academy", nameKo: "시험용 사관학교" }]);
  expect(await findAccountByEmail(db, input.email)).toMatchObject({
    role: "administrator",
    academyId: academies[0]!.id,
    emailVerifiedAt: now.toISOString(),
  });
  expect(await createFirstAdministrator(db, { ...input, email: "second@people.example", token })).toEqual({
    ok: false,
    refusal: "link-invalid",
  });
  expect(await createFirstAdministratorToken(db, now)).toBeUndefined();
});

test("a new start ends the link of the one before", async () => {
  const db = await freshDatabase();
  const first = (await createFirstAdministratorToken(db, now))!;
  const second = (await createFirstAdministratorToken(db, later(1)))!;
  expect((await createFirstAdministrator(db, { ...input, token: first, now: later(2) })).ok).toBe(false);
  expect((await createFirstAdministrator(db, { ...input, token: second, now: later(2) })).ok).toBe(true);
});

test("a portal with an academy, and a demo, get no such link", async () => {
  const used = await freshDatabase();
  await anAcademy(used);
  expect(await createFirstAdministratorToken(used, now)).toBeUndefined();

  const demo = await freshDatabase();
  await saveSetting(demo, "demo", "1");
  expect(await createFirstAdministratorToken(demo, now)).toBeUndefined();
});

test("a link printed before an academy came by another way opens nothing", async () => {
  const db = await freshDatabase();
  const token = (await createFirstAdministratorToken(db, now))!;
  await anAcademy(db);
  expect(await createFirstAdministrator(db, { ...input, token })).toEqual({ ok: false, refusal: "link-invalid" });
});
