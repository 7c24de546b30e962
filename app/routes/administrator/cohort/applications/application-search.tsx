import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";

type ApplicationSearchProps = { readonly search: string; readonly errors: readonly string[] };

/** Sent by POST, so that no name stands in an address or a log. */
export function ApplicationSearch({ search, errors }: ApplicationSearchProps) {
  const { t } = useTranslation();
  return (
    <search>
      <Form method="post" noValidate>
        <TextField
          name="search"
          type="search"
          width="medium"
          label={t("administrator:applications.search")}
          help={t("administrator:applications.searchHelp")}
          defaultValue={search}
          errors={errors}
          autoComplete="off"
        />
        <div className="actions">
          <SubmitButton variant="secondary" intent="search">
            {t("common:action.search")}
          </SubmitButton>
          {search !== "" && <Link to="?">{t("administrator:applications.all")}</Link>}
        </div>
      </Form>
    </search>
  );
}
