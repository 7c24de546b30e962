import { Choice } from "#app/components/form/choice.tsx";
import { FieldGroup } from "#app/components/form/field-group.tsx";
import { fieldIds, type FieldProps, type Option } from "#app/components/form/field-props.ts";

export type RadioGroupProps = FieldProps & {
  readonly options: readonly Option[];
  readonly defaultValue?: string | undefined;
  /** Side by side, for short labels such as scores. */
  readonly inline?: boolean | undefined;
};

export function RadioGroup({ options, defaultValue, inline = false, ...field }: RadioGroupProps) {
  const { control } = fieldIds(field);
  return (
    <FieldGroup {...field} role="radiogroup">
      <div className={inline ? "choices choices--inline" : "choices"}>
        {options.map((option, index) => (
          <Choice
            {...option}
            key={option.value}
            type="radio"
            // The error summary links to the group's id: the first button carries it.
            id={index === 0 ? control : `${control}-${index + 1}`}
            name={field.name}
            checked={option.value === defaultValue}
            required={field.required}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
