import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireRole } from "#app/auth/guards.server.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { askAboutData, type AskRefusal } from "#app/use-cases/ask-about-data.ts";
import { changeAccount } from "#app/use-cases/change-account.ts";

const fieldOf: Partial<Record<AskRefusal, string>> = {
  "kind-needed": "kind",
  "already-asked": "kind",
  "statement-needed": "statement",
  "statement-too-long": "statement",
  "resident-number": "statement",
};

type DataError = { readonly id?: string; readonly message: string };

export async function myDataAction({ request, context }: ActionFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const form = await readFormData(request);
  const textOf = (name: string) => String(form.get(name) ?? "");
  const typed = {
    applicationId: textOf("applicationId"),
    kind: textOf("kind"),
    statement: textOf("statement"),
    name: textOf("name"),
  };
  const now = new Date();
  if (textOf("intent") === "account") {
    const changed = await changeAccount(db, actor, { name: typed.name, language: textOf("language"), now });
    if (changed.ok) return redirect(`${paths.my.data()}?done=account`);
    if (changed.refusal === "not-yours") throw notFound();
    const error =
      changed.refusal === "language-needed"
        ? { id: "language", message: "account:errors.language" }
        : { id: "name", message: changed.refusal.message };
    return data({ errors: [error] as readonly DataError[], typed }, { status: 400 });
  }

  const asked = await askAboutData(db, actor, { ...typed, arrivedAt: context.arrivedAt, now });
  if (asked.ok) return redirect(`${paths.my.data()}?done=asked#request-${asked.value.requestId}`);
  if (asked.refusal === "not-yours") throw notFound();
  const id = fieldOf[asked.refusal];
  const error: DataError = {
    message: `rights:refusal.${asked.refusal}`,
    ...(id ? { id: `${id}-${typed.applicationId}` } : {}),
  };
  return data(
    { errors: [error] as readonly DataError[], typed },
    { status: asked.refusal === "already-asked" ? 409 : 400 },
  );
}
