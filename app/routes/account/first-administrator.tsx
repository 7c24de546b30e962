import { useForm, type SubmissionResult } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AccountForm } from "./account-form.tsx";
import { homePathOf } from "./home-path-of.ts";
import { InvalidLink } from "./invalid-link.tsx";
import { pageTitle } from "./page-title.server.ts";
import { requireAttempt } from "./require-attempt.server.ts";
import { titleMeta } from "./title-meta.ts";
import { hashPassword } from "#app/auth/password.server.ts";
import { endSession, startSession } from "#app/auth/session.server.ts";
import { fieldState } from "#app/components/form/conform.ts";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { firstAdministratorForm } from "#app/domain/account/forms.ts";
import { readForm } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { db, reads } from "#app/runtime.server.ts";
import { createFirstAdministrator } from "#app/use-cases/create-first-administrator.ts";
import { findAccountToken } from "#db/queries/account-tokens.ts";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const title = pageTitle(request, "firstAdministrator.title");
  const token = param(params, "token");
  const found = await findAccountToken(reads, { kind: "first_administrator", token, now: new Date() });
  return data({ title, valid: found !== undefined }, { status: found ? 200 : 410 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const submission = await readForm(request, firstAdministratorForm);
  const hideFields = ["password"];
  if (submission.status !== "success") return data(submission.reply({ hideFields }), { status: 400 });
  await requireAttempt({ address: context.address });
  const { password, ...input } = submission.value;
  const answer = await createFirstAdministrator(db, {
    ...input,
    token: param(params, "token"),
    passwordHash: await hashPassword(password),
    language: languageOf(request),
    now: new Date(),
  });
  if (!answer.ok) {
    const formErrors = [`account:refusal.${answer.refusal}`];
    return data(submission.reply({ hideFields, formErrors }), { status: 409 });
  }
  await endSession(request);
  const cookie = await startSession(answer.value.accountId);
  return redirect(homePathOf("administrator"), { headers: { "Set-Cookie": cookie } });
}

export default function FirstAdministratorPage() {
  const { t } = useTranslation();
  const { valid } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>() as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm({
    id: "first-administrator",
    lastResult,
    defaultValue: { academyNameKo: "", academyNameEn: "", name: "", email: "", password: "" },
  });
  if (!valid)
    return (
      <InvalidLink>
        <p>{t("account:invalidLink.firstAdministrator")}</p>
      </InvalidLink>
    );
  const labels = {
    academyNameKo: t("account:fields.academyNameKo"),
    academyNameEn: t("account:fields.academyNameEn"),
    name: t("account:fields.name"),
    email: t("account:fields.email"),
    password: t("account:fields.password"),
  };
  return (
    <div className="narrow stack">
      <PageHeader title={t("account:firstAdministrator.title")} lead={t("account:firstAdministrator.lead")} />
      <AccountForm form={form} labels={labels}>
        <h2>{t("account:firstAdministrator.academy")}</h2>
        <TextField {...fieldState(fields.academyNameKo)} label={labels.academyNameKo} required />
        <TextField {...fieldState(fields.academyNameEn)} label={labels.academyNameEn} required />
        <h2>{t("account:firstAdministrator.administrator")}</h2>
        <TextField {...fieldState(fields.name)} label={labels.name} autoComplete="name" required />
        <TextField {...fieldState(fields.email)} label={labels.email} type="email" autoComplete="username" required />
        <TextField
          {...fieldState(fields.password)}
          label={labels.password}
          help={t("account:help.newPassword")}
          type="password"
          autoComplete="new-password"
          required
        />
        <SubmitButton size="large">{t("account:firstAdministrator.submit")}</SubmitButton>
      </AccountForm>
    </div>
  );
}
