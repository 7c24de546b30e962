import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import {
  importColumns,
  readScoreTable,
  type ImportProblem,
  type KnownNumber,
  type ReadScores,
  type ScoreColumn,
  type ScoreTable,
} from "#app/domain/review/score-import.ts";
import { stageRuleFromDefinition } from "#app/domain/selection/stage-rule-from-definition.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listKnownNumbers, replaceImportedScores } from "#db/queries/imported-scores.ts";
import { listStageEntries } from "#db/queries/stage-entries.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findStageContext, type StageContext } from "./stage-context.ts";

type ImportScores = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly table: ScoreTable;
  readonly now: Date;
};
export type ImportRefusal =
  | { readonly kind: "not-yours" | "stage-not-imported" | "stage-not-open" | "stage-closed" }
  | { readonly kind: "problems"; readonly problems: readonly ImportProblem[] };

/** Stores the scores of a file in place of all that was imported for the stage before. Job kind `import_scores`. */
export async function importScores(db: Db, actor: Actor, { cohortId, stageKey, now, ...file }: ImportScores) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const tried = await tryImport(trx, actor, { cohortId, stageKey, table: file.table });
    if (!tried.ok) return tried;
    const { rows } = tried.value.scores;
    const importId = await replaceImportedScores(trx, {
      cohortId,
      stageKey,
      file: { fileName: file.fileName.slice(0, 200), sha256: file.sha256 },
      rows,
      createdBy: accountIdOf(actor),
      now,
    });
    await recordEvent(trx, {
      event: "scores-imported",
      actor,
      cohortId,
      subjectKind: "score-import",
      subjectId: importId,
      payload: { stage: stageKey, sha256: file.sha256, rows: rows.length, absent: tried.value.absent.length },
      now,
    });
    return done({ importId, rows: rows.length, absent: tried.value.absent.length });
  });
}

export type TriedImport = {
  readonly columns: readonly ScoreColumn[];
  readonly scores: ReadScores;
  /** Application numbers of the stage without a row: absent, therefore not qualified. */
  readonly absent: readonly string[];
};

/** What an import would store, or everything that speaks against it. Reads only. */
export async function tryImport(
  db: Db,
  actor: Actor,
  { cohortId, stageKey, table }: { readonly cohortId: string; readonly stageKey: string; readonly table: ScoreTable },
): Promise<Result<TriedImport, ImportRefusal>> {
  const context = await findStageContext(db, { cohortId, stageKey });
  if (!context || !can(actor, "scores:import", context.cohort)) return refuse({ kind: "not-yours" });
  const columns = columnsOf(context);
  if (columns.length === 0) return refuse({ kind: "stage-not-imported" });
  if (context.stage.status === "waiting") return refuse({ kind: "stage-not-open" });
  if (context.stage.status !== "open") return refuse({ kind: "stage-closed" });
  const numbers: ReadonlyMap<string, KnownNumber> = await listKnownNumbers(db, { cohortId, stageKey });
  const read = readScoreTable(table, columns, numbers);
  if (!read.ok) return refuse({ kind: "problems", problems: read.refusal });
  const present = new Set(read.value.rows.map(({ applicationId }) => applicationId));
  const entries = await listStageEntries(db, { cohortId, stageKey });
  const absent = entries
    .filter(({ applicationId, applicationStatus }) => applicationStatus === "submitted" && !present.has(applicationId))
    .map(({ applicationNumber }) => applicationNumber);
  return done({ columns, scores: read.value, absent });
}

/** The columns of the stage's file; none for a stage that reviewers score. */
export function columnsOf({ definition, rule }: Pick<StageContext, "definition" | "rule">): readonly ScoreColumn[] {
  const scored = stageRuleFromDefinition(definition, rule.id);
  return scored.ok && scored.value.kind === "imported" ? importColumns(rule, scored.value.rule) : [];
}
