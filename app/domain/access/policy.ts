import type { AccountActor, Actor, Role } from "./actor.ts";

type OfAcademy = { readonly academyId: string };
type OfApplicant = { readonly applicantId: string };
type OfApplication = OfAcademy & OfApplicant;
type OfReviewer = { readonly reviewerId: string };
/** `firstBy` did the first half; another administrator must do the second. */
type SecondHalf = OfAcademy & { readonly firstBy: string | null };

type Subjects = {
  "academy:manage": OfAcademy;
  "cohort:view": OfAcademy;
  "cohort:manage": OfAcademy;
  "cohort:close": OfAcademy;
  "people:manage": OfAcademy;
  "application:start": null;
  "application:write": OfApplicant;
  "application:view": OfApplication;
  "application:screen": OfAcademy;
  "extension:decide": OfAcademy;
  "file:read": OfApplication & { readonly openToReviewers: readonly string[] };
  "pledge:sign": OfReviewer;
  "conflict:declare": OfReviewer;
  "review:read": OfReviewer & { readonly conflicted: boolean };
  "review:write": OfReviewer & { readonly conflicted: boolean };
  "review:assign": OfAcademy;
  "scores:import": OfAcademy;
  "stage:close": OfAcademy;
  "stage:approve": SecondHalf;
  "stage:publish": OfAcademy;
  "selection:run": OfAcademy;
  "selection:approve": SecondHalf;
  "tie:decide": OfAcademy;
  "seats:add": OfAcademy;
  "decisions:publish": OfAcademy;
  "offer:answer": OfApplicant;
  "offer:approve": OfAcademy;
  "offer:cancel": OfAcademy;
  "offer:lapse": OfAcademy;
  "outbox:view": OfAcademy;
  "outbox:deliver": null;
  "audit:view": OfAcademy;
  "demo:advance": OfAcademy;
  "consent:change": OfApplicant;
  "appeal:file": OfApplicant;
  "appeal:decide": OfAcademy;
  "data:own": OfApplicant;
  "data:ask": OfApplicant;
  "data:answer": OfAcademy;
  "account:change": { readonly accountId: string };
};
export type Action = keyof Subjects;

type Rule<Subject> = (actor: AccountActor, subject: Subject) => boolean;

const rules: { readonly [Name in Action]: Rule<Subjects[Name]> } = {
  "academy:manage": isAdministrator,
  "cohort:view": isStaff,
  "cohort:manage": isAdministrator,
  "cohort:close": isAdministrator,
  "people:manage": isAdministrator,
  "application:start": (actor) => actor.role === "applicant",
  "application:write": isOwner,
  "application:view": (actor, application) =>
    isOwner(actor, application) || isAdministrator(actor, application) || isAuditor(actor, application),
  "application:screen": isAdministrator,
  "extension:decide": isAdministrator,
  "file:read": (actor, file) =>
    isOwner(actor, file) || isAdministrator(actor, file) || file.openToReviewers.includes(actor.accountId),
  "pledge:sign": isTheReviewer,
  "conflict:declare": isTheReviewer,
  "review:read": (actor, review) => isTheReviewer(actor, review) && !review.conflicted,
  "review:write": (actor, review) => isTheReviewer(actor, review) && !review.conflicted,
  "review:assign": isAdministrator,
  "scores:import": isAdministrator,
  "stage:close": isAdministrator,
  "stage:approve": isTheOtherAdministrator,
  "stage:publish": isAdministrator,
  "selection:run": isAdministrator,
  "selection:approve": isTheOtherAdministrator,
  "tie:decide": isAdministrator,
  "seats:add": isAdministrator,
  "decisions:publish": isAdministrator,
  "offer:answer": isOwner,
  "offer:approve": isAdministrator,
  "offer:cancel": isAdministrator,
  "offer:lapse": isAdministrator,
  "outbox:view": isAdministrator,
  "outbox:deliver": () => false,
  "audit:view": (actor, academy) => isAdministrator(actor, academy) || isAuditor(actor, academy),
  "demo:advance": () => false,
  "consent:change": isOwner,
  "appeal:file": isOwner,
  "appeal:decide": isAdministrator,
  "data:own": isOwner,
  "data:ask": isOwner,
  "data:answer": isAdministrator,
  "account:change": (actor, account) => actor.accountId === account.accountId,
};

/** What the worker and the command line may do. They never approve: that takes a second person. */
const systemMay: ReadonlySet<Action> = new Set<Action>([
  "cohort:view",
  "cohort:manage",
  "cohort:close",
  "application:view",
  "scores:import",
  "selection:run",
  "stage:publish",
  "decisions:publish",
  "offer:approve",
  "offer:lapse",
  "outbox:deliver",
  "audit:view",
  "demo:advance",
]);

/** Whether `actor` may do `action` to `subject`. The only place that decides; pages hide what it refuses. */
export function can<Name extends Action>(actor: Actor, action: Name, subject: Subjects[Name]): boolean {
  return actor.kind === "system" ? systemMay.has(action) : rules[action](actor, subject);
}

function hasRole(actor: AccountActor, role: Role, { academyId }: OfAcademy): boolean {
  return actor.role === role && actor.academyId === academyId;
}
function isAdministrator(actor: AccountActor, subject: OfAcademy): boolean {
  return hasRole(actor, "administrator", subject);
}
function isAuditor(actor: AccountActor, subject: OfAcademy): boolean {
  return hasRole(actor, "auditor", subject);
}
function isStaff(actor: AccountActor, subject: OfAcademy): boolean {
  return isAdministrator(actor, subject) || isAuditor(actor, subject);
}
function isTheOtherAdministrator(actor: AccountActor, subject: SecondHalf): boolean {
  return isAdministrator(actor, subject) && actor.accountId !== subject.firstBy;
}
function isOwner(actor: AccountActor, { applicantId }: OfApplicant): boolean {
  return actor.role === "applicant" && actor.accountId === applicantId;
}
function isTheReviewer(actor: AccountActor, { reviewerId }: OfReviewer): boolean {
  return actor.role === "reviewer" && actor.accountId === reviewerId;
}
