import { expect, test } from "vitest";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { groupTags } from "#app/domain/selection/group-tags.ts";
import { aDefinition, completeAnswers } from "#tests/factories/cohort.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { hours, offers } from "./seats.ts";

const quota = {
  id: "gwangju_half",
  type: "region_minimum_share",
  region: "gwangju",
  basisField: "address",
  percent: 50,
  scope: "programme",
  soft: true,
} as const;
const withQuota = (definition: ProgrammeDefinition): ProgrammeDefinition => ({ ...definition, quotas: [quota] });

const seoul = ["서울특별시", "중구"] as const;
const oldName = ["광주광역시", "동구"] as const;
const newName = ["전남광주통합특별시", "동구"] as const;

test("a refill calls the next number whoever lives where, and the record says how the share stands then", async () => {
  const db = await freshDatabase();
  const noticeDay = aDefinition()
    .calendar.events.find(({ key }) => key === "notice")!
    .start.slice(0, 10);
  const home = noticeDay < "2026-07-01" ? oldName : newName;
  const cohort = await aPublishedCohort(db, {
    seats: { game: 2 },
    edit: withQuota,
    people: [
      { standing: "selected", track: "game", home },
      { standing: "selected", track: "game", home: seoul },
      { standing: "reserve", track: "game", home: seoul },
      { standing: "reserve", track: "game", home },
    ],
  });
  const now = hours(cohort.publishedAt, 1);
  const [first] = cohort.people;
  await declineOffer(db, first!.applicant, { offerId: first!.offerId!, arrivedAt: now, now });

  expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:open", "3:game:held"]);
  const entries = await db.selectFrom("auditEntry").select("payload").where("event", "=", "refill-share").execute();
  expect(entries.map(({ payload }) => JSON.parse(payload!) as unknown)).toEqual([
    { quota: "gwangju_half", percent: "50", holders: 2, residents: 0, needed: 1, shortfall: 1 },
  ]);
});

test.each([
  ["2026-06-30T09:00:00+09:00", oldName, ["gwangju"]],
  ["2026-06-30T09:00:00+09:00", newName, []],
  ["2026-07-01T00:00:00+09:00", newName, ["gwangju"]],
  ["2026-07-01T00:00:00+09:00", oldName, []],
  ["2026-07-01T00:00:00+09:00", ["전남광주통합특별시", "목포시"], []],
  ["2026-07-01T00:00:00+09:00", seoul, []],
] as const)("with a notice of %s an address in %j belongs to %j", (notice, [sido, sigungu], expected) => {
  const definition = withQuota(aDefinition());
  const events = definition.calendar.events.map((event) =>
    event.key === "notice" ? { ...event, start: notice } : event,
  );
  const address = { zonecode: "61475", road: "가상로 1", jibun: "", detail: "", sido, sigungu, bcode: "" };
  const answers = completeAnswers(definition, { address });
  const noticed = { ...definition, calendar: { ...definition.calendar, events } };
  expect(groupTags({ definition: noticed, answers, claims: [] })).toEqual(expected);
});
