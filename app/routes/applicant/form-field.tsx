import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldView } from "./field-view.ts";
import { AddressField } from "#app/components/form/address-field.tsx";
import { CheckboxField } from "#app/components/form/checkbox-field.tsx";
import { CheckboxGroup } from "#app/components/form/checkbox-group.tsx";
import { DateField } from "#app/components/form/date-field.tsx";
import { NumberField } from "#app/components/form/number-field.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { isAddress } from "#app/domain/application/answers.ts";

/** One question of the form, by its type in the definition. */
export function FormField({ field }: { readonly field: FieldView }) {
  const { value } = field;
  const typed = typeof value === "string" ? value : "";
  const chosen = typeof value === "object" && !isAddress(value) ? value : [];
  const props = {
    name: field.id,
    label: field.label,
    help: useHelp(field),
    errors: field.errors,
    required: field.required,
  };
  const text = { ...props, defaultValue: typed, autoComplete: field.autoComplete };
  const limits = { minLength: field.minLength, maxLength: field.maxLength };

  switch (field.type) {
    case "textarea":
    case "repeat":
      return <TextAreaField {...text} {...limits} rows={10} />;
    case "radio":
      return <RadioGroup {...props} options={field.options} defaultValue={typed} />;
    case "select":
      return <SelectField {...props} options={field.options} defaultValue={typed} />;
    case "multiselect":
      return <CheckboxGroup {...props} options={field.options} defaultValues={chosen} />;
    case "checkbox":
      return <CheckboxField {...props} value="yes" defaultChecked={typed !== ""} />;
    case "date":
      return <DateField {...text} as={field.isTypedDay || !isDayOrEmpty(typed) ? "text" : "picker"} />;
    case "number":
      return <NumberField {...text} />;
    case "address":
      return <AddressField {...props} defaultValue={isAddress(value) ? value : undefined} />;
    case "url":
    case "link":
      return <TextField {...text} type="url" />;
    case "tel":
      return <TextField {...text} type="tel" width="medium" />;
    case "email":
      return <TextField {...text} type="email" width="medium" />;
    default:
      return <TextField {...text} {...limits} width={(field.maxLength ?? 100) <= 60 ? "medium" : "full"} />;
  }
}

function useHelp(field: FieldView): ReactNode {
  const { t } = useTranslation();
  const lines = [
    field.condition,
    field.help,
    field.warnsOfNames ? t("applicant:section.noNames") : "",
    field.isHiddenFromReviewers ? t("applicant:section.hiddenFromReviewers") : "",
  ].filter((line) => line !== "");
  return lines.length === 0 ? undefined : lines.map((line) => <p key={line}>{line}</p>);
}

// A picker would show what is no day as empty, and so lose it.
function isDayOrEmpty(typed: string): boolean {
  return typed === "" || /^\d{4}-\d{2}-\d{2}$/.test(typed);
}
