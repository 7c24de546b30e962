import type { FormField, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { documentById, documentOrFileField } from "#app/domain/programme/documents.ts";
import { fieldById, fieldsOf } from "#app/domain/programme/form.ts";
import { isShown, type AnswersSoFar } from "#app/domain/programme/shown.ts";
import type { LocalText } from "#app/domain/programme/text.ts";
import { answerView, type AnswerView } from "#app/domain/review/answer-view.ts";
import type { OwnDetails } from "#app/domain/review/own-details.ts";

export type BlindSection = { readonly id: string; readonly title: LocalText; readonly fields: readonly AnswerView[] };

type Definition = Pick<ProgrammeDefinition, "form" | "tracks" | "bonus" | "documents">;
type AlsoOwn = { readonly names: readonly string[]; readonly others: readonly string[] };

/**
 * What a reviewer may read of an application: the answered fields that are neither blind nor asked for statistics only,
 * in the order of the form. Sections without such a field are left out whole, so that no id of a blind field leaves.
 * The applicant's own details are covered where they were typed into a text all the same.
 */
export function blindView(
  definition: Definition,
  answers: AnswersSoFar,
  also: AlsoOwn = { names: [], others: [] },
): readonly BlindSection[] {
  const details = ownDetailsOf(definition, answers, also);
  return sectionsOf(definition, answers, (field) =>
    mayBeSeen(field)
      ? answerView(field, answers[field.id], {
          definition,
          details,
          reads: (item) => mayBeSeen(item) && isShown(item, answers),
        })
      : undefined,
  );
}

/** An application as a reviewer reads it: the desk shows this, and the applicant is shown this before submitting. */
export function readByReviewers(
  definition: Definition,
  application: {
    readonly answers: AnswersSoFar;
    readonly name: string;
    readonly applicationNumber: string | null;
  },
): readonly BlindSection[] {
  const { answers, name, applicationNumber } = application;
  return blindView(definition, answers, {
    names: [name],
    others: applicationNumber === null ? [] : [applicationNumber],
  });
}

/** The rest of what was answered: fields, and items of repeating groups, that no reviewer reads. As it was typed. */
export function hiddenView(definition: Definition, answers: AnswersSoFar): readonly BlindSection[] {
  return sectionsOf(definition, answers, (field) => {
    const isOpen = mayBeSeen(field);
    if (isOpen && field.type !== "repeat") return undefined;
    const reads = (item: FormField) => isShown(item, answers) && !(isOpen && mayBeSeen(item));
    return answerView(field, answers[field.id], { definition, reads });
  });
}

/** Everything that was answered, for those who may know whose it is. */
export function fullView(definition: Definition, answers: AnswersSoFar): readonly BlindSection[] {
  return sectionsOf(definition, answers, (field) =>
    answerView(field, answers[field.id], { definition, reads: () => true }),
  );
}

function sectionsOf(
  { form }: Definition,
  answers: AnswersSoFar,
  view: (field: FormField) => AnswerView | undefined,
): readonly BlindSection[] {
  return form.sections
    .map(({ id, title, fields }) => ({
      id,
      title,
      fields: fields.filter((field) => isShown(field, answers)).flatMap((field) => view(field) ?? []),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Whether a file handed in under this document (or form field) is for reviewers too. */
export function isOpenToReviewers(definition: Definition, documentKey: string): boolean {
  return documentOrFileField(definition, documentKey)?.visibleTo.includes("evaluator") === true;
}

/** The label of a document or file field; undefined for one that reviewers do not see. */
export function fileLabel(definition: Definition, documentKey: string): LocalText | undefined {
  if (!isOpenToReviewers(definition, documentKey)) return undefined;
  return documentById(definition, documentKey)?.label ?? fieldById(definition, documentKey)?.label;
}

/** Whether reviewers read the answer to a field, or to an item of a row. */
export function mayBeSeen(field: Pick<FormField, "blind" | "statisticsOnly">): boolean {
  return field.blind !== true && field.statisticsOnly !== true;
}

/** The personal answers that reviewers do not see, wherever they were given, rows included. */
function ownDetailsOf(definition: Definition, answers: AnswersSoFar, also: AlsoOwn): OwnDetails {
  const hidden = fieldsOf(definition).flatMap((field): readonly { type: FormField["type"]; answer: unknown }[] => {
    if (field.type !== "repeat") return isPersonal(field) ? [{ type: field.type, answer: answers[field.id] }] : [];
    const rows = Array.isArray(answers[field.id]) ? (answers[field.id] as readonly Record<string, unknown>[]) : [];
    const items = (field.items ?? []).filter(
      (item) => item.pii === "personal" && !(mayBeSeen(field) && mayBeSeen(item)),
    );
    return rows.flatMap((row) => items.map(({ id, type }) => ({ type, answer: row[id] })));
  });
  const typed = (types: readonly FormField["type"][]): readonly string[] =>
    hidden
      .filter(({ type }) => types.includes(type))
      .map(({ answer }) => answer)
      .filter((answer): answer is string => typeof answer === "string");
  const streets = hidden
    .filter(({ type }) => type === "address")
    .flatMap(({ answer }) => {
      const address = answer as Readonly<Record<string, unknown>> | undefined;
      return [address?.road, address?.jibun].filter((part): part is string => typeof part === "string");
    });
  return {
    names: [...also.names, ...typed(["text"])],
    emails: typed(["email"]),
    phones: typed(["tel"]),
    others: [...also.others, ...typed(["date"]), ...streets],
  };
}

function isPersonal({ blind, pii }: FormField): boolean {
  return blind === true && pii === "personal";
}
