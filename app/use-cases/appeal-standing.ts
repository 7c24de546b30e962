import { appealWindows, type AppealWindow } from "#app/domain/appeal/appeal-windows.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Db } from "#db/connect.ts";
import type { Application } from "#db/queries/applications.ts";
import { getCohort, type Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listPublishedStages } from "#db/queries/own-result.ts";
import { findAnnouncedAt } from "#db/queries/public-results.ts";

export type AppealStanding = {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly windows: readonly AppealWindow[];
};

/** What somebody was told so far and may appeal, under the rules of today. Who never applied was told nothing. */
export async function appealStanding(db: Db, application: Application): Promise<AppealStanding> {
  const cohort = await getCohort(db, application.cohortId);
  const definition = await getDefinition(db, cohort.definitionId);
  if (!hasApplied(application)) return { cohort, definition, windows: [] };
  const announcedAt = await findAnnouncedAt(db, cohort.id);
  const stages = await listPublishedStages(db, application.id);
  const windows = appealWindows({
    appeals: definition.appeals,
    finalAt: announcedAt === null ? null : new Date(announcedAt),
    stages: stages.map(({ stageKey, publishedAt }) => ({ stageKey, publishedAt: new Date(publishedAt) })),
  });
  return { cohort, definition, windows };
}

function hasApplied({ status, submittedAt }: Application): boolean {
  return submittedAt !== null && status !== "withdrawn" && status !== "expired";
}
