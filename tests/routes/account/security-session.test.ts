import "./environment.ts";
import { expect, test } from "vitest";
import { findActor, startSession } from "#app/auth/session.server.ts";
import { paths } from "#app/paths.ts";
import { action as forgot } from "#app/routes/account/forgot-password.tsx";
import { action as resetting } from "#app/routes/account/reset-password.tsx";
import { action as signOut } from "#app/routes/account/sign-out.ts";
import { db } from "#app/runtime.server.ts";
import { disableStaff } from "#app/use-cases/disable-staff.ts";
import { anAcademy, anAccount, newestToken } from "#tests/factories/accounts.ts";
import { get, post, route, targetOf } from "./request.ts";

const known = (cookie: string) => findActor(get("/", { cookie: cookie.split(";")[0] ?? "" }));

test("the cookie is out of reach of scripts and of other sites, and ends within a day", async () => {
  const { accountId } = await anAccount(db, { role: "applicant", email: "cookie@people.example" });
  const parts = (await startSession(accountId)).split("; ").slice(1);
  expect(parts).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/"]));
  expect(parts.join()).not.toContain("Domain");
  expect(Number(/Max-Age=(\d+)/.exec(parts.join())?.[1])).toBeLessThanOrEqual(86_400);
});

test("what the database holds of a session signs nobody in", async () => {
  const { accountId } = await anAccount(db, { role: "applicant", email: "stolen@people.example" });
  const cookie = await startSession(accountId);
  expect(await known(cookie)).toMatchObject({ accountId });
  const { id } = await db
    .selectFrom("session")
    .select("id")
    .where("accountId", "=", accountId)
    .executeTakeFirstOrThrow();
  expect(cookie).not.toContain(id);
  expect(await known(`session=${id}`)).toBeUndefined();
});

test("an id that somebody else chose is never taken for a session", async () => {
  const planted = "session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  await anAccount(db, { role: "applicant", email: "fixed@people.example" });
  expect(await known(planted)).toBeUndefined();
});

test("an expired session opens nothing and is swept away at the next sign-in", async () => {
  const { accountId } = await anAccount(db, { role: "applicant", email: "expired@people.example" });
  const cookie = await startSession(accountId);
  const past = new Date(Date.now() - 1000).toISOString();
  await db.updateTable("session").set({ expiresAt: past }).where("accountId", "=", accountId).execute();
  await startSession((await anAccount(db, { role: "applicant", email: "other@people.example" })).accountId);
  expect(await db.selectFrom("session").select("id").where("accountId", "=", accountId).execute()).toEqual([]);
  expect(await known(cookie)).toBeUndefined();
});

test("a disabled account is out at once, on every device", async () => {
  const academyId = await anAcademy(db, "disabling");
  const first = await anAccount(db, { role: "administrator", academyId, email: "first@staff.example" });
  const other = await anAccount(db, { role: "administrator", academyId, email: "other@staff.example" });
  const cookies = [await startSession(other.accountId), await startSession(other.accountId)];
  const disabled = await disableStaff(db, first, { academyId, accountId: other.accountId, now: new Date() });
  expect(disabled.ok).toBe(true);
  for (const cookie of [...cookies, await startSession(other.accountId)]) expect(await known(cookie)).toBeUndefined();
});

test("a new password ends every session, and its link works once", async () => {
  const { accountId, email } = await anAccount(db, { role: "applicant", email: "forgot@people.example" });
  const cookie = await startSession(accountId);
  await forgot(route(post(paths.forgotPassword(), { email })));
  const token = await newestToken(db, "reset_password");
  const stored = JSON.stringify(await db.selectFrom("accountToken").selectAll().execute());
  expect(stored).not.toContain(token);
  const send = () =>
    resetting(route(post(paths.resetPassword(token), { password: "another good password" }), { token }));
  expect(targetOf(await send())).toContain("/sign-in");
  expect(await known(cookie)).toBeUndefined();
  expect(targetOf(await send())).toBeNull();
});

test("asking for a new password takes as long for an unknown e-mail as for a known one", async () => {
  await anAccount(db, { role: "applicant", email: "timed@people.example" });
  const milliseconds = async (email: string) => {
    const begun = performance.now();
    await forgot(route(post(paths.forgotPassword(), { email })));
    return performance.now() - begun;
  };
  for (const email of ["timed@people.example", "nobody-at-all@people.example"])
    expect(await milliseconds(email)).toBeGreaterThanOrEqual(390);
});

test("a link cannot sign anybody out, and signing out forgets the session", async () => {
  const { accountId } = await anAccount(db, { role: "applicant", email: "leaving@people.example" });
  const cookie = (await startSession(accountId)).split(";")[0] ?? "";
  await expect(signOut(route(post(paths.signOut(), {}, { cookie, site: "cross-site" })))).rejects.toMatchObject({
    status: 403,
  });
  expect(await known(cookie)).toBeDefined();
  const out = await signOut(route(post(paths.signOut(), {}, { cookie })));
  expect(out.headers.get("Set-Cookie")).toMatch(/^session=;.*Max-Age=0/);
  expect(await known(cookie)).toBeUndefined();
});
