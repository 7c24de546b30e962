import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { action as answerOffer, loader as resultPage } from "#app/routes/applicant/result.tsx";
import { action as lookUp, loader as publicPage } from "#app/routes/public/results.tsx";
import { action as actOnSeats, loader as seatsPage } from "#app/routes/administrator/cohort/seats.tsx";
import { action as actOnMessages, loader as messagesPage } from "#app/routes/administrator/cohort/messages.tsx";
import { db } from "#app/runtime.server.ts";
import { anOpenCohort, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { aPublishedCohort, type PublishedPerson } from "#tests/factories/published-cohort.ts";
import { answered, get, post, route, targetOf } from "#tests/routes/account/request.ts";

const cohort = await aPublishedCohort(db, {
  seats: { game: 3 },
  people: [
    { standing: "selected", track: "game", name: "홍길동" },
    { standing: "selected", track: "game", name: "황보관정" },
    { standing: "selected", track: "game", name: "Ada Lovelace" },
    { standing: "reserve", track: "game", name: "예비인" },
    { standing: "not_selected", track: "game", name: "가상인" },
  ],
});
const [ada, grace, mary, next, other] = cohort.people as unknown as readonly [
  PublishedPerson,
  PublishedPerson,
  PublishedPerson,
  PublishedPerson,
  PublishedPerson,
];
const inTime = new Date(cohort.publishedAt.getTime() + 3_600_000);
const late = cohort.respondBy;

async function cookieFor({ accountId }: AccountActor): Promise<string> {
  return (await startSession(accountId)).split(";")[0] ?? "";
}

async function asked(person: PublishedPerson, arrivedAt = inTime) {
  const args = route(get("/my", { cookie: await cookieFor(person.applicant) }), {
    applicationId: person.applicationId,
  });
  return resultPage({ ...args, context: { ...args.context, arrivedAt } });
}

async function sent(person: PublishedPerson, fields: Record<string, string>, arrivedAt = inTime) {
  const request = post("/my", fields, { cookie: await cookieFor(person.applicant) });
  const args = route(request, { applicationId: person.applicationId });
  return answerOffer({ ...args, context: { ...args.context, arrivedAt } });
}

test("before the publication there is nothing to see", async () => {
  const open = await anOpenCohort(db);
  const application = await aSubmittedApplication(db, { cohort: open });
  const cookie = await cookieFor(application.applicant);
  const page = await resultPage(route(get("/my", { cookie }), { applicationId: application.applicationId }));
  expect([page.final, page.seat, page.reserve, page.stages]).toEqual([null, null, null, []]);
});

test("the explanation tells what the definition allows: stage totals yes, total and rank no", async () => {
  const page = await asked(ada);
  expect(page.final?.parts.flatMap(({ sentences }) => sentences)).toEqual([
    "1지망인 ‘게임’ 분야에 선발되었습니다.",
    "면접심사: 81점에 가중치 60%를 적용하여 48.6점입니다.",
  ]);
  expect(page.seat?.documents.map(({ id }) => id)).not.toContain("pledge");
});

test("without the pledge the answer is 409 and names the field", async () => {
  const answer = await sent(ada, { intent: "accept", offerId: ada.offerId! });
  expect(answered(answer).status).toBe(409);
  expect(answered(answer).text).toContain("pledge-missing");
});

test("accepting leads back to the page, which says so", async () => {
  const answer = await sent(ada, { intent: "accept", offerId: ada.offerId!, pledge: "on" });
  expect(targetOf(answer)).toBe(`/my/applications/${ada.applicationId}/result?done=accept`);
  expect((await asked(ada)).seat?.status).toBe("accepted");
});

test("a late acceptance is 409 with the reason, and the page says until when it was possible", async () => {
  const answer = await sent(mary, { intent: "accept", offerId: mary.offerId!, pledge: "on" }, late);
  expect(answered(answer).status).toBe(409);
  expect(answered(answer).text).toContain("등록 기한이 지나");
  const page = await asked(mary, late);
  expect([page.seat?.isLate, page.seat?.respondBy]).toEqual([true, cohort.respondBy.toISOString()]);
});

test("an act that the page does not have is 400", async () => {
  expect(answered(await sent(ada, { intent: "promote" })).status).toBe(400);
});

test("a seat held for a reserve does not show before it is told", async () => {
  await sent(grace, { intent: "decline", offerId: grace.offerId! });
  const page = await asked(next);
  expect(page.seat).toBeNull();
  expect(page.reserve).toMatchObject({ number: 1, state: "waiting" });
});

test("the public list has numbers and masked names, no whole name, no score, no rank", async () => {
  const page = await publicPage(route(get("/cohorts"), { slug: cohort.slug }));
  const written = JSON.stringify(page);
  expect(page.tracks.flatMap(({ people }) => people.map(({ maskedName }) => maskedName))).toEqual([
    "홍*동",
    "황보*정",
    "A*a L******e",
  ]);
  for (const secret of ["홍길동", "황보관정", "Lovelace", "예비인", "80.00", "rank"])
    expect(written).not.toContain(secret);
});

async function lookedUp(fields: Record<string, string>) {
  return answered(await lookUp(route(post("/cohorts", fields), { slug: cohort.slug })));
}

test("a person looks up only the own outcome, by number and birth date", async () => {
  const own = { applicationNumber: other.applicationNumber, birthDate: "2000-01-31" };
  expect((await lookedUp(own)).text).toContain("선발되지 않았습니다");
  expect((await lookedUp({ ...own, birthDate: "2000-02-01" })).status).toBe(400);
  expect((await lookedUp({ ...own, applicationNumber: "NOBODY" })).status).toBe(400);
});

test("guessing the birth date of one number is stopped", async () => {
  const statuses: (number | undefined)[] = [];
  for (let day = 1; day <= 12; day += 1) {
    const birthDate = `1990-01-${String(day).padStart(2, "0")}`;
    statuses.push((await lookedUp({ applicationNumber: next.applicationNumber, birthDate })).status);
  }
  expect(statuses.at(-1)).toBe(429);
});

test("an administrator sees who is to be told and why, approves, and reads the message", async () => {
  const cookie = await cookieFor(cohort.administrator);
  const { cohortId } = cohort;
  const page = await seatsPage(route(get("/manage", { cookie }), { cohortId }));
  expect(page.seats?.held.map(({ number, why }) => [number, why?.how])).toEqual([
    [next.applicationNumber, "own_track"],
  ]);
  expect(page.seats?.tracks.find(({ id }) => id === "game")).toMatchObject({
    seats: 3,
    accepted: 1,
    open: 1,
    held: 1,
    free: 0,
  });

  const approved = await actOnSeats(
    route(post("/manage", { intent: "approve", offerId: "" }, { cookie }), { cohortId }),
  );
  expect(targetOf(approved)).toContain("done=approve");
  const messages = await messagesPage(route(get("/manage", { cookie }), { cohortId }));
  expect(messages.counts.map(({ kind, queued }) => [kind, queued])).toEqual([
    ["confirmed", 1],
    ["declined", 1],
  ]);
});

test.each([seatsPage, messagesPage])("another academy's administrator gets 404", async (page) => {
  const stranger = await aPublishedCohort(db, { seats: { game: 1 }, people: [] });
  const cookie = await cookieFor(stranger.administrator);
  await expect(page(route(get("/manage", { cookie }), { cohortId: cohort.cohortId }))).rejects.toMatchObject({
    status: 404,
  });
});

test.each([actOnSeats, actOnMessages])("an act nobody knows is 400", async (action) => {
  const cookie = await cookieFor(cohort.administrator);
  const answer = await action(route(post("/manage", { intent: "burn" }, { cookie }), { cohortId: cohort.cohortId }));
  expect(answered(answer).status).toBe(400);
});
