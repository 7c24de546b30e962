import { useTranslation } from "react-i18next";
import { controlProps, type TypedFieldProps } from "#app/components/form/field-props.ts";
import { Field } from "#app/components/form/field.tsx";

export type DateFieldProps = Omit<TypedFieldProps, "placeholder"> & {
  /** The browser's own picker, or a text "YYYY-MM-DD": quicker to type for birth dates. */
  readonly as?: "picker" | "text" | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
};

/** A calendar day; its value is "YYYY-MM-DD" either way. */
export function DateField({ as = "picker", min, max = "9999-12-31", ...given }: DateFieldProps) {
  const { t } = useTranslation();
  const field = { ...given, help: given.help ?? (as === "text" ? t("common:field.dateHelp") : undefined) };
  const wiring = {
    ...controlProps(field),
    className: "field__control field__control--short",
    defaultValue: field.defaultValue,
    autoComplete: field.autoComplete,
    readOnly: field.readOnly,
  };
  return (
    <Field {...field}>
      {as === "picker" ? (
        <input {...wiring} type="date" min={min} max={max} />
      ) : (
        <input {...wiring} type="text" placeholder="YYYY-MM-DD" />
      )}
    </Field>
  );
}
