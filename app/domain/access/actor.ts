export const roles = ["applicant", "reviewer", "administrator", "auditor"] as const;
export type Role = (typeof roles)[number];

export type AccountActor = {
  readonly kind: "account";
  readonly accountId: string;
  readonly role: Role;
  /** Staff belong to one academy and see only its cohorts; applicants belong to none. */
  readonly academyId: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: "ko" | "en";
};
export type SystemActor = { readonly kind: "system" };
export type Actor = AccountActor | SystemActor;

/** Worker and command line act as the system; it has its own lines in the policy. */
export const systemActor: SystemActor = { kind: "system" };

export function accountIdOf(actor: Actor): string | null {
  return actor.kind === "account" ? actor.accountId : null;
}
