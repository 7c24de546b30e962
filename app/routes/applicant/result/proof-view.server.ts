import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { DisclosedRow } from "#app/domain/proof/record/record.ts";
import { reads } from "#app/runtime.server.ts";
import { findOwnOpening, type OwnOpening } from "#db/queries/selection-records.ts";
import { mayOpenRow } from "./may-open-row.ts";

type Told = { readonly definition: ProgrammeDefinition; readonly announcedAt: string | null; readonly now: Date };

/** The own row of the published record and what it is checked against; null before it may be told, or without a record. */
export async function findOwnProof(applicationId: string, told: Told): Promise<OwnOpening | undefined> {
  return mayOpenRow(told) ? findOwnOpening(reads, applicationId) : undefined;
}

export async function proofView(applicationId: string, told: Told) {
  const own = await findOwnProof(applicationId, told);
  if (!own) return null;
  const { root, disclosedRoot, size, leafIndex } = own;
  const { ref } = JSON.parse(own.disclosed) as DisclosedRow;
  return { root, disclosedRoot, size, place: leafIndex + 1, ref };
}
