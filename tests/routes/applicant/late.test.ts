import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { refusalHeader } from "#app/components/upload/refusal-header.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { action as documents } from "#app/routes/applicant/documents.tsx";
import { LATE_HEADER } from "#app/routes/applicant/draft/autosave-receipt.ts";
import { lateAnswer, type LateAnswer } from "#app/routes/applicant/late-answer.server.ts";
import { action as save } from "#app/routes/applicant/section.tsx";
import { action as submit } from "#app/routes/applicant/submit.tsx";
import { toTheMillisecond } from "#app/routes/applicant/to-the-millisecond.ts";
import { db } from "#app/runtime.server.ts";
import { getApplication } from "#db/queries/applications.ts";
import { listFiles } from "#db/queries/files.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { aPdf } from "#tests/factories/files.ts";
import { post, route } from "#tests/routes/account/request.ts";
import { cookieFor, headersOf } from "./a-draft.ts";

const cohort = await anOpenCohort(db, { now: new Date() });
const { closesAt } = cohort;
const arrivedAt = new Date(closesAt.getTime() + 4);
const times = { arrivedAt: arrivedAt.toISOString(), closedAt: closesAt.toISOString() };

async function aLateDraft() {
  const { applicationId, applicant, answers } = await aReadyDraft(db, { cohort });
  const cookie = await cookieFor(applicant.accountId);
  const late = (request: Request, params = {}) => {
    const args = route(request, { applicationId, ...params });
    return { ...args, context: { ...args.context, arrivedAt } };
  };
  const send = (fields: Record<string, string>) => late(post("/my", fields, { cookie }), { sectionId: "essay" });
  return { applicationId, cookie, answers, late, send };
}

const bodyOf = (answer: unknown) => (answer as { data: { late?: LateAnswer } }).data;

test("a save that came four milliseconds late is told both times and whom to ask, and what was saved is kept", async () => {
  const { applicationId, answers, send } = await aLateDraft();
  const answer = await save(send({ q1: "늦은 글", revision: "0", intent: "stay" }));

  const { name, phone, email } = cohort.definition.organisation;
  expect(bodyOf(answer).late).toEqual({ ...times, organisation: name.ko, phone, email });
  expect((answer as { init: ResponseInit }).init.status).toBe(409);
  expect((await getApplication(db, applicationId)).answers.q1).toBe(answers.q1);
});

test("a submission that came late is told the same, and nothing was submitted", async () => {
  const { applicationId, send } = await aLateDraft();
  expect(bodyOf(await submit(send({ confirm: "yes" }))).late).toMatchObject(times);
  expect((await getApplication(db, applicationId)).status).toBe("draft");
});

test("a page that saves by itself is told in a header", async () => {
  const { send } = await aLateDraft();
  const answer = await save(send({ q1: "늦은 글", revision: "0", intent: "autosave" }));
  const told = headersOf(answer).get(LATE_HEADER) ?? "";
  expect(JSON.parse(decodeURIComponent(told))).toMatchObject(times);
});

test("a file that came late is told on the page, and to the script with both times in the sentence", async () => {
  const { applicationId, cookie, late } = await aLateDraft();
  const body = new FormData();
  body.set("document", "portfolio");
  body.set("file", new File([Uint8Array.from(aPdf)], "작품.pdf"));
  const headers = { Cookie: cookie, "Sec-Fetch-Site": "same-origin" };
  const url = "http://localhost:3000/my?document=portfolio";
  const answer = await documents(late(new Request(url, { method: "POST", body, headers })));

  expect(bodyOf(answer).late).toMatchObject(times);
  const [reason, values] = (headersOf(answer).get(refusalHeader) ?? "").split("?");
  expect(reason).toBe("late");
  expect(Object.fromEntries(new URLSearchParams(values))).toEqual({
    arrivedAt: toTheMillisecond(times.arrivedAt, "ko"),
    closedAt: toTheMillisecond(times.closedAt, "ko"),
  });
  expect(await listFiles(db, applicationId)).toEqual([]);
});

test("what was refused for another reason, or before the close, is not called late", () => {
  const { definition } = cohort;
  expect(windowOf(definition, "application").end).toEqual(closesAt);
  const asked = { arrivedAt, language: "en" } as const;
  expect(lateAnswer(cohort, { ...asked, refusal: "already-submitted" })).toBeUndefined();
  const early = new Date(closesAt.getTime() - 1);
  expect(lateAnswer(cohort, { ...asked, refusal: "window-closed", arrivedAt: early })).toBeUndefined();
});

test("an instant is written in Seoul to the millisecond in both languages", () => {
  expect(toTheMillisecond("2026-04-14T09:00:00.004Z", "ko")).toBe("2026. 4. 14.(화) 18:00:00.004");
  expect(toTheMillisecond("2026-04-14T09:00:00.004Z", "en")).toBe("Tue 14 Apr 2026, 18:00:00.004 (KST)");
});
