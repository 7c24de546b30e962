import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConsentChoice } from "./consent-choice.tsx";
import { consentViews } from "./consent-views.server.ts";
import { gapMessage } from "./gap-message.ts";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import { nextPath, partsOf, stepsOf } from "./steps.server.ts";
import { titleMeta } from "./title-meta.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { StepIndicator } from "#app/components/step-indicator.tsx";
import { isConsentShown } from "#app/domain/programme/shown.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { giveConsents } from "#app/use-cases/give-consents.ts";
import { FIRST_CONSENT } from "#app/use-cases/start-application.ts";
import { listConsents } from "#db/queries/consents.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const { application, definition } = page;
  const language = languageOf(args.request);
  const t = translator(language);
  const parts = partsOf(page, language, t, args.context.arrivedAt);
  const shown = definition.consents.filter(
    (consent) => page.consents.has(consent.id) || isConsentShown(consent, application.answers),
  );
  return {
    title: titleOf(t, t("applicant:consents.title")),
    applicationId: application.id,
    readOnly: page.readOnly ?? null,
    consents: consentViews(shown, language, await listConsents(reads, application.id)).map((consent) => ({
      ...consent,
      // Who withdraws the first consent withdraws the application.
      isFixed: consent.kind === "notice" || (consent.id === FIRST_CONSENT && consent.givenAt !== ""),
    })),
    steps: stepsOf(parts, "consents"),
    saved: new URL(args.request.url).searchParams.has("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const page = await ownApplication(args);
  const { application, actor } = page;
  const form = await readFormData(args.request);
  const texts = (name: string) => form.getAll(name).filter((each) => typeof each === "string");
  const ticked = texts("consent");
  const given = await giveConsents(db, actor, {
    applicationId: application.id,
    offered: texts("offered"),
    ticked,
    arrivedAt: args.context.arrivedAt,
    now: new Date(),
  });
  if (!given.ok) {
    if (given.refusal === "not-yours") throw notFound();
    if (typeof given.refusal === "string") {
      return data({ errors: [{ message: `applicant:refusal.${given.refusal}` }], ticked }, { status: 409 });
    }
    const errors = given.refusal.gaps.map((gap) =>
      gap.kind === "consent"
        ? { message: gapMessage(gap), id: `consent-${gap.consentId}` }
        : { message: gapMessage(gap) },
    );
    return data({ errors, ticked }, { status: 400 });
  }
  const parts = partsOf(page, languageOf(args.request), translator("ko"), args.context.arrivedAt);
  const next = nextPath(parts, "consents") ?? paths.my.application(application.id);
  return redirect(form.get("intent") === "stay" ? `${paths.my.consents(application.id)}?saved` : next);
}

export default function ConsentsPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const writable = page.readOnly === null;
  return (
    <>
      <PageHeader
        title={t("applicant:consents.title")}
        lead={t("applicant:consents.lead")}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:application.title"), to: paths.my.application(page.applicationId) },
          { label: t("applicant:consents.title") },
        ]}
      />
      <StepIndicator steps={page.steps} />
      <ReadOnlyNotice reason={page.readOnly ?? undefined} />
      {page.saved && !refused && <Notice tone="success" role="status" title={t("applicant:section.saved")} />}
      <ErrorSummary errors={refused?.errors ?? []} />
      <Form method="post" noValidate key={refused ? "refused" : "loaded"}>
        {page.consents.map((consent) => (
          <ConsentChoice
            key={consent.id}
            consent={consent}
            name={writable && !consent.isFixed ? "consent" : undefined}
            checked={refused ? refused.ticked.includes(consent.id) : consent.givenAt !== ""}
          />
        ))}
        {page.consents
          .filter(({ isFixed }) => !isFixed)
          .map(({ id }) => (
            <input key={id} type="hidden" name="offered" value={id} />
          ))}
        {writable && (
          <div className="actions">
            <SubmitButton intent="next">{t("applicant:section.saveAndContinue")}</SubmitButton>
            <SubmitButton intent="stay" variant="secondary">
              {t("common:action.save")}
            </SubmitButton>
            <Link to={paths.my.application(page.applicationId)}>{t("applicant:section.toList")}</Link>
          </div>
        )}
      </Form>
    </>
  );
}
