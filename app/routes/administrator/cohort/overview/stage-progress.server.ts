import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { isImported, stageByKey } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { reads } from "#app/runtime.server.ts";
import { countEntries, countImportedPeople, countReviews } from "#db/queries/cohort-overview.ts";
import type { StageOfCohort } from "#db/queries/stages-of-cohort.ts";

type Source = {
  readonly cohortId: string;
  readonly definition: ProgrammeDefinition;
  readonly stage: StageOfCohort;
  readonly language: Language;
};

/** How far the stage at work has come: sheets submitted, or people whose scores arrived from elsewhere. */
export async function stageProgressOf({ cohortId, definition, stage, language }: Source) {
  const rule = stageByKey(definition, stage.stageKey);
  const ofStage = { cohortId, stageKey: stage.stageKey };
  const [entries, reviews, imported] = await Promise.all([
    countEntries(reads, ofStage),
    countReviews(reads, ofStage),
    countImportedPeople(reads, ofStage),
  ]);
  const people = entries.reduce((sum, { outcome, entries }) => (outcome === "excluded" ? sum : sum + entries), 0);
  const sheets = reviews.filter(({ status }) => status !== "cancelled");
  return {
    stageKey: stage.stageKey,
    status: stage.status,
    name: text(rule?.title, language),
    people,
    imported: rule && isImported(rule) ? imported : null,
    sheets: sheets.reduce((sum, { reviews }) => sum + reviews, 0),
    submitted: sheets.find(({ status }) => status === "submitted")?.reviews ?? 0,
  };
}
