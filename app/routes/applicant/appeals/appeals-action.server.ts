import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { ownApplication } from "../own-application.server.ts";
import { scanOfNewFiles } from "#app/files/scan-of-new-files.server.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db, files } from "#app/runtime.server.ts";
import { fileAppeal, type AppealRefusal } from "#app/use-cases/file-appeal.ts";
import type { GivenFile } from "#app/use-cases/receive-files.ts";
import { withdrawAppeal } from "#app/use-cases/withdraw-appeal.ts";

const fieldOf: Readonly<Record<string, string>> = {
  "ground-needed": "ground",
  "already-filed": "ground",
  "not-published": "about",
  "statement-needed": "statement",
  "statement-too-long": "statement",
  "resident-number": "statement",
  "too-many-files": "file",
  "too-much-in-all": "file",
  "too-many-uploads": "file",
};

export type AppealError = { readonly id?: string; readonly message: string };

export async function appealsAction(args: ActionFunctionArgs) {
  const { application, actor } = await ownApplication(args);
  const { arrivedAt } = args.context;
  const form = await readFormData(args.request);
  const textOf = (name: string) => String(form.get(name) ?? "");
  const applicationId = application.id;
  const page = paths.my.appeals(applicationId);
  const typed = { about: textOf("about"), ground: textOf("ground"), statement: textOf("statement") };
  if (textOf("intent") === "withdraw") {
    const withdrawn = await withdrawAppeal(db, actor, { applicationId, appealId: textOf("appealId"), now: new Date() });
    if (withdrawn.ok) return redirect(`${page}?done=withdrawn`);
    if (withdrawn.refusal === "not-yours") throw notFound();
    const errors: readonly AppealError[] = [{ message: `appeals:refusal.${withdrawn.refusal}` }];
    return data({ errors, typed: null, arrivedAt: null, hadFiles: false }, { status: 409 });
  }

  const given = await filesOf(form);
  const filed = await fileAppeal(db, actor, {
    applicationId,
    ...typed,
    files: given,
    store: files,
    scan: scanOfNewFiles,
    arrivedAt,
    now: new Date(),
  });
  if (filed.ok) return redirect(`${page}?done=filed`);
  if (filed.refusal === "not-yours") throw notFound();
  const isLate = filed.refusal === "too-late" || filed.refusal === "too-early";
  return data(
    {
      errors: errorsOf(filed.refusal),
      typed,
      arrivedAt: isLate ? arrivedAt.toISOString() : null,
      hadFiles: given.length > 0,
    },
    { status: isLate || filed.refusal === "not-published" || filed.refusal === "already-filed" ? 409 : 400 },
  );
}

function errorsOf(refusal: AppealRefusal): readonly AppealError[] {
  if (typeof refusal !== "string") {
    return refusal.refused.map(({ name, fault }) => ({
      id: "file",
      message: `appeals:fileRefused.${fault}?name=${encodeURIComponent(name)}`,
    }));
  }
  const id = fieldOf[refusal];
  return [{ message: `appeals:refusal.${refusal}`, ...(id ? { id } : {}) }];
}

/** A browser sends an empty file where none was chosen. */
async function filesOf(form: FormData): Promise<readonly GivenFile[]> {
  const given = form.getAll("file").filter((each) => typeof each !== "string");
  const chosen = given.filter(({ name, size }) => size > 0 || name !== "");
  return Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
