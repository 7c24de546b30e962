import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConsentChoice } from "./consent-choice.tsx";
import { consentViews } from "./consent-views.server.ts";
import { titleOf } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { doorAt } from "#app/domain/application/door.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { FIRST_CONSENT, startApplication } from "#app/use-cases/start-application.ts";
import { findLiveApplication } from "#db/queries/applications.ts";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";

export const meta = titleMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const cohort = await openedCohort(param(params, "slug"));
  const live = await findLiveApplication(reads, { cohortId: cohort.id, applicantId: actor.accountId });
  if (live) throw redirect(paths.my.application(live.id));

  const language = languageOf(request);
  const t = translator(language);
  const definition = await getDefinition(reads, cohort.definitionId);
  const shown = definition.consents.filter(({ id, kind }) => id === FIRST_CONSENT || kind === "notice");
  return {
    title: titleOf(t, t("applicant:apply.title")),
    slug: cohort.slug,
    cohortTitle: text(definition.title, language),
    door: doorAt(cohort, definition, context.arrivedAt),
    closesAt: windowOf(definition, "application").end.toISOString(),
    serverTime: context.arrivedAt.toISOString(),
    minimumAge: definition.privacy.minimumAge,
    firstConsent: FIRST_CONSENT,
    consents: consentViews(shown, language),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const cohort = await openedCohort(param(params, "slug"));
  const form = await readFormData(request);
  const started = await startApplication(db, actor, {
    cohortId: cohort.id,
    consents: form.getAll("consent").filter((id) => typeof id === "string"),
    arrivedAt: context.arrivedAt,
    now: new Date(),
  });
  if (started.ok) return redirect(paths.my.application(started.value.applicationId));
  if (started.refusal === "not-yours") throw notFound();
  return data({ refusal: started.refusal }, { status: started.refusal === "consent-needed" ? 400 : 409 });
}

async function openedCohort(slug: string) {
  const cohort = await findCohortBySlug(reads, slug);
  if (!cohort || cohort.phase === "draft") throw notFound();
  return cohort;
}

export default function ApplyPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const message = `applicant:refusal.${refusal ?? ""}`;
  const consentMissing = refusal === "consent-needed";
  return (
    <>
      <PageHeader
        title={t("applicant:apply.title")}
        lead={page.cohortTitle}
        breadcrumbs={[{ label: page.cohortTitle, to: paths.cohort(page.slug) }, { label: t("applicant:apply.title") }]}
      />
      {page.door === "open" ? (
        <>
          <ErrorSummary
            errors={refusal ? [{ message, ...(consentMissing ? { id: `consent-${page.firstConsent}` } : {}) }] : []}
          />
          <p>{t("applicant:apply.lead")}</p>
          <p>
            {t("applicant:apply.closesAt")} <TimeStamp value={page.closesAt} /> ·{" "}
            {t("applicant:application.serverTime")} <TimeStamp value={page.serverTime} as="seconds" />
          </p>
          <p>{t("applicant:apply.minimumAge", { age: page.minimumAge })}</p>
          <Form method="post" noValidate>
            {page.consents.map((consent) => (
              <ConsentChoice
                key={consent.id}
                consent={consent}
                name={consent.kind === "notice" ? undefined : "consent"}
                errors={consentMissing && consent.kind === "consent" ? [message] : undefined}
              />
            ))}
            <SubmitButton size="large">{t("applicant:apply.start")}</SubmitButton>
          </Form>
        </>
      ) : (
        <Notice tone="warning" title={t(`applicant:apply.door.${page.door}`)}>
          <p>
            {t("applicant:apply.closesAt")} <TimeStamp value={page.closesAt} />
          </p>
        </Notice>
      )}
    </>
  );
}
