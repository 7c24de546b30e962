import { isAddress, isAnswered, type Answer } from "#app/domain/application/answers.ts";
import type { FormField, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { optionsOf } from "#app/domain/programme/form.ts";
import { text } from "#app/domain/programme/text.ts";
import { formatPlainDate } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/language.ts";

/** An answer as a person reads it; "" when there is none. */
export function answerText(
  definition: Pick<ProgrammeDefinition, "tracks" | "bonus">,
  field: FormField,
  answer: Answer | undefined,
  language: Language,
): string {
  if (answer === undefined || !isAnswered(answer)) return "";
  if (isAddress(answer)) {
    const { zonecode, sido, sigungu, road, jibun, detail } = answer;
    return [zonecode, sido, sigungu, road || jibun, detail].filter((part) => part !== "").join(" ");
  }
  const labels = new Map(optionsOf(definition, field).map(({ value, label }) => [value, text(label, language)]));
  if (typeof answer !== "string") return answer.map((value) => labels.get(value) ?? value).join(", ");
  if (field.type === "checkbox") return language === "ko" ? "예" : "Yes";
  if (field.type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(answer)) return formatPlainDate(answer, language);
  return labels.get(answer) ?? answer;
}
