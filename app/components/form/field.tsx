import type { ReactNode } from "react";
import { FieldError } from "#app/components/form/field-error.tsx";
import { FieldLabel } from "#app/components/form/field-label.tsx";
import { fieldIds, hasErrors, type FieldProps } from "#app/components/form/field-props.ts";

type FieldShellProps = FieldProps & { readonly children: ReactNode };

/** Label, help and errors around one control, which takes its attributes from `controlProps`. */
export function Field({ children, ...field }: FieldShellProps) {
  const ids = fieldIds(field);
  return (
    <div className={hasErrors(field.errors) ? "field field--error" : "field"}>
      <label className="field__label" htmlFor={ids.control}>
        <FieldLabel required={field.required}>{field.label}</FieldLabel>
      </label>
      {field.help && (
        <div className="field__help" id={ids.help}>
          {field.help}
        </div>
      )}
      <FieldError id={ids.error} errors={field.errors} />
      {children}
    </div>
  );
}
