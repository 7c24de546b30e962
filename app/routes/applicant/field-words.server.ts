import type { TFunction } from "i18next";
import type { FormField, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { documentOfField } from "#app/domain/programme/documents.ts";
import { fieldById, optionsOf } from "#app/domain/programme/form.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";

type Words = { readonly language: Language; readonly t: TFunction };

/** "Only if 취업 상태 is 재직 or 사업자등록 있음": the lines of `showIf` in words. */
export function conditionOf(definition: ProgrammeDefinition, field: FormField, { language, t }: Words): string {
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

/** The limits of an answer in words: characters, a range of numbers, rows, or files. */
export function limitsOf(field: FormField, t: TFunction): string {
  if (field.type === "file") {
    const { accept, maxMB, maxFiles } = documentOfField(field);
    return t("applicant:limit.files", {
      formats: accept.map((format) => format.toUpperCase()).join(", "),
      size: maxMB,
      files: maxFiles,
    });
  }
  if (field.type === "repeat")
    return field.maxItems === undefined ? "" : t("applicant:limit.rows", { max: field.maxItems });
  if (field.type === "number") return rangeOf({ min: field.min, max: field.max, unit: "number" }, t);
  // The counter beside the field says the longest length itself.
  return rangeOf(
    {
      min: field.minLength,
      max: field.maxLength,
      unit: field.countSpaces === false ? "lengthWithoutSpaces" : "length",
    },
    t,
  );
}

type Range = {
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly unit: "number" | "length" | "lengthWithoutSpaces";
};

function rangeOf({ min, max, unit }: Range, t: TFunction): string {
  if (min !== undefined && max !== undefined) return t(`applicant:limit.${unit}Between`, { min, max });
  if (min !== undefined) return t(`applicant:limit.${unit}AtLeast`, { min });
  return max === undefined ? "" : t(`applicant:limit.${unit}AtMost`, { max });
}
