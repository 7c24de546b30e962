import type { Role } from "#app/domain/access/actor.ts";
import { paths } from "#app/paths.ts";

const homes: Readonly<Record<Role, string>> = {
  applicant: paths.my.dashboard(),
  reviewer: paths.review.home(),
  administrator: paths.manage.home(),
  auditor: paths.audit.home(),
};

/** Where somebody's work begins. */
export function homePathOf(role: Role): string {
  return homes[role];
}
