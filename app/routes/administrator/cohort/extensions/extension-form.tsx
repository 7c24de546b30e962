import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

export type RefusedExtension = {
  readonly typed: { readonly who: string; readonly until: string; readonly reason: string };
  readonly field: string | null;
  readonly sentence: string;
  /** Whom the text fits; where it is more than one, a person chooses. */
  readonly found: readonly {
    readonly id: string;
    readonly applicationNumber: string | null;
    readonly name: string;
    readonly email: string;
    readonly status: ApplicationStatus;
  }[];
};

type ExtensionFormProps = {
  readonly end: string;
  readonly firstStageAt: string | null;
  readonly who: string;
  readonly refused: RefusedExtension | undefined;
};

/** Who, until when, why. */
export function ExtensionForm({ end, firstStageAt, who, refused }: ExtensionFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const errors = (field: string) => (refused?.field === field ? [refused.sentence] : undefined);
  const found = refused && refused.found.length > 1 ? refused.found : [];
  return (
    <SectionCard title={t("extension:manage.give")}>
      <Form method="post" noValidate>
        <TextField
          name="who"
          label={t("extension:manage.who")}
          help={t("extension:manage.whoHelp")}
          defaultValue={refused?.typed.who ?? who}
          errors={errors("who")}
          required
          autoComplete="off"
        />
        {found.length > 0 && (
          <RadioGroup
            name="applicationId"
            id="which"
            label={t("extension:manage.which")}
            help={t("extension:manage.whichText")}
            errors={errors("which")}
            options={found.map(({ id, applicationNumber, name, email }) => ({
              value: id,
              label: `${applicationNumber ?? t("extension:manage.draft")} · ${name} · ${email}`,
            }))}
          />
        )}
        <TextField
          name="until"
          type="datetime-local"
          width="medium"
          label={t("extension:manage.until")}
          help={[
            t("extension:manage.untilHelp", { end: formatInstant(end, language) }),
            firstStageAt ? t("extension:manage.stageHelp", { at: formatInstant(firstStageAt, language) }) : "",
          ].join(" ")}
          defaultValue={refused?.typed.until ?? ""}
          errors={errors("until")}
          required
        />
        <TextAreaField
          name="reason"
          label={t("extension:manage.reason")}
          help={t("extension:manage.reasonHelp")}
          maxLength={500}
          rows={3}
          defaultValue={refused?.typed.reason ?? ""}
          errors={errors("reason")}
          required
        />
        <SubmitButton intent="give">{t("extension:manage.give")}</SubmitButton>
      </Form>
    </SectionCard>
  );
}
