import { redirect } from "@remix-run/node";
import type { AccountActor, Role } from "#app/domain/access/actor.ts";
import { forbidden } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { findActor } from "./session.server.ts";

/** The signed-in person, or a redirect to sign-in that comes back here. */
export async function requireActor(request: Request): Promise<AccountActor> {
  const actor = await findActor(request);
  if (actor) return actor;
  const { pathname } = new URL(request.url);
  throw redirect(paths.signIn(request.method === "GET" ? pathname.replace(/\.data$/, "") : undefined));
}

/** A page that a role lacks is 403; a record that is not yours is 404 and decided where it is loaded. */
export async function requireRole(request: Request, ...roles: readonly Role[]): Promise<AccountActor> {
  const actor = await requireActor(request);
  if (!roles.includes(actor.role)) throw forbidden();
  return actor;
}

/** Staff always belong to an academy. */
export async function requireAdministrator(request: Request): Promise<AccountActor & { academyId: string }> {
  const actor = await requireRole(request, "administrator");
  if (actor.academyId === null) throw forbidden();
  return { ...actor, academyId: actor.academyId };
}
