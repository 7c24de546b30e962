import { expect, type Locator } from "@playwright/test";
import type { Answers } from "#app/domain/application/answers.ts";
import type { FormSection, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { documentsAsked } from "#app/domain/programme/documents.ts";
import { paths } from "#app/paths.ts";
import { fillIn } from "./fill-in.ts";
import { handInFiles, type Carrying, type Upload } from "./hand-in-files.ts";
import type { Hand } from "./hand.ts";
import type { Person } from "./person.ts";
import { checkReview } from "./review-page.ts";

export type Walk = {
  readonly person: Person;
  readonly hand: Hand;
  readonly definition: ProgrammeDefinition;
  /** Of the cohort; the definition's own may be another. */
  readonly slug: string;
  readonly language: "ko" | "en";
  readonly answers: Answers;
  /** By the document they belong to. */
  readonly files: Readonly<Record<string, readonly Upload[]>>;
  readonly carrying: Carrying;
  /** Looks at each page of the way. */
  readonly look: () => Promise<void>;
};

/** From the cohort's page to the receipt, by nothing but what the pages offer. Answers the application's id. */
export async function applyThroughEveryPage(walk: Walk): Promise<string> {
  const { person, hand, definition, slug, answers, look } = walk;
  const { page } = person;
  const follow = async (what: Locator, arrived: Locator) => {
    await hand.press(what);
    await arrived.first().waitFor();
    await look();
  };
  const link = (path: string) => page.locator(`main a[href="${path}"]`).first();

  await person.go(paths.cohort(slug));
  await page.waitForLoadState("networkidle");
  await look();
  await follow(link(paths.my.apply(slug)), page.locator("#consent-collect"));
  await hand.tick(page.locator("#consent-collect"));
  await follow(page.locator("main form button[type=submit]").first(), page.locator("main .task-list"));
  const id = new URL(page.url()).pathname.split("/")[3] ?? "";

  const { sections } = definition.form;
  const open = async (section: FormSection) => follow(link(paths.my.section(id, section.id)), firstControl(section));
  const firstControl = ({ fields: [field] }: FormSection) => page.locator(`main [name^="${field?.id ?? ""}"]`);
  const toList = () => follow(link(paths.my.application(id)), page.locator("main .task-list"));
  const send = (intent: "next" | "stay") => hand.press(page.locator(`main button[name=intent][value=${intent}]`));
  /** Fills in what is asked now; answers whether something was left for later. */
  const fill = async ({ fields }: FormSection) => {
    const later = fields.filter(({ showIf }) => isForLater(definition, { fields, showIf }));
    for (const field of fields) {
      const answer = answers[field.id];
      if (answer === undefined || later.includes(field)) continue;
      await fillIn(page, hand, { field, answer });
      const consent = page.locator("main input[name=consent]");
      if (field.optionsFrom === "bonus.items" && (await consent.count()) > 0) await hand.tick(consent);
    }
    return later;
  };

  if (sections[0]) await open(sections[0]);
  const waiting: FormSection[] = [];
  for (const [index, section] of sections.entries()) {
    if ((await fill(section)).some((field) => answers[field.id] !== undefined)) waiting.push(section);
    const next = sections[index + 1];
    if (next) await Promise.all([firstControl(next).first().waitFor(), send("next")]);
    else await send("stay");
    await look();
  }
  await page
    .getByText(/저장했습니다|Saved/)
    .first()
    .waitFor();
  // What an answer of a later section asked for: any order will do.
  for (const section of waiting) {
    await toList();
    await open(section);
    for (const field of section.fields) {
      const answer = answers[field.id];
      if (field.showIf && answer !== undefined) await fillIn(page, hand, { field, answer });
    }
    await Promise.all([
      page
        .getByText(/저장했습니다|Saved/)
        .first()
        .waitFor(),
      send("stay"),
    ]);
  }

  await toList();
  await follow(link(paths.my.documents(id)), page.locator("main form.upload"));
  const { carrying, files } = walk;
  for (const { id: documentId } of documentsAsked(definition, answers)) {
    const own = files[documentId] ?? [];
    if (own.length > 0) await handInFiles(page, hand, { documentId, files: own, carrying });
  }
  await look();
  await follow(link(paths.my.consents(id)), page.locator("main input[name=offered]").locator("xpath=.."));
  for (const consent of await page.locator("main input[name=consent]").all()) await hand.tick(consent);
  await Promise.all([page.locator("main input[name=pledge]").first().waitFor(), send("next")]);
  await checkReview(page, walk);
  await look();
  for (const pledge of await page.locator("main input[name=pledge]").all()) await hand.tick(pledge);
  await follow(
    page.locator("main form:has(input[name=pledge]) button[type=submit]"),
    page.locator(`main a[href="${paths.my.receiptPdf(id)}"]`),
  );
  await expect(page).toHaveURL(new RegExp(`${paths.my.receipt(id)}$`));
  return id;
}

/** A question that an answer of another section opens cannot be answered before that one is. */
function isForLater(
  definition: ProgrammeDefinition,
  {
    fields,
    showIf,
  }: { readonly fields: FormSection["fields"]; readonly showIf: FormSection["fields"][number]["showIf"] },
): boolean {
  const elsewhere = Object.keys(showIf ?? {}).filter((id) => !fields.some((field) => field.id === id));
  return elsewhere.some((id) =>
    definition.form.sections.some((section) => section.fields.some((each) => each.id === id)),
  );
}
