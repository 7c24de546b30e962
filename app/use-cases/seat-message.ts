import type { Message, ProgrammeEvent, Variables } from "#app/domain/message/message.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { paths } from "#app/paths.ts";
import type { Trx } from "#db/connect.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import type { SeatPerson } from "#db/queries/seat-ledger.ts";
import { cohortVariables, programmeMessage, trackTitle } from "./programme-message.ts";

export type SeatWords =
  | { readonly event: ProgrammeEvent; readonly values?: Variables }
  | { readonly event: "seat_lapsed" | "reserve_list_ended" }
  | { readonly event: "seat_cancelled"; readonly reason: string };

type SeatMessage = {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly person: SeatPerson;
  /** The seat that is spoken of; null where nobody was offered one. */
  readonly seat: { readonly id: string; readonly trackKey: string } | null;
  /** What makes the key unique for ever: the id of the act's subject. */
  readonly subject: string;
  readonly words: SeatWords;
  readonly now: Date;
};

/** Tells somebody about a seat, in the transaction of the act. A definition without words for the event sends nothing. */
export async function enqueueSeatMessage(trx: Trx, input: SeatMessage): Promise<void> {
  const { cohort, person, seat, words, subject, now } = input;
  const message = messageOf(input);
  if (!message) return;
  await enqueueMessage(trx, {
    key: `${words.event}:${subject}`,
    message,
    recipient: person.recipient,
    language: person.language,
    academyId: cohort.academyId,
    cohortId: cohort.id,
    applicationId: person.applicationId,
    offerId: seat?.id ?? null,
    now,
  });
}

function messageOf({ cohort, definition, person, seat, words }: SeatMessage): Message | undefined {
  const { language } = person;
  const path = paths.my.result(person.applicationId);
  // Somebody may sit in another track than the first choice: the message names the seat's own.
  const track: Variables = seat ? { trackName: trackTitle(definition, seat.trackKey, language) } : {};
  if (words.event === "seat_lapsed" || words.event === "reserve_list_ended" || words.event === "seat_cancelled") {
    const variables = { ...cohortVariables(definition, language, person), ...track };
    return "reason" in words
      ? { kind: words.event, variables, reason: words.reason, path }
      : { kind: words.event, variables, path };
  }
  if (!definition.notifications.some(({ event }) => event === words.event)) return undefined;
  return programmeMessage({
    definition,
    definitionId: cohort.definitionId,
    event: words.event,
    language,
    path,
    person,
    values: { ...track, ...("values" in words ? words.values : {}) },
  });
}
