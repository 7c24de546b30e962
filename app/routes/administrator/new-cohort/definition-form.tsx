import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { FileField } from "#app/components/form/file-field.tsx";
import { NumberField } from "#app/components/form/number-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

const TWO_MEGABYTES = 2 * 1024 * 1024;

type DefinitionFormProps = {
  readonly samples: readonly string[];
  readonly text: string;
  readonly weeks: string;
  readonly weeksErrors: readonly string[] | undefined;
};

/** Sent as a whole document, so that a sample can replace what stands in the text area without any script. */
export function DefinitionForm({ samples, text, weeks, weeksErrors = [] }: DefinitionFormProps) {
  const { t } = useTranslation();
  const weeksLabel = t("administrator:new.weeks");
  return (
    <>
      <ErrorSummary errors={weeksErrors.map((message) => ({ id: "weeks", label: weeksLabel, message }))} />
      <SectionCard title={t("administrator:new.startFrom")}>
        <Form method="post" reloadDocument className="actions">
          {samples.map((sample) => (
            <SubmitButton key={sample} variant="secondary" intent={`sample:${sample}`}>
              {t(`administrator:new.samples.${sample}`)}
            </SubmitButton>
          ))}
        </Form>
        <p className="muted">{t("administrator:new.samplesHelp")}</p>
      </SectionCard>
      <SectionCard title={t("administrator:new.definition")}>
        <Form method="post" encType="multipart/form-data" noValidate reloadDocument>
          <FileField
            name="file"
            label={t("administrator:new.file")}
            help={t("administrator:new.fileHelp")}
            formats={["json"]}
            maxBytes={TWO_MEGABYTES}
          />
          <TextAreaField
            name="definition"
            label={t("administrator:new.text")}
            help={t("administrator:new.textHelp")}
            defaultValue={text}
            rows={24}
          />
          <NumberField
            name="weeks"
            label={weeksLabel}
            help={t("administrator:new.weeksHelp")}
            unit={t("administrator:new.weeksUnit")}
            defaultValue={weeks}
            errors={weeksErrors}
          />
          <div className="actions">
            <SubmitButton variant="secondary" intent="check">
              {t("administrator:new.check")}
            </SubmitButton>
            <SubmitButton intent="create">{t("administrator:new.create")}</SubmitButton>
          </div>
        </Form>
      </SectionCard>
    </>
  );
}
