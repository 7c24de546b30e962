import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DocumentForm } from "./document-form.tsx";
import { documentViews } from "./document-views.server.ts";
import { lateAnswer } from "./late-answer.server.ts";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import { nextPath, partsOf, stepsOf } from "./steps.server.ts";
import { titleMeta } from "./title-meta.ts";
import { readUpload, uploadHeaders, uploadRefused } from "./upload-answer.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { StepIndicator } from "#app/components/step-indicator.tsx";
import { scanOfNewFiles } from "#app/files/scan-of-new-files.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { db, files } from "#app/runtime.server.ts";
import { removeFile, type RemoveRefusal } from "#app/use-cases/remove-file.ts";
import { uploadFile, type UploadRefusal } from "#app/use-cases/upload-file.ts";

export const meta = titleMeta;
export const headers = uploadHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const language = languageOf(args.request);
  const t = translator(language);
  const parts = partsOf(page, language, t, args.context.arrivedAt);
  return {
    title: titleOf(t, t("applicant:documents.title")),
    applicationId: page.application.id,
    readOnly: page.readOnly ?? null,
    isSubmitted: page.application.status === "submitted",
    documents: documentViews(page, language),
    steps: stepsOf(parts, "documents"),
    next: nextPath(parts, "documents") ?? paths.my.application(page.application.id),
    saved: new URL(args.request.url).searchParams.has("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const page = await ownApplication(args);
  const { application, actor } = page;
  const sent = await readUpload(request);
  if (!sent) return uploadRefused(request, { refusal: "upload-too-large" });
  const times = { arrivedAt: context.arrivedAt, now: new Date() };
  const applicationId = application.id;
  const refusedBy = (refusal: UploadRefusal | RemoveRefusal) => {
    if (refusal === "not-yours") throw notFound();
    if (typeof refusal === "object" && refusal.kind === "incomplete") {
      return uploadRefused(request, { refusal: "file-needed" });
    }
    const late = lateAnswer(page, { refusal, arrivedAt: context.arrivedAt, language: languageOf(request) });
    return uploadRefused(request, { refusal, late });
  };
  const saved = `${paths.my.documents(applicationId)}?saved`;
  if (sent.remove !== undefined) {
    const removed = await removeFile(db, actor, { applicationId, fileId: sent.remove, ...times });
    return removed.ok ? redirect(saved) : refusedBy(removed.refusal);
  }
  const uploaded = await uploadFile(db, actor, {
    ...sent,
    applicationId,
    store: files,
    scan: scanOfNewFiles,
    ...times,
  });
  if (!uploaded.ok) return refusedBy(uploaded.refusal);
  const { refused } = uploaded.value;
  return refused.length === 0
    ? redirect(saved)
    : uploadRefused(request, { refusal: { kind: "files-refused", refused }, someKept: true });
}

export default function DocumentsPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors =
    refused && !refused.late ? refused.messages.map((message) => ({ message, id: `file-${refused.documentId}` })) : [];
  return (
    <>
      <PageHeader
        title={t("applicant:documents.title")}
        lead={t("applicant:documents.lead")}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:application.title"), to: paths.my.application(page.applicationId) },
          { label: t("applicant:documents.title") },
        ]}
      />
      <StepIndicator steps={page.steps} />
      <ReadOnlyNotice reason={page.readOnly ?? undefined} />
      {page.saved && !refused && <Notice tone="success" role="status" title={t("applicant:documents.saved")} />}
      <ErrorSummary errors={errors} />
      {page.documents.map((document) => (
        <DocumentForm
          key={document.id}
          document={document}
          readOnly={page.readOnly !== null}
          errors={refused?.documentId === document.id ? refused.messages : undefined}
        />
      ))}
      {page.documents.length === 0 && <p>{t("applicant:documents.none")}</p>}
      <div className="actions">
        <LinkButton to={page.next}>{t("common:action.continue")}</LinkButton>
        <Link to={paths.my.application(page.applicationId)}>{t("applicant:section.toList")}</Link>
      </div>
    </>
  );
}
