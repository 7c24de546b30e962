import { done, refuse, type Result } from "#app/domain/result.ts";
import { calendarChecks } from "./checks/calendar-checks.ts";
import { consentChecks } from "./checks/consent-checks.ts";
import { documentChecks } from "./checks/document-checks.ts";
import { eligibilityChecks } from "./checks/eligibility-checks.ts";
import { evaluatorChecks } from "./checks/evaluator-checks.ts";
import { formChecks } from "./checks/form-checks.ts";
import { formReferenceChecks } from "./checks/form-reference-checks.ts";
import { lawChecks } from "./checks/law-checks.ts";
import { messageChecks } from "./checks/message-checks.ts";
import { oneLine, type Check, type DefinitionMistake } from "./checks/mistake.ts";
import { numberingChecks } from "./checks/numbering-checks.ts";
import { outcomeChecks } from "./checks/outcome-checks.ts";
import { quotaChecks } from "./checks/quota-checks.ts";
import { rankingChecks } from "./checks/ranking-checks.ts";
import { seatQuotaChecks } from "./checks/seat-quota-checks.ts";
import { shapeMistakes } from "./checks/shape-mistakes.ts";
import { stageChecks } from "./checks/stage-checks.ts";
import { structureMistakes } from "./checks/structure-mistakes.ts";
import { tieBreakerChecks } from "./checks/tie-breaker-checks.ts";
import { trackChecks } from "./checks/track-checks.ts";
import type { ProgrammeDefinition } from "./definition.ts";
import type { Language } from "./text.ts";

export type { DefinitionMistake } from "./checks/mistake.ts";

const checks: readonly Check[] = [
  ...calendarChecks,
  ...trackChecks,
  ...formChecks,
  ...formReferenceChecks,
  ...consentChecks,
  ...documentChecks,
  ...eligibilityChecks,
  ...stageChecks,
  ...rankingChecks,
  ...tieBreakerChecks,
  ...quotaChecks,
  ...seatQuotaChecks,
  ...evaluatorChecks,
  ...outcomeChecks,
  ...messageChecks,
  ...numberingChecks,
  ...lawChecks,
];

/**
 * Every mistake in a programme definition, whatever the input is; none means that it can be used. Shape comes first;
 * parts are compared with each other where both have their shape, so that one slip does not hide the others.
 */
export function checkDefinition(json: unknown): readonly DefinitionMistake[] {
  const unreadable = structureMistakes(json);
  if (unreadable.length > 0) return unreadable;

  const { mistakes, brokenParts } = shapeMistakes(json);
  if (brokenParts.has("*")) return mistakes;
  const comparable = checks.filter(({ reads }) => !reads.some((part) => brokenParts.has(part)));
  // The parts that these checks read have just been found to have their shape.
  const definition = json as ProgrammeDefinition;
  return [...mistakes, ...comparable.flatMap(({ find }) => [...find(definition)])];
}

/** The definition itself, unchanged, or all its mistakes. */
export function parseDefinition(json: unknown): Result<ProgrammeDefinition, readonly DefinitionMistake[]> {
  const mistakes = checkDefinition(json);
  return mistakes.length === 0 ? done(json as ProgrammeDefinition) : refuse(mistakes);
}

/** One line: `path: sentence`. */
export function formatMistake(mistake: DefinitionMistake, language: Language): string {
  return oneLine(`${mistake.path}: ${mistake.sentence[language]}`);
}
