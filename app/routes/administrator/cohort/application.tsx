import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SAME_PERSON } from "#app/domain/application/same-person.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { documentOrFileField } from "#app/domain/programme/documents.ts";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { viewApplication } from "#app/use-cases/view-application.ts";
import { getApplicationRecord, listTimeline } from "#db/queries/application-record.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listEntriesOfApplication } from "#db/queries/screening.ts";
import { ApplicationStatusTag } from "../application-status-tag.tsx";
import { pageMeta } from "../page-meta.ts";
import { AnswerSections } from "./application/answer-sections.tsx";
import { Claims } from "./application/claims.tsx";
import { ExclusionBox } from "./application/exclusion-box.tsx";
import { Flags } from "./application/flags.tsx";
import { answersBySection, flagDetail } from "./application/record.server.ts";
import { Results } from "./application/results.tsx";
import { screen } from "./application/screen.server.ts";
import { Submission } from "./application/submission.tsx";
import { Timeline } from "./application/timeline.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const applicationId = param(params, "applicationId");
  const viewed = await viewApplication(db, actor, { cohortId: cohort.id, applicationId, now: context.arrivedAt });
  if (!viewed.ok) throw notFound();
  const application = viewed.value;
  const [definition, record, entries, timeline] = await Promise.all([
    getDefinition(reads, application.definitionId),
    getApplicationRecord(reads, applicationId),
    listEntriesOfApplication(reads, applicationId),
    listTimeline(reads, { cohortId: cohort.id, applicationId }),
  ]);
  const titleIn = (list: readonly { readonly id: string; readonly title: Parameters<typeof text>[0] }[], key: string) =>
    text(list.find(({ id }) => id === key)?.title, language) || key;
  const number = application.applicationNumber ?? t("administrator:applications.noNumber");
  return {
    title: titleOf(number),
    cohortId: cohort.id,
    number,
    name: application.name,
    status: application.status,
    excludedReason: application.excludedReason,
    submittedAt: application.submittedAt,
    createdAt: application.createdAt,
    account: record.applicant?.email ?? "",
    mayScreen: !hasReached(cohort.phase, "confirmed"),
    sections: answersBySection({ definition, answers: application.answers, language }),
    files: record.files.map((file) => ({
      ...file,
      document: text(documentOrFileField(definition, file.documentKey)?.label, language) || file.documentKey,
    })),
    consents: record.consents.map((given) => ({ ...given, name: titleIn(definition.consents, given.consentKey) })),
    submissions: record.submissions,
    flags: record.flags.map(({ detail, ...flag }) => ({
      ...flag,
      rule:
        flag.ruleKey === SAME_PERSON
          ? t("administrator:flags.samePerson")
          : text(definition.eligibility.find(({ id }) => id === flag.ruleKey)?.text, language) || flag.ruleKey,
      ...flagDetail(detail),
      decisionReason: flag.reason,
    })),
    claims: record.claims.map((claim) => {
      const item = definition.bonus.items.find(({ id }) => id === claim.itemKey);
      return { ...claim, label: text(item?.label, language) || claim.itemKey, points: String(item?.points ?? "") };
    }),
    entries: entries.map((entry) => ({ ...entry, stage: titleIn(definition.stages, entry.stageKey) })),
    offers: record.offers.map((offer) => ({ ...offer, track: titleIn(definition.tracks, offer.trackKey) })),
    decision: record.decision && {
      ...record.decision,
      track: record.decision.trackKey === null ? "" : titleIn(definition.tracks, record.decision.trackKey),
    },
    messages: record.messages,
    timeline,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const applicationId = param(params, "applicationId");
  const answer = await screen(actor, {
    cohortId: cohort.id,
    applicationId,
    formData: await readFormData(request),
    now: context.arrivedAt,
  });
  if (answer.ok) return redirect(paths.manage.application(cohort.id, applicationId));
  if (answer.refusal === "not-yours") throw notFound();
  if (typeof answer.refusal !== "string") return data({ ...answer.refusal, refusal: null }, { status: 400 });
  const refusal = refusalText(t, "administrator", answer.refusal);
  return data({ at: "", errors: [] as readonly string[], verdict: "", reason: "", refusal }, { status: 409 });
}

export default function ApplicationPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer && answer.errors.length > 0 ? answer : undefined;
  return (
    <>
      <PageHeader
        title={page.number}
        lead={page.name}
        tag={<ApplicationStatusTag status={page.status} />}
        breadcrumbs={[
          { label: t("administrator:nav.applications"), to: paths.manage.applications(page.cohortId) },
          { label: page.number },
        ]}
      />
      <Notice>{t("administrator:application.recorded")}</Notice>
      {answer?.refusal && (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      {failed && <ErrorSummary errors={failed.errors.map((message) => ({ id: `reason-${failed.at}`, message }))} />}
      <Flags cohortId={page.cohortId} flags={page.flags} mayDecide={page.mayScreen} failed={failed} />
      <Claims claims={page.claims} mayDecide={page.mayScreen} failed={failed} />
      <ExclusionBox {...page} failed={failed} />
      <Submission {...page} />
      <AnswerSections sections={page.sections} />
      <Results {...page} />
      <Timeline timeline={page.timeline} />
    </>
  );
}
