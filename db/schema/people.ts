import type { Role } from "#app/domain/access/actor.ts";
import type { Id, Instant, Json, Language } from "./columns.ts";

/** Academies and everybody who has an account. */
export interface PeopleTables {
  academy: { id: Id; slug: string; nameKo: string; nameEn: string; createdAt: Instant };
  account: {
    id: Id;
    email: string;
    passwordHash: string | null;
    name: string;
    role: Role;
    academyId: Id | null;
    language: Language;
    emailVerifiedAt: Instant | null;
    disabledAt: Instant | null;
    createdAt: Instant;
  };
  session: { id: string; accountId: Id; expiresAt: Instant };
  accountToken: {
    id: string;
    accountId: Id | null;
    academyId: Id | null;
    kind: "verify_email" | "reset_password" | "staff_invitation" | "first_administrator";
    email: string;
    payload: Json;
    createdAt: Instant;
    expiresAt: Instant;
    usedAt: Instant | null;
  };
  setting: { key: string; value: string };
}
