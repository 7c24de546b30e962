import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OwnDataView } from "./own-data-view.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";

type AccountCardProps = {
  readonly account: OwnDataView["account"];
  readonly typedName: string | undefined;
  readonly errorsOf: (id: string) => readonly string[];
};

/** Sign-in data, and the two things of it that can be changed here. */
export function AccountCard({ account, typedName, errorsOf }: AccountCardProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("rights:account.title")}>
      <DescriptionList
        items={[
          { term: t("rights:account.email"), description: account.email },
          {
            term: t("rights:account.verifiedAt"),
            description: account.emailVerifiedAt && <TimeStamp value={account.emailVerifiedAt} as="seconds" />,
          },
          { term: t("rights:account.createdAt"), description: <TimeStamp value={account.createdAt} as="seconds" /> },
          {
            term: t("rights:account.devices"),
            description: t("rights:account.devicesValue", { devices: account.devices }),
          },
          { term: t("rights:account.password"), description: t("rights:account.passwordText") },
        ]}
      />
      <Form method="post" noValidate>
        <TextField
          name="name"
          label={t("rights:account.name")}
          help={t("rights:account.nameHelp")}
          defaultValue={typedName ?? account.name}
          autoComplete="name"
          required
          errors={errorsOf("name")}
        />
        <RadioGroup
          name="language"
          label={t("rights:account.language")}
          defaultValue={account.language}
          required
          errors={errorsOf("language")}
          options={[
            { value: "ko", label: t("rights:account.ko") },
            { value: "en", label: t("rights:account.en") },
          ]}
        />
        <SubmitButton intent="account" variant="secondary">
          {t("common:action.save")}
        </SubmitButton>
      </Form>
    </SectionCard>
  );
}
