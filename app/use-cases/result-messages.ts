import type { Variables } from "#app/domain/message/message.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Language } from "#app/domain/programme/text.ts";
import { namesFromDefinition } from "#app/domain/selection/explain-names.ts";
import { explanationText } from "#app/domain/selection/explain-text.ts";
import { paths } from "#app/paths.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import type { NewDecision } from "#db/queries/decisions.ts";
import type { NewMessage } from "#db/queries/outbox.ts";
import type { Decided } from "./decisions-of-run.ts";
import { programmeMessage, trackTitle } from "./programme-message.ts";

type ToTell = {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly decided: readonly Decided[];
  /** Of those who were selected, by application. */
  readonly offerIds: ReadonlyMap<string, string>;
  readonly now: Date;
};

/** One message for everybody who was decided on. */
export function resultMessages({ cohort, definition, decided, offerIds, now }: ToTell): readonly NewMessage[] {
  const names = namesFromDefinition(definition);
  return decided.map(({ person, decision }) => {
    const { language } = person;
    const event = decision.outcome;
    // "Places are limited" is no reason for somebody who missed a minimum: they read which one.
    const missed = decision.explanation.filter(({ code }) => code === "minimum_missed");
    return {
      key: `${event}:${person.id}:${decision.runId}`,
      message: programmeMessage({
        definition,
        definitionId: cohort.definitionId,
        event,
        language,
        path: paths.my.result(person.id),
        person,
        values: valuesOf(definition, { decision, language }),
        extra: event === "not_selected" ? missed.map((line) => explanationText(line, language, names)) : [],
      }),
      recipient: person.recipient,
      language,
      academyId: cohort.academyId,
      cohortId: cohort.id,
      applicationId: person.id,
      offerId: offerIds.get(person.id) ?? null,
      now,
    };
  });
}

type Valued = { readonly decision: NewDecision; readonly language: Language };

function valuesOf(definition: ProgrammeDefinition, { decision, language }: Valued): Variables {
  const { outcome, trackKey, choiceOrder, reserveNumber } = decision;
  if (outcome === "not_selected") return {};
  const trackName = trackTitle(definition, trackKey, language);
  return outcome === "selected"
    ? { trackName, choiceOrder: choiceText(choiceOrder ?? 1, language) }
    : { trackName, reserveNo: String(reserveNumber) };
}

const ordinals = ["first", "second", "third"];

function choiceText(order: number, language: Language): string {
  if (language === "ko") return `${order}지망`;
  return `${ordinals[order - 1] ?? `no. ${order}`} choice`;
}
