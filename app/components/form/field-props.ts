import type { ReactNode } from "react";

/** What every field takes, whether a page, Conform or a programme definition describes it. */
export type FieldProps = {
  readonly name: string;
  readonly label: ReactNode;
  /** Defaults to `name`; the error summary links to it. */
  readonly id?: string | undefined;
  readonly help?: ReactNode;
  /** Sentences, or keys such as `domain:answers.tooLong?max=700` which the field translates. */
  readonly errors?: readonly string[] | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
};

/** A field into which one text is typed. */
export type TypedFieldProps = FieldProps & {
  readonly defaultValue?: string | undefined;
  readonly autoComplete?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly readOnly?: boolean | undefined;
};

export type Option = {
  readonly value: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly disabled?: boolean | undefined;
};

export type FieldIds = {
  readonly control: string;
  readonly help: string;
  readonly error: string;
  readonly counter: string;
};

export function fieldIds({ id, name }: Pick<FieldProps, "id" | "name">): FieldIds {
  const control = id ?? name;
  return { control, help: `${control}-help`, error: `${control}-error`, counter: `${control}-counter` };
}

type Wiring = Pick<FieldProps, "id" | "name" | "help" | "errors"> & { readonly counted?: boolean | undefined };

/** Ids of the texts that describe the control, in the order in which they are read. */
export function describedBy(field: Wiring): string | undefined {
  const ids = fieldIds(field);
  const described = [
    field.help ? ids.help : "",
    field.counted ? ids.counter : "",
    hasErrors(field.errors) ? ids.error : "",
  ].filter((id) => id !== "");
  return described.length > 0 ? described.join(" ") : undefined;
}

export function hasErrors(errors: FieldProps["errors"]): boolean {
  return errors !== undefined && errors.length > 0;
}

/** Attributes that tie a control to its label, help and errors. */
export function controlProps(field: Wiring & Pick<FieldProps, "required" | "disabled">) {
  return {
    id: fieldIds(field).control,
    name: field.name,
    required: field.required,
    disabled: field.disabled,
    "aria-describedby": describedBy(field),
    "aria-invalid": hasErrors(field.errors) ? true : undefined,
  } as const;
}
