import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { seoulInputValue } from "#app/i18n/seoul-time.ts";
import { action, loader } from "#app/routes/administrator/cohort/extensions.tsx";
import { action as actOnStage, loader as stagePage } from "#app/routes/administrator/cohort/stage.tsx";
import { db } from "#app/runtime.server.ts";
import { closeCohort, DRAFT_GRACE_MS } from "#app/use-cases/close-cohort.ts";
import { anOpenCohort, aStaffMember, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { answered, get, post, route, targetOf } from "#tests/routes/account/request.ts";
import { cookieFor } from "../../applicant/a-draft.ts";

const DAY = 86_400_000;
const longAgo = new Date(Date.now() - 30 * DAY);
const until = seoulInputValue(new Date(Date.now() + DAY));
const reason = "접수 서버 장애로 저장하지 못함";

/** Closed weeks ago, with one draft that expired and one submitted application. */
async function aClosedRoom() {
  const cohort = await anOpenCohort(db, { now: longAgo });
  const { cohortId, academyId, closesAt } = cohort;
  const draft = await aReadyDraft(db, { cohort });
  const submitted = await aSubmittedApplication(db, { cohort });
  await closeCohort(db, systemActor, { cohortId, now: new Date(closesAt.getTime() + DRAFT_GRACE_MS) });
  const cookie = await cookieFor((await aStaffMember(db, { role: "administrator", academyId })).accountId);
  const path = `/manage/cohorts/${cohortId}/extensions`;
  const send = (fields: Record<string, string>, as = cookie) =>
    action(route(post(path, fields, { cookie: as }), { cohortId }));
  const give = (fields: Record<string, string> = {}) => send({ who: draft.applicant.email, until, reason, ...fields });
  const page = (as = cookie) => loader(route(get(path, { cookie: as }), { cohortId }));
  const atStage = { cohortId, stageKey: "document" };
  const stage = () => stagePage(route(get("/manage", { cookie }), atStage));
  const openStage = () => actOnStage(route(post("/manage", { intent: "open" }, { cookie }), atStage));
  return { cohort, draft, submitted, path, send, give, page, stage, openStage };
}

test("staff give somebody found by e-mail more time and take it back; both stay on the page", async () => {
  const { draft, path, send, give, page } = await aClosedRoom();
  expect(targetOf(await give())).toBe(`${path}?done=given`);

  const { extensions, closed } = await page();
  expect(closed).toBeNull();
  expect(extensions).toMatchObject([{ applicationId: draft.applicationId, state: "running", reason }]);

  expect(targetOf(await send({ intent: "revoke", extensionId: extensions[0]!.id }))).toBe(`${path}?done=taken`);
  expect((await page()).extensions).toMatchObject([{ state: "revoked" }]);
  expect(answered(await send({ intent: "revoke", extensionId: extensions[0]!.id })).status).toBe(409);
});

test.each([
  ["nobody was named", { who: " " }, "who"],
  ["nobody was found", { who: "nobody@people.example" }, "who"],
  ["no time was given", { until: "" }, "until"],
  ["the time is over", { until: "2020-01-01T10:00" }, "until"],
  ["no reason was given", { reason: "" }, "reason"],
] as const)("where %s, what was typed comes back with a sentence at its field", async (_what, wrong, field) => {
  const { give, page } = await aClosedRoom();
  const { status, text } = answered(await give(wrong));
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ field, typed: { reason: "reason" in wrong ? "" : reason } });
  expect((await page()).extensions).toEqual([]);
});

test("where several people have the name, one is chosen before anybody gets more time", async () => {
  const { cohort, draft, give, page } = await aClosedRoom();
  const namesake = await aReadyDraft(db, { cohort });
  const { text } = answered(await give({ who: draft.applicant.name }));
  expect(JSON.parse(text)).toMatchObject({ field: "which" });

  await give({ who: draft.applicant.name, applicationId: namesake.applicationId });
  expect((await page()).extensions).toMatchObject([{ applicationId: namesake.applicationId }]);
});

test("another academy's staff find no such page, and who is no administrator is turned away", async () => {
  const { cohort, page, send } = await aClosedRoom();
  const other = await anOpenCohort(db);
  const strangers = [
    [await aStaffMember(db, { role: "administrator", academyId: other.academyId }), 404],
    [await aStaffMember(db, { role: "reviewer", academyId: cohort.academyId }), 403],
  ] as const;
  for (const [{ accountId }, status] of strangers) {
    const cookie = await cookieFor(accountId);
    await expect(page(cookie)).rejects.toMatchObject({ status });
    await expect(send({ who: "x" }, cookie)).rejects.toMatchObject({ status });
  }
});

test("before the first stage begins, its page says how many extensions that would end; after it none can be given", async () => {
  const { give, page, stage, openStage } = await aClosedRoom();
  expect((await stage()).extensionsEnding).toBe(0);
  await give();
  await give({ until: seoulInputValue(new Date(Date.now() + 2 * DAY)) });
  expect((await stage()).extensionsEnding).toBe(1);

  expect(targetOf(await openStage())).toContain("?done=open");
  expect((await stage()).extensionsEnding).toBe(0);
  expect((await page()).closed).toBe("first-stage-opened");
  expect(answered(await give()).status).toBe(400);
});
