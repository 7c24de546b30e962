import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { appealNumberText, MAX_STATEMENT, moveAppeal } from "#app/domain/appeal/appeal.ts";
import { countCharacters } from "#app/domain/application/characters.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findAppeal, saveAppeal, type Appeal } from "#db/queries/appeals.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { enqueueAppealMessage } from "./appeal-message.ts";

type DecideAppeal = {
  readonly cohortId: string;
  readonly appealId: string;
  readonly verdict: string;
  /** What the appellant reads. */
  readonly answer: string;
  /** Of the committee's minutes: the committee decides, staff record it. */
  readonly minuteNumber: string;
  readonly now: Date;
};
export type DecideAppealRefusal =
  | "not-yours"
  | "verdict-needed"
  | "answer-needed"
  | "answer-too-long"
  | "resident-number"
  | "minute-needed"
  | "already-answered"
  | "appeal-withdrawn";

/** Records the committee's decision on an appeal and tells the appellant, in one transaction. It changes no result. */
export async function decideAppeal(
  db: Db,
  actor: Actor,
  { cohortId, appealId, now, ...given }: DecideAppeal,
): Promise<Result<Appeal["status"], DecideAppealRefusal>> {
  const answer = given.answer.normalize("NFC").replaceAll("\r\n", "\n").trim();
  const minuteNumber = given.minuteNumber.trim();
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "appeal:decide", cohort)) return refuse("not-yours");
    const appeal = await findAppeal(trx, appealId);
    if (appeal?.cohortId !== cohortId) return refuse("not-yours");
    const verdict = (["upheld", "dismissed"] as const).find((each) => each === given.verdict);
    if (verdict === undefined) return refuse("verdict-needed");
    if (answer === "") return refuse("answer-needed");
    if (countCharacters(answer) > MAX_STATEMENT) return refuse("answer-too-long");
    if (containsResidentNumber(answer)) return refuse("resident-number");
    if (minuteNumber === "" || minuteNumber.length > 100) return refuse("minute-needed");
    const moved = moveAppeal(appeal.status, verdict === "upheld" ? "uphold" : "dismiss");
    if (!moved.ok) return refuse(appeal.status === "withdrawn" ? "appeal-withdrawn" : "already-answered");

    const decided = { answer, minuteNumber, by: accountIdOf(actor), at: now };
    await saveAppeal(trx, { id: appealId, status: moved.value, decided });
    await recordEvent(trx, {
      event: "appeal_decided",
      actor,
      cohortId,
      subjectKind: "appeal",
      subjectId: appealId,
      payload: { number: appealNumberText(appeal.number), verdict, minuteNumber },
      now,
    });
    const definition = await getDefinition(trx, cohort.definitionId);
    await enqueueAppealMessage(trx, {
      event: "appeal_answered",
      cohort,
      definition,
      appeal,
      decided: { verdict, answer },
      now,
    });
    return done(moved.value);
  });
}
