import type { NextStep } from "#app/domain/cohort/next-step.ts";
import { paths } from "#app/paths.ts";

/** The page where the next step of a cohort is done; none when one can only wait. */
export function stepPlace(key: NextStep["key"], cohortId: string, stageKey: string | null): string | undefined {
  const { manage } = paths;
  if (stageKey !== null) return manage.stage(cohortId, stageKey);
  if (key === "select") return manage.selection(cohortId);
  if (key === "publishDecisions") return manage.decisions(cohortId);
  return key === "answers" || key === "fill" ? manage.seats(cohortId) : undefined;
}
