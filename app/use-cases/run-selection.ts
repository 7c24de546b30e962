import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import {
  ENGINE_VERSION,
  type MatteringTie,
  type SelectionInput,
  type SelectionOutcome,
  type SelectionRefusal,
  type SelectionResult,
  type SelectionStopped,
  type UnfilledSeats,
} from "#app/domain/selection/selection.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort, savePhase, type Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { insertSelectionRun, supersedeOfficialRuns } from "#db/queries/selection-runs.ts";
import { countUndecidedClaims, listUndecidedFlags } from "#db/queries/stage-inputs.ts";
import { listStages } from "#db/queries/stages.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { selectionInput } from "./selection-input.ts";

/** What the command line prints of a complete run. */
export type SelectionSummary = {
  readonly cohort: string;
  readonly seats: number;
  readonly selected: number;
  readonly byTrack: Readonly<Record<string, number>>;
  readonly reserve: number;
  readonly unfilled: readonly UnfilledSeats[];
  /** Null after a dry run: nothing was stored. */
  readonly runId: string | null;
  readonly digest: string;
};

/** `runId` is empty after a dry run. */
export type SelectionAnswer =
  | { readonly status: "complete"; readonly runId: string; readonly digest: string; readonly summary: SelectionSummary }
  | { readonly status: "stopped"; readonly runId: string; readonly digest: string; readonly tie: MatteringTie };

export type RunRefusal =
  | "not-yours"
  | "stage-not-approved"
  | "already-published"
  | { readonly kind: "flags-undecided"; readonly count: number; readonly numbers: readonly (string | null)[] }
  | { readonly kind: "claims-undecided"; readonly count: number }
  | { readonly kind: "rule-unsupported"; readonly path: string; readonly value: string }
  | { readonly kind: "selection-impossible"; readonly reason: SelectionRefusal["reason"]; readonly subject: string };

/** Computes an outcome: selectCohort itself, or the same in another thread. */
export type Select = (input: SelectionInput) => SelectionOutcome | Promise<SelectionOutcome>;

export type RunSelection = {
  readonly cohortId: string;
  readonly kind: "tryout" | "official";
  /** A try-out that is not even stored. */
  readonly isDryRun?: boolean;
  readonly select?: Select;
  readonly now: Date;
};

/**
 * Runs the rule on what stands in the database now and stores input, digest and result. A try-out changes nothing else;
 * an official run takes the place of the official runs before it and waits for the second administrator.
 */
export async function runSelection(
  db: Db,
  actor: Actor,
  { cohortId, kind, isDryRun = false, select = selectCohort, now }: RunSelection,
): Promise<Result<SelectionAnswer, RunRefusal>> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "selection:run", cohort)) return refuse("not-yours");
    // A second administrator approves the work of a first one: so the official run is always a person's.
    if (kind === "official" && actor.kind === "system") return refuse("not-yours");
    const obstacle = await obstacleTo(trx, cohort, kind);
    if (obstacle) return refuse(obstacle);

    const input = await selectionInput(trx, { cohort, definition: await getDefinition(trx, cohort.definitionId) });
    if (!input.ok) return refuse({ kind: "rule-unsupported", path: input.refusal.path, value: input.refusal.value });
    const outcome = await select(input.value);
    if (outcome.status === "refused") return refuse({ kind: "selection-impossible", ...outcome.refusal });

    if (kind === "tryout" && isDryRun) return done(answerOf({ cohort, runId: "", outcome }));

    if (kind === "official") {
      await supersedeOfficialRuns(trx, cohortId);
      if (cohort.phase === "confirmed") await savePhase(trx, { cohortId, phase: "selecting", now });
    }
    const { definitionId } = cohort;
    const createdBy = accountIdOf(actor);
    const run = { cohortId, kind, definitionId, engineVersion: ENGINE_VERSION, digest: outcome.digest, createdBy };
    const runId = await insertSelectionRun(trx, { ...run, input: input.value, result: outcome, now });
    await recordEvent(trx, {
      event: kind === "official" ? "selection-run" : "selection-tried",
      actor,
      cohortId,
      subjectKind: "selection-run",
      subjectId: runId,
      payload: { status: outcome.status, digest: outcome.digest },
      now,
    });
    return done(answerOf({ cohort, runId, outcome }));
  });
}

/** What must be settled before a run; the page shows the same list. */
async function obstacleTo(trx: Trx, cohort: Cohort, kind: RunSelection["kind"]): Promise<RunRefusal | null> {
  const last = (await listStages(trx, cohort.id)).at(-1);
  if (!last || (last.status !== "approved" && last.status !== "published")) return "stage-not-approved";
  if (kind === "tryout") return null;
  if (hasReached(cohort.phase, "published")) return "already-published";
  const flags = await listUndecidedFlags(trx, cohort.id);
  const numbers = [...new Set(flags.map(({ applicationNumber }) => applicationNumber))];
  if (flags.length > 0) return { kind: "flags-undecided", count: flags.length, numbers: numbers.slice(0, 100) };
  const claims = await countUndecidedClaims(trx, cohort.id);
  return claims > 0 ? { kind: "claims-undecided", count: claims } : null;
}

type ToAnswer = {
  readonly cohort: Cohort;
  readonly runId: string;
  readonly outcome: SelectionResult | SelectionStopped;
};

function answerOf({ cohort, runId, outcome }: ToAnswer): SelectionAnswer {
  const { digest } = outcome;
  if (outcome.status === "stopped") return { status: "stopped", runId, digest, tie: outcome.tie };
  const { seats, byTrack, unfilled } = outcome;
  const summary: SelectionSummary = {
    cohort: cohort.slug,
    seats,
    selected: outcome.selected.length,
    byTrack,
    reserve: outcome.reserves.length,
    unfilled,
    runId: runId === "" ? null : runId,
    digest,
  };
  return { status: "complete", runId, digest, summary };
}
