import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.server.ts";
import { can } from "#app/domain/access/policy.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { fileLabel, isOpenToReviewers } from "#app/domain/review/blind.ts";
import { text } from "#app/domain/programme/text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { db, files, reads } from "#app/runtime.server.ts";
import { recordAccess } from "#app/use-cases/record-access.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findFileWithOwner, listReviewersOfApplication, type FileWithOwner } from "#db/queries/files.ts";

/** A file of a person, to its owner, their academy's administrators and the reviewers who may read it; else 404. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const file = await findFileWithOwner(reads, param(params, "fileId"));
  if (!file) throw notFound();
  const definition = await getDefinition(reads, file.definitionId);
  const openToReviewers = isOpenToReviewers(definition, file.documentKey)
    ? await listReviewersOfApplication(reads, file.applicationId)
    : [];
  if (!can(actor, "file:read", { ...file, openToReviewers })) throw notFound();

  const t = translator(actor.language);
  const shown = shownTo(actor, file);
  if (!shown.ok) return notYet(t(`documents:file.${shown.refusal}`));
  const { cohortId, applicationId, id, documentKey } = file;
  const [bytes] = await Promise.all([
    files.get(shown.value),
    recordAccess(db, actor, {
      cohortId,
      applicationId,
      event: "file_opened",
      file: { id, documentKey },
      now: context.arrivedAt,
    }),
  ]);
  if (!bytes) throw notFound();
  const label = text(fileLabel(definition, file.documentKey), actor.language);
  return new Response(Buffer.from(bytes), {
    headers: {
      ...guards,
      "Content-Type": file.mediaType,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": disposition(file, actor, label),
    },
  });
}

// What somebody uploaded runs nothing, loads nothing and is no page of ours.
const guards = {
  "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
};

type Unshown = "scanning" | "infected" | "preparing" | "noCopy";

/** The hash of what this person gets: reviewers only ever the copy without metadata, nobody what may hold a virus. */
function shownTo(actor: AccountActor, file: FileWithOwner): Result<string, Unshown> {
  if (file.scan === "waiting") return refuse("scanning");
  if (file.scan === "infected") return refuse("infected");
  if (actor.role !== "reviewer") return done(file.sha256);
  if (file.cleanSha256 !== null) return done(file.cleanSha256);
  return refuse(file.fault === null ? "preparing" : "noCopy");
}

/** Nothing to open yet, in words. */
function notYet(sentence: string): Response {
  return new Response(sentence, {
    status: 404,
    headers: { ...guards, "Content-Type": "text/plain; charset=utf-8" },
  });
}

/** Pictures are shown, the rest is downloaded. Reviewers get the document's label: a file name may hold a person's. */
function disposition(file: FileWithOwner, actor: AccountActor, label: string): string {
  const ending = file.mediaType === "application/pdf" ? "pdf" : file.mediaType === "image/png" ? "png" : "jpg";
  const name = actor.role === "reviewer" ? `${label || "file"}.${ending}` : file.name;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const kind = file.mediaType.startsWith("image/") ? "inline" : "attachment";
  return `${kind}; filename="file.${ending}"; filename*=UTF-8''${encoded}`;
}
