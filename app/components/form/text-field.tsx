import type { InputHTMLAttributes } from "react";
import { CharacterCounter } from "#app/components/form/character-counter.tsx";
import { controlProps, fieldIds, type TypedFieldProps } from "#app/components/form/field-props.ts";
import { Field } from "#app/components/form/field.tsx";
import { useCharacterCount } from "#app/components/form/use-character-count.ts";

export type TextFieldProps = TypedFieldProps & {
  readonly type?: "text" | "email" | "tel" | "url" | "password" | "search" | "datetime-local" | undefined;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly maxLength?: number | undefined;
  readonly minLength?: number | undefined;
  /** Shows how many characters are used. */
  readonly count?: boolean | undefined;
  /** False: blanks and line breaks do not count. */
  readonly countSpaces?: boolean | undefined;
  readonly width?: "short" | "medium" | "full" | undefined;
};

export function TextField({
  type = "text",
  width = "full",
  count = false,
  maxLength,
  minLength,
  countSpaces,
  ...field
}: TextFieldProps) {
  const { control, used, recount } = useCharacterCount<HTMLInputElement>(field.defaultValue, { countSpaces });
  return (
    <Field {...field}>
      {/* No maxlength attribute: it would cut pasted text off in silence. */}
      <input
        {...controlProps({ ...field, counted: count })}
        ref={control}
        className={`field__control field__control--${width}`}
        type={type}
        inputMode={field.inputMode}
        defaultValue={field.defaultValue}
        autoComplete={field.autoComplete}
        placeholder={field.placeholder}
        readOnly={field.readOnly}
        onInput={count ? recount : undefined}
      />
      {count && (
        <CharacterCounter
          id={fieldIds(field).counter}
          used={used}
          max={maxLength}
          min={minLength}
          countSpaces={countSpaces}
        />
      )}
    </Field>
  );
}
