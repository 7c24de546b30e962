import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text } from "#app/domain/programme/text.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import type { Language } from "#app/i18n/language.ts";
import { reads } from "#app/runtime.server.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import type { RecordNames } from "./log-detail.tsx";
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
  const language = languageOf(request);
  const definition = await getDefinition(reads, (await getCohort(reads, cohortId)).definitionId);
  const shown = rows.slice(0, ENTRIES_A_PAGE);
  return {
    rows: shown,
    names: namesOf(definition, language),
    isFirst: before === undefined,
    older: rows.length > ENTRIES_A_PAGE ? (shown.at(-1)?.sequence ?? null) : null,
  };
}

function namesOf(definition: ProgrammeDefinition, language: Language): RecordNames {
  const { stages, tracks, documents, bonus } = definition;
  return Object.fromEntries([
    ...[...documents, ...bonus.items].map(({ id, label }) => [id, text(label, language)]),
    ...[...tracks, ...stages].map(({ id, title }) => [id, text(title, language)]),
  ]);
}

export async function checkChain(request: Request, cohortId: string) {
  requireSameOrigin(request);
  return verifyChain(reads, cohortId);
}
