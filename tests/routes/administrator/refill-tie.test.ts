import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import { action, loader } from "#app/routes/administrator/cohort/seats.tsx";
import { db } from "#app/runtime.server.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { answered, get, post, route, targetOf } from "#tests/routes/account/request.ts";

test("the seats page shows a refill tie, keeps what was typed when it is refused, and takes the committee's order", async () => {
  const cohort = await aPublishedCohort(db, {
    seats: { game: 1, animation: 1, webtoon: 1 },
    people: [
      { standing: "selected", track: "game" },
      { standing: "selected", track: "animation" },
      { standing: "selected", track: "webtoon" },
      { standing: "reserve", track: "game", secondTrack: "webtoon", acceptOther: "yes", meritRank: 4 },
      { standing: "reserve", track: "animation", secondTrack: "webtoon", acceptOther: "yes", meritRank: 4 },
    ],
  });
  const now = new Date(cohort.publishedAt.getTime() + 3_600_000);
  const leaving = cohort.people[2]!;
  await declineOffer(db, leaving.applicant, { offerId: leaving.offerId!, arrivedAt: now, now });
  const [one, other] = [cohort.people[3]!.applicationNumber, cohort.people[4]!.applicationNumber];
  const cookie = (await startSession(cohort.administrator.accountId)).split(";")[0] ?? "";
  const params = { cohortId: cohort.cohortId };
  const sent = (fields: Record<string, string>) =>
    action(route(post("/manage", { intent: "tie", ...fields }, { cookie }), params));
  const page = async () => (await loader(route(get("/manage", { cookie }), params))).seats;

  expect([...((await page())?.tie ?? [])].toSorted()).toEqual([one, other].toSorted());

  // Nobody is named as the next while the committee has not decided.
  expect((await page())?.tracks.find(({ id }) => id === "webtoon")?.next).toBeNull();

  const typed = { [`place.${one}`]: "1", [`place.${other}`]: "1", minuteNumber: "2026-7", reason: "위원회 의결" };
  const refused = answered(await sent(typed));
  expect(refused.status).toBe(409);
  for (const kept of Object.entries(typed))
    expect(refused.text).toContain(kept.map((part) => JSON.stringify(part)).join(":"));

  const taken = await sent({ ...typed, [`place.${one}`]: "2" });
  expect(targetOf(taken)).toBe(`/manage/cohorts/${cohort.cohortId}/seats?done=tie`);
  const after = await page();
  expect(after?.tie).toEqual([]);
  expect(after?.held.map(({ number }) => number)).toEqual([other]);
});
