import { startSession } from "#app/auth/session.server.ts";
import { paths } from "#app/paths.ts";
import { action as save, loader as section } from "#app/routes/applicant/section.tsx";
import { db } from "#app/runtime.server.ts";
import { getApplication } from "#db/queries/applications.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { get, post, route } from "../account/request.ts";

const now = new Date();
export const cookieFor = async (accountId: string) => (await startSession(accountId)).split(";")[0] ?? "";

/** A draft whose essay is saved and asked for as a browser does. */
export async function aDraft() {
  const draft = await aReadyDraft(db, { cohort: await anOpenCohort(db, { now }) });
  const { applicationId, applicant } = draft;
  const cookie = await cookieFor(applicant.accountId);
  const params = { applicationId, sectionId: "essay" };
  const path = paths.my.section(applicationId, "essay");
  const open = () => section(route(get(path, { cookie }), params));
  const send = (fields: Record<string, string>, as = cookie) => save(route(post(path, fields, { cookie: as }), params));
  const answer = async (id: string) => (await getApplication(db, applicationId)).answers[id];
  return { ...draft, cookie, params, path, open, send, answer };
}

export type Draft = Awaited<ReturnType<typeof aDraft>>;
export const based = ({ revision, edition }: { revision: number; edition: string }) => ({
  revision: String(revision),
  edition,
});
export const headersOf = (answer: unknown) => new Headers((answer as { init?: ResponseInit }).init?.headers);
