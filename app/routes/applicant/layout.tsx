import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useMatches, useRouteError } from "@remix-run/react";
import { SessionGuard } from "./draft/session-guard.tsx";
import { keepsTextHere } from "./draft/signed-out-save.server.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { sessionEnd } from "#app/auth/session.server.ts";
import { ErrorPage } from "#app/components/error-page.tsx";
import { paths } from "#app/paths.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (keepsTextHere(context)) return { session: null };
  await requireRole(request, "applicant");
  const end = (await sessionEnd(request)) ?? new Date();
  const secondsLeft = Math.max(0, Math.floor((end.getTime() - Date.now()) / 1000));
  return { session: { expiresAt: end.toISOString(), secondsLeft } };
}

export default function ApplicantLayout() {
  const { session } = useLoaderData<typeof loader>();
  const page = useMatches().at(-1)?.data as { readonly languageForm?: string } | undefined;
  return (
    <>
      <Outlet />
      {session && <SessionGuard session={session} savesIn={page?.languageForm} />}
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} homeHref={paths.my.dashboard()} />;
}
