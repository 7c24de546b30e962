import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

type ReasonFormProps = {
  readonly chosen: readonly {
    readonly applicationId: string;
    readonly applicantName: string;
    readonly reasonKey: string;
    readonly note: string;
  }[];
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
  readonly showErrors: boolean;
};

/** Why each of the people ticked must not be read by this reviewer. */
export function ReasonForm({ chosen, reasons, showErrors }: ReasonFormProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("reviewer:conflicts.reasonTitle")}>
      <Form method="post" noValidate>
        <HiddenIntent value="declare" />
        {chosen.map(({ applicationId, applicantName, reasonKey, note }) => (
          <fieldset key={applicationId}>
            <legend>{applicantName}</legend>
            <HiddenIntent name="person" value={applicationId} />
            <SelectField
              name={`reason.${applicationId}`}
              label={t("reviewer:conflicts.reason")}
              options={reasons}
              defaultValue={reasonKey}
              errors={showErrors && reasonKey === "" ? [t("reviewer:conflicts.reasonMissing")] : []}
              required
            />
            <TextField
              name={`note.${applicationId}`}
              label={t("reviewer:conflicts.note")}
              help={t("reviewer:conflicts.noteHelp")}
              defaultValue={note}
              maxLength={500}
              autoComplete="off"
            />
          </fieldset>
        ))}
        <div className="actions">
          <SubmitButton>{t("reviewer:conflicts.declare")}</SubmitButton>
          <a href="?">{t("common:action.back")}</a>
        </div>
      </Form>
    </SectionCard>
  );
}
