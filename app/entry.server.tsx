import { PassThrough } from "node:stream";
import { text as collect } from "node:stream/consumers";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { faultForLog, pathForLog } from "./use-cases/fault-for-log.ts";
import { env } from "./env.server.ts";
import { NonceContext } from "./components/nonce.ts";
import { securityHeaders } from "./http/headers.server.ts";
import { serverI18n } from "./i18n/i18n.server.ts";
import { languageOf } from "./i18n/language.server.ts";

const RENDER_AT_MOST_MS = 10_000;

/** Web door: renders a page to one buffer, so that a fault becomes a 500 and not half a page. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const { html, failed } = await render(
    <NonceContext.Provider value={nonce}>
      <I18nextProvider i18n={serverI18n(languageOf(request))}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={RENDER_AT_MOST_MS} />
      </I18nextProvider>
    </NonceContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.append("Vary", "Cookie");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  for (const [name, value] of Object.entries(securityHeaders({ nonce, https: env.publicUrl.startsWith("https:") })))
    headers.set(name, value);
  return new Response(html, { status: failed ? 500 : status, headers });
}

async function render(page: React.ReactElement): Promise<{ html: string; failed: boolean }> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(page, {
      onAllReady() {
        // The timer must go: left alone it keeps the whole render tree alive.
        clearTimeout(timer);
        const body = new PassThrough();
        // React 18 fills the end of a chunk with zeros where a letter of several bytes did not fit: browsers would show
        // them, and send them back, as U+FFFD in the middle of somebody's essay.
        collect(body).then((html) => resolve({ html: html.replaceAll("\0", ""), failed }), reject);
        pipe(body);
      },
      onShellError(error) {
        clearTimeout(timer);
        reject(error as Error);
      },
      onError(error) {
        failed = true;
        console.error(JSON.stringify({ level: "error", rendering: true, fault: faultForLog(error) }));
      },
    });
    const timer = setTimeout(abort, RENDER_AT_MOST_MS);
  });
}

/** A fault is logged once, with the request's id and without anybody's data. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  console.error(
    JSON.stringify({
      level: "error",
      requestId: context.requestId,
      method: request.method,
      path: pathForLog(new URL(request.url).pathname),
      fault: faultForLog(error),
    }),
  );
}
