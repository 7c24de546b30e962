import type { LoaderFunctionArgs } from "@remix-run/node";
import { env } from "#app/env.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { isLanguage } from "#app/i18n/language.ts";
import { reads } from "#app/runtime.server.ts";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { calendarFile } from "./calendar-file.server.ts";

/** The calendar of a notice for people's own calendars. They fetch it without a cookie, so the address may name the language. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const cohort = await findCohortBySlug(reads, param(params, "slug"));
  if (!cohort || cohort.phase === "draft") throw notFound();
  const asked = new URL(request.url).searchParams.get("language");
  const language = isLanguage(asked) ? asked : languageOf(request);
  const definition = await getDefinition(reads, cohort.definitionId);
  const { slug } = cohort;
  const file = calendarFile({ slug, definition, language, publicUrl: env.publicUrl, now: context.arrivedAt });
  return new Response(file, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}.ics"`,
      "Content-Language": language,
      "Cache-Control": "public, no-cache",
      Vary: "Cookie, Accept-Language",
    },
  });
}
