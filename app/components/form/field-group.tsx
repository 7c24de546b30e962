import type { ReactNode } from "react";
import { FieldError } from "#app/components/form/field-error.tsx";
import { FieldLabel } from "#app/components/form/field-label.tsx";
import { describedBy, fieldIds, hasErrors, type FieldProps } from "#app/components/form/field-props.ts";

type FieldGroupProps = FieldProps & { readonly children: ReactNode; readonly role?: "radiogroup" | undefined };

/** Legend, help and errors around several controls that answer one question. */
export function FieldGroup({ children, role, ...field }: FieldGroupProps) {
  const ids = fieldIds(field);
  const invalid = hasErrors(field.errors);
  return (
    <fieldset
      className={invalid ? "field field--group field--error" : "field field--group"}
      disabled={field.disabled}
      role={role}
      aria-describedby={describedBy(field)}
      aria-required={role && field.required ? true : undefined}
      aria-invalid={role && invalid ? true : undefined}
    >
      <legend className="field__label">
        <FieldLabel required={field.required}>{field.label}</FieldLabel>
      </legend>
      {field.help && (
        <div className="field__help" id={ids.help}>
          {field.help}
        </div>
      )}
      <FieldError id={ids.error} errors={field.errors} />
      {children}
    </fieldset>
  );
}
