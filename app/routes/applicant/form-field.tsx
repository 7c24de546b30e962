import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { addressIntent, addressSearchNames } from "./address-intent.ts";
import type { FieldView } from "./field-view.ts";
import { filesIntent, rowIntent } from "./row-intent.ts";
import { itemKey } from "./use-shown-fields.ts";
import { AddressField, type AddressFieldProps } from "#app/components/form/address-field.tsx";
import { CheckboxField } from "#app/components/form/checkbox-field.tsx";
import { CheckboxGroup } from "#app/components/form/checkbox-group.tsx";
import { DateField } from "#app/components/form/date-field.tsx";
import { FieldGroup } from "#app/components/form/field-group.tsx";
import type { FieldProps } from "#app/components/form/field-props.ts";
import { NumberField } from "#app/components/form/number-field.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { RowGroup } from "#app/components/form/row-group.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { AddressAnswer } from "#app/domain/application/answers.ts";

type FormFieldProps = {
  readonly field: FieldView;
  /** What stands before the id of an item in the names of its row. */
  readonly prefix?: string;
  /** Questions that do not apply now; a page without scripts has none. */
  readonly hidden?: ReadonlySet<string>;
};

const nothing: ReadonlySet<string> = new Set();

/** One question of the form, by its type in the definition, with what its answer may be looked at again for. */
export function FormField({ field, prefix = "", hidden = nothing }: FormFieldProps) {
  return (
    <>
      <Question field={field} name={`${prefix}${field.id}`} hidden={hidden} />
      {field.hints.length > 0 && (
        <Notice tone="warning">
          {field.hints.map((hint) => (
            <p key={hint}>{hint}</p>
          ))}
        </Notice>
      )}
    </>
  );
}

type QuestionProps = Required<Pick<FormFieldProps, "field" | "hidden">> & { readonly name: string };

function Question({ field, name, hidden }: QuestionProps) {
  const { value } = field;
  const typed = typeof value === "string" ? value : "";
  const props = { name, label: field.label, help: useHelp(field), errors: field.errors, required: field.required };
  const text = { ...props, defaultValue: typed, autoComplete: field.autoComplete };
  const limits = { minLength: field.minLength, maxLength: field.maxLength, countSpaces: field.countSpaces };

  switch (field.type) {
    case "repeat":
      return <Rows {...props} field={field} hidden={hidden} />;
    case "file":
      return <HandedIn {...props} field={field} />;
    case "textarea":
      return <TextAreaField {...text} {...limits} rows={10} />;
    case "radio":
      return <RadioGroup {...props} options={field.options} defaultValue={typed} />;
    case "select":
      return <SelectField {...props} options={field.options} defaultValue={typed} />;
    case "multiselect":
      return <CheckboxGroup {...props} options={field.options} defaultValues={choices(value)} />;
    case "checkbox":
      return <CheckboxField {...props} value="yes" defaultChecked={typed !== ""} />;
    case "date":
      return <DateField {...text} as={field.isTypedDay || !isDayOrEmpty(typed) ? "text" : "picker"} />;
    case "number":
      return <NumberField {...text} />;
    case "address":
      return <AddressField {...props} defaultValue={address(value)} lookUp={lookUpOf(field)} />;
    case "url":
    case "link":
      return <TextField {...text} type="url" inputMode="url" placeholder="https://" />;
    case "tel":
      return <TextField {...text} type="tel" inputMode="tel" width="medium" />;
    case "email":
      return <TextField {...text} type="email" inputMode="email" width="medium" />;
    default:
      return <TextField {...text} {...limits} width={(field.maxLength ?? 100) <= 60 ? "medium" : "full"} />;
  }
}

type PartProps = FieldProps & { readonly field: FieldView };

function Rows({ field, hidden, ...props }: PartProps & Pick<QuestionProps, "hidden">) {
  return (
    <RowGroup
      {...props}
      rows={field.rows}
      blank={field.blankRow}
      maxRows={field.maxRows}
      intentOf={(act, row) => rowIntent({ act, fieldId: field.id, row })}
    >
      {(row, prefix) =>
        row.map((item) => (
          <div key={item.id} hidden={hidden.has(itemKey(field.id, item.id))}>
            <FormField field={item} prefix={prefix} />
          </div>
        ))
      }
    </RowGroup>
  );
}

/** Files are handed in on a page of their own, so that an upload never waits for, or loses, what is typed here. */
function HandedIn({ field, ...props }: PartProps) {
  const { t } = useTranslation();
  return (
    <FieldGroup {...props}>
      {field.files.length > 0 && (
        <ul>
          {field.files.map(({ id, name, href }) => (
            <li key={id}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <SubmitButton id={props.name} intent={filesIntent(field.id)} variant="secondary" formNoValidate>
        {t(field.files.length > 0 ? "applicant:section.changeFiles" : "applicant:section.toFiles")}
      </SubmitButton>
    </FieldGroup>
  );
}

function lookUpOf({ id, addressSearch }: FieldView): AddressFieldProps["lookUp"] {
  if (addressSearch === undefined) return undefined;
  return {
    search: addressSearch,
    names: addressSearchNames(id),
    intentOf: (chosen) => addressIntent(id, chosen),
  };
}

function useHelp(field: FieldView): ReactNode {
  const { t } = useTranslation();
  const lines = [
    field.condition,
    field.help,
    field.limits,
    field.warnsOfNames ? t("applicant:section.noNames") : "",
    field.isHiddenFromReviewers ? t("applicant:section.hiddenFromReviewers") : "",
  ].filter((line) => line !== "");
  return lines.length === 0 ? undefined : lines.map((line) => <p key={line}>{line}</p>);
}

// A picker would show what is no day as empty, and so lose it.
function isDayOrEmpty(typed: string): boolean {
  return typed === "" || /^\d{4}-\d{2}-\d{2}$/.test(typed);
}

function choices(value: FieldView["value"]): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

function address(value: FieldView["value"]): AddressAnswer | undefined {
  return typeof value === "object" && !Array.isArray(value) ? (value as AddressAnswer) : undefined;
}
