import { Agent, request, type IncomingMessage } from "node:http";
import { paths } from "#app/paths.ts";
import type { ReadyApplicant } from "./deadline-cohort.ts";

export type Answer = {
  readonly applicationId: string;
  readonly sentAt: number;
  readonly tookMs: number;
  /** `acknowledged` = sent on to the receipt; `refused` = told that it is late; `lost` = no answer at all. */
  readonly kind: "acknowledged" | "refused" | "lost" | "odd";
  readonly status: number;
};

const pledges = "pledge=truth&pledge=full_participation";

/** Connections of their own for everybody, kept alive, as browsers hold them. */
export function connections(): Agent {
  return new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: Infinity });
}

/** The final submission as the page's own form sends it without scripts. */
export async function submit(agent: Agent, url: string, applicant: ReadyApplicant): Promise<Answer> {
  const { applicationId, cookie } = applicant;
  const sentAt = Date.now();
  const started = performance.now();
  const headers = {
    Cookie: cookie,
    Origin: url,
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": String(pledges.length),
  };
  const answered = await send(agent, url + paths.my.submit(applicationId), { method: "POST", headers }, pledges).catch(
    () => undefined,
  );
  const tookMs = performance.now() - started;
  const status = answered?.statusCode ?? 0;
  return { applicationId, sentAt, tookMs, status, kind: kindOf(answered, paths.my.receipt(applicationId)) };
}

function kindOf(answered: IncomingMessage | undefined, receipt: string): Answer["kind"] {
  if (!answered) return "lost";
  if (answered.statusCode === 302 && answered.headers.location === receipt) return "acknowledged";
  return answered.statusCode === 409 ? "refused" : "odd";
}

type Wish = { readonly method: string; readonly headers?: Readonly<Record<string, string>> };

async function send(agent: Agent, address: string, wish: Wish, body = ""): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { agent, ...wish }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer));
      answer.once("error", reject);
      answer.once("aborted", () => reject(new Error("cut off")));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
