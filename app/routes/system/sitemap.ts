import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { listPublicCohorts } from "#db/queries/cohorts.ts";

/** The pages that a search engine should know: the front page and every notice that was opened. */
export async function loader() {
  const cohorts = await listPublicCohorts(reads);
  const pages = [paths.home(), ...cohorts.map(({ slug }) => paths.cohort(slug))];
  const entries = pages.map((page) => `  <url><loc>${escaped(`${env.publicUrl}${page}`)}</loc></url>\n`).join("");
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}</urlset>\n`;
  return new Response(xml, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
