import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { requireRole } from "#app/auth/guards.server.ts";
import { ErrorPage } from "#app/components/error-page.tsx";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, "auditor", "administrator");
  return null;
}

export default function AuditorLayout() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} homeHref={paths.audit.home()} />;
}
