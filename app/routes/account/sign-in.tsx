import { useForm, type Submission, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AccountForm } from "./account-form.tsx";
import { homePathOf } from "./home-path-of.ts";
import { pageTitle } from "./page-title.server.ts";
import { requireAttempt } from "./require-attempt.server.ts";
import { titleMeta } from "./title-meta.ts";
import { findActor } from "#app/auth/session.server.ts";
import { signInWith, type SignInRefusal } from "#app/auth/sign-in.server.ts";
import { fieldState } from "#app/components/form/conform.ts";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { emailForm, signInForm } from "#app/domain/account/forms.ts";
import { sameSitePath } from "#app/domain/account/same-site-path.ts";
import { atLeast } from "#app/http/at-least.server.ts";
import { readFormData } from "#app/http/form.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { resendVerification } from "#app/use-cases/resend-verification.ts";

export const meta = titleMeta;

const notices = ["verified", "reset", "resent"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await findActor(request);
  const { searchParams } = new URL(request.url);
  const returnTo = sameSitePath(searchParams.get("returnTo"));
  if (actor) throw redirect(returnTo ?? homePathOf(actor.role));
  return {
    title: pageTitle(request, "signIn.title"),
    returnTo,
    notice: notices.find((notice) => notice === searchParams.get("notice")),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const formData = await readFormData(request);
  if (formData.get("intent") === "resend") return resend(formData, context.address);

  const submission = parseWithZod(formData, { schema: signInForm });
  if (submission.status !== "success") return data(answer(submission, {}), { status: 400 });
  const { email, password, returnTo } = submission.value;
  const signedIn = await signInWith(request, { email, password, address: context.address });
  if (!signedIn.ok)
    return data(answer(submission, { refusal: signedIn.refusal, email }), { status: statusOf(signedIn.refusal) });
  const { role, cookie } = signedIn.value;
  return redirect(returnTo ?? homePathOf(role), { headers: { "Set-Cookie": cookie } });
}

function statusOf(refusal: SignInRefusal): number {
  if (refusal === "too-many-attempts") return 429;
  return refusal === "wrong-credentials" ? 400 : 409;
}

async function resend(formData: FormData, address: string): Promise<Response> {
  const submission = parseWithZod(formData, { schema: emailForm });
  if (submission.status === "success") {
    const { email } = submission.value;
    await requireAttempt({ address, email });
    await atLeast(resendVerification(db, { email, now: new Date() }));
  }
  return redirect(`${paths.signIn()}?notice=resent`);
}

type SignInAnswer = { readonly result: SubmissionResult<string[]>; readonly unverified: string | undefined };

function answer(
  submission: Submission<unknown, string[]>,
  { refusal, email }: { refusal?: string; email?: string },
): SignInAnswer {
  const result = submission.reply({
    hideFields: ["password"],
    ...(refusal ? { formErrors: [`account:refusal.${refusal}`] } : {}),
  });
  return { result, unverified: refusal === "email-not-verified" ? email : undefined };
}

export default function SignInPage() {
  const { t } = useTranslation();
  const { returnTo, notice } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: "sign-in",
    lastResult: answered?.result as SubmissionResult<string[]> | undefined,
    defaultValue: { email: "", password: "" },
  });
  const labels = { email: t("account:fields.email"), password: t("account:fields.password") };
  return (
    <div className="narrow stack">
      <PageHeader title={t("account:signIn.title")} />
      {notice && !answered && (
        <Notice tone={notice === "resent" ? "info" : "success"} role="status">
          {t(`account:signIn.notice.${notice}`)}
        </Notice>
      )}
      <AccountForm form={form} labels={labels}>
        <TextField {...fieldState(fields.email)} label={labels.email} type="email" autoComplete="username" required />
        <TextField
          {...fieldState(fields.password)}
          label={labels.password}
          type="password"
          autoComplete="current-password"
          required
        />
        {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
        <SubmitButton size="large">{t("account:signIn.submit")}</SubmitButton>
      </AccountForm>
      {answered?.unverified && (
        <Form method="post" noValidate>
          <HiddenIntent value="resend" />
          <input type="hidden" name="email" value={answered.unverified} />
          <SubmitButton variant="secondary">{t("account:signIn.resend")}</SubmitButton>
        </Form>
      )}
      <p>
        <Link to={paths.forgotPassword()}>{t("account:signIn.forgot")}</Link>
      </p>
      <p>
        {t("account:signIn.noAccount")} <Link to={paths.signUp(returnTo)}>{t("account:signIn.signUp")}</Link>
      </p>
    </div>
  );
}
