import type { ProgrammeDefinition, FormField } from "#app/domain/programme/definition.ts";
import { documentById } from "#app/domain/programme/documents.ts";
import { fieldById, fieldsOf, optionsOf } from "#app/domain/programme/form.ts";
import { isFilled, isShown, type AnswersSoFar } from "#app/domain/programme/shown.ts";
import type { LocalText } from "#app/domain/programme/text.ts";
import { coverOwnDetails, isCovered, type OwnDetails } from "#app/domain/review/own-details.ts";

export type BlindValue = string | LocalText;
export type BlindField = {
  readonly id: string;
  readonly label: LocalText;
  /** A link is opened only when it is one and gives nobody away. */
  readonly kind: "text" | "choice" | "link";
  readonly values: readonly BlindValue[];
  /** What lies behind the link is not checked by us: the reviewer is warned. */
  readonly warns: boolean;
  /** Something of the writer's own was covered in it. */
  readonly covered: boolean;
};
export type BlindSection = { readonly id: string; readonly title: LocalText; readonly fields: readonly BlindField[] };

type Definition = Pick<ProgrammeDefinition, "form" | "tracks" | "bonus" | "documents">;

/**
 * What a reviewer may read of an application: the answered fields that are neither blind nor asked for statistics only,
 * in the order of the form. Sections without such a field are left out whole, so that no id of a blind field leaves.
 * The applicant's own details are covered where they were typed into a text all the same.
 */
export function blindView(
  definition: Definition,
  answers: AnswersSoFar,
  also: { readonly names: readonly string[]; readonly others: readonly string[] } = { names: [], others: [] },
): readonly BlindSection[] {
  const details = ownDetailsOf(definition, answers, also);
  return definition.form.sections
    .map(({ id, title, fields }) => ({
      id,
      title,
      fields: fields
        .filter((field) => mayBeSeen(field) && isShown(field, answers) && isFilled(answers, field.id))
        .map((field) => blindField(definition, field, { answers, details })),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Whether a file handed in under this document (or form field) is for reviewers too. */
export function isOpenToReviewers(definition: Definition, documentKey: string): boolean {
  const document = documentById(definition, documentKey);
  if (document) return document.visibleTo.includes("evaluator");
  const field = fieldById(definition, documentKey);
  return field !== undefined && field.type === "file" && mayBeSeen(field);
}

/** The label of a document or file field; undefined for one that reviewers do not see. */
export function fileLabel(definition: Definition, documentKey: string): LocalText | undefined {
  if (!isOpenToReviewers(definition, documentKey)) return undefined;
  return documentById(definition, documentKey)?.label ?? fieldById(definition, documentKey)?.label;
}

function mayBeSeen(field: Pick<FormField, "blind" | "statisticsOnly">): boolean {
  return field.blind !== true && field.statisticsOnly !== true;
}

type Reading = { readonly answers: AnswersSoFar; readonly details: OwnDetails };

function blindField(definition: Definition, field: FormField, { answers, details }: Reading): BlindField {
  const options = optionsOf(definition, field);
  const values = textsOf(field, answers[field.id]).map((value): BlindValue => {
    const chosen = options.find((option) => option.value === value);
    return chosen ? chosen.label : coverOwnDetails(value, details);
  });
  const covered = values.some((value) => typeof value === "string" && isCovered(value));
  const isLink = field.type === "url" || field.type === "link";
  return {
    id: field.id,
    label: field.label,
    kind: isLink && !covered && values.every(isWebAddress) ? "link" : options.length > 0 ? "choice" : "text",
    values: field.type === "checkbox" ? [{ ko: "예", en: "Yes" }] : values,
    warns: field.blindWarning === true || isLink,
    covered,
  };
}

/** Rows of a `repeat` become one text each, of the items that are not blind. */
function textsOf(field: FormField, answer: unknown): readonly string[] {
  if (typeof answer === "string") return [answer];
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((entry: unknown) => {
    if (typeof entry === "string") return [entry];
    if (typeof entry !== "object" || entry === null) return [];
    const row = entry as Readonly<Record<string, unknown>>;
    const parts = (field.items ?? []).filter(mayBeSeen).map(({ id }) => row[id]);
    return [parts.filter((part): part is string => typeof part === "string" && part !== "").join(" · ")];
  });
}

function isWebAddress(value: BlindValue): boolean {
  return typeof value === "string" && /^https?:\/\/[^\s]+$/i.test(value);
}

function ownDetailsOf(
  definition: Definition,
  answers: AnswersSoFar,
  also: { readonly names: readonly string[]; readonly others: readonly string[] },
): OwnDetails {
  const hidden = fieldsOf(definition).filter((field) => field.blind === true && field.pii === "personal");
  const typed = (types: readonly FormField["type"][]): readonly string[] =>
    hidden
      .filter(({ type }) => types.includes(type))
      .map(({ id }) => answers[id])
      .filter((answer): answer is string => typeof answer === "string");
  const streets = hidden
    .filter(({ type }) => type === "address")
    .flatMap(({ id }) => {
      const address = answers[id] as Readonly<Record<string, unknown>> | undefined;
      return [address?.road, address?.jibun].filter((part): part is string => typeof part === "string");
    });
  return {
    names: [...also.names, ...typed(["text"])],
    emails: typed(["email"]),
    phones: typed(["tel"]),
    others: [...also.others, ...typed(["date"]), ...streets],
  };
}
