import "./environment.ts";
import { expect, test } from "vitest";
import { hashPassword } from "#app/auth/password.server.ts";
import { findActor } from "#app/auth/session.server.ts";
import type { Role } from "#app/domain/access/actor.ts";
import { paths } from "#app/paths.ts";
import { action as forgot } from "#app/routes/account/forgot-password.tsx";
import { action as signIn, loader as signInPage } from "#app/routes/account/sign-in.tsx";
import { action as signOut } from "#app/routes/account/sign-out.ts";
import { action as signUp } from "#app/routes/account/sign-up.tsx";
import { action as verify, loader as verifyPage } from "#app/routes/account/verify-email.tsx";
import { action as people, loader as peoplePage } from "#app/routes/administrator/people.tsx";
import { loader as health } from "#app/routes/system/health.ts";
import { action as language } from "#app/routes/system/language.ts";
import { db } from "#app/runtime.server.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { anAcademy, anAccount, newestToken, outboxOf } from "#tests/factories/accounts.ts";
import { answered, cookieOf, get, post, route, signInPath, targetOf } from "./request.ts";

const password = "correct horse battery";
const passwordHash = await hashPassword(password);

async function enter(email: string, fields: Record<string, string> = {}, cookie = "") {
  return signIn(route(post(signInPath, { email, password, ...fields }, { cookie })));
}

test.each([
  ["applicant", "/my"],
  ["reviewer", "/review"],
  ["administrator", "/manage"],
  ["auditor", "/audit"],
] as const)("signing in leads a %s to %s", async (role: Role, home) => {
  const academyId = role === "applicant" ? null : await anAcademy(db, `academy-of-${role}`);
  const { accountId, email } = await anAccount(db, { role, academyId, passwordHash });
  const answer = await enter(email);
  expect(targetOf(answer)).toBe(home);
  const cookie = cookieOf(answer as Response);
  expect(await findActor(get("/", { cookie }))).toMatchObject({ accountId, role });
  await expect(signInPage(route(get(signInPath, { cookie })))).rejects.toMatchObject({ status: 302 });
});

test("signing in comes back to a page of this portal and to no other place", async () => {
  const { email } = await anAccount(db, { role: "applicant", email: "back@people.example", passwordHash });
  expect(targetOf(await enter(email, { returnTo: "/my/applications/a1" }))).toBe("/my/applications/a1");
  for (const returnTo of ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "my"])
    expect(targetOf(await enter(email, { returnTo }))).toBe("/my");
});

test("a wrong password and an unknown e-mail get the same answer, without the password in it", async () => {
  await anAccount(db, { role: "applicant", email: "known@people.example", passwordHash });
  const wrong = answered(await enter("known@people.example", { password: "not the password" }));
  const unknown = answered(await enter("nobody@people.example", { password: "not the password" }));
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("account:refusal.wrong-credentials");
  expect(wrong.text).not.toContain("not the password");
  expect(unknown.text.replace("nobody@", "known@")).toBe(wrong.text);
});

test("after ten wrong passwords from one place the account cannot be tried from there for a while", async () => {
  const { email } = await anAccount(db, { role: "applicant", email: "target@people.example", passwordHash });
  const { context } = route(get(signInPath));
  const fromThere = (password: string) => signIn({ ...route(post(signInPath, { email, password })), context });
  for (let attempt = 0; attempt < 10; attempt += 1) await fromThere("a wrong password");
  expect(answered(await fromThere(password)).status).toBe(429);
  expect(targetOf(await enter(email))).toBe("/my");
});

test("the session before signing in is worth nothing after it, and signing out ends the new one", async () => {
  const { email } = await anAccount(db, { role: "applicant", email: "twice@people.example", passwordHash });
  const first = cookieOf((await enter(email)) as Response);
  const second = cookieOf((await enter(email, {}, first)) as Response);
  expect(second).not.toBe(first);
  expect(await findActor(get("/", { cookie: first }))).toBeUndefined();

  await signOut(route(post(paths.signOut(), {}, { cookie: second })));
  expect(await findActor(get("/", { cookie: second }))).toBeUndefined();
});

test("an unverified person is told so, and may have the link again", async () => {
  const { email } = await anAccount(db, {
    role: "applicant",
    email: "new@people.example",
    verified: false,
    passwordHash,
  });
  const refused = answered(await enter(email));
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("account:refusal.email-not-verified");

  await signIn(route(post(signInPath, { intent: "resend", email })));
  expect((await outboxOf(db)).findLast(({ recipient }) => recipient === email)?.message.kind).toBe("verify_email");
});

