import { env } from "#app/env.server.ts";

/** Notices are there to be found; what belongs to people is not. */
const rules = [
  "User-agent: *",
  "Allow: /$",
  "Allow: /cohorts/",
  "Disallow: /my",
  "Disallow: /review",
  "Disallow: /manage",
  "Disallow: /audit",
  "Disallow: /files/",
  "Disallow: /demo/",
];

export function loader() {
  const body = [...rules, "", `Sitemap: ${env.publicUrl}/sitemap.xml`, ""].join("\n");
  return new Response(body, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
