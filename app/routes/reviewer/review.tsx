import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BlindApplication } from "./desk/blind-application.tsx";
import { actOnSheet, redirectToGate, type DeskAnswer } from "./desk/desk-action.server.ts";
import { deskData } from "./desk/desk-data.server.ts";
import { HandedInSheet } from "./desk/handed-in-sheet.tsx";
import { SheetForm } from "./desk/sheet-form.tsx";
import { pageMeta } from "./page-meta.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { openSheet } from "#app/use-cases/open-sheet.ts";
import { recordAccess } from "#app/use-cases/record-access.ts";

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "reviewer");
  const reviewId = param(params, "reviewId");
  const opened = await openSheet(reads, actor, { reviewId, to: "read" });
  if (!opened.ok) {
    if (opened.refusal === "not-yours") throw notFound();
    throw await redirectToGate(reviewId, opened.refusal);
  }
  const language = languageOf(request);
  const t = translator(language);
  const { cohortId, applicationId } = opened.value.review;
  // Beside the page's own work: the entry must stand, but nobody waits for it.
  const [desk] = await Promise.all([
    deskData(reads, opened.value, language),
    recordAccess(db, actor, { cohortId, applicationId, event: "review_opened", now: context.arrivedAt }),
  ]);
  return {
    title: t("common:site.title", { page: t("reviewer:desk.title", { number: desk.evaluationNumber }) }),
    isSaved: new URL(request.url).searchParams.has("saved"),
    ...desk,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireRole(request, "reviewer");
  const form = await readFormData(request);
  return actOnSheet(actor, { reviewId: param(params, "reviewId"), form, now: context.arrivedAt });
}

export default function DeskPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const desk = useLoaderData<typeof loader>();
  const answer = useActionData<DeskAnswer>();
  const labels = Object.fromEntries(
    desk.rubric.criteria.map(({ id, label }) => [`score-${id}`, text(label, language)]),
  );
  const { place, total } = desk.position;
  useTopOfNextSheet(desk.reviewId);
  return (
    <>
      <PageHeader
        title={t("reviewer:desk.title", { number: desk.evaluationNumber })}
        lead={`${desk.stage} · ${desk.cohort}`}
        tag={<StatusTag tone="neutral">{t("reviewer:desk.position", { place, total })}</StatusTag>}
        breadcrumbs={[
          { label: t("reviewer:home.title"), to: paths.review.home() },
          { label: t("reviewer:queue.title"), to: desk.queue },
          { label: desk.evaluationNumber },
        ]}
        actions={
          <>
            <LinkButton to={desk.queue} variant="tertiary">
              {t("reviewer:queue.title")}
            </LinkButton>
            {desk.previous && (
              <LinkButton to={paths.review.desk(desk.previous)} variant="tertiary">
                {t("reviewer:desk.previous")}
              </LinkButton>
            )}
            {desk.next && (
              <LinkButton to={paths.review.desk(desk.next)} variant="tertiary">
                {t("reviewer:desk.next")}
              </LinkButton>
            )}
          </>
        }
      />
      {answer && <ErrorSummary errors={answer.errors.map((error) => ({ ...error, label: labels[error.id ?? ""] }))} />}
      <div className="desk">
        <ReadingPane key={desk.reviewId}>
          <BlindApplication sections={desk.sections} attachments={desk.attachments} />
        </ReadingPane>
        <div className="desk__sheet">
          {desk.mayWrite ? (
            <SheetForm key={desk.reviewId} desk={desk} answer={answer} justSaved={desk.isSaved && !answer} />
          ) : (
            <HandedInSheet desk={desk} />
          )}
        </div>
      </div>
    </>
  );
}

function ReadingPane({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    // A box that scrolls must take the focus, or a keyboard cannot scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="desk__application" tabIndex={0} aria-label={t("reviewer:desk.application")}>
      {children}
    </section>
  );
}

/** Saving keeps the page where it is; the next application begins at its top. */
function useTopOfNextSheet(reviewId: string): void {
  const shown = useRef(reviewId);
  useEffect(() => {
    if (shown.current !== reviewId) window.scrollTo(0, 0);
    shown.current = reviewId;
  }, [reviewId]);
}
