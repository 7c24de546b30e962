import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { createPseudonyms } from "#app/domain/proof/pseudonym.ts";
import { makeRecord } from "#app/domain/proof/record/make-record.ts";
import type { SelectionRecord, StageEvidence } from "#app/domain/proof/record/record.ts";
import { refillBatches } from "#app/domain/proof/record/refill-batches.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { SelectionInput } from "#app/domain/selection/selection.ts";
import { stageRuleFromDefinition } from "#app/domain/selection/stage-rule-from-definition.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listRefillEvents } from "#db/queries/refill-events.ts";
import { findRecordHead, listSalts } from "#db/queries/selection-records.ts";
import { findSelectionRun, type SelectionRun } from "#db/queries/selection-runs.ts";
import { listImportedRows, listReviewInputs } from "#db/queries/stage-inputs.ts";
import { listSelectionApplications } from "#db/queries/selection-people.ts";
import { inTransaction } from "#db/transaction.ts";

/**
 * What keeps people unknown in a record, all hex: the key of the pseudonyms, which the auditor holds, and two salts for each
 * application number. The same secrets give the same refs at every level and after every refill.
 */
export type RecordSecrets = {
  readonly key: string;
  readonly salts: Readonly<Record<string, { readonly review: string; readonly disclosed: string }>>;
};

export type ToExport = {
  readonly runId: string;
  /** Completes the secrets for these application numbers; keeps those that are there. Asked where the portal has none. */
  readonly secretsFor: (applicationNos: readonly string[]) => RecordSecrets;
  readonly sha256: Sha256;
  readonly now: Date;
};

export type RecordRefusal =
  "not-yours" | "run-not-complete" | { readonly kind: "rule-unsupported"; readonly path: string };

/** The record of a stored run at level P2, with the refills so far. That it was made is written into the audit log. */
export async function recordOfRun(
  db: Db,
  actor: Actor,
  { runId, secretsFor, sha256, now }: ToExport,
): Promise<Result<SelectionRecord, RecordRefusal>> {
  return inTransaction(db, async (trx) => {
    const run = await findSelectionRun(trx, runId);
    if (!run) return refuse("not-yours");
    const cohort = await getCohort(trx, run.cohortId);
    if (!can(actor, "selection:run", cohort)) return refuse("not-yours");
    const { result } = run;
    if (result.status !== "complete") return refuse("run-not-complete");
    const definition = await getDefinition(trx, run.definitionId);
    const scoring = scoringOf(definition);
    if (!scoring.ok) return scoring;

    // Of a published run the portal keeps them: what people hold as proof must stay true.
    const secrets =
      (await keptSecrets(trx, runId)) ?? secretsFor(run.input.people.map(({ applicationNo }) => applicationNo));
    const refOf = createPseudonyms(bytesOf(secrets.key));
    const since = run.publishedAt ?? now.toISOString();
    const { allowed, what } = definition.appeals.ownScoreDisclosure;
    const record = makeRecord({
      cohort: cohort.slug,
      input: run.input,
      result,
      scoring: scoring.value,
      evidence: await evidenceOf(trx, { run, input: run.input, scoring: scoring.value }),
      refOf,
      salts: secrets.salts,
      told: {
        stages: allowed && what.includes("stage_totals"),
        total: allowed && what.includes("total"),
        rank: allowed && what.includes("rank"),
      },
      refills: refillBatches(await listRefillEvents(trx, { cohortId: cohort.id, since })),
      sha256,
    });
    await recordEvent(trx, {
      event: "record-made",
      actor,
      cohortId: cohort.id,
      subjectKind: "selection-run",
      subjectId: runId,
      payload: { root: record.root },
      now,
    });
    return done(record);
  });
}

async function keptSecrets(trx: Trx, runId: string): Promise<RecordSecrets | undefined> {
  const head = await findRecordHead(trx, runId);
  if (!head || head.root === "") return undefined;
  const salts = (await listSalts(trx, runId)).map(({ applicationNumber, reviewSalt, disclosedSalt }) => {
    return [applicationNumber, { review: reviewSalt, disclosed: disclosedSalt }] as const;
  });
  return { key: head.secretKey, salts: Object.fromEntries(salts) };
}

function scoringOf(definition: ProgrammeDefinition): Result<SelectionRecord["scoring"], RecordRefusal> {
  const rules: [string, SelectionRecord["scoring"][string]][] = [];
  for (const { id } of definition.stages) {
    const rule = stageRuleFromDefinition(definition, id);
    if (!rule.ok) return refuse({ kind: "rule-unsupported", path: rule.refusal.path });
    rules.push([id, rule.value]);
  }
  return done(Object.fromEntries(rules));
}

type ToProve = {
  readonly run: SelectionRun;
  readonly input: SelectionInput;
  readonly scoring: SelectionRecord["scoring"];
};

/** By application number and stage. Reviewers are called R1, R2 … in the order of their ids, the same in every stage. */
async function evidenceOf(db: Db, { run: { cohortId }, input, scoring }: ToProve) {
  const numberOf = new Map(
    (await listSelectionApplications(db, cohortId)).map(({ id, applicationNumber }) => [id, applicationNumber]),
  );
  const evidence: Record<string, Record<string, StageEvidence>> = {};
  for (const { applicationNo } of input.people) evidence[applicationNo] = {};
  const reviewers = new Map<string, string>();
  for (const [stageKey, { kind }] of Object.entries(scoring)) {
    if (kind === "imported") {
      for (const [id, row] of await listImportedRows(db, { cohortId, stageKey })) {
        const own = evidence[numberOf.get(id) ?? ""];
        if (own) own[stageKey] = { reviews: null, row };
      }
      continue;
    }
    const reviews = await listReviewInputs(db, { cohortId, stageKey });
    for (const id of reviews.map(({ reviewerId }) => reviewerId).toSorted()) {
      if (!reviewers.has(id)) reviewers.set(id, `R${reviewers.size + 1}`);
    }
    for (const { applicationId, reviewerId, scores, submitted } of reviews) {
      const own = evidence[numberOf.get(applicationId) ?? ""];
      if (!own || !submitted) continue;
      const review = { reviewer: reviewers.get(reviewerId) ?? "", scores };
      own[stageKey] = { reviews: [...(own[stageKey]?.reviews ?? []), review], row: null };
    }
  }
  return evidence;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
