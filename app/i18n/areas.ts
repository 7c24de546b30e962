/**
 * One JSON file per area and language; a key reads `area:path.to.text`. Areas travel to browsers by audience: everybody's
 * with each page, a visitor's with public and account pages, an applicant's with the rooms behind the sign-in; staff have
 * all of them. Of `seats` the first two get what concerns them. What is only printed never travels.
 */
export const areasOf = {
  everybody: ["common", "domain"],
  visitor: ["public", "account", "notice", "seats"],
  applicant: ["applicant", "draft", "documents", "extension", "appeals", "rights", "seats"],
  staff: ["reviewer", "administrator", "panel", "selection", "auditor", "seats"],
} as const;

export type Audience = keyof typeof areasOf;

export const areas = [
  ...areasOf.everybody,
  ...areasOf.visitor.filter((area) => area !== "seats"),
  ...areasOf.applicant.filter((area) => area !== "seats"),
  ...areasOf.staff,
  "print",
] as const;

export type Area = (typeof areas)[number];

export type Resources = Readonly<Record<Area, object>>;

export type ResourcesFor<Group extends Audience> = Readonly<Record<(typeof areasOf)[Group][number], object>>;
