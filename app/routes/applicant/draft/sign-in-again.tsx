import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { accountField } from "./form-entries.ts";
import { HiddenEntries } from "./hidden-entries.tsx";
import { SECTION_FORM } from "./section-form-id.ts";
import type { SignedOut } from "./signed-out-save.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";

/** The session ended before a save: the text waits in this page until its writer has signed in. */
export function SignInAgain({ sent, revision, edition, refusal }: SignedOut) {
  const { t } = useTranslation();
  return (
    <div className="narrow stack sign-in-again">
      <PageHeader title={t("draft:signIn.title")} />
      <ErrorSummary errors={refusal ? [{ message: `draft:signIn.refusal.${refusal}` }] : []} />
      {!refusal && (
        <Notice tone="warning" role="alert" title={t("draft:signIn.lead")}>
          <p>{t("draft:signIn.text")}</p>
        </Notice>
      )}
      {/* The whole document: only the browser itself sends a form again to where status 307 leads. */}
      <Form method="post" noValidate reloadDocument id={SECTION_FORM}>
        <input type="hidden" name="intent" value="stay" />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="edition" value={edition} />
        <HiddenEntries entries={sent} />
        <TextField
          id="account-email"
          name={accountField.email}
          label={t("draft:signIn.email")}
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          id="account-password"
          name={accountField.password}
          label={t("draft:signIn.password")}
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton size="large">{t("draft:signIn.submit")}</SubmitButton>
      </Form>
    </div>
  );
}
