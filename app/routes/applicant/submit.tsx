import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AnswerList } from "./answer-list.tsx";
import { DocumentList } from "./document-list.tsx";
import { gapLinks } from "./gap-links.server.ts";
import { lateAnswer } from "./late-answer.server.ts";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import { reviewDocuments, reviewSections } from "./review-sections.server.ts";
import { partsOf, stepsOf } from "./steps.server.ts";
import { SubmitForm } from "./submit-form.tsx";
import { SubmitHints } from "./submit-hints.tsx";
import { submitHints, submitRules } from "./submit-hints.server.ts";
import { titleMeta } from "./title-meta.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { StepIndicator } from "#app/components/step-indicator.tsx";
import { gapsOf, pledgeRules } from "#app/domain/application/completeness.ts";
import { keepAnswers } from "#app/domain/application/kept-answers.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { seoulDate } from "#app/i18n/seoul-time.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { giveConsents } from "#app/use-cases/give-consents.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const { application, definition, consents } = page;
  const language = languageOf(args.request);
  const t = translator(language);
  const now = args.context.arrivedAt;
  const { kept, dropped } = keepAnswers({ definition, answers: application.answers, consents });
  const shown = { ...page, answers: page.readOnly ? application.answers : kept };
  const gaps = gapsOf(definition, { answers: kept, files: page.files, consents, today: seoulDate(now) });
  return {
    title: titleOf(t, t("applicant:submit.title")),
    applicationId: application.id,
    isSubmitted: application.status === "submitted",
    readOnly: page.readOnly ?? null,
    sections: reviewSections(shown, language),
    documents: reviewDocuments(shown, language),
    hints: submitHints(shown, { language, t }),
    rules: submitRules(shown, { language, t }),
    dropped: dropped.length > 0,
    gaps: gapLinks(
      page,
      gaps.filter(({ kind }) => kind !== "pledge"),
      language,
    ),
    pledges: pledgeRules(definition).map(({ id, text: rule }) => ({
      id,
      text: text(rule, language),
      isGiven: consents.has(id),
    })),
    steps: stepsOf(partsOf(page, language, t, now), "submit"),
    closesAt: windowOf(definition, "application").end.toISOString(),
    serverTime: now.toISOString(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const page = await ownApplication(args);
  const { application, actor, definition } = page;
  const form = await readFormData(args.request);
  const offered = pledgeRules(definition).map(({ id }) => id);
  const ticked = form.getAll("pledge").filter((id) => typeof id === "string");
  const input = { applicationId: application.id, arrivedAt: args.context.arrivedAt, now: new Date() };
  const given = await giveConsents(db, actor, { ...input, offered, ticked });
  const submitted = given.ok ? await submitApplication(db, actor, input) : given;
  if (submitted.ok) return redirect(paths.my.receipt(application.id));

  const { refusal } = submitted;
  if (refusal === "not-yours") throw notFound();
  if (typeof refusal === "string") {
    const language = languageOf(args.request);
    const late = lateAnswer(page, { refusal, arrivedAt: args.context.arrivedAt, language });
    // The notice of what came too late says all of it.
    const errors = late ? [] : [{ message: `applicant:refusal.${refusal}` }];
    return data({ ticked, errors, gaps: [], late }, { status: 409 });
  }
  const pledges = refusal.gaps.flatMap((gap) =>
    gap.kind === "pledge" ? [{ id: `pledge-${gap.ruleId}`, message: "applicant:problem.pledge" }] : [],
  );
  const gaps = gapLinks(
    page,
    refusal.gaps.filter(({ kind }) => kind !== "pledge"),
    languageOf(args.request),
  );
  const errors = gaps.length > 0 ? [{ message: "applicant:refusal.incomplete", id: "gaps" }, ...pledges] : pledges;
  return data({ ticked, errors, gaps }, { status: 400 });
}

export default function SubmitPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isLate = refused !== undefined && "late" in refused && refused.late !== undefined;
  // A refusal does not load the page anew: what it knows of the door is older.
  const editable = page.readOnly === null && !isLate;
  return (
    <>
      <PageHeader
        title={t("applicant:submit.title")}
        lead={t("applicant:submit.lead")}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:application.title"), to: paths.my.application(page.applicationId) },
          { label: t("applicant:submit.title") },
        ]}
      />
      <StepIndicator steps={page.steps} />
      <ReadOnlyNotice reason={page.readOnly ?? undefined} />
      <ErrorSummary errors={refused?.errors ?? []} />
      {page.dropped && <Notice tone="warning" title={t("applicant:submit.droppedTitle")} />}
      {editable && page.gaps.length > 0 && (
        <SectionCard id="gaps" title={t("applicant:submit.gapsTitle")}>
          <ul>
            {page.gaps.map(({ key, label, to, message }) => (
              <li key={key}>
                <Link to={to}>{label}</Link>: {message}
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      {editable && <SubmitHints hints={page.hints} rules={page.rules} />}
      <SectionCard title={t("applicant:submit.answers")} plain>
        {page.sections.map((section) => (
          <AnswerList key={section.id} section={section} editable={editable} />
        ))}
        {page.documents.length > 0 && <DocumentList documents={page.documents} />}
      </SectionCard>
      {editable && <SubmitForm page={page} ticked={refused?.ticked} />}
    </>
  );
}
