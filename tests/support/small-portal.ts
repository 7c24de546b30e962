import type { Db } from "#db/connect.ts";
import { aCohortBeforeItsClose } from "#tests/bench/deadline-cohort.ts";
import { startPortal, type Portal } from "./portal.ts";
import { listedPages, type ListedPage } from "./pages.ts";

export type SmallPortal = { readonly portal: Portal; readonly pages: readonly ListedPage[]; readonly cookie: string };

/** The production build with one open cohort, one applicant with a whole draft who is signed in, and the pages to look at. */
export async function startSmallPortal(): Promise<SmallPortal> {
  const portal = await startPortal();
  const { pages, cookie } = await aSmallCohort(portal.db);
  return { portal, pages, cookie };
}

async function aSmallCohort(db: Db) {
  const { cohort, applicants } = await aCohortBeforeItsClose(db, { people: 1 });
  const [applicant] = applicants;
  if (!applicant) throw new Error("nobody applied");
  const sectionIds = cohort.definition.form.sections.filter(({ fields }) => fields.length > 0).map(({ id }) => id);
  const pages = listedPages({ slug: cohort.slug, applicationId: applicant.applicationId, sectionIds });
  return { pages, cookie: applicant.cookie };
}
