import { createHash, randomBytes } from "node:crypto";
import { systemActor } from "#app/domain/access/actor.ts";
import type { Json } from "#app/domain/proof/canonical-json.ts";
import type { SelectionRecord } from "#app/domain/proof/record/record.ts";
import { proofsOfRows } from "#app/domain/proof/row-proofs.ts";
import { recordOfRun, type RecordSecrets } from "#app/use-cases/record-of-run.ts";
import type { Db, Trx } from "#db/connect.ts";
import { listSelectionApplications } from "#db/queries/selection-people.ts";
import { insertOpenings, insertRecordHead, listRunsWithoutRecord } from "#db/queries/selection-records.ts";
import { findSelectionRun } from "#db/queries/selection-runs.ts";
import { inTransaction } from "#db/transaction.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/**
 * Makes the record of a run as soon as it is published, for the worker: from then on everybody can prove the own row. Where
 * the rules cannot be told in a record its head stays empty, so that it is not tried for ever. Two workers may come to the
 * same run at once: what the first kept stands.
 */
export async function makeDueRecords(db: Db, now: Date): Promise<number> {
  const due = await listRunsWithoutRecord(db, 1);
  let kept = 0;
  for (const { id } of due) {
    const isKept = await inTransaction(db, async (trx) => {
      const secrets: { current?: RecordSecrets } = {};
      const secretsFor = (numbers: readonly string[]) => (secrets.current = freshSecrets(numbers));
      const made = await recordOfRun(trx, systemActor, { runId: id, secretsFor, sha256, now });
      return keep(trx, { runId: id, record: made.ok ? made.value : null, secrets: secrets.current, now });
    });
    if (isKept) kept += 1;
  }
  return kept;
}

function freshSecrets(numbers: readonly string[]): RecordSecrets {
  const salts = numbers.map((number) => [number, { review: random(), disclosed: random() }] as const);
  return { key: random(), salts: Object.fromEntries(salts) };
}

function random(): string {
  return randomBytes(32).toString("hex");
}

type Made = {
  readonly runId: string;
  readonly record: SelectionRecord | null;
  readonly secrets: RecordSecrets | undefined;
  readonly now: Date;
};

async function keep(trx: Trx, { runId, record, secrets, now }: Made): Promise<boolean> {
  const run = await findSelectionRun(trx, runId);
  if (!run) return false;
  const { cohortId, result } = run;
  const openings = Object.values(record?.openings ?? {});
  const isFirst = await insertRecordHead(trx, {
    runId,
    cohortId,
    secretKey: secrets?.key ?? "",
    root: record?.root ?? "",
    disclosedRoot: record?.roots.disclosed ?? "",
    size: openings.length,
    now,
  });
  if (!isFirst) return false;
  if (!record || result.status !== "complete") return true;

  const ids = new Map((await listSelectionApplications(trx, cohortId)).map((one) => [one.applicationNumber, one.id]));
  const numbers = new Map(Object.entries(secrets?.salts ?? {}).map(([number, salts]) => [salts.disclosed, number]));
  const proofs = proofsOfRows(
    openings.map(({ disclosed, disclosedSalt: salt }) => ({ row: disclosed as Json, salt })),
    record.commitments.disclosed,
    sha256,
  );
  // Only who met every minimum and has no seat asks what would have been needed.
  const mayAsk = new Set(result.order.map(({ applicationNo }) => applicationNo));
  for (const { applicationNo } of result.selected) mayAsk.delete(applicationNo);
  await insertOpenings(trx, {
    openings: openings.flatMap(({ reviewSalt, disclosedSalt, disclosed }, at) => {
      const applicationNumber = numbers.get(disclosedSalt) ?? "";
      const applicationId = ids.get(applicationNumber);
      const proof = proofs[at];
      if (applicationId === undefined || !proof) return [];
      return {
        cohortId,
        runId,
        applicationId,
        applicationNumber,
        reviewSalt,
        disclosedSalt,
        disclosed: JSON.stringify(disclosed),
        leafIndex: proof.index,
        proof: JSON.stringify(proof.proof),
        neededTrack: null,
        neededTotal: null,
        neededAt: mayAsk.has(applicationNumber) ? null : now.toISOString(),
      };
    }),
    now,
  });
  return true;
}
