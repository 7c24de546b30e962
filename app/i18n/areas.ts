/**
 * One JSON file per area and language; a key reads `area:path.to.text`. Areas travel to browsers by audience: everybody
 * gets the visitor's, who applied those of the applicant besides, staff all three. What is only printed never travels.
 */
export const areasOf = {
  visitor: ["common", "public", "account", "domain", "notice", "seats"],
  applicant: ["applicant", "draft", "documents", "extension", "appeals", "rights"],
  staff: ["reviewer", "administrator", "panel", "selection", "auditor"],
} as const;

export type Audience = keyof typeof areasOf;

export const areas = [...areasOf.visitor, ...areasOf.applicant, ...areasOf.staff, "print"] as const;

export type Area = (typeof areas)[number];

export type Resources = Readonly<Record<Area, object>>;

export type ResourcesFor<Group extends Audience> = Readonly<Record<(typeof areasOf)[Group][number], object>>;
