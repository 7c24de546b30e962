import type { FormField, ProgrammeDefinition } from "../programme/definition.ts";
import { fieldsOf } from "../programme/form.ts";
import { isFilled, isShown } from "../programme/shown.ts";
import { choicesOf, isAnswered, isRowFilled, isRows, rowsOf, type Answer, type Answers } from "./answers.ts";

/** The consent under which sensitive data and claims may be kept. */
export const SENSITIVE_CONSENT = "sensitive";

/** An answer that is not kept: its field is not asked, or a consent is missing (`items`: these choices only, or these items of its rows). */
export type DroppedAnswer = {
  readonly fieldId: string;
  readonly why: "not_asked" | "no_consent";
  readonly consentId?: string;
  readonly items?: readonly string[];
};

type Form = Pick<ProgrammeDefinition, "form" | "bonus">;
type Keeping = {
  readonly definition: Form;
  readonly answers: Answers;
  /** Ids of the consents that stand. */
  readonly consents: ReadonlySet<string>;
  /** The section being saved; without it everything is decided, as at final submission. */
  readonly savedSection?: string;
};

/**
 * What may be stored of `answers`: no answer to a field that is not asked, nothing that needs a consent which was not
 * given, no sensitive bonus claim without that consent. While a draft is written, a field that waits for an answer of a
 * section not reached yet keeps its text: nobody could have known.
 */
export function keepAnswers({ definition, answers, consents, savedSection }: Keeping): {
  readonly kept: Answers;
  readonly dropped: readonly DroppedAnswer[];
} {
  let kept = answers;
  const dropped: DroppedAnswer[] = [];
  // Dropping one answer may hide the next field, at most once for each of them.
  for (let before: Answers | undefined; before !== kept;) {
    before = kept;
    for (const field of fieldsOf(definition)) {
      const drop = dropOf({ definition, field, answers: kept, consents, savedSection });
      if (drop === undefined) continue;
      dropped.push(drop);
      kept = without(kept, drop);
    }
  }
  return { kept, dropped };
}

type Question = Omit<Keeping, "savedSection"> & {
  readonly field: FormField;
  readonly savedSection: string | undefined;
};

function dropOf({ definition, field, answers, consents, savedSection }: Question): DroppedAnswer | undefined {
  if (!isAnswered(own(answers, field.id))) return undefined;
  if (!isShown(field, answers) && !maySoonBeAsked(definition, field, answers, savedSection)) {
    return { fieldId: field.id, why: "not_asked" };
  }
  if (field.needsConsent !== undefined && !consents.has(field.needsConsent)) {
    return { fieldId: field.id, why: "no_consent", consentId: field.needsConsent };
  }
  if (field.type === "repeat") return rowDropOf({ definition, field, answers, consents, savedSection });
  if (field.optionsFrom !== "bonus.items" || consents.has(SENSITIVE_CONSENT)) return undefined;
  const sensitive = new Set(definition.bonus.items.filter((item) => item.sensitive).map(({ id }) => id));
  const items = choicesOf(answers, field.id).filter((id) => sensitive.has(id));
  return items.length === 0 ? undefined : { fieldId: field.id, why: "no_consent", consentId: SENSITIVE_CONSENT, items };
}

/** The first item of a repeating group that is answered though it is not asked, in whichever row. */
function rowDropOf({ definition, field, answers, consents, savedSection }: Question): DroppedAnswer | undefined {
  const rows = rowsOf(answers, field.id);
  for (const item of field.items ?? []) {
    if (!rows.some((row) => Object.hasOwn(row, item.id))) continue;
    const dropped = { fieldId: field.id, items: [item.id] };
    // Where the group stands, its items stand.
    const placed = { ...item, id: field.id };
    if (!isShown(item, answers) && !maySoonBeAsked(definition, placed, answers, savedSection)) {
      return { ...dropped, why: "not_asked" };
    }
    if (item.needsConsent !== undefined && !consents.has(item.needsConsent)) {
      return { ...dropped, why: "no_consent", consentId: item.needsConsent };
    }
  }
  return undefined;
}

function maySoonBeAsked(
  definition: Form,
  field: FormField,
  answers: Answers,
  savedSection: string | undefined,
): boolean {
  if (savedSection === undefined) return false;
  const home = sectionOf(definition, field.id);
  return Object.keys(field.showIf ?? {}).some((fieldId) => {
    const section = sectionOf(definition, fieldId);
    return section !== home && section !== savedSection && !isFilled(answers, fieldId);
  });
}

function sectionOf({ form }: Form, fieldId: string): string | undefined {
  return form.sections.find(({ fields }) => fields.some(({ id }) => id === fieldId))?.id;
}

function without(answers: Answers, { fieldId, items }: DroppedAnswer): Answers {
  const { [fieldId]: answer, ...others } = answers;
  if (items !== undefined && isRows(answer)) {
    const rows = answer.map((row) => Object.fromEntries(Object.entries(row).filter(([id]) => !items.includes(id))));
    const written = rows.filter(isRowFilled);
    return written.length === 0 ? others : { ...others, [fieldId]: written };
  }
  const left = items === undefined ? [] : choicesOf({ [fieldId]: answer ?? [] }, fieldId);
  const rest = left.filter((item) => !items?.includes(item));
  return rest.length === 0 ? others : { ...others, [fieldId]: rest };
}

function own(answers: Answers, fieldId: string): Answer | undefined {
  return Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
}
