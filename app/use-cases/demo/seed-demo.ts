import { hash } from "@node-rs/argon2";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { syntheticId } from "#app/domain/demo/synthetic-id.ts";
import type { Db } from "#db/connect.ts";
import { insertMany } from "#db/queries/insert-many.ts";
import { settleHistoricMessages } from "#db/queries/demo-sheets.ts";
import { saveSetting } from "#db/queries/settings.ts";
import { createCohort } from "../create-cohort.ts";
import { openCohort } from "../open-cohort.ts";
import { advanceDemo, type DemoTarget } from "./advance-demo.ts";
import { demoPassword } from "./demo-accounts.ts";
import { insertDemoApplications } from "./demo-applications.ts";
import { aiAcademy6, aiAcademy7, gccAcademy2 } from "./demo-definitions.ts";
import { syntheticProof } from "./demo-proof.ts";
import { demoSeed } from "./demo-seed.ts";
import { insertDemoAcademy, type DemoAcademy } from "./demo-staff.ts";
import { startReviewing } from "./start-reviewing.ts";
import { must } from "./must.ts";
import type { DemoFiles } from "./stage-acts.ts";

type SeedDemo = { readonly files: DemoFiles; readonly now: Date; readonly say: (line: string) => void };

const NEVER_MAILED = "(history of the demo, never mailed)";

/**
 * Fills an empty database with two academies and three cohorts: AI Academy 6 standing before final selection, GCC
 * Academy 2 in document review, and AI Academy 7 taking applications today. The same people everywhere, by one seed.
 */
export async function seedDemo(db: Db, { files, now, say }: SeedDemo): Promise<void> {
  say("Making the demo: two academies, three cohorts and their made-up people …");
  await saveSetting(db, "demo", demoSeed);
  const passwordHash = await hash(demoPassword);
  const proof = await files.put(syntheticProof());
  const began = new Date(now.getTime() - 200 * 86_400_000);
  const staff = { seed: demoSeed, passwordHash, now: began };
  const ai = await insertDemoAcademy(db, {
    ...staff,
    code: "ai",
    nameKo: "(예시) 인공지능사관학교",
    nameEn: "(sample) AI Academy",
    reviewers: 24,
  });
  const gcc = await insertDemoAcademy(db, {
    ...staff,
    code: "gcc",
    nameKo: "(예시) GCC사관학교",
    nameEn: "(sample) GCC Academy",
    reviewers: 25,
  });
  await insertNewcomer(db, passwordHash, now);

  const history = { files, now, say, passwordHash, proof };
  await seedCohort(db, {
    ...history,
    academy: ai,
    definition: aiAcademy6(now),
    perTrack: { modeling: 284, service: 283, platform: 212 },
    target: "selecting",
  });
  await seedCohort(db, {
    ...history,
    academy: gcc,
    definition: gccAcademy2(now),
    perTrack: { "xr-design": 66, "xr-engineer": 61, game: 112, animation: 91, webtoon: 91 },
    target: "in_review",
  });
  await seedCohort(db, {
    ...history,
    academy: ai,
    definition: aiAcademy7(now),
    perTrack: { modeling: 19, service: 14, platform: 8 },
    target: null,
  });
}

type SeedCohort = Omit<SeedDemo, never> & {
  readonly academy: DemoAcademy;
  readonly definition: ProgrammeDefinition;
  readonly perTrack: Readonly<Record<string, number>>;
  readonly passwordHash: string;
  readonly proof: { readonly sha256: string; readonly size: number };
  /** Null: still open, nothing happened yet. */
  readonly target: DemoTarget | null;
};

async function seedCohort(
  db: Db,
  { academy, definition, target, files, now, say, ...rest }: SeedCohort,
): Promise<void> {
  const { academyId, administrator } = academy;
  const { start, end } = windowOf(definition, "application");
  const text = `${JSON.stringify(definition, null, 2)}\n`;
  const { cohortId, definitionId } = must(await createCohort(db, administrator, { academyId, text, now: start }));
  must(await openCohort(db, administrator, { cohortId, now: start }));
  const cohort = { seed: demoSeed, academyId, cohortId, definitionId, definition };
  await insertDemoApplications(db, { ...cohort, ...rest, until: end < now ? end : now });
  say(`${definition.slug}: ${Object.values(rest.perTrack).reduce((sum, count) => sum + count, 0)} applications`);
  if (target) {
    await advanceDemo(db, {
      cohortId,
      target,
      files,
      now,
      say: (line) => say(`${definition.slug}: ${line}`),
      pace: "calendar",
    });
    if (target === "in_review") await startReviewing(db, { cohort, administrator, now });
  }
  await settleHistoricMessages(db, { cohortId, note: NEVER_MAILED });
}

/** Somebody to try the form with. */
async function insertNewcomer(db: Db, passwordHash: string, now: Date): Promise<void> {
  const at = now.toISOString();
  await insertMany(db, "account", [
    {
      id: syntheticId({ seed: demoSeed, kind: "account", key: "newcomer" }),
      email: "new@applicant.example",
      passwordHash,
      name: "가새봄",
      role: "applicant",
      academyId: null,
      language: "ko",
      emailVerifiedAt: at,
      disabledAt: null,
      createdAt: at,
    },
  ]);
}
