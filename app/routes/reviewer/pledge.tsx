import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageMeta } from "./page-meta.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { pledgeText } from "#app/domain/review/pledge.ts";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { signPledge } from "#app/use-cases/sign-pledge.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { isOnAnyPanel, listStagesOfReviewer } from "#db/queries/panels.ts";
import { findPledge } from "#db/queries/pledges.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { accountId: reviewerId } = await requireRole(request, "reviewer");
  const cohortId = param(params, "cohortId");
  const cohort = await findCohort(reads, cohortId);
  if (!cohort || !(await isOnAnyPanel(reads, { cohortId, reviewerId }))) throw notFound();
  const language = languageOf(request);
  const t = translator(language);
  const pledge = await findPledge(reads, { cohortId, reviewerId });
  return {
    title: t("common:site.title", { page: t("reviewer:pledge.title") }),
    cohort: language === "ko" ? cohort.titleKo : cohort.titleEn,
    text: pledgeText(await getDefinition(reads, cohort.definitionId), language),
    signed: pledge ? { at: pledge.signedAt, typedName: pledge.typedName } : null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireRole(request, "reviewer");
  const cohortId = param(params, "cohortId");
  const typedName = String((await readFormData(request)).get("typedName") ?? "").slice(0, 200);
  const signed = await signPledge(db, actor, {
    cohortId,
    typedName,
    language: languageOf(request),
    address: context.address,
    now: context.arrivedAt,
  });
  if (signed.ok) return redirect(await nextAfterPledge(cohortId, actor.accountId));
  if (signed.refusal === "not-yours") throw notFound();
  const error = typedName.trim() === "" ? "reviewer:pledge.nameMissing" : "reviewer:pledge.nameDiffers";
  return data({ typedName, error }, { status: typedName.trim() === "" ? 400 : 409 });
}

async function nextAfterPledge(cohortId: string, reviewerId: string): Promise<string> {
  const open = (await listStagesOfReviewer(reads, reviewerId)).find(
    (seat) => seat.cohortId === cohortId && seat.stageStatus === "open" && seat.conflictsDeclaredAt === null,
  );
  return open ? paths.review.conflicts(cohortId, open.stageKey) : paths.review.home();
}

export default function PledgePage() {
  const { t } = useTranslation();
  const { cohort, text, signed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const label = t("reviewer:pledge.typedName");
  return (
    <>
      <PageHeader
        title={t("reviewer:pledge.title")}
        lead={cohort}
        breadcrumbs={[
          { label: t("reviewer:home.title"), to: paths.review.home() },
          { label: t("reviewer:pledge.title") },
        ]}
      />
      {answer && <ErrorSummary errors={[{ id: "typedName", label, message: answer.error }]} />}
      <SectionCard title={t("reviewer:pledge.text")}>
        <p className="prose">{text}</p>
      </SectionCard>
      {signed ? (
        <Notice tone="success" title={t("reviewer:pledge.signed", { name: signed.typedName })}>
          <p>
            <TimeStamp value={signed.at} as="seconds" />
          </p>
          <LinkButton to={paths.review.home()}>{t("reviewer:pledge.onward")}</LinkButton>
        </Notice>
      ) : (
        <SectionCard title={t("reviewer:pledge.sign")}>
          <p>{t("reviewer:pledge.kept")}</p>
          <Form method="post" noValidate>
            <TextField
              name="typedName"
              label={label}
              help={t("reviewer:pledge.typedNameHelp")}
              defaultValue={answer?.typedName}
              errors={answer ? [answer.error] : []}
              autoComplete="name"
              width="medium"
              required
            />
            <SubmitButton>{t("reviewer:pledge.submit")}</SubmitButton>
          </Form>
        </SectionCard>
      )}
    </>
  );
}
