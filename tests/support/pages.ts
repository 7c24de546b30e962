import { paths } from "#app/paths.ts";

/** A page that is looked at by the checks of every page: valid HTML, axe, Lighthouse. New pages are added here. */
export type ListedPage = {
  readonly name: string;
  readonly path: string;
  /** `told`: somebody whose final result is published. */
  readonly as: "nobody" | "applicant" | "told";
};

type Places = {
  readonly slug: string;
  /** Of the applicant who looks. */
  readonly applicationId: string;
  readonly sectionIds: readonly string[];
};

export function listedPages({ slug, applicationId, sectionIds }: Places): readonly ListedPage[] {
  const open: readonly (readonly [string, string])[] = [
    ["home", paths.home()],
    ["cohort", paths.cohort(slug)],
    ["results", paths.results(slug)],
    ["sign in", paths.signIn()],
    ["sign up", paths.signUp()],
    ["forgotten password", paths.forgotPassword()],
    ["a link that is wrong", paths.verifyEmail("no-such-token")],
    ["a page that is not there", "/no-such-page"],
  ];
  const own: readonly (readonly [string, string])[] = [
    ["dashboard", paths.my.dashboard()],
    ["application", paths.my.application(applicationId)],
    ...sectionIds.map((id) => [`section ${id}`, paths.my.section(applicationId, id)] as const),
    ["documents", paths.my.documents(applicationId)],
    ["consents", paths.my.consents(applicationId)],
    ["review before submission", paths.my.submit(applicationId)],
    ["receipt", paths.my.receipt(applicationId)],
    ["result", paths.my.result(applicationId)],
    ["withdrawal", paths.my.withdraw(applicationId)],
    ["appeals", paths.my.appeals(applicationId)],
    ["who opened the application", paths.my.access(applicationId)],
    ["my data", paths.my.data()],
  ];
  return [
    ...open.map(([name, path]) => ({ name, path, as: "nobody" as const })),
    ...own.map(([name, path]) => ({ name, path, as: "applicant" as const })),
  ];
}

/** The rooms of somebody who was selected. */
export function toldPages(applicationId: string): readonly ListedPage[] {
  const rooms: readonly (readonly [string, string])[] = [
    ["published result", paths.my.result(applicationId)],
    ["application with its timeline", paths.my.application(applicationId)],
    ["documents after selection", paths.my.afterSelection(applicationId)],
    ["documents asked again", paths.my.completion(applicationId)],
    ["open appeals", paths.my.appeals(applicationId)],
  ];
  return rooms.map(([name, path]) => ({ name, path, as: "told" }));
}
