import { syntheticMarks } from "#app/domain/demo/synthetic-marks.ts";
import { createSeededRandom } from "#app/domain/draw/seeded-random.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Db } from "#db/connect.ts";
import { listSheets, saveSheets, type FilledSheet, type OpenSheet } from "#db/queries/demo-sheets.ts";
import { inTransaction } from "#db/transaction.ts";

type Of = {
  readonly seed: string;
  readonly cohortId: string;
  readonly definition: ProgrammeDefinition;
  readonly stageKey: string;
  /** How many of a hundred sheets are submitted; the rest stay untouched, some as drafts. */
  readonly submittedPercent: number;
  readonly at: Date;
};

/** Made-up reviewers fill the sheets that are still open. The marks hang on the application number, so they are the same everywhere. */
export async function fillSheets(
  db: Db,
  { seed, cohortId, definition, stageKey, submittedPercent, at }: Of,
): Promise<number> {
  const stage = definition.stages.find(({ id }) => id === stageKey);
  const criteria = stage?.rubric.criteria ?? [];
  const sheets = await listSheets(db, { cohortId, stageKey });
  const filled = sheets.flatMap((sheet, index): readonly FilledSheet[] => {
    if (sheet.status === "submitted") return [];
    const slot = slotOf(sheets, index);
    const { applicationNumber } = sheet;
    const die = createSeededRandom({ seed, label: `progress|${stageKey}|${applicationNumber}|${slot}` }).integerBelow(
      100,
    );
    const isSubmitted = die < submittedPercent;
    const isDraft = die < submittedPercent + 8;
    if (!isSubmitted && !isDraft) return [];
    const marks = syntheticMarks({ seed, stageId: stageKey, applicationNumber, slot, criteria });
    return [{ reviewId: sheet.reviewId, hundredths: inHundredths(marks), isSubmitted, at }];
  });
  await inTransaction(db, (trx) => saveSheets(trx, filled));
  return filled.length;
}

/** Which of its application's sheets this one is; the list is ordered by application. */
function slotOf(sheets: readonly OpenSheet[], index: number): number {
  let slot = 0;
  while (index - slot - 1 >= 0 && sheets[index - slot - 1]?.applicationNumber === sheets[index]?.applicationNumber)
    slot += 1;
  return slot;
}

function inHundredths(points: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(points).map(([id, value]) => [id, value * 100]));
}
