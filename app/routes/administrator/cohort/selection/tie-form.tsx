import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

export type TieToDecide = {
  readonly runId: string;
  readonly group: readonly string[];
  readonly contenders: readonly string[];
  readonly where: "seat" | "swap" | "reserve_number" | "end_of_reserve_list";
  readonly track: string;
};

type TieFormProps = TieToDecide & {
  /** By name of the field, when the order was just refused. */
  readonly typed: Readonly<Record<string, string>>;
};

/** The committee's order of people whom no tie-breaker tells apart: one place for each. */
export function TieForm({ runId, group, contenders, where, track, typed }: TieFormProps) {
  const { t } = useTranslation();
  const places = group.map((_, index) => ({
    value: String(index + 1),
    label: t("selection:tie.place", { place: index + 1 }),
  }));
  return (
    <SectionCard title={t("selection:tie.title")} id="tie">
      <p>{t(`selection:tie.where.${where}`, { track })}</p>
      {contenders.length < group.length && <p>{t("selection:tie.contenders", { numbers: contenders.join(", ") })}</p>}
      <Form method="post" noValidate>
        <HiddenIntent value="tie" />
        <input type="hidden" name="runId" value={runId} />
        {group.map((number) => (
          <SelectField
            key={number}
            name={`place.${number}`}
            label={number}
            options={places}
            defaultValue={typed[`place.${number}`]}
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
    </SectionCard>
  );
}
