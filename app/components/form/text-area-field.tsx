import { CharacterCounter } from "#app/components/form/character-counter.tsx";
import { controlProps, fieldIds, type TypedFieldProps } from "#app/components/form/field-props.ts";
import { Field } from "#app/components/form/field.tsx";
import { useCharacterCount } from "#app/components/form/use-character-count.ts";

export type TextAreaFieldProps = TypedFieldProps & {
  readonly maxLength?: number | undefined;
  readonly minLength?: number | undefined;
  /** Shows how many characters are used; on when there is a limit. */
  readonly count?: boolean | undefined;
  /** False: blanks and line breaks do not count. */
  readonly countSpaces?: boolean | undefined;
  readonly rows?: number | undefined;
};

export function TextAreaField({ maxLength, minLength, countSpaces, rows = 6, ...field }: TextAreaFieldProps) {
  const count = field.count ?? maxLength !== undefined;
  const { control, used, recount } = useCharacterCount<HTMLTextAreaElement>(field.defaultValue, { countSpaces });
  return (
    <Field {...field}>
      {/* No maxlength attribute: it would cut pasted text off in silence. */}
      <textarea
        {...controlProps({ ...field, counted: count })}
        ref={control}
        className="field__control field__control--full"
        rows={rows}
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
