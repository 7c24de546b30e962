import type { AddressAct } from "./address-act.server.ts";
import type { SaveSent } from "./draft/read-save.server.ts";
import type { FieldView } from "./field-view.ts";
import { sectionAnswer, type SectionAnswer } from "./section-answer.server.ts";
import { differences, type Shaping } from "./section-page.server.ts";
import { typedAnswers } from "./section-values.server.ts";
import { answersOfSection, sectionEdition } from "#app/use-cases/section-edition.ts";

/** The section as it was typed, with what was found or chosen. Nothing is stored, and nothing is called missing yet. */
export function addressAnswer(shaping: Shaping, sent: SaveSent, act: AddressAct): SectionAnswer {
  const values = { ...sent.values, ...act.values };
  const answer = sectionAnswer(shaping, sent, { saved: undefined, values, undecided: [] });
  const fields = answer.view.fields.map((field) => ({
    ...unjudged(field),
    rows: field.rows.map((row) => row.map(unjudged)),
    addressSearch: field.id === act.fieldId ? act.search : field.addressSearch,
  }));
  return { ...answer, isRestored: false, view: { ...answer.view, ...newerBase(shaping, sent), fields } };
}

/** A save by itself may have overtaken the search: where it stored just this text, the text rests on it. */
function newerBase(shaping: Shaping, { values }: SaveSent) {
  const {
    section,
    page: { application },
  } = shaping;
  const stored = answersOfSection(section, application.answers);
  const isStored = differences(shaping, stored, typedAnswers(section, values)).length === 0;
  return isStored ? { revision: application.revision, edition: sectionEdition(section, application.answers) } : {};
}

function unjudged(field: FieldView): FieldView {
  return { ...field, errors: [] };
}