test("looking at the link of a mail does not use it up; the button does", async () => {
  const fields = { email: "Sky@People.Example", name: "김하늘", password };
  expect(targetOf(await signUp(route(post(paths.signUp(), { ...fields, returnTo: "/my/cohorts/a/apply" }))))).toBe(
    "/sign-up?sent=1",
  );
  const token = await newestToken(db, "verify_email");
  const path = paths.verifyEmail(token);
  for (let look = 0; look < 2; look += 1)
    expect(answered(await verifyPage(route(get(path), { token }))).text).toContain('"valid":true');

  expect(targetOf(await verify(route(post(path, {}), { token })))).toBe(
    `${paths.signIn("/my/cohorts/a/apply")}&notice=verified`,
  );
  expect(answered(await verifyPage(route(get(path), { token }))).status).toBe(410);
  expect((await findAccountByEmail(db, "sky@people.example"))?.emailVerifiedAt).not.toBeNull();
  expect(targetOf(await enter("sky@people.example"))).toBe("/my");
});

test("signing up and forgetting answer alike whether or not the e-mail has an account", async () => {
  await anAccount(db, { role: "applicant", email: "exists@people.example", passwordHash });
  for (const email of ["exists@people.example", "fresh@people.example"]) {
    const fields = { email, name: "이가람", password };
    expect(targetOf(await signUp(route(post(paths.signUp(), fields))))).toBe("/sign-up?sent=1");
    expect(targetOf(await forgot(route(post(paths.forgotPassword(), { email }))))).toBe("/forgot-password?sent=1");
  }
});

test.each([
  ["email", "not an address"],
  ["password", "short"],
  ["password", "aaaaaaaaaaaa"],
  ["name", "win at https://evil.example"],
  ["name", "evil.example"],
  ["name", ""],
])("a sign-up with the %s %j is sent back with the rest as it was typed", async (field, value) => {
  const fields = { email: "typed@people.example", name: "김하늘", password, [field]: value };
  const { status, text } = answered(await signUp(route(post(paths.signUp(), fields))));
  expect(status).toBe(400);
  expect(JSON.parse(text).error).toEqual({ [field]: [expect.stringMatching(/^account:errors\./)] });
  expect(text).not.toContain(password);
  if (field !== "email") expect(text).toContain(fields.email);
});

test("forms sent from another site change nothing", async () => {
  const request = post(signInPath, { email: "a@people.example", password }, { site: "cross-site" });
  await expect(signIn(route(request))).rejects.toMatchObject({ status: 403 });
  await expect(signOut(route(post(paths.signOut(), {}, { site: "cross-site" })))).rejects.toMatchObject({
    status: 403,
  });
});

test("an administrator invites and disables on the people page, others may not see it", async () => {
  const academyId = await anAcademy(db, "people-academy");
  const person = { academyId, passwordHash };
  await anAccount(db, { ...person, role: "administrator", email: "boss@people.example" });
  const reader = await anAccount(db, { ...person, role: "reviewer", email: "judge@people.example" });
  const cookie = cookieOf((await enter("boss@people.example")) as Response);
  const path = paths.manage.people();

  const invite = { intent: "invite", email: "guest@people.example", role: "auditor", language: "en" };
  expect(targetOf(await people(route(post(path, invite, { cookie }))))).toBe(`${path}?notice=invited`);
  const page = await peoplePage(route(get(`${path}?sort=role`, { cookie })));
  expect(page.staff.map(({ role, isYou }) => ({ role, isYou }))).toEqual([
    { role: "administrator", isYou: true },
    { role: "reviewer", isYou: false },
  ]);
  expect(page.invitations).toMatchObject([{ email: "guest@people.example", role: "auditor", expired: false }]);

  const judge = cookieOf((await enter("judge@people.example")) as Response);
  await expect(peoplePage(route(get(path, { cookie: judge })))).rejects.toMatchObject({ status: 403 });
  const disable = { intent: "disable", id: reader.accountId };
  expect(targetOf(await people(route(post(path, disable, { cookie }))))).toBe(`${path}?notice=disabled`);
  await expect(peoplePage(route(get(path, { cookie: judge })))).rejects.toMatchObject({ status: 302 });
  expect(answered(await enter("judge@people.example")).text).toContain("account-disabled");
});

test("the language is remembered and the page comes back", async () => {
  const chosen = await language(route(post(paths.language(), { language: "en", returnTo: "/sign-in?returnTo=%2Fmy" })));
  expect(chosen.headers.get("Location")).toBe("/sign-in?returnTo=%2Fmy");
  expect(chosen.headers.get("Set-Cookie")).toContain("language=en");
  const away = await language(route(post(paths.language(), { language: "xx", returnTo: "//evil.example" })));
  expect(away.headers.get("Location")).toBe("/");
  expect(away.headers.get("Set-Cookie")).toContain("language=ko");
});

test("health says that the database answers", async () => {
  const answer = await health();
  expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
});
