import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { MAX_STATEMENT } from "#app/domain/appeal/appeal.ts";
import { countCharacters } from "#app/domain/application/characters.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { findDataRequest, saveDataAnswer } from "#db/queries/data-requests.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { getSeatPerson } from "#db/queries/seat-ledger.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { cohortVariables } from "./programme-message.ts";

type AnswerRequest = {
  readonly cohortId: string;
  readonly requestId: string;
  readonly verdict: string;
  /** What was deleted or corrected, what must be kept, and why. */
  readonly answer: string;
  readonly now: Date;
};
export type AnswerRefusal =
  "not-yours" | "verdict-needed" | "answer-needed" | "answer-too-long" | "resident-number" | "already-answered";

/** Answers what somebody asked about their data, with the reason; the person is told that the answer is there. */
export async function answerDataRequest(
  db: Db,
  actor: Actor,
  { cohortId, requestId, now, ...given }: AnswerRequest,
): Promise<Result<null, AnswerRefusal>> {
  const answer = given.answer.normalize("NFC").replaceAll("\r\n", "\n").trim();
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "data:answer", cohort)) return refuse("not-yours");
    const request = await findDataRequest(trx, requestId);
    if (request?.cohortId !== cohortId) return refuse("not-yours");
    if (request.status !== "open") return refuse("already-answered");
    const verdict = (["done", "refused"] as const).find((each) => each === given.verdict);
    if (verdict === undefined) return refuse("verdict-needed");
    if (answer === "") return refuse("answer-needed");
    if (countCharacters(answer) > MAX_STATEMENT) return refuse("answer-too-long");
    if (containsResidentNumber(answer)) return refuse("resident-number");

    await saveDataAnswer(trx, { id: requestId, status: verdict, answer, by: accountIdOf(actor), now });
    await recordEvent(trx, {
      event: "data_request_answered",
      actor,
      cohortId,
      subjectKind: "data-request",
      subjectId: requestId,
      payload: { kind: request.kind, verdict },
      now,
    });
    const person = await getSeatPerson(trx, request.applicationId);
    const { language } = person;
    const variables = cohortVariables(await getDefinition(trx, cohort.definitionId), language, person);
    await enqueueMessage(trx, {
      key: `data_request_answered:${requestId}`,
      message: { kind: "data_request_answered", variables, path: paths.my.data() },
      recipient: person.recipient,
      language,
      academyId: cohort.academyId,
      cohortId,
      applicationId: request.applicationId,
      now,
    });
    return done(null);
  });
}
