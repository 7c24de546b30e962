import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InvalidLink } from "./invalid-link.tsx";
import { pageTitle } from "./page-title.server.ts";
import { requireAttempt } from "./require-attempt.server.ts";
import { titleMeta } from "./title-meta.ts";
import { LinkButton } from "#app/components/button.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { verifyEmail } from "#app/use-cases/verify-email.ts";
import { findAccountToken } from "#db/queries/account-tokens.ts";

export const meta = titleMeta;

/** Only looks: programs that open every link of a mail must not use it up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await findAccountToken(reads, { kind: "verify_email", token: param(params, "token"), now: new Date() });
  const title = pageTitle(request, "verify.title");
  return data({ title, valid: token !== undefined }, { status: token ? 200 : 410 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await readFormData(request);
  await requireAttempt({ address: context.address });
  const answer = await verifyEmail(db, { token: param(params, "token"), now: new Date() });
  if (!answer.ok) return data({ refusal: answer.refusal }, { status: 409 });
  const path = paths.signIn(answer.value.returnTo);
  return redirect(`${path}${path.includes("?") ? "&" : "?"}notice=verified`);
}

export default function VerifyEmailPage() {
  const { t } = useTranslation();
  const { valid } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!valid || refused)
    return (
      <InvalidLink>
        <LinkButton to={paths.signIn()}>{t("account:invalidLink.signIn")}</LinkButton>
      </InvalidLink>
    );
  return (
    <div className="narrow stack">
      <PageHeader title={t("account:verify.title")} lead={t("account:verify.lead")} />
      <Form method="post" noValidate>
        <SubmitButton size="large">{t("account:verify.submit")}</SubmitButton>
      </Form>
    </div>
  );
}
