import type { Selectable } from "kysely";
import type { ExplanationLine } from "#app/domain/selection/explain.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

type Row = Selectable<Database["decision"]>;

/** The published outcome of one application; `explanation` holds facts that `explanationTexts` puts into words. */
export type Decision = Omit<Row, "explanation"> & { readonly explanation: readonly ExplanationLine[] };

export type NewDecision = Omit<Decision, "id" | "publishedAt">;

const ROWS_AT_ONCE = 200;

export async function insertDecisions(db: Db, decisions: readonly NewDecision[], now: Date): Promise<void> {
  const rows = decisions.map(({ explanation, ...decision }) => ({
    id: newId(now),
    ...decision,
    explanation: JSON.stringify(explanation),
    publishedAt: now.toISOString(),
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto("decision")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

export async function findDecisionOfApplication(db: Db, applicationId: string): Promise<Decision | undefined> {
  const row = await db.selectFrom("decision").selectAll().where("applicationId", "=", applicationId).executeTakeFirst();
  return row && { ...row, explanation: JSON.parse(row.explanation) as ExplanationLine[] };
}
