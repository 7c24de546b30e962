import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { reads } from "#app/runtime.server.ts";
import { listAuditEntries, verifyChain } from "#db/queries/audit-log.ts";

const ENTRIES_A_PAGE = 100;

/** One page of a cohort's chain, newest first; `before` in the address turns the page. */
export async function logPageOf(request: Request, cohortId: string) {
  const before = /^\d{1,12}$/.exec(new URL(request.url).searchParams.get("before") ?? "")?.[0];
  const rows = await listAuditEntries(reads, {
    chain: cohortId,
    before: before === undefined ? undefined : Number(before),
    limit: ENTRIES_A_PAGE + 1,
  });
  const shown = rows.slice(0, ENTRIES_A_PAGE);
  return {
    rows: shown,
    isFirst: before === undefined,
    older: rows.length > ENTRIES_A_PAGE ? (shown.at(-1)?.sequence ?? null) : null,
  };
}

export async function checkChain(request: Request, cohortId: string) {
  requireSameOrigin(request);
  return verifyChain(reads, cohortId);
}
