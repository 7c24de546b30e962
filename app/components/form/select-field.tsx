import { useTranslation } from "react-i18next";
import { controlProps, type FieldProps, type Option } from "#app/components/form/field-props.ts";
import { Field } from "#app/components/form/field.tsx";

export type SelectFieldProps = FieldProps & {
  readonly options: readonly Option[];
  readonly groups?: readonly { readonly label: string; readonly options: readonly Option[] }[] | undefined;
  readonly defaultValue?: string | undefined;
  /** Text of the empty first choice; `false` leaves it out. */
  readonly empty?: string | false | undefined;
  readonly autoComplete?: string | undefined;
};

export function SelectField({ options, groups = [], defaultValue, empty, autoComplete, ...field }: SelectFieldProps) {
  const { t } = useTranslation();
  return (
    <Field {...field}>
      <select
        {...controlProps(field)}
        className="field__control field__control--medium"
        defaultValue={defaultValue}
        autoComplete={autoComplete}
      >
        {empty !== false && <option value="">{empty ?? t("common:field.choose")}</option>}
        {options.map(toOption)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(toOption)}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

function toOption({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
