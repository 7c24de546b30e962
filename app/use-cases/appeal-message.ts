import { appealNumberText } from "#app/domain/appeal/appeal.ts";
import type { Variables } from "#app/domain/message/message.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { formatDate, formatInstantWithSeconds } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { Trx } from "#db/connect.ts";
import type { Appeal } from "#db/queries/appeals.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { getSeatPerson } from "#db/queries/seat-ledger.ts";
import { programmeMessage } from "./programme-message.ts";

type AppealMessage = {
  readonly event: "appeal_received" | "appeal_answered";
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly appeal: Pick<Appeal, "id" | "number" | "applicationId" | "arrivedAt" | "answerBy">;
  /** The decision, for an answer. */
  readonly decided?: { readonly verdict: "upheld" | "dismissed"; readonly answer: string };
  readonly now: Date;
};

const verdicts = {
  upheld: { ko: "인용", en: "Upheld" },
  dismissed: { ko: "기각", en: "Dismissed" },
} as const;

/** Tells the appellant in the definition's words, in the transaction of the act. */
export async function enqueueAppealMessage(trx: Trx, input: AppealMessage): Promise<void> {
  const { event, cohort, definition, appeal, decided, now } = input;
  const { applicationId } = appeal;
  const person = await getSeatPerson(trx, applicationId);
  const { language } = person;
  const values: Variables = {
    appealNo: appealNumberText(appeal.number),
    appealReceivedAt: formatInstantWithSeconds(appeal.arrivedAt, language),
    appealAnswerDueAt: formatDate(appeal.answerBy, language),
    ...(decided ? { appealDecision: verdicts[decided.verdict][language], appealAnswer: decided.answer } : {}),
  };
  await enqueueMessage(trx, {
    key: `${event}:${appeal.id}`,
    message: programmeMessage({
      definition,
      definitionId: cohort.definitionId,
      event,
      language,
      path: paths.my.appeals(applicationId),
      person,
      values,
    }),
    recipient: person.recipient,
    language,
    academyId: cohort.academyId,
    cohortId: cohort.id,
    applicationId,
    now,
  });
}
