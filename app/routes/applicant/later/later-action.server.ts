import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { readUpload, uploadRefused } from "../upload-answer.server.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { scanOfNewFiles } from "#app/files/scan-of-new-files.server.ts";
import { param } from "#app/http/params.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { db, files } from "#app/runtime.server.ts";
import { handInDocument } from "#app/use-cases/hand-in-document.ts";
import { saveCertificate } from "#app/use-cases/save-certificate.ts";
import { takeBackDocument } from "#app/use-cases/take-back-document.ts";

/** What both pages of documents after the close do: hand in, take back, write down a certificate's number. */
export async function laterAction({ request, params, context }: ActionFunctionArgs, pathOf: (id: string) => string) {
  const actor = await requireRole(request, "applicant");
  const sent = await readUpload(request);
  if (!sent) return uploadRefused(request, { refusal: "upload-too-large" });
  const applicationId = param(params, "applicationId");
  const { documentId } = sent;
  const act = { applicationId, documentId, arrivedAt: context.arrivedAt, now: new Date() };
  const back = `${pathOf(applicationId)}?saved=${encodeURIComponent(documentId)}`;
  if (sent.form.get("intent") === "certificate") {
    const typed = {
      certificateNumber: typedIn(sent.form, "certificateNumber"),
      issuedOn: typedIn(sent.form, "issuedOn"),
    };
    const saved = await saveCertificate(db, actor, { ...act, ...typed });
    if (saved.ok) return redirect(back);
    if (saved.refusal === "not-yours") throw notFound();
    const messages = [refusalText(translator(languageOf(request)), "documents", saved.refusal)];
    const status = saved.refusal === "certificate-number" || saved.refusal === "issued-on" ? 400 : 409;
    return data({ documentId, messages, field: saved.refusal, typed }, { status });
  }
  const answer =
    sent.remove === undefined
      ? await handInDocument(db, actor, { ...act, ...sent, store: files, scan: scanOfNewFiles })
      : await takeBackDocument(db, actor, { ...act, fileId: sent.remove });
  if (answer.ok) {
    const refused = answer.value?.refused ?? [];
    if (refused.length === 0) return redirect(back);
    return uploadRefused(request, { refusal: { kind: "files-refused", refused }, someKept: true });
  }
  if (answer.refusal === "not-yours") throw notFound();
  return uploadRefused(request, { refusal: answer.refusal });
}

function typedIn(form: FormData, name: string): string {
  return String(form.get(name) ?? "").slice(0, 100);
}
