import { useForm, type SubmissionResult } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AccountForm } from "./account-form.tsx";
import { homePathOf } from "./home-path-of.ts";
import { MailSent } from "./mail-sent.tsx";
import { pageTitle } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { hashPassword } from "#app/auth/password.server.ts";
import { findActor } from "#app/auth/session.server.ts";
import { mayAttempt } from "#app/auth/throttle.server.ts";
import { fieldState } from "#app/components/form/conform.ts";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { signUpForm } from "#app/domain/account/forms.ts";
import { sameSitePath } from "#app/domain/account/same-site-path.ts";
import { atLeast } from "#app/http/at-least.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { signUp } from "#app/use-cases/sign-up.ts";

export const meta = titleMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await findActor(request);
  const { searchParams } = new URL(request.url);
  const returnTo = sameSitePath(searchParams.get("returnTo"));
  if (actor) throw redirect(returnTo ?? homePathOf(actor.role));
  return { title: pageTitle(request, "signUp.title"), returnTo, sent: searchParams.has("sent") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = await readForm(request, signUpForm);
  const hideFields = ["password"];
  if (submission.status !== "success") return data(submission.reply({ hideFields }), { status: 400 });
  const { password, ...person } = submission.value;
  if (!(await mayAttempt({ address: context.address, email: person.email }))) {
    const formErrors = ["account:refusal.too-many-attempts"];
    return data(submission.reply({ hideFields, formErrors }), { status: 429 });
  }
  const passwordHash = await hashPassword(password);
  await atLeast(signUp(db, { ...person, passwordHash, language: languageOf(request), now: new Date() }));
  return redirect(`${paths.signUp()}?sent=1`);
}

export default function SignUpPage() {
  const { t } = useTranslation();
  const { sent } = useLoaderData<typeof loader>();
  if (!sent) return <SignUpForm />;
  return (
    <MailSent title={t("account:signUp.sent.title")} text={t("account:signUp.sent.text")}>
      <p>{t("account:signUp.sent.missing")}</p>
      <p>
        <Link to={paths.signIn()}>{t("account:signUp.signIn")}</Link>
      </p>
    </MailSent>
  );
}

function SignUpForm() {
  const { t } = useTranslation();
  const { returnTo } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>() as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm({
    id: "sign-up",
    lastResult,
    defaultValue: { email: "", name: "", password: "" },
  });
  const labels = {
    email: t("account:fields.email"),
    name: t("account:fields.name"),
    password: t("account:fields.password"),
  };
  return (
    <div className="narrow stack">
      <PageHeader title={t("account:signUp.title")} lead={t("account:signUp.lead")} />
      <AccountForm form={form} labels={labels}>
        <TextField
          {...fieldState(fields.email)}
          label={labels.email}
          help={t("account:help.emailVerify")}
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          {...fieldState(fields.name)}
          label={labels.name}
          help={t("account:help.name")}
          autoComplete="name"
          required
        />
        <TextField
          {...fieldState(fields.password)}
          label={labels.password}
          help={t("account:help.newPassword")}
          type="password"
          autoComplete="new-password"
          required
        />
        {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
        <SubmitButton size="large">{t("account:signUp.submit")}</SubmitButton>
      </AccountForm>
      <p>
        {t("account:signUp.haveAccount")} <Link to={paths.signIn(returnTo)}>{t("account:signUp.signIn")}</Link>
      </p>
    </div>
  );
}
