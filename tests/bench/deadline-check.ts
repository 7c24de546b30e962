import type { Db } from "#db/connect.ts";
import { brokenInvariants } from "#db/invariants.ts";
import type { Answer } from "./deadline-post.ts";

type Asked = { readonly cohortId: string; readonly closesAt: Date; readonly answers: readonly Answer[] };
export type Stored = { readonly submitted: number; readonly unacknowledged: number };

/** What is in the database after a rush, held against what people were told; every sentence is a defect. */
export async function checkDeadline(
  db: Db,
  { cohortId, closesAt, answers }: Asked,
): Promise<{ readonly stored: Stored; readonly defects: readonly string[] }> {
  const rows = await db
    .selectFrom("application")
    .select(["id", "status", "applicationNumber", "submittedAt"])
    .where("cohortId", "=", cohortId)
    .where("applicationNumber", "is not", null)
    .execute();
  const submissions = await db
    .selectFrom("applicationSubmission")
    .select(["applicationId", "arrivedAt"])
    .where("cohortId", "=", cohortId)
    .execute();
  const receipts = await db
    .selectFrom("outbox")
    .select("messageKey")
    .where("cohortId", "=", cohortId)
    .where("messageKey", "like", "submission_receipt:%")
    .execute();
  const { lastApplicationSequence } = await db
    .selectFrom("cohort")
    .select("lastApplicationSequence")
    .where("id", "=", cohortId)
    .executeTakeFirstOrThrow();

  const numbers = rows.map(({ applicationNumber }) => Number(/(\d+)$/.exec(applicationNumber ?? "")?.[1]));
  const inDatabase = new Set(rows.filter(({ status }) => status === "submitted").map(({ id }) => id));
  const told = (kind: Answer["kind"]) =>
    new Set(answers.filter((answer) => answer.kind === kind).map(({ applicationId }) => applicationId));
  const [acknowledged, refused] = [told("acknowledged"), told("refused")];
  const defects = [
    ...[...acknowledged].filter((id) => !inDatabase.has(id)).map((id) => `acknowledged and lost: ${id}`),
    ...answers.filter(({ kind }) => kind === "odd").map(({ status }) => `an answer that nobody expects: ${status}`),
    ...submissions
      .filter(({ arrivedAt }) => arrivedAt >= closesAt.toISOString())
      .map(({ arrivedAt }) => `taken although it arrived at ${arrivedAt}`),
    ...differs("numbers from 1 without a gap", numbers.toSorted((a, b) => a - b).join(), upTo(rows.length).join()),
    ...differs("the last number given", lastApplicationSequence, rows.length),
    ...differs("one submission each", new Set(submissions.map((each) => each.applicationId)).size, submissions.length),
    ...differs("submissions of those who have a number", submissions.length, rows.length),
    ...differs("receipts to send", receipts.length, rows.length),
    ...(await brokenInvariants(db)),
  ];
  const unacknowledged = [...inDatabase].filter((id) => !acknowledged.has(id) && !refused.has(id)).length;
  return { stored: { submitted: inDatabase.size, unacknowledged }, defects };
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function differs(what: string, found: number | string, expected: number | string): readonly string[] {
  return found === expected ? [] : [`${what}: ${found}, not ${expected}`];
}
