import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse } from "#app/domain/result.ts";
import { stageRuleFromDefinition } from "#app/domain/selection/stage-rule-from-definition.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { sumSeatAdditions } from "#db/queries/seat-additions.ts";
import { listStageEntries, listStandings, saveEntryOutcomes } from "#db/queries/stage-entries.ts";
import { listImportedRows, listReviewInputs, listUndecidedFlags } from "#db/queries/stage-inputs.ts";
import { saveStage } from "#db/queries/stages.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findDrawSeed } from "./draw-seed.ts";
import { scoreEntries } from "./score-entries.ts";
import { findStageContext } from "./stage-context.ts";
import { stageOutcomes } from "./stage-outcomes.ts";

type CloseStage = { readonly cohortId: string; readonly stageKey: string; readonly now: Date };

/**
 * Computes a stage by its rule: scores, minimums, shortlist. Everything is stored with the digest that the second
 * administrator approves; nobody is told anything yet. Refused as a whole while a score is missing.
 */
export async function closeStage(db: Db, actor: Actor, { cohortId, stageKey, now }: CloseStage) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "stage:close", context.cohort)) return refuse("not-yours");
    const { cohort, definition, stage } = context;
    if (stage.status !== "open") return refuse("stage-not-open");
    const stageRule = stageRuleFromDefinition(definition, stageKey);
    if (!stageRule.ok) return refuse(asKind(stageRule.refusal));

    const entries = await listStageEntries(trx, { cohortId, stageKey });
    const inRunning = entries.filter(({ applicationStatus }) => applicationStatus === "submitted");
    const scored = scoreEntries({
      stageRule: stageRule.value,
      entries: inRunning,
      reviews: stageRule.value.kind === "reviewed" ? await listReviewInputs(trx, { cohortId, stageKey }) : [],
      imported: stageRule.value.kind === "imported" ? await listImportedRows(trx, { cohortId, stageKey }) : new Map(),
    });
    if (!scored.ok) return scored;

    const inStage = new Set(inRunning.map(({ applicationId }) => applicationId));
    const flags = await listUndecidedFlags(trx, cohortId);
    const seed = await findDrawSeed(trx, cohortId);
    const decided = stageOutcomes({
      definition,
      definitionId: cohort.definitionId,
      stageKey,
      additions: await sumSeatAdditions(trx, cohortId),
      scored: scored.value,
      gone: entries.filter(({ applicationId }) => !inStage.has(applicationId)),
      earlier: await standingsByApplication(trx, cohortId),
      draw: seed === undefined ? undefined : { seed, label: `shortlist|${cohort.slug}|${stageKey}` },
      undecidedFlags: flags.filter(({ applicationId }) => inStage.has(applicationId)).length,
    });
    if (!decided.ok) return refuse(asKind(decided.refusal));

    const { outcomes, result, digest } = decided.value;
    await saveEntryOutcomes(trx, { cohortId, stageKey, outcomes });
    const closed = { at: now, by: accountIdOf(actor), digest, result };
    await saveStage(trx, { cohortId, stageKey, status: "closed", closed });
    const passed = outcomes.filter(({ outcome }) => outcome === "passed").length;
    await recordEvent(trx, {
      event: "stage-closed",
      actor,
      cohortId,
      subjectKind: "stage",
      subjectId: stageKey,
      payload: { entered: entries.length, passed, digest },
      now,
    });
    return done({ entered: entries.length, passed, digest, undecidedFlags: result.undecidedFlags });
  });
}

/** Where everybody stands in every stage that was closed, by application. */
export async function standingsByApplication(
  db: Db,
  cohortId: string,
): Promise<Map<string, Record<string, StageStanding>>> {
  const standings = new Map<string, Record<string, StageStanding>>();
  for (const { applicationId, stageKey, standing } of await listStandings(db, cohortId)) {
    if (standing === null) continue;
    const own = standings.get(applicationId) ?? {};
    own[stageKey] = standing;
    standings.set(applicationId, own);
  }
  return standings;
}

/** A rule's own refusal under the one name by which pages find its sentence. */
function asKind<Refusal extends { readonly reason: string }>(refusal: Refusal) {
  return { kind: refusal.reason.replaceAll("_", "-"), detail: refusal };
}
