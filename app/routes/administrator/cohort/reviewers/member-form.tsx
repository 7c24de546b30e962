import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PanelData } from "./panel-data.server.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { paths } from "#app/paths.ts";

/** Calls a reviewer of the academy to the stage. */
export function MemberForm({ page }: { readonly page: PanelData }) {
  const { t } = useTranslation();
  if (page.people.length === 0) {
    return (
      <EmptyState
        title={t("panel:pool.nobody")}
        action={<LinkButton to={paths.manage.people()}>{t("panel:pool.invite")}</LinkButton>}
      />
    );
  }
  return (
    <Form method="post" noValidate>
      <HiddenIntent value="add" />
      <SelectField name="reviewerId" label={t("panel:pool.reviewer")} options={page.people} required />
      {page.tracks.length > 0 && (
        <SelectField name="trackKey" label={t("panel:pool.track")} options={page.tracks} required />
      )}
      <RadioGroup
        name="isExternal"
        label={t("panel:pool.kind")}
        help={t("panel:pool.kindHelp")}
        options={[
          { value: "external", label: t("panel:pool.external") },
          { value: "internal", label: t("panel:pool.internal") },
        ]}
        inline
        required
      />
      <SubmitButton>{t("common:action.add")}</SubmitButton>
    </Form>
  );
}
