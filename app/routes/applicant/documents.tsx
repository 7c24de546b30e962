import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DocumentForm } from "./document-form.tsx";
import { documentViews } from "./document-views.server.ts";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import { nextPath, partsOf, stepsOf } from "./steps.server.ts";
import { titleMeta } from "./title-meta.ts";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { StepIndicator } from "#app/components/step-indicator.tsx";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { db, files } from "#app/runtime.server.ts";
import { removeFile } from "#app/use-cases/remove-file.ts";
import { uploadFile, type GivenFile } from "#app/use-cases/upload-file.ts";

export const meta = titleMeta;

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
  const { application, actor } = await ownApplication(args);
  const form = await readFormData(args.request);
  const documentId = String(form.get("document") ?? "");
  const times = { arrivedAt: args.context.arrivedAt, now: new Date() };
  const applicationId = application.id;
  const fileId = form.get("remove");
  const answer =
    typeof fileId === "string"
      ? await removeFile(db, actor, { applicationId, fileId, ...times })
      : await uploadFile(db, actor, {
          applicationId,
          documentId,
          files: await filesOf(form),
          store: files,
          ...times,
        });
  if (answer.ok) return redirect(`${paths.my.documents(applicationId)}?saved`);
  if (answer.refusal === "not-yours") throw notFound();
  const refusal = typeof answer.refusal === "string" ? answer.refusal : "file-needed";
  return data({ documentId, refusal }, { status: refusal.startsWith("file-") || refusal === "no-file" ? 400 : 409 });
}

/** A browser sends an empty file where none was chosen. */
async function filesOf(form: FormData): Promise<readonly GivenFile[]> {
  const given = form.getAll("file").filter((each) => typeof each !== "string");
  const chosen = given.filter(({ name, size }) => size > 0 || name !== "");
  return Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

export default function DocumentsPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const message = `applicant:refusal.${refused?.refusal ?? ""}`;
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
      <ErrorSummary errors={refused ? [{ message, id: `file-${refused.documentId}` }] : []} />
      {page.documents.map((document) => (
        <DocumentForm
          key={document.id}
          document={document}
          readOnly={page.readOnly !== null}
          errors={refused?.documentId === document.id ? [message] : undefined}
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
