import { Choice } from "#app/components/form/choice.tsx";
import { FieldGroup } from "#app/components/form/field-group.tsx";
import { fieldIds, hasErrors, type FieldProps, type Option } from "#app/components/form/field-props.ts";

export type CheckboxGroupProps = FieldProps & {
  readonly options: readonly Option[];
  readonly defaultValues?: readonly string[] | undefined;
};

/** Any number of choices; every box is sent under the same name. */
export function CheckboxGroup({ options, defaultValues = [], ...field }: CheckboxGroupProps) {
  const { control } = fieldIds(field);
  return (
    <FieldGroup {...field}>
      <div className="choices">
        {options.map((option, index) => (
          <Choice
            {...option}
            key={option.value}
            type="checkbox"
            id={index === 0 ? control : `${control}-${index + 1}`}
            name={field.name}
            checked={defaultValues.includes(option.value)}
            invalid={hasErrors(field.errors)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
