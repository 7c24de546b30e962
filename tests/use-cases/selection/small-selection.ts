import { approveStage } from "#app/use-cases/approve-stage.ts";
import { closeStage } from "#app/use-cases/close-stage.ts";
import { markAbsent } from "#app/use-cases/mark-absent.ts";
import { openStage } from "#app/use-cases/open-stage.ts";
import { publishStage } from "#app/use-cases/publish-stage.ts";
import type { Db } from "#db/connect.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import {
  aClosedCohort,
  document,
  handIn,
  interview,
  smallDefinition,
  today,
  type Person,
  type SmallCohort,
} from "./small-cohort.ts";

/**
 * Twelve who submitted and one draft. Documents: K is 3 for games (C and D tie at the cut), 2 for webtoons.
 * E and I are outranked, F misses the stage minimum, L the portfolio's 40 %; J was excluded, K withdraws meanwhile.
 */
export const people: readonly Person[] = [
  { number: "A", first: "game" },
  { number: "B", first: "game", claims: ["veteran"] },
  { number: "C", first: "game", second: "webtoon" },
  { number: "D", first: "game" },
  { number: "E", first: "game" },
  { number: "F", first: "game" },
  { number: "G", first: "webtoon", second: "game" },
  { number: "H", first: "webtoon" },
  { number: "I", first: "webtoon" },
  { number: "J", first: "game", status: "excluded" },
  { number: "K", first: "game" },
  { number: "L", first: "game" },
  { number: "M", first: "game", status: "draft" },
];

const documentScores = { A: 90, B: 80, C: 70, D: 70, E: 61, F: 55, G: 75, H: 65, I: 62 };
const interviewScores = { A: 80, B: 85, C: 88, D: 60, G: 90 };

export async function openDocument(db: Db, definition = smallDefinition()): Promise<SmallCohort> {
  const cohort = await aClosedCohort(db, people, definition);
  const opened = await openStage(db, cohort.first, {
    cohortId: cohort.cohortId,
    stageKey: "document",
    seed: "s",
    now: today,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return cohort;
}

/** Every sheet of the first stage, in the given order of people. */
export async function reviewDocuments(cohort: SmallCohort, order = Object.keys(documentScores)): Promise<void> {
  const scores: Readonly<Record<string, number>> = documentScores;
  await handIn(
    cohort,
    "document",
    order.flatMap((number) => document(number, scores[number]!)),
  );
  const weak = { motivation: 20, portfolio: 10, readiness: 20, plan: 20 };
  await handIn(
    cohort,
    "document",
    [0, 1, 2].map((reviewer) => ({ number: "L", reviewer, scores: weak })),
  );
  await saveApplicationStatus(cohort.db, { id: cohort.idOf("K"), status: "withdrawn", now: today });
}

export async function untilInterview(db: Db, definition = smallDefinition()): Promise<SmallCohort> {
  const cohort = await openDocument(db, definition);
  await reviewDocuments(cohort);
  const stage = { cohortId: cohort.cohortId, stageKey: "document", now: today };
  await must(closeStage(db, cohort.first, stage));
  await must(approveStage(db, cohort.second, stage));
  await must(publishStage(db, cohort.first, { ...stage, seed: "t" }));
  return cohort;
}

/** The last stage approved: H did not come, the others have their five sheets. */
export async function untilSelection(
  db: Db,
  scores: Readonly<Record<string, number>> = interviewScores,
  definition = smallDefinition(),
): Promise<SmallCohort> {
  const cohort = await untilInterview(db, definition);
  const stage = { cohortId: cohort.cohortId, stageKey: "interview", now: today };
  await handIn(
    cohort,
    "interview",
    Object.entries(scores).flatMap(([number, mean]) => interview(number, mean)),
  );
  const absent = await numberOf(cohort, "interview", "H");
  await must(
    markAbsent(db, cohort.first, { ...stage, evaluationNumber: absent, absent: true, reason: "연락 없이 불참" }),
  );
  await must(closeStage(db, cohort.first, stage));
  await must(approveStage(db, cohort.second, stage));
  return cohort;
}

export async function numberOf({ db, cohortId, idOf }: SmallCohort, stageKey: string, number: string): Promise<string> {
  const row = await db
    .selectFrom("stageEntry")
    .select("evaluationNumber")
    .where("cohortId", "=", cohortId)
    .where("stageKey", "=", stageKey)
    .where("applicationId", "=", idOf(number))
    .executeTakeFirstOrThrow();
  return row.evaluationNumber;
}

export async function must<Value>(
  act: Promise<{ ok: true; value: Value } | { ok: false; refusal: unknown }>,
): Promise<Value> {
  const result = await act;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** Status of every application by its number, drafts left out. */
export async function statusesOf({ db, cohortId }: SmallCohort): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom("application")
    .select(["applicationNumber", "status"])
    .where("cohortId", "=", cohortId)
    .where("applicationNumber", "is not", null)
    .orderBy("applicationNumber")
    .execute();
  return Object.fromEntries(rows.map(({ applicationNumber, status }) => [applicationNumber, status]));
}

/** Kinds of messages by application number, in the order of the numbers. */
export async function messagesOf({ db, cohortId }: SmallCohort): Promise<Record<string, string[]>> {
  const rows = await db
    .selectFrom("outbox")
    .innerJoin("application", "application.id", "outbox.applicationId")
    .select(["application.applicationNumber", "outbox.kind"])
    .where("outbox.cohortId", "=", cohortId)
    .orderBy("application.applicationNumber")
    .orderBy("outbox.id")
    .execute();
  const found: Record<string, string[]> = {};
  for (const { applicationNumber, kind } of rows) (found[applicationNumber ?? ""] ??= []).push(kind);
  return found;
}
