export type PublicationLevel = "P0" | "P1" | "P2";

/** What a record may hold, each from one level on. */
export type RecordPart = "roots" | "selected" | "cut_score" | "table" | "full_table";

const partsOf: Readonly<Record<PublicationLevel, readonly RecordPart[]>> = {
  P0: ["roots", "selected", "cut_score"],
  P1: ["roots", "selected", "cut_score", "table"],
  P2: ["roots", "selected", "cut_score", "table", "full_table"],
};

/** Whether a record of this level holds the part (SELECTION F, three publication levels). */
export function isPublished(part: RecordPart, level: PublicationLevel): boolean {
  return partsOf[level].includes(part);
}
