import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireManagedCohort } from "../managed-cohort.server.ts";
import { readFormData } from "#app/http/form.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { instantOfSeoulInput } from "#app/i18n/seoul-time.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { cancelDocumentRequest } from "#app/use-cases/cancel-document-request.ts";
import { checkDocument } from "#app/use-cases/check-document.ts";
import { requestDocument } from "#app/use-cases/request-document.ts";

/** What staff do about documents: ask again, take a request back, mark what was handed in as checked. */
export async function documentsAction({ request, params }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const form = await readFormData(request);
  const textOf = (name: string) => String(form.get(name) ?? "").slice(0, 1000);
  const intent = textOf("intent");
  const act = { cohortId: cohort.id, now: new Date() };
  const typed = {
    number: textOf("number"),
    document: textOf("document"),
    reason: textOf("reason"),
    dueAt: textOf("dueAt"),
  };
  const done = await perform();
  if (done === null)
    return data({ code: "unknown", sentence: refusalText(t, "documents", "unknown"), typed }, { status: 400 });
  if (done.ok) return redirect(`${paths.manage.documents(cohort.id)}?done=${intent}`);
  if (done.refusal === "not-yours") throw notFound();
  return data({ code: done.refusal, sentence: refusalText(t, "documents", done.refusal), typed }, { status: 409 });

  async function perform() {
    switch (intent) {
      case "request":
        return requestDocument(db, actor, {
          ...act,
          applicationNumber: typed.number,
          documentKey: typed.document,
          reason: typed.reason,
          dueAt: instantOfSeoulInput(typed.dueAt),
        });
      case "cancel":
        return cancelDocumentRequest(db, actor, { ...act, requestId: textOf("requestId") });
      case "check":
        return checkDocument(db, actor, {
          ...act,
          applicationId: textOf("applicationId"),
          documentKey: textOf("document"),
        });
      default:
        return null;
    }
  }
}
