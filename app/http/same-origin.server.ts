import { env } from "#app/env.server.ts";
import { forbidden } from "./responses.server.ts";

/** Every write comes from our own pages: browsers say where a form was sent from, and cannot be made to lie. */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get("Sec-Fetch-Site");
  const origin = request.headers.get("Origin");
  if (!isSameOrigin({ site, origin, here: new URL(request.url).origin })) throw forbidden();
}

type Sent = {
  readonly site: string | null;
  readonly origin: string | null;
  /** The origin as this server sees it; behind a proxy that speaks HTTPS the browser sees PUBLIC_URL instead. */
  readonly here: string;
};

export function isSameOrigin({ site, origin, here }: Sent): boolean {
  if (site !== null) return site === "same-origin" || site === "none";
  return origin !== null && (origin === here || origin === new URL(env.publicUrl).origin);
}
