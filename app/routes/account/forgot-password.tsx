import { useForm, type SubmissionResult } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AccountForm } from "./account-form.tsx";
import { MailSent } from "./mail-sent.tsx";
import { pageTitle } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { atLeast } from "#app/http/at-least.server.ts";
import { mayAttempt } from "#app/auth/throttle.server.ts";
import { fieldState } from "#app/components/form/conform.ts";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { emailForm } from "#app/domain/account/forms.ts";
import { readForm } from "#app/http/form.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { requestPasswordReset } from "#app/use-cases/request-password-reset.ts";

export const meta = titleMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  return { title: pageTitle(request, "forgot.title"), sent: new URL(request.url).searchParams.has("sent") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = await readForm(request, emailForm);
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { email } = submission.value;
  if (!(await mayAttempt({ address: context.address, email })))
    return data(submission.reply({ formErrors: ["account:refusal.too-many-attempts"] }), { status: 429 });
  await atLeast(requestPasswordReset(db, { email, now: new Date() }));
  return redirect(`${paths.forgotPassword()}?sent=1`);
}

export default function ForgotPasswordPage() {
  const { t } = useTranslation();
  const { sent } = useLoaderData<typeof loader>();
  if (!sent) return <EmailForm />;
  return (
    <MailSent title={t("account:forgot.sent.title")} text={t("account:forgot.sent.text")}>
      <p>
        <Link to={paths.signIn()}>{t("account:invalidLink.signIn")}</Link>
      </p>
    </MailSent>
  );
}

function EmailForm() {
  const { t } = useTranslation();
  const lastResult = useActionData<typeof action>() as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm({ id: "forgot-password", lastResult, defaultValue: { email: "" } });
  const labels = { email: t("account:fields.email") };
  return (
    <div className="narrow stack">
      <PageHeader title={t("account:forgot.title")} lead={t("account:forgot.lead")} />
      <AccountForm form={form} labels={labels}>
        <TextField {...fieldState(fields.email)} label={labels.email} type="email" autoComplete="username" required />
        <SubmitButton size="large">{t("account:forgot.submit")}</SubmitButton>
      </AccountForm>
    </div>
  );
}
