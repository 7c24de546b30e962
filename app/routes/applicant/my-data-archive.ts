import type { LoaderFunctionArgs } from "@remix-run/node";
import { archiveOf } from "./rights/archive.server.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { db, files } from "#app/runtime.server.ts";
import { downloadOwnData } from "#app/use-cases/download-own-data.ts";
import { seoulDate } from "#app/i18n/seoul-time.ts";

/** Everything that is kept about the signed-in person, as one zip. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const now = context.arrivedAt;
  const data = await downloadOwnData(db, actor, { now });
  const archive = archiveOf({ data, bytesOf: files.get, now });
  return new Response(archive, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="my-data-${seoulDate(now)}.zip"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
}
