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
import { invitationForm, invitationPayload } from "#app/domain/account/forms.ts";
import { readForm } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { db, reads } from "#app/runtime.server.ts";
import { acceptInvitation } from "#app/use-cases/accept-invitation.ts";
import { getAcademy } from "#db/queries/academies.ts";
import { findAccountToken } from "#db/queries/account-tokens.ts";
import { getAccount } from "#db/queries/accounts.ts";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const title = pageTitle(request, "invitation.title");
  const token = param(params, "token");
  const found = await findAccountToken(reads, { kind: "staff_invitation", token, now: new Date() });
  if (!found?.academyId) return data({ title, invitation: null }, { status: 410 });
  const academy = await getAcademy(reads, found.academyId);
  const { role } = invitationPayload.parse(found.payload);
  const name = languageOf(request) === "ko" ? academy.nameKo : academy.nameEn;
  return data({ title, invitation: { academy: name, role, email: found.email } });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const submission = await readForm(request, invitationForm);
  const hideFields = ["password"];
  if (submission.status !== "success") return data(submission.reply({ hideFields }), { status: 400 });
  await requireAttempt({ address: context.address });
  const { name, password } = submission.value;
  const answer = await acceptInvitation(db, {
    token: param(params, "token"),
    name,
    passwordHash: await hashPassword(password),
    language: languageOf(request),
    now: new Date(),
  });
  if (!answer.ok) {
    const formErrors = [`account:refusal.${answer.refusal}`];
    return data(submission.reply({ hideFields, formErrors }), { status: 409 });
  }
  const { role } = await getAccount(db, answer.value.accountId);
  await endSession(request);
  const cookie = await startSession(answer.value.accountId);
  return redirect(homePathOf(role), { headers: { "Set-Cookie": cookie } });
}

export default function InvitationPage() {
  const { t } = useTranslation();
  const { invitation } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>() as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm({ id: "invitation", lastResult, defaultValue: { name: "", password: "" } });
  const labels = { name: t("account:fields.name"), password: t("account:fields.password") };
  if (!invitation)
    return (
      <InvalidLink>
        <p>{t("account:invalidLink.invitation")}</p>
      </InvalidLink>
    );
  const { academy, role, email } = invitation;
  return (
    <div className="narrow stack">
      <PageHeader
        title={t("account:invitation.title")}
        lead={t("account:invitation.lead", { academy, role: t(`account:roles.${role}`) })}
      />
      <AccountForm form={form} labels={labels}>
        <TextField
          name="email"
          label={t("account:fields.email")}
          type="email"
          defaultValue={email}
          autoComplete="username"
          readOnly
        />
        <TextField {...fieldState(fields.name)} label={labels.name} autoComplete="name" required />
        <TextField
          {...fieldState(fields.password)}
          label={labels.password}
          help={t("account:help.newPassword")}
          type="password"
          autoComplete="new-password"
          required
        />
        <SubmitButton size="large">{t("account:invitation.submit")}</SubmitButton>
      </AccountForm>
    </div>
  );
}
