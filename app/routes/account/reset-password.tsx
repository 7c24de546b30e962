import { useForm, type SubmissionResult } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AccountForm } from "./account-form.tsx";
import { InvalidLink } from "./invalid-link.tsx";
import { pageTitle } from "./page-title.server.ts";
import { requireAttempt } from "./require-attempt.server.ts";
import { titleMeta } from "./title-meta.ts";
import { hashPassword } from "#app/auth/password.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { fieldState } from "#app/components/form/conform.ts";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { newPasswordForm } from "#app/domain/account/forms.ts";
import { readForm } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { resetPassword } from "#app/use-cases/reset-password.ts";
import { findAccountToken } from "#db/queries/account-tokens.ts";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const title = pageTitle(request, "reset.title");
  const token = param(params, "token");
  const found = await findAccountToken(reads, { kind: "reset_password", token, now: new Date() });
  return data({ title, valid: found !== undefined }, { status: found ? 200 : 410 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const submission = await readForm(request, newPasswordForm);
  const hideFields = ["password"];
  if (submission.status !== "success") return data(submission.reply({ hideFields }), { status: 400 });
  await requireAttempt({ address: context.address });
  const passwordHash = await hashPassword(submission.value.password);
  const answer = await resetPassword(db, { token: param(params, "token"), passwordHash, now: new Date() });
  if (!answer.ok) {
    const formErrors = [`account:refusal.${answer.refusal}`];
    return data(submission.reply({ hideFields, formErrors }), { status: 409 });
  }
  return redirect(`${paths.signIn()}?notice=reset`);
}

export default function ResetPasswordPage() {
  const { t } = useTranslation();
  const { valid } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>() as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm({ id: "reset-password", lastResult, defaultValue: { password: "" } });
  const labels = { password: t("account:fields.newPassword") };
  if (!valid)
    return (
      <InvalidLink>
        <LinkButton to={paths.forgotPassword()}>{t("account:invalidLink.forgot")}</LinkButton>
      </InvalidLink>
    );
  return (
    <div className="narrow stack">
      <PageHeader title={t("account:reset.title")} lead={t("account:reset.lead")} />
      <AccountForm form={form} labels={labels}>
        <TextField
          {...fieldState(fields.password)}
          label={labels.password}
          help={t("account:help.newPassword")}
          type="password"
          autoComplete="new-password"
          required
        />
        <SubmitButton size="large">{t("account:reset.submit")}</SubmitButton>
      </AccountForm>
    </div>
  );
}
