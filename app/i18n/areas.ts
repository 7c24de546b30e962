/**
 * One JSON file per area and language; a key reads `area:path.to.text`. Texts travel to browsers by audience: everybody's
 * with each page, a visitor's with public and account pages, an applicant's with the rooms behind the sign-in (where one
 * writes a section with nothing more, so that it is light), and more where the application is handed in, documents are,
 * the outcome is told, or rights are used; staff have all of them. Of an area
 * that stands with several audiences each has the part that concerns it. What is only printed never travels.
 */
export const areasOf = {
  everybody: ["common", "domain"],
  visitor: ["public", "account", "notice", "seats"],
  applicant: ["applicant", "draft", "extension", "rights"],
  application: ["applicant", "extension"],
  handing: ["applicant", "documents"],
  outcome: ["applicant", "documents", "seats"],
  rights: ["applicant", "appeals", "rights"],
  staff: [
    "reviewer",
    "administrator",
    "panel",
    "selection",
    "auditor",
    "seats",
    "documents",
    "extension",
    "appeals",
    "rights",
  ],
} as const;

export type Audience = keyof typeof areasOf;
export const audiences = Object.keys(areasOf) as readonly Audience[];

export type Area = (typeof areasOf)[Audience][number] | "print";

export const areas: readonly Area[] = [...new Set<Area>([...Object.values(areasOf).flat(), "print"])];

export type Resources = Readonly<Record<Area, object>>;

export type ResourcesFor<Group extends Audience> = Readonly<Record<(typeof areasOf)[Group][number], object>>;
