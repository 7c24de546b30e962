import type { Variables } from "#app/domain/message/message.ts";
import { findEvent } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition, StageDefinition } from "#app/domain/programme/definition.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { namesFromDefinition } from "#app/domain/selection/explain-names.ts";
import { explanationText } from "#app/domain/selection/explain-text.ts";
import type { SelectionFailure } from "#app/domain/selection/selection.ts";
import { formatInstant, formatPeriod } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { NewMessage } from "#db/queries/outbox.ts";
import type { ResultRecipient } from "#db/queries/selection-people.ts";
import type { EntryDetail, StageEntry } from "#db/queries/stage-entries.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { programmeMessage } from "./programme-message.ts";

type ToTell = {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly rule: StageDefinition;
  readonly nextRule: StageDefinition;
  readonly now: Date;
};

type Told = { readonly person: ResultRecipient; readonly entry: StageEntry };

/** What everybody concerned by a stage is told: the next stage, or that this one was not passed, and then why. */
export function stageMessages(
  { cohort, definition, rule, nextRule, now }: ToTell,
  told: readonly Told[],
): readonly NewMessage[] {
  const names = namesFromDefinition(definition);
  return told.map(({ person, entry }) => {
    const passed = entry.outcome === "passed";
    const { language } = person;
    const event = passed ? "shortlisted" : "stage_not_passed";
    const stageName = text(rule.title, language);
    const failures = passed ? [] : failuresIn(rule.id, entry.detail);
    return {
      key: `${event}:${rule.id}:${person.id}`,
      message: programmeMessage({
        definition,
        definitionId: cohort.definitionId,
        event,
        language,
        path: paths.my.application(person.id),
        person,
        values: passed
          ? {
              stageName,
              nextStageName: text(nextRule.title, language),
              nextStageGuide: guideOf(definition, nextRule, language),
            }
          : { stageName, ...appealValues(definition, { stage: rule.id, language, now }) },
        extra: failures.map((failure) => explanationText({ code: "minimum_missed", failure }, language, names)),
      }),
      recipient: person.recipient,
      language,
      academyId: cohort.academyId,
      cohortId: cohort.id,
      applicationId: person.id,
      now,
    };
  });
}

/** Why somebody did not pass, besides the number of places; the text of the definition speaks of places only. */
export function failuresIn(stage: string, detail: EntryDetail | null): readonly SelectionFailure[] {
  if (detail?.reason === "absent") return [{ code: "absent", stage }];
  return (detail?.failures ?? []).map(({ kind, id, value, minimum }) => ({ code: kind, stage, id, value, minimum }));
}

type Appealed = { readonly stage: string; readonly language: Language; readonly now: Date };

/** A stage whose own result can be appealed has a window of its own, from its publication on. */
function appealValues({ appeals }: ProgrammeDefinition, { stage, language, now }: Appealed): Variables {
  if (!appeals.alsoFor.includes(stage) || appeals.alsoForDays === 0) return {};
  const end = new Date(now.getTime() + appeals.alsoForDays * 86_400_000);
  return { appealPeriod: formatPeriod({ start: now, end }, language) };
}

/** When the next stage is: its event of the calendar. */
function guideOf(definition: ProgrammeDefinition, stage: StageDefinition, language: Language): string {
  const event = findEvent(definition, stage.id);
  if (!event) return text(stage.title, language);
  const { start, end } = event;
  const when = end === undefined ? formatInstant(start, language) : formatPeriod({ start, end }, language);
  return `${text(event.label, language)}: ${when}`;
}
