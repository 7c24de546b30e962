import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { placeField } from "./tie-order.ts";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";

type TieOrderFormProps = {
  readonly group: readonly string[];
  /** By name of the field, when the order was just refused. */
  readonly typed: Readonly<Record<string, string>>;
  /** Hidden fields that say which tie is meant. */
  readonly children?: ReactNode;
};

/** The committee's order of people whom no tie-breaker tells apart: one place for each, with the minute's number. */
export function TieOrderForm({ group, typed, children }: TieOrderFormProps) {
  const { t } = useTranslation();
  const places = group.map((_, index) => ({
    value: String(index + 1),
    label: t("selection:tie.place", { place: index + 1 }),
  }));
  return (
    <Form method="post" noValidate>
      <HiddenIntent value="tie" />
      {children}
      {group.map((number) => (
        <SelectField
          key={number}
          name={placeField(number)}
          label={number}
          options={places}
          defaultValue={typed[placeField(number)]}
          required
        />
      ))}
      <TextField
        name="minuteNumber"
        label={t("selection:minuteNumber")}
        defaultValue={typed.minuteNumber}
        width="medium"
        required
      />
      <TextAreaField name="reason" label={t("selection:reasonLabel")} defaultValue={typed.reason} rows={3} required />
      <SubmitButton>{t("selection:tie.record")}</SubmitButton>
    </Form>
  );
}
