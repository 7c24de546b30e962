import { checkDefinition } from "#app/domain/programme/check-definition.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { unsupportedRules } from "#app/domain/selection/unsupported-rules.ts";

export type Readiness = {
  readonly key: "definition" | "rules" | "window" | "confirmBy" | "secondAdministrator" | "reviewers" | "ownRules";
  readonly ok: boolean;
  /** Opening is refused without it; the others are advice. */
  readonly needed: boolean;
};

type Staff = { readonly administrators: number; readonly reviewers: number };

/** What should stand before applications are taken. `now` decides whether the window can still be entered. */
export function readyToOpen(definition: ProgrammeDefinition, staff: Staff, now: Date): readonly Readiness[] {
  const largestPanel = Math.max(0, ...Object.values(definition.evaluators.panels).map(({ size }) => size));
  return [
    { key: "definition", ok: checkDefinition(definition).length === 0, needed: true },
    { key: "rules", ok: unsupportedRules(definition).length === 0, needed: true },
    { key: "window", ok: now < windowOf(definition, "application").end, needed: true },
    { key: "confirmBy", ok: now < new Date(definition.acceptance.confirmBy), needed: true },
    { key: "secondAdministrator", ok: staff.administrators >= 2, needed: false },
    { key: "reviewers", ok: staff.reviewers >= largestPanel, needed: false },
    { key: "ownRules", ok: definition.sample !== true, needed: false },
  ];
}
