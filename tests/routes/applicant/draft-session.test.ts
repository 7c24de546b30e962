import "../account/environment.ts";
import { expect, test } from "vitest";
import { hashPassword } from "#app/auth/password.server.ts";
import { paths } from "#app/paths.ts";
import { action as session, loader as sessionLeft } from "#app/routes/account/session.ts";
import { action as signOut } from "#app/routes/account/sign-out.ts";
import { loader as layout } from "#app/routes/applicant/layout.tsx";
import { action as save } from "#app/routes/applicant/section.tsx";
import { db } from "#app/runtime.server.ts";
import { anAccount } from "#tests/factories/accounts.ts";
import { anApplicant } from "#tests/factories/cohort.ts";
import { answered, cookieOf, get, post, route, targetOf } from "../account/request.ts";
import { aDraft, based, cookieFor, headersOf } from "./a-draft.ts";

const endOf = async ({ accountId }: { accountId: string }) =>
  (await db.selectFrom("session").select("expiresAt").where("accountId", "=", accountId).executeTakeFirstOrThrow())
    .expiresAt;
const endAt = (accountId: string, inSeconds: number) =>
  db
    .updateTable("session")
    .set({ expiresAt: new Date(Date.now() + inSeconds * 1000).toISOString() })
    .where("accountId", "=", accountId)
    .execute();

test("a save whose session has ended gives the text back beside a sign-in", async () => {
  const draft = await aDraft();
  const typed = { ...based(await draft.open()), intent: "next", q1: "사라지면 안 되는 글" };
  const refusedBy = (thrown: unknown) => thrown;

  const stranger = route(post(draft.path, typed), draft.params);
  const shown = answered(await save(stranger).catch(refusedBy));
  expect(shown.status).toBe(401);
  expect(shown.text).toContain("사라지면 안 되는 글");
  // No loader of the same answer may lead away from it.
  expect(await layout({ ...stranger, request: get(draft.path) })).toEqual({ session: null });

  const account = { "account.email": draft.applicant.email, "account.password": "a wrong password" };
  const wrong = answered(await draft.send({ ...typed, ...account }, "").catch(refusedBy));
  expect(wrong.text).toContain("wrong-credentials");
  expect(wrong.text).toContain("사라지면 안 되는 글");
  expect(wrong.text).not.toContain("a wrong password");
});

test("signing in beside the text leads nowhere but to the same address, with the form sent again", async () => {
  const draft = await aDraft();
  const { accountId, email } = draft.applicant;
  const [passwordHash, emailVerifiedAt] = [await hashPassword("a long enough password"), new Date().toISOString()];
  await db.updateTable("account").set({ passwordHash, emailVerifiedAt }).where("id", "=", accountId).execute();
  const typed = { ...based(await draft.open()), intent: "stay", q1: "다시 보낸 글" };
  const account = { "account.email": email, "account.password": "a long enough password" };

  const led = (await draft.send({ ...typed, ...account, returnTo: "https://elsewhere.example" }, "")) as Response;
  expect([led.status, led.headers.get("Location")]).toEqual([307, draft.path]);
  await draft.send({ ...typed, ...account }, cookieOf(led));
  expect(await draft.answer("q1")).toBe("다시 보낸 글");
});

test("a stranger's text is not given back when it is larger than any section, nor to another site", async () => {
  const draft = await aDraft();
  const large = draft.send({ intent: "next", q1: "가".repeat(300_001) }, "");
  await expect(large).rejects.toMatchObject({ status: 413 });
  const crossSite = save(route(post(draft.path, { q1: "가" }, { site: "cross-site" }), draft.params));
  await expect(crossSite).rejects.toMatchObject({ status: 403 });
});

test("an autosave whose session has ended says so and stores nothing", async () => {
  const draft = await aDraft();
  expect(answered(await draft.send({ intent: "autosave", q1: "글" }, ""))).toMatchObject({ status: 401 });
});

test("another person's session saves nothing into somebody's draft", async () => {
  const draft = await aDraft();
  const other = await cookieFor((await anApplicant(db)).accountId);
  await expect(draft.send({ intent: "autosave", q1: "글" }, other)).rejects.toMatchObject({ status: 404 });
});

test("reading pages lengthens no session; saving does once half of it is gone", async () => {
  const draft = await aDraft();
  await endAt(draft.applicant.accountId, 3600);
  const before = await endOf(draft.applicant);
  const opened = based(await draft.open());
  expect(await endOf(draft.applicant)).toBe(before);

  const saved = await draft.send({ ...opened, intent: "autosave", q1: "쓰는 중" });
  expect(headersOf(saved).get("Set-Cookie")).toMatch(/^session=.*Max-Age=43200/);
  expect(Date.parse(await endOf(draft.applicant)) - Date.now()).toBeGreaterThan(11 * 3_600_000);
});

test("a session is told without being lengthened, and lengthened when that is asked from our own pages", async () => {
  const { accountId } = await anAccount(db, { role: "applicant", email: `extend-${Date.now()}@people.example` });
  const cookie = await cookieFor(accountId);
  await endAt(accountId, 240);
  const left = (await (await sessionLeft(route(get(paths.session(), { cookie })))).json()) as { secondsLeft: number };
  expect(left.secondsLeft).toBeGreaterThan(200);
  expect(left.secondsLeft).toBeLessThanOrEqual(240);

  await expect(session(route(post(paths.session(), {}, { cookie, site: "cross-site" })))).rejects.toMatchObject({
    status: 403,
  });
  const extended = await session(route(post(paths.session(), {}, { cookie })));
  expect(extended.headers.get("Set-Cookie")).toMatch(/^session=/);
  expect(((await extended.json()) as { secondsLeft: number }).secondsLeft).toBeGreaterThan(43_000);

  const plain = await session(route(post(paths.session(), { returnTo: "/my" }, { cookie })));
  expect(targetOf(plain)).toBe("/my");
  const open = await session(route(post(paths.session(), { returnTo: "//elsewhere.example" }, { cookie })));
  expect(targetOf(open)).toBeNull();
});

test("a session that has ended is not brought back", async () => {
  const { accountId } = await anAccount(db, { role: "applicant", email: `ended-${Date.now()}@people.example` });
  const cookie = await cookieFor(accountId);
  await endAt(accountId, -1);
  const told = await session(route(post(paths.session(), {}, { cookie })));
  expect(await told.json()).toEqual({ expiresAt: null, secondsLeft: 0 });
  expect(told.headers.get("Set-Cookie")).toBeNull();
});

test("signing out clears what the browser kept", async () => {
  const { accountId } = await anAccount(db, { role: "applicant", email: `clears-${Date.now()}@people.example` });
  const out = await signOut(route(post(paths.signOut(), {}, { cookie: await cookieFor(accountId) })));
  expect(out.headers.get("Clear-Site-Data")).toBe('"storage"');
});
