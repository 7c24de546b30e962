import type { Message, ProgrammeEvent, Variables } from "#app/domain/message/message.ts";
import { findEvent, windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { formatDate, formatInstant, formatPeriod } from "#app/i18n/format.ts";

export type MessagePerson = {
  readonly name: string;
  readonly applicationNumber: string | null;
  readonly firstChoice: string | null;
  readonly secondChoice: string | null;
  readonly createdAt: string;
  readonly submittedAt: string | null;
};

export type ProgrammeMessage = {
  readonly definition: ProgrammeDefinition;
  readonly definitionId: string;
  readonly event: ProgrammeEvent;
  readonly language: Language;
  /** Where the message's link leads. */
  readonly path: string;
  readonly person: MessagePerson;
  /** Values that only this act knows: the stage, the seat, the reserve number. */
  readonly values?: Variables;
  /** Sentences that make the text true for this person. */
  readonly extra?: readonly string[];
};

/**
 * A message of the definition with its variables as they are now, in the reader's language. What the definition
 * and the person give is filled in here; `{{portalUrl}}` waits until it is sent, when the address is known.
 */
export function programmeMessage({
  definition,
  definitionId,
  event,
  language,
  path,
  person,
  values = {},
  extra,
}: ProgrammeMessage): Message {
  return {
    kind: "programme",
    event,
    definitionId,
    path,
    variables: {
      ...valuesOfDefinition(definition, language),
      ...valuesOfPerson(definition, language, person),
      ...values,
    },
    ...(extra && extra.length > 0 ? { extra } : {}),
  };
}

/** The same variables for a message of the portal's own that speaks of a cohort (a seat lapsed, a result corrected). */
export function cohortVariables(definition: ProgrammeDefinition, language: Language, person: MessagePerson): Variables {
  return { ...valuesOfDefinition(definition, language), ...valuesOfPerson(definition, language, person) };
}

export function trackTitle(definition: ProgrammeDefinition, trackId: string | null, language: Language): string {
  return text(definition.tracks.find(({ id }) => id === trackId)?.title, language);
}

function valuesOfDefinition(definition: ProgrammeDefinition, language: Language): Variables {
  const { organisation, calendar } = definition;
  const documents = definition.documents.filter(({ when, required }) => when === "after_selection" && required);
  const start = calendar.events.find(({ key }) => key === "start");
  const fix = findEvent(definition, "documentFix");
  const test = findEvent(definition, "test");
  return {
    programmeTitle: text(definition.title, language),
    programmeShort: text(definition.shortTitle, language),
    organisationName: text(organisation.name, language),
    contactPhone: organisation.phone,
    contactEmail: organisation.email,
    applyDeadlineAt: formatInstant(windowOf(definition, "application").end, language),
    confirmDeadlineAt: formatInstant(definition.acceptance.confirmBy, language),
    reserveValidUntil: formatInstant(definition.reserve.validUntil, language),
    appealPeriod: formatPeriod(windowOf(definition, "appeal"), language),
    requiredAfterSelection: documents.map(({ label }) => text(label, language)).join(", "),
    startDate: start ? formatDate(start.start, language) : "",
    ...(fix?.end ? { fixDeadlineAt: formatInstant(fix.end, language) } : {}),
    ...(test
      ? {
          testAt: test.end
            ? formatPeriod({ start: test.start, end: test.end }, language)
            : formatInstant(test.start, language),
        }
      : {}),
  };
}

function valuesOfPerson(definition: ProgrammeDefinition, language: Language, person: MessagePerson): Variables {
  return {
    applicantName: person.name,
    createdAt: formatInstant(person.createdAt, language),
    trackName: trackTitle(definition, person.firstChoice, language),
    secondTrackName: trackTitle(definition, person.secondChoice, language),
    ...(person.applicationNumber ? { applicationNo: person.applicationNumber } : {}),
    ...(person.submittedAt ? { submittedAt: formatInstant(person.submittedAt, language) } : {}),
  };
}
