import {
  isAddress,
  isAnswered,
  isRowFilled,
  isRows,
  type Answer,
  type Answers,
} from "#app/domain/application/answers.ts";
import type { FormField, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { optionsOf } from "#app/domain/programme/form.ts";
import type { LocalText } from "#app/domain/programme/text.ts";
import { coverOwnDetails, isCovered, type OwnDetails } from "#app/domain/review/own-details.ts";

export type ShownValue = string | LocalText;

/** An answer as it is read, whoever reads it. */
export type AnswerView = {
  readonly id: string;
  readonly label: LocalText;
  /** A link is opened only when it is one and gives nobody away; of a repeating group the rows count, not the values. */
  readonly kind: "text" | "choice" | "link" | "day" | "rows";
  readonly values: readonly ShownValue[];
  readonly rows: readonly (readonly AnswerView[])[];
  /** What lies behind the link is not checked by us: the reader is warned. */
  readonly warns: boolean;
  /** Something of the writer's own was covered in it. */
  readonly covered: boolean;
};

type Reading = {
  readonly definition: Pick<ProgrammeDefinition, "tracks" | "bonus">;
  /** The writer's own details, covered wherever they stand in a text; of nobody when the reader may know. */
  readonly details?: OwnDetails;
  /** Which items of the rows are read. */
  readonly reads: (item: FormField) => boolean;
};

/** The answer to a field with the words of its choices, or undefined when there is nothing in it to read. */
export function answerView(field: FormField, answer: unknown, reading: Reading): AnswerView | undefined {
  const given = answer as Answer | undefined;
  if (given === undefined || !isAnswered(given)) return undefined;
  const view = field.type === "repeat" ? rowsView(field, given, reading) : valuesView(field, given, reading);
  return view.values.length > 0 || view.rows.length > 0 ? view : undefined;
}

function rowsView(field: FormField, answer: Answer, reading: Reading): AnswerView {
  const rows = (isRows(answer) ? answer : [])
    .filter(isRowFilled)
    .map((row) =>
      (field.items ?? [])
        .filter((item) => reading.reads(item))
        .flatMap((item) => answerView(item, Object.hasOwn(row, item.id) ? row[item.id] : undefined, reading) ?? []),
    )
    .filter((items) => items.length > 0);
  const { id, label, blindWarning } = field;
  return { id, label, kind: "rows", values: [], rows, warns: blindWarning === true, covered: false };
}

function valuesView(field: FormField, answer: Answer, { definition, details }: Reading): AnswerView {
  const options = optionsOf(definition, field);
  const values = textsOf(answer).map((value): ShownValue => {
    const chosen = options.find((option) => option.value === value);
    if (chosen) return chosen.label;
    return details === undefined ? value : coverOwnDetails(value, details);
  });
  const covered = details !== undefined && values.some((value) => typeof value === "string" && isCovered(value));
  const isLink = field.type === "url" || field.type === "link";
  return {
    id: field.id,
    label: field.label,
    kind: isLink && !covered && values.every(isWebAddress) ? "link" : kindOf(field, options.length > 0),
    values: field.type === "checkbox" ? [{ ko: "예", en: "Yes" }] : values,
    rows: [],
    warns: field.blindWarning === true || isLink,
    covered,
  };
}

function kindOf(field: FormField, isChoice: boolean): AnswerView["kind"] {
  if (field.type === "date") return "day";
  return isChoice ? "choice" : "text";
}

function textsOf(answer: Answer): readonly string[] {
  if (typeof answer === "string") return [answer];
  if (isRows(answer)) return [];
  return isAddress(answer) ? [addressLine(answer)] : answer;
}

/** An address on one line. */
export function addressLine(address: Readonly<Partial<Extract<Answers[string], { readonly sido: string }>>>): string {
  const { zonecode, sido, sigungu, road, jibun, detail } = address;
  return [zonecode, sido, sigungu, road || jibun, detail].filter((part) => part).join(" ");
}

function isWebAddress(value: ShownValue): boolean {
  return typeof value === "string" && /^https?:\/\/[^\s]+$/i.test(value);
}
