import type { ReactNode } from "react";
import { controlProps, type TypedFieldProps } from "#app/components/form/field-props.ts";
import { Field } from "#app/components/form/field.tsx";

export type NumberFieldProps = TypedFieldProps & {
  /** Decimals allowed: "87.34" stays a text, it is never made a floating-point number. */
  readonly decimal?: boolean | undefined;
  /** What stands behind the number: "점", "%". */
  readonly unit?: ReactNode;
};

/** A number typed as text: a wheel or arrow key cannot change it, and the server checks its range. */
export function NumberField({ decimal = false, unit, ...field }: NumberFieldProps) {
  return (
    <Field {...field}>
      <div className="field__row">
        <input
          {...controlProps(field)}
          className="field__control field__control--short"
          type="text"
          inputMode={decimal ? "decimal" : "numeric"}
          defaultValue={field.defaultValue}
          autoComplete={field.autoComplete ?? "off"}
          placeholder={field.placeholder}
          readOnly={field.readOnly}
        />
        {unit && <span className="field__unit">{unit}</span>}
      </div>
    </Field>
  );
}
