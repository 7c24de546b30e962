import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { loader as calendar } from "#app/routes/applicant/calendar.ts";
import { loader as certificate } from "#app/routes/applicant/certificate-pdf.ts";
import { loader as pdf } from "#app/routes/applicant/receipt-pdf.ts";
import { loader as receipt } from "#app/routes/applicant/receipt.tsx";
import { db } from "#app/runtime.server.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";
import { getApplication } from "#db/queries/applications.ts";
import { anApplicant, anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { readPdf } from "#tests/print/read-pdf.ts";
import { get, route } from "#tests/routes/account/request.ts";
import { cookieFor } from "./a-draft.ts";
import { readCalendar } from "./read-calendar.ts";

const now = new Date();
const inUtc = (instant: Date) => instant.toISOString().replaceAll(/[-:]|\.\d+/g, "");

async function aReceipt() {
  const cohort = await anOpenCohort(db, { now });
  const { applicationId, applicant } = await aReadyDraft(db, { cohort });
  const cookie = await cookieFor(applicant.accountId);
  const at = (as = cookie, search = "") => route(get(`/my${search}`, { cookie: as }), { applicationId });
  const submit = async () => {
    const submitted = await submitApplication(db, applicant, { applicationId, arrivedAt: now, now });
    expect(submitted).toMatchObject({ ok: true });
  };
  return { cohort, applicationId, applicant, at, submit };
}

test("the page and the paper say the same number, time and fingerprint", async () => {
  const { applicationId, at, submit } = await aReceipt();
  await submit();
  const { applicationNumber } = await getApplication(db, applicationId);

  const page = await receipt(at());
  const answer = await pdf(at());
  const { text } = await readPdf(new Uint8Array(await answer.arrayBuffer()));

  expect(page).toMatchObject({ applicationNumber, changes: null, canChange: true });
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${applicationNumber}-receipt.pdf"`);
  for (const part of [applicationNumber!, page.fingerprint, `/my/applications/${applicationId}/receipt`]) {
    expect(text).toContain(part);
  }
});

test("receipt, paper and dates are 404 for everybody else, and before anything was submitted there is no receipt", async () => {
  const { at, submit } = await aReceipt();
  for (const load of [receipt, pdf]) await expect(load(at())).rejects.toMatchObject({ status: 404 });
  await submit();
  const stranger = await cookieFor((await anApplicant(db)).accountId);
  for (const load of [receipt, pdf, calendar]) {
    await expect(load(at(stranger))).rejects.toMatchObject({ status: 404 });
  }
});

test("while no result is published there is nothing to certify", async () => {
  const { at, submit } = await aReceipt();
  await submit();
  await expect(certificate(at())).rejects.toMatchObject({ status: 404 });
});

test("a second submission says what it changed, to the person only", async () => {
  const { applicationId, applicant, at, submit } = await aReceipt();
  await submit();
  const { revision, answers } = await getApplication(db, applicationId);
  const resubmitted = await saveDraft(db, applicant, {
    applicationId,
    sectionId: "essay",
    values: { ...answers, q1: `${String(answers.q1)} 덧붙임` },
    revision,
    arrivedAt: now,
    now,
  });
  expect(resubmitted).toMatchObject({ ok: true });

  const { changes, submissions } = await receipt(at());
  expect(submissions.map(({ number }) => number)).toEqual([1, 2]);
  expect(changes?.answers.find(({ id }) => id === "q1")?.stretches.at(-1)).toEqual({
    kind: "added",
    text: expect.stringContaining("덧붙임"),
  });
  const first = await receipt(at(undefined, "?changes=1"));
  expect(first.changes).toBeNull();
});

test("a draft's calendar holds the close, as one instant in UTC", async () => {
  const { cohort, applicationId, at } = await aReceipt();
  const { events } = readCalendar(await (await calendar(at())).text());
  expect(events).toMatchObject([{ DTSTART: inUtc(cohort.closesAt), UID: `${applicationId}-close@localhost` }]);
});
