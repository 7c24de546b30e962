import type { AccountActor, Role } from "#app/domain/access/actor.ts";
import { syntheticId } from "#app/domain/demo/synthetic-id.ts";
import type { Db } from "#db/connect.ts";
import { insertMany } from "#db/queries/insert-many.ts";

export type DemoAcademy = {
  readonly academyId: string;
  readonly administrator: AccountActor;
  /** Approves what the first one ran. */
  readonly secondAdministrator: AccountActor;
  readonly reviewers: readonly AccountActor[];
};

type Of = {
  readonly seed: string;
  readonly code: "ai" | "gcc";
  readonly nameKo: string;
  readonly nameEn: string;
  readonly reviewers: number;
  readonly passwordHash: string;
  readonly now: Date;
};

/** An academy with its people: two administrators, because nobody approves their own work. */
export async function insertDemoAcademy(
  db: Db,
  { seed, code, nameKo, nameEn, reviewers, passwordHash, now }: Of,
): Promise<DemoAcademy> {
  const academyId = syntheticId({ seed, kind: "academy", key: code });
  const createdAt = now.toISOString();
  await insertMany(db, "academy", [{ id: academyId, slug: `${code}-academy`, nameKo, nameEn, createdAt }]);

  const person = (name: string, local: string, role: Role): AccountActor => ({
    kind: "account",
    accountId: syntheticId({ seed, kind: "account", key: `${local}@${code}` }),
    role,
    academyId,
    name,
    email: `${local}@${code}.example`,
    language: "ko",
  });
  const administrator = person("담당 하나", "admin1", "administrator");
  const secondAdministrator = person("담당 두리", "admin2", "administrator");
  const auditor = person("감사 세온", "auditor", "auditor");
  const reviewerActors = Array.from({ length: reviewers }, (_, index) => {
    const number = String(index + 1).padStart(2, "0");
    return person(`평가 ${number}`, `reviewer${number}`, "reviewer");
  });
  await insertMany(
    db,
    "account",
    [administrator, secondAdministrator, auditor, ...reviewerActors].map(
      ({ accountId: id, name, email, role, language }) => ({
        id,
        academyId,
        name,
        email,
        role,
        language,
        passwordHash,
        emailVerifiedAt: createdAt,
        disabledAt: null,
        createdAt,
      }),
    ),
  );
  return { academyId, administrator, secondAdministrator, reviewers: reviewerActors };
}
