import type { Actor } from "#app/domain/access/actor.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, type Result } from "#app/domain/result.ts";
import type { Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { insertStageEntries, listEvaluationNumbers } from "#db/queries/stage-entries.ts";
import { listEntrants } from "#db/queries/selection-people.ts";
import { saveStage } from "#db/queries/stages.ts";
import { evaluationNumbers, type Numbered } from "./evaluation-numbers.ts";

export type StageEntrance = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly seed: string;
  readonly entries: readonly Numbered[];
};

type ToEnter = {
  readonly cohortId: string;
  readonly definition: ProgrammeDefinition;
  readonly stageKey: string;
  /** The stage whose passed people enter; null for the first. */
  readonly after: string | null;
  readonly seed: string;
  readonly now: Date;
};

/** Who enters a stage, and under which numbers. Reads only, so that a refusal leaves nothing behind. */
export async function prepareEntrance(
  trx: Trx,
  { cohortId, definition, stageKey, after, seed, now }: ToEnter,
): Promise<Result<StageEntrance, "evaluation-numbers-exhausted">> {
  const entrants = await listEntrants(trx, { cohortId, passed: after });
  const withinCohort = definition.numbering.evaluation.uniqueWithin === "cohort";
  const taken = new Set(withinCohort ? await listEvaluationNumbers(trx, cohortId) : []);
  const numbered = evaluationNumbers({ definition, stageKey, entrants, taken, seed, now });
  if (!numbered.ok) return numbered;
  // Stored in the order of the numbers: the order of rows says nothing about the applications either.
  const entries = numbered.value.toSorted((left, right) => compareText(left.evaluationNumber, right.evaluationNumber));
  return done({ cohortId, stageKey, seed, entries });
}

/** Opens the stage to those who were prepared; the seed stands in the audit log. */
export async function enterStage(
  trx: Trx,
  actor: Actor,
  { cohortId, stageKey, seed, entries, now }: StageEntrance & { readonly now: Date },
): Promise<void> {
  await insertStageEntries(trx, { cohortId, stageKey, entries, now });
  await saveStage(trx, { cohortId, stageKey, status: "open", openedAt: now });
  await recordEvent(trx, {
    event: "stage-opened",
    actor,
    cohortId,
    subjectKind: "stage",
    subjectId: stageKey,
    payload: { entries: entries.length, seed },
    now,
  });
}
