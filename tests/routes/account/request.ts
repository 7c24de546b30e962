import type { AppLoadContext } from "@remix-run/node";
import { paths } from "#app/paths.ts";

const origin = "http://localhost:3000";

type Sent = { cookie?: string; site?: string };

export function get(path: string, { cookie = "" }: Sent = {}): Request {
  return new Request(origin + path, { headers: { Cookie: cookie } });
}

export function post(
  path: string,
  fields: Record<string, string>,
  { cookie = "", site = "same-origin" }: Sent = {},
): Request {
  return new Request(origin + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: {
      Cookie: cookie,
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": site,
    },
  });
}

let visitors = 0;

/** What the web server hands to a loader or an action; each visitor comes from an address of their own. */
export function route(request: Request, params: Record<string, string> = {}) {
  visitors += 1;
  const context: AppLoadContext = {
    arrivedAt: new Date(),
    address: `192.0.2.${visitors}`,
    requestId: "request",
    nonce: "nonce",
  };
  return { request, params, context };
}

/** "session=…" of an answer that signs somebody in, for the next request. */
export function cookieOf(response: Response): string {
  return response.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

export function targetOf(answer: unknown): string | null {
  return answer instanceof Response ? answer.headers.get("Location") : null;
}

/** Of what `data()` returned: status and body as the page will get them. */
export function answered(answer: unknown): { status: number | undefined; text: string } {
  const { data, init } = answer as { data: unknown; init?: { status?: number } };
  return { status: init?.status, text: JSON.stringify(data) };
}

export const signInPath = paths.signIn();
