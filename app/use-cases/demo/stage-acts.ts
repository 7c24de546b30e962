import type { AccountActor } from "#app/domain/access/actor.ts";
import { syntheticImport } from "#app/domain/demo/synthetic-marks.ts";
import { isImported, isPerTrackPanel, panelSize } from "#app/domain/programme/stage.ts";
import type { StageDefinition } from "#app/domain/programme/definition.ts";
import type { Db } from "#db/connect.ts";
import { listEntryNumbers } from "#db/queries/demo-sheets.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { newId } from "#db/id.ts";
import { signMissingPledges } from "#db/queries/demo-staff.ts";
import { insertMany } from "#db/queries/insert-many.ts";
import { assignReviewers } from "../assign-reviewers.ts";
import { importScores } from "../import-scores.ts";
import type { DemoCohort } from "./demo-applications.ts";
import { fillSheets } from "./fill-sheets.ts";
import { must } from "./must.ts";

/** Where the demo keeps its files; the portal hands in its own store. */
export type DemoFiles = { readonly put: (bytes: Uint8Array) => Promise<{ sha256: string; size: number }> };

type OfStage = {
  readonly cohort: DemoCohort;
  readonly stage: StageDefinition;
  readonly administrator: AccountActor;
  readonly reviewers: readonly AccountActor[];
  readonly now: Date;
};

/** Puts a panel together as an administrator would: pledged, without conflicts, half of it from outside. */
export async function seatPanel(db: Db, { cohort, stage, reviewers, now }: OfStage): Promise<void> {
  const { cohortId, definition } = cohort;
  const at = now.toISOString();
  const trackKeys = isPerTrackPanel(definition, stage.id) ? definition.tracks.map(({ id }) => id) : [""];
  const wanted =
    trackKeys.length === 1
      ? reviewers.length
      : Math.max(panelSize(definition, stage.id), Math.floor(reviewers.length / trackKeys.length));
  await signMissingPledges(db, {
    cohortId,
    reviewers,
    textSha256: sha256Hex(definition.evaluators.pledge.ko),
    now,
  });
  await insertMany(
    db,
    "panelMember",
    trackKeys.flatMap((trackKey, track) =>
      Array.from({ length: wanted }, (_, index) => {
        const reviewer = reviewers[(track * wanted + index) % reviewers.length];
        if (!reviewer) throw new Error("a panel needs reviewers");
        return {
          id: newId(now),
          cohortId,
          stageKey: stage.id,
          trackKey,
          reviewerId: reviewer.accountId,
          isExternal: index % 2 === 0 ? 1 : 0,
          conflictsDeclaredAt: at,
          createdAt: at,
        };
      }),
    ),
  );
}

export async function assignDemoReviewers(db: Db, { cohort, stage, administrator, now }: OfStage): Promise<void> {
  const seed = `${cohort.seed}|${cohort.definition.slug}|${stage.id}`;
  must(await assignReviewers(db, administrator, { cohortId: cohort.cohortId, stageKey: stage.id, seed, now }));
}

/** Sheets or import, so that the stage can be closed. */
export async function completeScores(db: Db, of: OfStage & { readonly files: DemoFiles }): Promise<void> {
  const { cohort, stage, administrator, now } = of;
  if (!isImported(stage)) {
    await fillSheets(db, { ...cohort, stageKey: stage.id, submittedPercent: 100, at: now });
    return;
  }
  const table = await importedTable(db, of);
  const text = table.map((row) => row.join(",")).join("\r\n");
  const { sha256 } = await of.files.put(new TextEncoder().encode(text));
  must(
    await importScores(db, administrator, {
      cohortId: cohort.cohortId,
      stageKey: stage.id,
      fileName: `${stage.id}.csv`,
      sha256,
      table: table.map((cells, index) => ({ row: index + 1, cells })),
      now,
    }),
  );
}

/** What the other platform would export: application numbers and its own columns; some never sat the test. */
async function importedTable(db: Db, { cohort, stage }: OfStage): Promise<readonly (readonly string[])[]> {
  const columns = stage.source?.columns ?? {};
  const header = ["접수번호", ...Object.values(columns)];
  const numbers = await listEntryNumbers(db, { cohortId: cohort.cohortId, stageKey: stage.id });
  const rows = numbers.flatMap((applicationNumber, index) => {
    if (index % 97 === 41) return [];
    const criteria = stage.rubric.criteria.map((criterion) => ({
      id: criterion.id,
      max: criterion.id === "progress" ? 100 : criterion.max,
    }));
    const points = syntheticImport({ seed: cohort.seed, stageId: stage.id, applicationNumber, criteria });
    return [
      [
        applicationNumber,
        ...Object.keys(columns).map((id) =>
          String(id === "progress" ? Math.min(100, (points[id] ?? 0) + 14) : (points[id] ?? 0)),
        ),
      ],
    ];
  });
  return [header, ...rows];
}
