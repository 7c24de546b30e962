import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { requireAdministrator } from "#app/auth/guards.server.ts";
import { ErrorPage } from "#app/components/error-page.tsx";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  return null;
}

export default function AdministratorLayout() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} homeHref={paths.manage.home()} />;
}
