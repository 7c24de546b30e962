import { isInside } from "#app/domain/cohort/phase.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/connect.ts";
import { listCohortsInPhases } from "#db/queries/cohorts.ts";
import { enqueueMessages } from "#db/queries/outbox.ts";
import { getSeatPerson, listDraftsToRemind, listOffersToRemind, type SeatPerson } from "#db/queries/seat-ledger.ts";
import { inTransaction } from "#db/transaction.ts";
import { programmeMessage } from "./programme-message.ts";
import { findSeatCohort, type SeatCohort } from "./seat-context.ts";
import { enqueueSeatMessage } from "./seat-message.ts";

const HOUR_MS = 60 * 60_000;
const OFFER_WITHIN_MS = 24 * HOUR_MS;
/** Nobody is reminded who was told only hours ago: a reserve with 24 hours needs no second message at once. */
const TOLD_BEFORE_MS = 12 * HOUR_MS;
const DRAFT_HOURS = [72, 24] as const;

/** Reminders by the calendar, each once: to answer an offer, to submit a draft. Safe to run at any time and twice. */
export async function scheduledReminders(db: Db, now: Date): Promise<{ readonly reminded: number }> {
  let reminded = 0;
  for (const cohort of await listCohortsInPhases(db, ["published", "filling", "in_training"])) {
    const seats = await findSeatCohort(db, cohort.id);
    if (seats) reminded += await remindHolders(db, { seats, now });
  }
  for (const cohort of await listCohortsInPhases(db, ["open"])) {
    const seats = await findSeatCohort(db, cohort.id);
    if (seats) reminded += await remindDrafts(db, { seats, now });
  }
  return { reminded };
}

type ToRemind = { readonly seats: SeatCohort; readonly now: Date };

async function remindHolders(db: Db, { seats, now }: ToRemind): Promise<number> {
  const due = { cohortId: seats.cohort.id, now, within: OFFER_WITHIN_MS, toldBefore: TOLD_BEFORE_MS };
  if ((await listOffersToRemind(db, due)).length === 0) return 0;
  return inTransaction(db, async (trx) => {
    const offers = await listOffersToRemind(trx, due);
    for (const { id, applicationId, trackKey, respondBy } of offers) {
      const person = await getSeatPerson(trx, applicationId);
      const confirmDeadlineAt = formatInstant(respondBy, person.language);
      await enqueueSeatMessage(trx, {
        ...seats,
        person,
        seat: { id, trackKey },
        subject: id,
        words: { event: "confirm_reminder", values: { confirmDeadlineAt } },
        now,
      });
    }
    return offers.length;
  });
}

async function remindDrafts(db: Db, { seats, now }: ToRemind): Promise<number> {
  const { cohort, definition } = seats;
  if (!definition.notifications.some(({ event }) => event === "deadline_reminder")) return 0;
  const { end } = windowOf(definition, "application");
  let reminded = 0;
  for (const [index, hours] of DRAFT_HOURS.entries()) {
    const start = new Date(end.getTime() - hours * HOUR_MS);
    const until = new Date(end.getTime() - (DRAFT_HOURS[index + 1] ?? 0) * HOUR_MS);
    if (!isInside({ start, end: until }, now)) continue;
    const drafts = { academyId: cohort.academyId, cohortId: cohort.id, before: start, ending: `:${hours}` };
    if ((await listDraftsToRemind(db, drafts)).length === 0) continue;
    reminded += await inTransaction(db, async (trx) => {
      const ids = await listDraftsToRemind(trx, drafts);
      const people: SeatPerson[] = [];
      for (const id of ids) people.push(await getSeatPerson(trx, id));
      await enqueueMessages(
        trx,
        people.map((person) => ({
          key: `deadline_reminder:${person.applicationId}:${hours}`,
          message: programmeMessage({
            definition,
            definitionId: cohort.definitionId,
            event: "deadline_reminder",
            language: person.language,
            path: paths.my.application(person.applicationId),
            person,
          }),
          recipient: person.recipient,
          language: person.language,
          academyId: cohort.academyId,
          cohortId: cohort.id,
          applicationId: person.applicationId,
          now,
        })),
      );
      return ids.length;
    });
  }
  return reminded;
}
