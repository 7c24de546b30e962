import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CheckboxField } from "#app/components/form/checkbox-field.tsx";
import { CheckboxGroup } from "#app/components/form/checkbox-group.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

type NameListProps = {
  readonly names: readonly { readonly applicationId: string; readonly applicantName: string }[];
  readonly reasons: readonly string[];
  readonly ticked: readonly string[];
  readonly offersNone: boolean;
};

/** Names and nothing else: whom of them must this reviewer not read? */
export function NameList({ names, reasons, ticked, offersNone }: NameListProps) {
  const { t } = useTranslation();
  return (
    <>
      <SectionCard title={t("reviewer:conflicts.reasonsTitle")}>
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <p>{t("reviewer:conflicts.consequence")}</p>
      </SectionCard>
      <SectionCard title={t("reviewer:conflicts.listTitle", { people: names.length })}>
        <Form method="post" noValidate>
          <HiddenIntent value="choose" />
          <CheckboxGroup
            name="person"
            label={t("reviewer:conflicts.choose")}
            help={t("reviewer:conflicts.chooseHelp")}
            options={names.map(({ applicationId, applicantName }) => ({ value: applicationId, label: applicantName }))}
            defaultValues={ticked}
          />
          {offersNone && <CheckboxField name="none" label={t("reviewer:conflicts.none")} />}
          <SubmitButton>{t("common:action.continue")}</SubmitButton>
        </Form>
      </SectionCard>
    </>
  );
}
