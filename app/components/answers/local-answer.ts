import { text, type Language } from "#app/domain/programme/text.ts";
import type { AnswerView } from "#app/domain/review/answer-view.ts";
import type { BlindSection } from "#app/domain/review/blind.ts";
import { formatPlainDate } from "#app/i18n/format.ts";

/** An answer as it is read, in one language. */
export type LocalAnswer = Omit<AnswerView, "label" | "values" | "rows"> & {
  readonly label: string;
  readonly values: readonly string[];
  readonly rows: readonly (readonly LocalAnswer[])[];
};

export type LocalSection = {
  readonly id: string;
  readonly heading: string;
  readonly fields: readonly LocalAnswer[];
};

export function localSections(sections: readonly BlindSection[], language: Language): readonly LocalSection[] {
  return sections.map(({ id, title, fields }) => ({
    id,
    heading: text(title, language),
    fields: fields.map((field) => localAnswer(field, language)),
  }));
}

export function localAnswer({ label, values, rows, ...view }: AnswerView, language: Language): LocalAnswer {
  const isDay = view.kind === "day";
  return {
    ...view,
    label: text(label, language),
    values: values.map((value) => text(value, language)).map((value) => (isDay ? day(value, language) : value)),
    rows: rows.map((row) => row.map((item) => localAnswer(item, language))),
  };
}

/** An answer in one text, a row of a repeating group on each line. */
export function answerLine({ kind, values, rows }: LocalAnswer): string {
  if (kind !== "rows") return values.join(", ");
  return rows
    .map((row, index) => `${index + 1}. ${row.map((item) => `${item.label}: ${answerLine(item)}`).join(" · ")}`)
    .join("\n");
}

function day(value: string, language: Language): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatPlainDate(value, language) : value;
}
