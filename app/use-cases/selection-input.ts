import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, type Result } from "#app/domain/result.ts";
import { groupTags } from "#app/domain/selection/group-tags.ts";
import { ruleFromDefinition, type SeatRefusal } from "#app/domain/selection/rule-from-definition.ts";
import type { SelectionInput, SelectionPerson, SelectionRule } from "#app/domain/selection/selection.ts";
import type { RuleRefusal } from "#app/domain/selection/stage-rule-from-definition.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";
import type { Db } from "#db/connect.ts";
import { sumSeatAdditions } from "#db/queries/seat-additions.ts";
import { listSelectionApplications, type SelectionApplication } from "#db/queries/selection-people.ts";
import { listTieDecisions } from "#db/queries/tie-decisions.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { standingsByApplication } from "./close-stage.ts";
import { findDrawSeed } from "./draw-seed.ts";

/** Everything that the selection of a cohort depends on, as it stands in the database now. */
export async function selectionInput(
  db: Db,
  { cohort, definition }: { cohort: Pick<Cohort, "id" | "slug">; definition: ProgrammeDefinition },
): Promise<Result<SelectionInput, RuleRefusal | SeatRefusal>> {
  const rule = ruleFromDefinition(definition, await sumSeatAdditions(db, cohort.id));
  if (!rule.ok) return rule;
  const standings = await standingsByApplication(db, cohort.id);
  const applications = await listSelectionApplications(db, cohort.id);
  const people = applications.map((application) =>
    personOf({ definition, rule: rule.value, application, stages: standings.get(application.id) ?? {} }),
  );
  const decisions = await listTieDecisions(db, cohort.id);
  const seed = await findDrawSeed(db, cohort.id);
  return done({
    rule: rule.value,
    people,
    tieDecisions: decisions.map(({ numbers }) => numbers),
    ...(seed === undefined ? {} : { draw: { seed, label: `selection|${cohort.slug}` } }),
  });
}

type ToPerson = {
  readonly definition: ProgrammeDefinition;
  readonly rule: SelectionRule;
  readonly application: SelectionApplication;
  readonly stages: Readonly<Record<string, StageStanding>>;
};

const notReached: StageStanding = { outcome: "not_reached", score: null, criteria: {} };

function personOf({ definition, rule, application, stages }: ToPerson): SelectionPerson {
  const { applicationNumber, firstChoice, secondChoice, acceptOther, claimsAsked, claimsVerified } = application;
  const choices = [firstChoice, secondChoice].filter((choice) => choice !== null && choice !== "");
  return {
    applicationNo: applicationNumber,
    choices: [...new Set(choices.filter((choice) => choice !== null))],
    acceptOther,
    standing: standingOf(application.status),
    stages: Object.fromEntries(rule.stages.map(({ id }) => [id, stages[id] ?? notReached])),
    claimsAsked,
    claims: claimsVerified,
    tags: groupTags({ definition, answers: application.answers, claims: claimsVerified }),
  };
}

function standingOf(status: SelectionApplication["status"]): SelectionPerson["standing"] {
  if (status === "withdrawn") return "withdrawn";
  return status === "excluded" || status === "cancelled" || status === "expired" ? "excluded" : "in";
}
