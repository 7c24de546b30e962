import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { action, loader } from "#app/routes/applicant/withdraw.tsx";
import { db } from "#app/runtime.server.ts";
import { getApplication } from "#db/queries/applications.ts";
import { eventsOf, outboxOf } from "#tests/factories/accounts.ts";
import { anApplicant, anOpenCohort, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { answered, get, post, route, targetOf } from "#tests/routes/account/request.ts";
import { cookieFor } from "./a-draft.ts";

async function aSubmitted() {
  const cohort = await anOpenCohort(db, { now: new Date() });
  const { applicationId, applicationNumber, applicant } = await aSubmittedApplication(db, { cohort });
  const cookie = await cookieFor(applicant.accountId);
  const page = (as = cookie) => loader(route(get("/my", { cookie: as }), { applicationId }));
  const send = (fields: Record<string, string>, as = cookie) =>
    action(route(post("/my", fields, { cookie: as }), { applicationId }));
  const status = async () => (await getApplication(db, applicationId)).status;
  return { applicationId, applicationNumber, applicant, page, send, status };
}

test("a withdrawal takes a ticked box; without it nothing happens and the box is pointed at", async () => {
  const { page, send, status } = await aSubmitted();
  expect(await page()).toMatchObject({ canWithdraw: true, mayApplyAgain: true, withdrawnAt: null });
  expect(answered(await send({}))).toEqual({ status: 400, text: '{"refusal":"confirm-needed"}' });
  expect(await status()).toBe("submitted");
});

test("who withdraws sees when, gets it confirmed by mail, and cannot do it twice", async () => {
  const { applicationId, applicationNumber, applicant, page, send, status } = await aSubmitted();
  expect(targetOf(await send({ confirm: "yes" }))).toBe(`/my/applications/${applicationId}/withdraw`);

  expect(await status()).toBe("withdrawn");
  const { withdrawnAt, canWithdraw } = await page();
  expect([typeof withdrawnAt, canWithdraw]).toEqual(["string", false]);
  const mails = (await outboxOf(db)).filter(({ recipient }) => recipient === applicant.email);
  expect(mails).toMatchObject([{ message: { kind: "application_withdrawn" } }]);
  expect(JSON.stringify(mails)).toContain(applicationNumber);
  expect(await eventsOf(db)).toContain("application_withdrawn");

  expect(answered(await send({ confirm: "yes" })).status).toBe(409);
  expect((await outboxOf(db)).filter(({ recipient }) => recipient === applicant.email)).toHaveLength(1);
});

test("nobody else sees the page or withdraws for somebody", async () => {
  const { page, send, status } = await aSubmitted();
  const stranger = await cookieFor((await anApplicant(db)).accountId);
  await expect(page(stranger)).rejects.toMatchObject({ status: 404 });
  await expect(send({ confirm: "yes" }, stranger)).rejects.toMatchObject({ status: 404 });
  expect(await status()).toBe("submitted");
});
