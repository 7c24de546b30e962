import type { LoaderFunctionArgs } from "@remix-run/node";
import { findActor } from "#app/auth/session.server.ts";
import { can } from "#app/domain/access/policy.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { files, reads } from "#app/runtime.server.ts";
import { findAttachment } from "#db/queries/attachments.ts";
import { findCohortBySlug, type Cohort } from "#db/queries/cohorts.ts";

/** A file of a notice, to everybody once the notice is public; before, to those who prepare it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const cohort = await findCohortBySlug(reads, param(params, "slug"));
  const isPublic = cohort !== undefined && cohort.phase !== "draft";
  if (!cohort || !(isPublic || (await mayPrepare(request, cohort)))) throw notFound();
  const attachment = await findAttachment(reads, { cohortId: cohort.id, id: param(params, "attachmentId") });
  if (!attachment) throw notFound();

  const entityTag = `"${attachment.sha256}"`;
  const headers = {
    ETag: entityTag,
    // Asked again each time: what staff took off the notice must not be handed out from somebody's cache.
    "Cache-Control": isPublic ? "public, no-cache" : "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers.get("If-None-Match") === entityTag) return new Response(null, { status: 304, headers });
  const bytes = await files.get(attachment.sha256);
  if (!bytes) throw notFound();
  return new Response(Buffer.from(bytes), {
    headers: {
      ...headers,
      "Content-Type": attachment.mediaType,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; ${fileNameOf(attachment.name)}`,
    },
  });
}

async function mayPrepare(request: Request, cohort: Cohort): Promise<boolean> {
  const actor = await findActor(request);
  return actor !== null && actor !== undefined && can(actor, "cohort:view", cohort);
}

/** The name for every browser: letters of ours for old ones, RFC 8187 for all others. */
function fileNameOf(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? "";
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="attachment${ending}"; filename*=UTF-8''${encoded}`;
}
