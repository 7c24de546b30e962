import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import type { SummaryError } from "#app/components/form/error-summary.tsx";

/** What a Conform field knows, as the props of our fields; add `label` and `help` beside it. */
export function fieldState<Schema>(field: FieldMetadata<Schema>) {
  return {
    id: field.id,
    name: String(field.name),
    defaultValue: typeof field.initialValue === "string" ? field.initialValue : undefined,
    errors: field.errors,
    required: field.required,
    minLength: field.minLength,
    maxLength: field.maxLength,
  } as const;
}

/** For a single checkbox. */
export function checkboxState<Schema>(field: FieldMetadata<Schema>) {
  const { id, name, errors, required } = fieldState(field);
  return { id, name, errors, required, defaultChecked: field.initialValue === "on" } as const;
}

/** For a group of checkboxes under one name. */
export function checkboxesState<Schema>(field: FieldMetadata<Schema>) {
  const { id, name, errors, required } = fieldState(field);
  const values: unknown = field.initialValue;
  const chosen = Array.isArray(values) ? values.filter(isString) : isString(values) ? [values] : [];
  return { id, name, errors, required, defaultValues: chosen } as const;
}

type Labels = Readonly<Record<string, string>>;

/** Errors of a whole Conform form for `ErrorSummary`; `labels` puts the field's name before its sentence. */
export function summaryErrors<Schema extends Record<string, unknown>>(
  form: FormMetadata<Schema>,
  labels: Labels = {},
): readonly SummaryError[] {
  const formErrors = (form.errors ?? []).map((message) => ({ message }));
  const fieldErrors = Object.entries(form.allErrors)
    .filter(([name]) => name !== "")
    .flatMap(([name, messages]) =>
      // Conform builds a control's id from the form's id and the field's name.
      messages.map((message) => ({ id: `${form.id}-${name}`, label: labels[name], message })),
    );
  return [...formErrors, ...fieldErrors];
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
