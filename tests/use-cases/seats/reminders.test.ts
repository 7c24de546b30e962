import { expect, test } from "vitest";
import { savePhase } from "#db/queries/cohorts.ts";
import { insertApplication } from "#db/queries/applications.ts";
import { scheduledReminders } from "#app/use-cases/scheduled-reminders.ts";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import { anApplicant, anOpenCohort } from "#tests/factories/cohort.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { hours, messages } from "./seats.ts";

test("whoever has not answered is reminded once, a day before the deadline", async () => {
  const db = await freshDatabase();
  const selected = { standing: "selected", track: "game" } as const;
  const cohort = await aPublishedCohort(db, {
    seats: { game: 2 },
    people: [selected, { ...selected, language: "en" }],
  });
  const [ada] = cohort.people;
  const at = cohort.publishedAt;
  await acceptOffer(db, ada!.applicant, { offerId: ada!.offerId!, pledged: true, arrivedAt: at, now: at });

  expect(await scheduledReminders(db, hours(cohort.respondBy, -25))).toEqual({ reminded: 0 });
  expect(await scheduledReminders(db, hours(cohort.respondBy, -24))).toEqual({ reminded: 1 });
  expect(await scheduledReminders(db, hours(cohort.respondBy, -23))).toEqual({ reminded: 0 });
  expect(await messages(db)).toEqual(["confirmed", "confirm_reminder"]);
});

test("nobody is reminded after the deadline", async () => {
  const db = await freshDatabase();
  const cohort = await aPublishedCohort(db, { seats: { game: 1 }, people: [{ standing: "selected", track: "game" }] });
  expect(await scheduledReminders(db, cohort.respondBy)).toEqual({ reminded: 0 });
});

test("a draft is reminded 72 and 24 hours before the close, once each; one begun later only of what lies ahead", async () => {
  const db = await freshDatabase();
  const { academyId, cohortId, definitionId, closesAt } = await anOpenCohort(db);
  const draft = async (now: Date) => {
    const { accountId: applicantId, name, email } = await anApplicant(db);
    return insertApplication(db, { academyId, cohortId, definitionId, applicantId, name, email, now });
  };
  await draft(hours(closesAt, -100));
  await draft(hours(closesAt, -50));

  const reminded: number[] = [];
  for (const left of [73, 72, 40, 24, 1, 0]) {
    reminded.push((await scheduledReminders(db, hours(closesAt, -left))).reminded);
  }
  expect(reminded).toEqual([0, 1, 0, 2, 0, 0]);
  await savePhase(db, { cohortId, phase: "closed", now: closesAt });
  expect(await messages(db)).toEqual(["deadline_reminder", "deadline_reminder", "deadline_reminder"]);
});
