import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { digestOfResult } from "#app/domain/application/certificate.ts";
import { loader as calendar } from "#app/routes/applicant/calendar.ts";
import { loader as certificate } from "#app/routes/applicant/certificate-pdf.ts";
import { startSession } from "#app/auth/session.server.ts";
import { db } from "#app/runtime.server.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { readPdf } from "#tests/print/read-pdf.ts";
import { get, route } from "#tests/routes/account/request.ts";
import { at, today } from "#tests/use-cases/selection/small-cohort.ts";
import { aPublishedSelection } from "#tests/use-cases/selection/published-selection.ts";
import { readCalendar } from "./read-calendar.ts";

const { cohort } = await aPublishedSelection(db);
const arrivedAt = at("2026-05-10T12:00:00");
const slug = "gcc-academy-2";

async function cookieOf(number: string, language = "ko"): Promise<string> {
  const { applicantId } = await db
    .selectFrom("application")
    .select("applicantId")
    .where("id", "=", cohort.idOf(number))
    .executeTakeFirstOrThrow();
  return `${(await startSession(applicantId)).split(";")[0] ?? ""}; language=${language}`;
}

async function as(number: string, { of = number, language = "ko" } = {}) {
  const args = route(get("/my", { cookie: await cookieOf(number, language) }), { applicationId: cohort.idOf(of) });
  return { ...args, context: { ...args.context, arrivedAt } };
}

async function textOf(number: string, language = "ko"): Promise<string> {
  const answer = await certificate(await as(number, { language }));
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  return (await readPdf(new Uint8Array(await answer.arrayBuffer()))).text;
}

test("who was selected gets a certificate with the own track and a digest that can be computed again", async () => {
  const text = await textOf("A");
  expect(text).toContain("선발되었음 (게임)");
  const digest = digestOfResult({
    cohort: slug,
    applicationNumber: "A",
    outcome: "selected",
    track: "game",
    reserveNumber: null,
    publishedAt: today.toISOString(),
  });
  expect(text).toContain(digest);
  expect(text).not.toMatch(/90\.00|80\.00|\d위/);
});

test("a reserve's certificate says the reserve number, also in English", async () => {
  expect(await textOf("C")).toContain("예비합격 1번 (게임)");
  expect(await textOf("C", "en")).toContain("Certificate of result");
});

test.each(["D", "E", "H"])("%s was not selected and can show that, without a track or a number", async (number) => {
  const text = await textOf(number);
  expect(text).toContain("선발되지 않았음");
  expect(text).not.toContain("게임");
});

test.each([
  ["withdrew", "K"],
  ["was excluded", "J"],
  ["never submitted", "M"],
])("who %s has no result to certify", async (_what, number) => {
  await expect(certificate(await as(number))).rejects.toMatchObject({ status: 404 });
});

test("somebody else's certificate and dates are 404", async () => {
  for (const load of [certificate, calendar]) {
    await expect(load(await as("D", { of: "A" }))).rejects.toMatchObject({ status: 404 });
  }
});

test("the dates of who was selected hold the deadline of the answer, in UTC, with an alarm a day before", async () => {
  const answer = await calendar(await as("A"));
  expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="A.ics"');
  const { events, lines } = readCalendar(await answer.text());
  expect(events).toMatchObject([
    { DTSTART: "20260605T090000Z", UID: `${cohort.idOf("A")}-confirm@localhost`, TRIGGER: "-P1D" },
  ]);
  expect(events[0]!.SUMMARY).toContain("등록(입교 확인) 마감");
  expect(events[0]!.DESCRIPTION).toContain("2026. 6. 5.(금) 18:00");
  expect(lines).toContain("METHOD:PUBLISH");
});

test("a date keeps its identity from one download to the next, so that a calendar moves it instead of doubling it", async () => {
  const uidsOf = async (language: string) =>
    readCalendar(await (await calendar(await as("A", { language }))).text()).events.map(({ UID }) => UID);
  expect(await uidsOf("ko")).toEqual(await uidsOf("en"));
});

test("who has nothing ahead gets no calendar", async () => {
  await expect(calendar(await as("D"))).rejects.toMatchObject({ status: 404 });
});

test("a certificate ends when the person leaves: a withdrawn application certifies nothing any more", async () => {
  await saveApplicationStatus(db, { id: cohort.idOf("C"), status: "withdrawn", now: arrivedAt });
  await expect(certificate(await as("C"))).rejects.toMatchObject({ status: 404 });
});
