/** One JSON file per area and language; a key reads `area:path.to.text`. */
export const areas = [
  "common",
  "public",
  "account",
  "applicant",
  "reviewer",
  "administrator",
  "panel",
  "selection",
  "seats",
  "auditor",
  "domain",
  "notice",
  "draft",
  "documents",
  "extension",
  "print",
  "appeals",
  "rights",
] as const;

export type Area = (typeof areas)[number];

export type Resources = Readonly<Record<Area, object>>;
