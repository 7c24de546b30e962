import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { withoutPdf } from "#app/domain/cohort/notice-attachment.ts";
import { readFormData } from "#app/http/form.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db, files, reads } from "#app/runtime.server.ts";
import { addAttachment } from "#app/use-cases/add-attachment.ts";
import { removeAttachment } from "#app/use-cases/remove-attachment.ts";
import { listAttachments } from "#db/queries/attachments.ts";
import { pageMeta } from "../page-meta.ts";
import { AttachmentForm, fieldOfRefusal } from "./attachments/attachment-form.tsx";
import { AttachmentTable } from "./attachments/attachment-table.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, t, titleOf } = await requireManagedCohort({ request, params });
  const attachments = await listAttachments(reads, cohort.id);
  return {
    title: titleOf(t("notice:attachments.title")),
    slug: cohort.slug,
    isPublic: cohort.phase !== "draft",
    attachments: attachments.map(({ id, labelKo, labelEn, name, size, createdAt }) => {
      return { id, labelKo, labelEn, name, size, createdAt };
    }),
    withoutPdf: withoutPdf(attachments).map(({ name }) => name),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const formData = await readFormData(request);
  const value = (name: string) => {
    const sent = formData.get(name);
    return typeof sent === "string" ? sent : "";
  };
  const [cohortId, now] = [cohort.id, context.arrivedAt];
  const intent = value("intent") === "remove" ? "remove" : "add";
  const label = { ko: value("labelKo"), en: value("labelEn") };
  const answer =
    intent === "remove"
      ? await removeAttachment(db, actor, { cohortId, attachmentId: value("attachmentId"), now })
      : await addAttachment(db, actor, { cohortId, label, file: await fileOf(formData), store: files, now });
  if (answer.ok) return redirect(`${paths.manage.attachments(cohortId)}?done=${intent}`);
  if (answer.refusal === "not-yours") throw notFound();
  const message = refusalText(t, "notice", answer.refusal);
  return data({ message, field: fieldOfRefusal(answer.refusal), label }, { status: 400 });
}

async function fileOf(formData: FormData) {
  const sent = formData.get("file");
  if (!(sent instanceof File)) return { name: "", bytes: new Uint8Array() };
  return { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
}

export default function AttachmentsPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  return (
    <>
      <PageHeader title={t("notice:attachments.title")} lead={t("notice:attachments.lead")} />
      {answer && <ErrorSummary errors={[{ message: answer.message, id: answer.field }]} />}
      {!answer && (done === "add" || done === "remove") && (
        <Notice tone="success" role="status" title={t(done === "add" ? "notice:done.add" : "notice:done.remove")} />
      )}
      {page.withoutPdf.length > 0 && (
        <Notice tone="warning" title={t("notice:withoutPdf.title")}>
          <p>{t("notice:withoutPdf.text")}</p>
          <ul>
            {page.withoutPdf.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Notice>
      )}
      <AttachmentTable slug={page.slug} isPublic={page.isPublic} attachments={page.attachments} />
      {/* A new form once a file was added: what was typed belongs to that one. */}
      <AttachmentForm key={page.attachments.at(-1)?.id ?? ""} answer={answer} />
    </>
  );
}
