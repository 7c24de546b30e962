import type { TFunction } from "i18next";
import type { FieldView } from "./field-view.ts";
import { problemMessage } from "./gap-message.ts";
import type { Answers } from "#app/domain/application/answers.ts";
import type { FieldProblem } from "#app/domain/application/field-problem.ts";
import type { FormField, FormSection, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { fieldById, optionsOf } from "#app/domain/programme/form.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";

type Shaping = {
  readonly definition: ProgrammeDefinition;
  readonly section: FormSection;
  readonly answers: Answers;
  readonly problems: ReadonlyMap<string, FieldProblem>;
  readonly language: Language;
  readonly t: TFunction;
};

/** The fields of a section with what was answered and what is wrong with it. */
export function fieldViews(shaping: Shaping): readonly FieldView[] {
  return shaping.section.fields.filter(({ type }) => type !== "file").map((field) => fieldView(shaping, field));
}

function fieldView({ definition, answers, problems, language, t }: Shaping, field: FormField): FieldView {
  const problem = problems.get(field.id);
  return {
    id: field.id,
    type: field.type,
    label: text(field.label, language),
    help: text(field.help, language),
    condition: conditionOf(definition, field, language, t),
    showIf: field.showIf ?? {},
    required: field.required,
    isHiddenFromReviewers: field.blind === true || field.statisticsOnly === true,
    warnsOfNames: field.blindWarning === true || field.blindCheck === true,
    options: optionsOf(definition, field).map(({ value, label }) => ({ value, label: text(label, language) })),
    minLength: field.minLength,
    maxLength: field.maxLength,
    autoComplete: field.autocomplete,
    isTypedDay: field.storage === "date",
    value: Object.hasOwn(answers, field.id) ? answers[field.id] : undefined,
    errors: problem ? [problemMessage(problem)] : [],
  };
}

/** "Only if 취업 상태 is 재직 or 사업자등록 있음": the lines of `showIf` in words. */
function conditionOf(definition: ProgrammeDefinition, field: FormField, language: Language, t: TFunction): string {
  const lines = Object.entries(field.showIf ?? {}).flatMap(([fieldId, values]) => {
    const other = fieldById(definition, fieldId);
    if (!other) return [];
    const options = optionsOf(definition, other);
    const labels = values.map(
      (value) => text(options.find((option) => option.value === value)?.label, language) || value,
    );
    return [t("applicant:section.condition", { field: text(other.label, language), values: labels.join(", ") })];
  });
  return lines.join(" ");
}
