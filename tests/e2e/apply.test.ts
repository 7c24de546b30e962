import { expect, test, type BrowserContextOptions } from "@playwright/test";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { openSnapshot } from "#app/domain/application/snapshot.ts";
import { fieldsOf } from "#app/domain/programme/form.ts";
import { anApplicant, anOpenCohort, type OpenCohort, type SampleName } from "#tests/factories/cohort.ts";
import { aTellingJpeg, aTellingPdf, aTellingPng } from "#tests/factories/telling-files.ts";
import { startPortal, type Portal } from "#tests/support/portal.ts";
import { everyAnswer } from "./steps/every-answer.ts";
import { applyThroughEveryPage } from "./steps/every-page.ts";
import { keyboard, pointer } from "./steps/hand.ts";
import type { Upload } from "./steps/hand-in-files.ts";
import { looksRightIn } from "./steps/looks-right.ts";
import { aPerson, complaintsAt } from "./steps/person.ts";
import { checkReceipt } from "./steps/receipt.ts";
import { signInByCookie } from "./steps/sign-in-by-cookie.ts";

test.describe.configure({ mode: "parallel" });

const sizes = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1280, height: 800 } },
} satisfies Record<string, BrowserContextOptions>;

let portal: Portal;
let cohorts: Readonly<Record<SampleName, OpenCohort>>;
test.beforeAll(async () => {
  portal = await startPortal();
  const now = new Date();
  cohorts = {
    "ai-academy": await anOpenCohort(portal.db, { sample: "ai-academy", now }),
    "gcc-academy": await anOpenCohort(portal.db, { sample: "gcc-academy", now }),
  };
});
test.afterEach(() => {
  expect([...complaintsAt(portal.url), ...portal.complaints]).toEqual([]);
});
test.afterAll(async () => {
  await portal.stop();
});

type Run = {
  readonly sample: SampleName;
  readonly size: keyof typeof sizes;
  readonly language: "ko" | "en";
  readonly scripts: boolean;
  readonly keysOnly?: boolean;
  readonly looks?: boolean;
};

const runs: readonly Run[] = (["ko", "en"] as const).flatMap((language): readonly Run[] => [
  // The filled-in way is looked at once; every page in both languages is by looks.test.ts.
  {
    sample: "ai-academy",
    language,
    size: language === "ko" ? "phone" : "desk",
    scripts: true,
    looks: language === "ko",
  },
  { sample: "ai-academy", language, size: language === "ko" ? "desk" : "phone", scripts: true },
  { sample: "ai-academy", language, size: "phone", scripts: false },
  { sample: "ai-academy", language, size: "desk", scripts: false },
  ...(language === "ko"
    ? ([
        { sample: "gcc-academy", language, size: "phone", scripts: true },
        { sample: "gcc-academy", language, size: "desk", scripts: false },
      ] as const)
    : ([
        { sample: "gcc-academy", language, size: "desk", scripts: true, keysOnly: true },
        { sample: "gcc-academy", language, size: "phone", scripts: false },
      ] as const)),
]);

for (const run of runs) {
  const { sample, language, size, scripts, keysOnly = false, looks = false } = run;
  const manner = keysOnly ? ", by keyboard alone" : scripts ? "" : ", without scripts";
  const edge = keysOnly || !scripts ? "KOREA 7.13: " : "";
  const title = `${edge}somebody answers every question of ${sample} and holds a receipt on page, in mail and on paper`;
  test(`${title} (${language}, ${size}${manner}${looks ? ", every page looked at" : ""})`, async ({ browser }) => {
    const { definition, slug } = cohorts[sample];
    const applicant = await anApplicant(portal.db, { name: "가상하나", language, now: new Date() });
    const person = await aPerson(browser, portal.url, { ...sizes[size], javaScriptEnabled: scripts });
    await signInByCookie(portal, person, applicant);
    const { page } = person;
    const hand = keysOnly ? keyboard(page) : pointer(size === "phone");
    const answers = everyAnswer(definition, applicant);
    expect(Object.keys(answers).toSorted()).toEqual(
      fieldsOf(definition)
        .map(({ id }) => id)
        .toSorted(),
    );
    const files = await everyFile(definition);

    const applicationId = await applyThroughEveryPage({
      person,
      hand,
      definition,
      slug,
      language,
      answers,
      files,
      carrying: keysOnly ? "keys" : scripts ? "drop" : "plain",
      look: async () => (looks ? looksRightIn(page, language) : undefined),
    });

    const receipt = { ...applicant, portal, person, hand, applicationId, definition, language };
    const { submission } = await checkReceipt(receipt);
    const handedIn = openSnapshot(submission.answers);
    expect(handedIn.answers).toEqual(answers);
    expect(handedIn.files.map(({ document, name }) => `${document} ${name}`).toSorted()).toEqual(
      Object.entries(files)
        .flatMap(([document, all]) => all.map(({ name }) => `${document} ${name.normalize("NFC")}`))
        .toSorted(),
    );
    const asked = definition.consents.filter(({ kind }) => kind !== "notice").map(({ id }) => id);
    expect(handedIn.consents).toEqual([...asked, "full_participation"].toSorted());
    await person.leave();
  });
}

/** As many files as every document takes, up to three, of every format; names as a Mac writes them. */
async function everyFile(definition: ProgrammeDefinition): Promise<Readonly<Record<string, readonly Upload[]>>> {
  const kinds = {
    pdf: { mimeType: "application/pdf", bytes: await aTellingPdf() },
    png: { mimeType: "image/png", bytes: await aTellingPng() },
    jpg: { mimeType: "image/jpeg", bytes: await aTellingJpeg() },
  };
  const asked = definition.documents.filter(({ when }) => when === "application");
  return Object.fromEntries(
    asked.map(({ id, accept, maxFiles }) => [
      id,
      (accept as readonly (keyof typeof kinds)[])
        .toSorted()
        .slice(0, maxFiles)
        .map((format) => ({
          name: `증빙 ${id}.${format}`.normalize("NFD"),
          mimeType: kinds[format].mimeType,
          buffer: Buffer.from(kinds[format].bytes),
        })),
    ]),
  );
}
