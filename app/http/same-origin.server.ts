import { forbidden } from "./responses.server.ts";

/** Every write comes from our own pages: browsers say where a form was sent from, and cannot be made to lie. */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get("Sec-Fetch-Site");
  if (site === "same-origin" || site === "none") return;
  if (site !== null) throw forbidden();
  const origin = request.headers.get("Origin");
  if (origin === null || origin !== new URL(request.url).origin) throw forbidden();
}
