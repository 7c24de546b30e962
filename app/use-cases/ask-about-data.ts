import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { MAX_STATEMENT } from "#app/domain/appeal/appeal.ts";
import { countCharacters } from "#app/domain/application/characters.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import { addDays, dayInSeoul } from "#app/domain/programme/day.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findApplication, lockApplication } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { dataRequestKinds, insertDataRequest, listDataRequestsOfApplication } from "#db/queries/data-requests.ts";
import { inTransaction } from "#db/transaction.ts";

/** Calendar days, the first not counted. Source: 개인정보 보호법 시행령 제43조·제44조(10일 이내). */
const ANSWER_WITHIN_DAYS = 10;

type AskAboutData = {
  readonly applicationId: string;
  readonly kind: string;
  readonly statement: string;
  readonly arrivedAt: Date;
  readonly now: Date;
};
export type AskRefusal =
  "not-yours" | "kind-needed" | "statement-needed" | "statement-too-long" | "resident-number" | "already-asked";

/** Asks the academy to correct, delete or stop using what it keeps with an application; the answer is due in ten days. */
export async function askAboutData(
  db: Db,
  actor: Actor,
  { applicationId, arrivedAt, now, ...asked }: AskAboutData,
): Promise<Result<{ readonly requestId: string; readonly answerBy: string }, AskRefusal>> {
  const statement = asked.statement.normalize("NFC").replaceAll("\r\n", "\n").trim();
  return inTransaction(db, async (trx) => {
    await lockApplication(trx, applicationId);
    const application = await findApplication(trx, applicationId);
    if (!application || !can(actor, "data:ask", application)) return refuse("not-yours");
    const kind = dataRequestKinds.find((each) => each === asked.kind);
    if (kind === undefined) return refuse("kind-needed");
    if (kind === "correct" && statement === "") return refuse("statement-needed");
    if (countCharacters(statement) > MAX_STATEMENT) return refuse("statement-too-long");
    if (containsResidentNumber(statement)) return refuse("resident-number");
    const before = await listDataRequestsOfApplication(trx, applicationId);
    if (before.some((each) => each.status === "open" && each.kind === kind)) return refuse("already-asked");

    const { cohortId } = application;
    const answerBy = addDays(dayInSeoul(arrivedAt), ANSWER_WITHIN_DAYS);
    const request = { cohortId, applicationId, kind, statement, arrivedAt, answerBy, now };
    const requestId = await insertDataRequest(trx, request);
    await recordEvent(trx, {
      event: "data_request_made",
      actor,
      cohortId,
      subjectKind: "data-request",
      subjectId: requestId,
      payload: { kind, answerBy },
      now,
    });
    return done({ requestId, answerBy });
  });
}
