import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { findActor } from "./auth/session.server.ts";
import { ErrorPage } from "./components/error-page.tsx";
import { DemoBanner } from "./components/layout/demo-banner.tsx";
import { NonceContext } from "./components/nonce.ts";
import { SiteFooter } from "./components/layout/site-footer.tsx";
import { SiteHeader } from "./components/layout/site-header.tsx";
import { SkipLink } from "./components/layout/skip-link.tsx";
import { languageOf } from "./i18n/language.server.ts";
import { reads } from "./runtime.server.ts";
import styles from "./styles/index.css?url";
import { isDemo } from "#db/queries/settings.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "선발 Seonbal" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, demo] = await Promise.all([findActor(request), isDemo(reads)]);
  return {
    language: languageOf(request),
    demo,
    person: actor ? { name: actor.name, role: actor.role } : null,
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const nonce = useContext(NonceContext);
  return (
    <html lang={data?.language ?? "ko"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <SkipLink />
        {data?.demo ? <DemoBanner /> : null}
        <SiteHeader person={data?.person} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
