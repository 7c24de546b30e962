import { createHash, randomBytes } from "node:crypto";
import type { Db } from "#db/connect.ts";
import { aCohortBeforeItsClose } from "#tests/bench/deadline-cohort.ts";
import { aPublishedSelection } from "#tests/use-cases/selection/published-selection.ts";
import { smallDefinition } from "#tests/use-cases/selection/small-cohort.ts";
import { startPortal, type Portal } from "./portal.ts";
import { listedPages, toldPages, type ListedPage } from "./pages.ts";

export type SmallPortal = {
  readonly portal: Portal;
  readonly pages: readonly ListedPage[];
  /** Of the session of each kind of person; visitors have none. */
  readonly cookies: Readonly<Record<ListedPage["as"], string | undefined>>;
};

/**
 * The production build with one open cohort, one applicant with a whole draft, another cohort that was told its final
 * result with one of those selected, both signed in, and the pages to look at.
 */
export async function startSmallPortal(): Promise<SmallPortal> {
  const portal = await startPortal();
  const { db } = portal;
  const { cohort, applicants } = await aCohortBeforeItsClose(db, { people: 1 });
  const [applicant] = applicants;
  if (!applicant) throw new Error("nobody applied");
  const { applicationId } = applicant;
  const sectionIds = cohort.definition.form.sections.filter(({ fields }) => fields.length > 0).map(({ id }) => id);
  // Both are made of the same sample; no academy announces two cohorts under one title.
  const otherTitle = { ko: "가상 과정의 지난 기수 (예시)", en: "Last cohort of a made-up course (sample)" };
  const definition = smallDefinition((draft) => Object.assign(draft, { title: otherTitle }));
  const { cohort: published } = await aPublishedSelection(db, definition);
  const selected = published.idOf("A");
  return {
    portal,
    pages: [...listedPages({ slug: cohort.slug, applicationId, sectionIds }), ...toldPages(selected)],
    cookies: { nobody: undefined, applicant: applicant.cookie, told: await sessionOf(db, selected) },
  };
}

async function sessionOf(db: Db, applicationId: string): Promise<string> {
  const { applicantId } = await db
    .selectFrom("application")
    .select("applicantId")
    .where("id", "=", applicationId)
    .executeTakeFirstOrThrow();
  const token = randomBytes(20).toString("hex");
  const id = createHash("sha256").update(token).digest("hex");
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  await db.insertInto("session").values({ id, accountId: applicantId, expiresAt }).execute();
  return `session=${token}`;
}
