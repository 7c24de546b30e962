import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { extendSession, sessionEnd } from "#app/auth/session.server.ts";
import { sameSitePath } from "#app/domain/account/same-site-path.ts";
import { readFormData } from "#app/http/form.server.ts";
import { paths } from "#app/paths.ts";

/** How long somebody stays signed in; another window may have extended it. Asking extends nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  return told(await sessionEnd(request));
}

/** Extends the session: as data for a page that asks by itself, as a way back for a plain form. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readFormData(request);
  const extended = await extendSession(request);
  const headers: HeadersInit = extended ? { "Set-Cookie": extended.cookie } : {};
  const returnTo = sameSitePath(form.get("returnTo"));
  if (returnTo === undefined) return told(extended?.expiresAt, headers);
  return redirect(extended ? returnTo : paths.signIn(returnTo), { headers });
}

/** Seconds and not only the instant: the clock of somebody's phone may be wrong. */
function told(end: Date | undefined, headers: HeadersInit = {}): Response {
  const secondsLeft = end ? Math.max(0, Math.floor((end.getTime() - Date.now()) / 1000)) : 0;
  return Response.json({ expiresAt: end?.toISOString() ?? null, secondsLeft }, { headers });
}
