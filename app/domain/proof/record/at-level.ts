import { isPublished, type PublicationLevel } from "#app/domain/proof/publication-level.ts";
import type { SelectionRecord } from "#app/domain/proof/record/record.ts";

/** The record as a lower level publishes it: the same roots, without what the level does not hold. Source: SELECTION F. */
export function atLevel(record: SelectionRecord, level: PublicationLevel): SelectionRecord {
  const { table, reserves, people, openings, ...always } = record;
  return {
    ...always,
    level,
    ...(isPublished("table", level) && table && reserves ? { table, reserves } : {}),
    ...(isPublished("full_table", level) && people && openings ? { people, openings } : {}),
  };
}
