import type { AcceptanceDefinition } from "#app/domain/programme/acceptance.ts";
import { documentById, documentsDue, type DocumentDefinition } from "#app/domain/programme/documents.ts";

type Rules = { readonly acceptance: AcceptanceDefinition; readonly documents: readonly DocumentDefinition[] };

/** What somebody who accepts a seat must sign at once, and what is asked for afterwards. */
export type AcceptanceRequirements = {
  readonly pledge: DocumentDefinition | null;
  readonly documents: readonly DocumentDefinition[];
};

const pledgeId = "pledge";

/** Reads `acceptance.requires` (`documents:after_selection`, `document:ID` or an id); the pledge is signed by a tick, so it is no document. */
export function acceptanceRequirements(rules: Rules): AcceptanceRequirements {
  const asked = rules.acceptance.requires.flatMap((requirement): readonly (DocumentDefinition | undefined)[] =>
    requirement === "documents:after_selection"
      ? documentsDue(rules, "after_selection")
      : [documentById(rules, requirement.replace(/^document:/, ""))],
  );
  const documents = [...new Set(asked)].filter((document) => document !== undefined);
  return {
    pledge: documents.find(({ id }) => id === pledgeId) ?? null,
    documents: documents.filter(({ id }) => id !== pledgeId),
  };
}
