import { Choice } from "#app/components/form/choice.tsx";
import { FieldError } from "#app/components/form/field-error.tsx";
import { FieldLabel } from "#app/components/form/field-label.tsx";
import { fieldIds, hasErrors, type FieldProps } from "#app/components/form/field-props.ts";

export type CheckboxFieldProps = FieldProps & {
  readonly defaultChecked?: boolean | undefined;
  /** What is sent when it is ticked; "on" unless said otherwise. */
  readonly value?: string | undefined;
};

/** A single box, for a consent or a declaration. */
export function CheckboxField({ defaultChecked = false, value = "on", ...field }: CheckboxFieldProps) {
  const ids = fieldIds(field);
  const invalid = hasErrors(field.errors);
  return (
    <div className={invalid ? "field field--error" : "field"}>
      <FieldError id={ids.error} errors={field.errors} />
      <Choice
        type="checkbox"
        id={ids.control}
        name={field.name}
        value={value}
        label={<FieldLabel required={field.required}>{field.label}</FieldLabel>}
        help={field.help}
        checked={defaultChecked}
        required={field.required}
        disabled={field.disabled}
        invalid={invalid}
        describedBy={invalid ? ids.error : undefined}
      />
    </div>
  );
}
