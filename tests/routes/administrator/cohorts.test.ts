import "#tests/routes/account/environment.ts";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { db } from "#app/runtime.server.ts";
import {
  action as screenApplication,
  loader as applicationPage,
} from "#app/routes/administrator/cohort/application.tsx";
import { action as search, loader as applicationsPage } from "#app/routes/administrator/cohort/applications.tsx";
import { action as checkLog, loader as logPage } from "#app/routes/administrator/cohort/audit-log.tsx";
import { loader as definitionJson } from "#app/routes/administrator/cohort/definition-json.ts";
import { action as change, loader as definitionPage } from "#app/routes/administrator/cohort/definition.tsx";
import { loader as cohortLayout } from "#app/routes/administrator/cohort/layout.tsx";
import { action as openOrClose, loader as overviewPage } from "#app/routes/administrator/cohort/overview.tsx";
import { loader as homePage } from "#app/routes/administrator/home.tsx";
import { action as createFrom } from "#app/routes/administrator/new-cohort.tsx";
import { loader as auditedLog } from "#app/routes/auditor/audit-log.tsx";
import { loader as auditHome } from "#app/routes/auditor/home.tsx";
import { loader as runsPage } from "#app/routes/auditor/runs.tsx";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import { listAuditEntries } from "#db/queries/audit-log.ts";
import { anAcademy, anOpenCohort, aStaffMember, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { answered, get, post, route, targetOf } from "#tests/routes/account/request.ts";

const sample = readFileSync("db/samples/gcc-academy.json", "utf8");
const cohort = await anOpenCohort(db);
const { cohortId, academyId, definitionId } = cohort;
const { applicationId } = await aSubmittedApplication(db, { cohort });
const administrator = await cookieFor(await aStaffMember(db, { role: "administrator", academyId }));
const auditor = await cookieFor(await aStaffMember(db, { role: "auditor", academyId }));
const elsewhere = await anAcademy(db);
const stranger = await cookieFor(await aStaffMember(db, { role: "administrator", academyId: elsewhere }));

async function cookieFor({ accountId }: AccountActor): Promise<string> {
  return (await startSession(accountId)).split(";")[0] ?? "";
}

const pages = {
  cohortLayout,
  overviewPage,
  definitionPage,
  applicationsPage,
  applicationPage,
  logPage,
  definitionJson,
} as const;
const params = { cohortId, applicationId, file: `${definitionId}.json` };

test.each(Object.entries(pages))("%s opens for an administrator of the academy", async (_name, loader) => {
  expect(await loader(route(get("/manage", { cookie: administrator }), params))).toBeTruthy();
});

test.each(Object.entries(pages))("%s is 404 for another academy's administrator", async (_name, loader) => {
  const answer = loader(route(get("/manage", { cookie: stranger }), params));
  await expect(answer).rejects.toMatchObject({ status: 404 });
});

test.each([openOrClose, change, search, screenApplication, checkLog])(
  "nor may they send anything there",
  async (action) => {
    const answer = action(route(post("/manage", { intent: "open" }, { cookie: stranger }), params));
    await expect(answer).rejects.toMatchObject({ status: 404 });
  },
);

test("an auditor reads runs and log, not the administrator's pages; a stranger reads neither", async () => {
  const at = (cookie: string) => route(get("/audit", { cookie }), params);
  expect((await runsPage(at(auditor))).runs).toEqual([]);
  expect((await auditedLog(at(auditor))).page.isFirst).toBe(true);
  expect((await auditHome(at(auditor))).cohorts.map(({ id }) => id)).toEqual([cohortId]);
  await expect(overviewPage(at(auditor))).rejects.toMatchObject({ status: 403 });
  await expect(auditedLog(at(stranger))).rejects.toMatchObject({ status: 404 });
  await expect(runsPage(at(stranger))).rejects.toMatchObject({ status: 404 });
});

test("broken JSON is refused with its place, and everything that was pasted comes back", async () => {
  const pasted = `${sample.slice(0, -30)} … 미완성`;
  const form = { intent: "create", definition: pasted, weeks: "3" };
  const { status, text } = answered(
    await createFrom(route(post("/manage/cohorts/new", form, { cookie: administrator }))),
  );
  const body = JSON.parse(text) as { mistakes: string[]; text: string; weeks: string };
  expect(status).toBe(400);
  expect(body.mistakes[0]).toMatch(/^\$: /);
  expect([body.text, body.weeks]).toEqual([pasted, "3"]);
});

test("every mistake of a definition is one line, path and sentence", async () => {
  const wrong = sample
    .replace('"timezone": "Asia/Seoul"', '"timezone": "Asia/Tokyo"')
    .replace('"capacity": 140', '"capacity": 141');
  const form = { intent: "check", definition: wrong, weeks: "0" };
  const { text } = answered(await createFrom(route(post("/manage/cohorts/new", form, { cookie: administrator }))));
  const { mistakes } = JSON.parse(text) as { mistakes: string[] };
  expect(mistakes.some((line) => line.startsWith("timezone: "))).toBe(true);
  expect(mistakes.some((line) => line.startsWith("capacity: "))).toBe(true);
});

test("a sample fills the box, the check shows the moved dates, and creating leads to the new cohort", async () => {
  const send = (form: Record<string, string>) =>
    createFrom(route(post("/manage/cohorts/new", form, { cookie: administrator })));
  expect(await send({ intent: "sample:gcc-academy" })).toMatchObject({ text: sample });
  const checked = await send({ intent: "check", definition: sample, weeks: "1" });
  expect(JSON.stringify(checked)).toContain("gcc-academy-2");
  const created = await send({ intent: "create", definition: sample, weeks: "1" });
  const stored = await findCohortBySlug(db, "gcc-academy-2");
  expect(targetOf(created)).toBe(`/manage/cohorts/${stored?.id}`);
});

test("an uploaded file is read instead of the box", async () => {
  const form = new FormData();
  form.set("intent", "check");
  form.set("definition", "{}");
  form.set("file", new File([sample], "last-year.json", { type: "application/json" }));
  const headers = { Cookie: administrator, "Sec-Fetch-Site": "same-origin" };
  const request = new Request("http://localhost:3000/manage/cohorts/new", { method: "POST", body: form, headers });
  expect(await createFrom(route(request))).toMatchObject({ text: sample, mistakes: [] });
});

test("the export is the stored text", async () => {
  const answer = await definitionJson(route(get("/manage", { cookie: auditor }), params));
  expect(await answer.text()).toBe(JSON.stringify(cohort.definition));
  expect(answer.headers.get("Content-Disposition")).toContain("-v1.json");
});

test("a name is searched by POST; that, and opening a record, is recorded, the opening once in ten minutes", async () => {
  const found = await search(route(post("/manage", { search: "가상" }, { cookie: administrator }), params));
  expect(JSON.stringify(found)).toContain(applicationId);
  await applicationPage(route(get("/manage", { cookie: administrator }), params));
  await applicationPage(route(get("/manage", { cookie: administrator }), params));
  const events = (await listAuditEntries(db, { chain: cohortId, limit: 50 })).map(({ event }) => event);
  expect(events[0]).toBe("applications-searched");
  expect(events.filter((event) => event === "application-viewed")).toHaveLength(1);
});

test("a decision without its reason comes back with what was chosen", async () => {
  const form = { intent: "flag", flagId: "some-flag", verdict: "ineligible", reason: "no" };
  const { status, text } = answered(
    await screenApplication(route(post("/manage", form, { cookie: administrator }), params)),
  );
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ at: "some-flag", verdict: "ineligible", reason: "no" });
});

test("the log's check says whole, and names the first entry that was changed", async () => {
  const check = () => checkLog(route(post("/manage", {}, { cookie: administrator }), params));
  expect((await check()).brokenAt).toBeNull();
  await db
    .updateTable("auditEntry")
    .set({ event: "nothing" })
    .where("chain", "=", cohortId)
    .where("sequence", "=", 2)
    .execute();
  expect((await check()).brokenAt).toBe(2);
});

test("home lists the academy's cohorts and no others", async () => {
  const { cohorts } = await homePage(route(get("/manage", { cookie: administrator })));
  expect(cohorts.map(({ id }) => id)).toContain(cohortId);
  expect((await homePage(route(get("/manage", { cookie: stranger })))).cohorts).toEqual([]);
});
