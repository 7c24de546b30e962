import { expect, test, type Browser, type BrowserContextOptions } from "@playwright/test";
import { TextWriter, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import type { Json } from "#app/domain/proof/canonical-json.ts";
import { verifyOwnRow, type OwnRowProof } from "#app/domain/proof/row-commitment.ts";
import { paths } from "#app/paths.ts";
import { aPdf } from "#tests/factories/files.ts";
import { startPortal, type Portal } from "#tests/support/portal.ts";
import { readPdf } from "../print/read-pdf.ts";
import { download, eventsOf, linkTo } from "./steps/download.ts";
import { pointer } from "./steps/hand.ts";
import { handInFiles } from "./steps/hand-in-files.ts";
import { aPerson, complaints, complaintsAt } from "./steps/person.ts";
import { signInByCookie } from "./steps/sign-in-by-cookie.ts";
import { aToldCohort } from "./steps/told-cohort.ts";
import { desk, phone } from "./steps/writer.ts";

let portal: Portal;
let cohort: Awaited<ReturnType<typeof aToldCohort>>;
test.beforeAll(async () => {
  portal = await startPortal();
  cohort = await aToldCohort(portal);
});
test.afterAll(async () => {
  await portal.stop();
  expect(portal.complaints).toEqual([]);
  // Browsers write down what was refused: nobody is found by a wrong birth date.
  const notFound = `${portal.url}${paths.results(cohort.slug)}: Failed to load resource: the server responded with a status of 400`;
  expect(complaintsAt(portal.url).filter((line) => !line.startsWith(notFound))).toEqual([]);
});

type Manner = { readonly language: "ko" | "en"; readonly options: BrowserContextOptions };
const noScripts = { javaScriptEnabled: false };
/** Every pair of size, language and scripts. */
const manners = {
  "ko, phone": { language: "ko", options: phone },
  "en, phone, without scripts": { language: "en", options: { ...phone, ...noScripts } },
  "ko, desk, without scripts": { language: "ko", options: { ...desk, ...noScripts } },
  "en, desk": { language: "en", options: desk },
} as const satisfies Readonly<Record<string, Manner>>;
const all = Object.entries(manners);

async function as(browser: Browser, number: string, { language, options }: Manner) {
  const person = await aPerson(browser, portal.url, options);
  const actor = await cohort.actorOf(number);
  await signInByCookie(portal, person, { ...actor, language });
  const hand = pointer("hasTouch" in options);
  const applicationId = cohort.idOf(number);
  const main = person.page.locator("main");
  const hasScripts = options.javaScriptEnabled !== false;
  return { ...person, actor, hand, applicationId, main, language, hasScripts };
}

type Told = readonly [number: string, who: string, ko: readonly string[], en: readonly string[]];
const told: readonly Told[] = [
  [
    "A",
    "selected",
    ["합격을 축하드립니다", "90", "80", "등록하기"],
    ["Congratulations", "90", "80", "Accept the seat"],
  ],
  ["C", "a reserve", ["예비순위", "1번", "다음 순서입니다"], ["Reserve number", "No. 1", "You are next"]],
  ["D", "not selected", ["이번 기수에는 선발되지 않았습니다", "70", "60"], ["You were not selected", "70", "60"]],
  ["F", "below a stage's minimum", ["55점, 최저 기준 60점 미만"], ["55", "below the minimum of 60"]],
  ["L", "below a criterion's minimum", ["최저 기준"], ["minimum"]],
];

for (const [name, manner] of all) {
  test(`everybody reads what became of it and why: ${told.map(([, who]) => who).join(", ")} (${name})`, async ({
    browser,
  }) => {
    const person = await as(browser, "A", manner);
    for (const [number, , ko, en] of told) {
      await signInByCookie(portal, person, { ...(await cohort.actorOf(number)), language: manner.language });
      await person.go(paths.my.result(cohort.idOf(number)));
      for (const words of { ko, en }[manner.language]) await expect(person.main).toContainText(words);
      const [certificate, calendar] = [paths.my.certificatePdf, paths.my.calendar].map((to) => to(cohort.idOf(number)));
      await expect(linkTo(person.page, certificate ?? "")).toHaveCount(1);
      // Only who may still accept has a day ahead.
      const hasDates = number === "A";
      await expect(linkTo(person.page, calendar ?? "")).toHaveCount(hasDates ? 1 : 0);
      expect((await person.page.request.get(portal.url + calendar)).status()).toBe(hasDates ? 200 : 404);
    }
    await person.leave();
  });

  test(`without an account the outcome is looked up, and a wrong birth date says as little as a number nobody has (${name})`, async ({
    browser,
  }) => {
    const person = await aPerson(browser, portal.url, manner.options);
    await person.page.context().addCookies([{ name: "language", value: manner.language, url: portal.url }]);
    const hand = pointer("hasTouch" in manner.options);
    const answerTo = async (number: string, birthDate: string) => {
      await person.go(paths.results(cohort.slug));
      await hand.write(person.page.locator("main input[name=applicationNumber]"), number);
      await hand.write(person.page.locator("main input[name=birthDate]"), birthDate);
      await hand.press(person.page.locator("main form button[type=submit]").first());
      const said = person.page.locator("main .notice[role=status], main .error-summary").first();
      const sentence = await said.innerText();
      expect(person.page.url()).toBe(portal.url + paths.results(cohort.slug));
      return sentence;
    };
    expect(await answerTo("C", "2000-01-01")).toMatch(
      { ko: /예비합격 1번/, en: /no\. 1 on the reserve/ }[manner.language],
    );
    const wrong = await answerTo("C", "2000-01-02");
    expect(wrong).toContain({ ko: "맞는 지원서가 없습니다", en: "No application matches" }[manner.language]);
    expect(await answerTo("NOBODY", "2000-01-01")).toBe(wrong);
    await person.leave();
  });

  test(`certificate, dates, proof and the own archive are downloaded and say what the page says (${name})`, async ({
    browser,
  }) => {
    const { page, go, hand, applicationId, actor, leave, main } = await as(browser, "A", manner);
    await go(paths.my.result(applicationId));
    const fetched = (path: string) => download(page, () => hand.press(linkTo(page, path)));

    const certificate = await fetched(paths.my.certificatePdf(applicationId));
    const paper = (await readPdf(certificate.bytes)).text.replaceAll(/\s/g, "");
    expect(certificate.name).toBe("A-certificate.pdf");
    for (const words of ["가상A", { ko: "합격", en: "Selected" }[manner.language]]) expect(paper).toContain(words);

    const [date, ...others] = eventsOf((await fetched(paths.my.calendar(applicationId))).bytes);
    expect(others).toEqual([]);
    const until = cohort.respondBy.toISOString().replaceAll(/[-:]|\.000/g, "");
    expect(date).toMatchObject({ DTSTART: until, TRIGGER: "-P1D" });

    const file = JSON.parse(new TextDecoder().decode((await fetched(paths.my.proof(applicationId))).bytes)) as Omit<
      OwnRowProof,
      "row"
    > & { readonly disclosedRoot: string; readonly row: { readonly stages: object } };
    const { disclosedRoot, row, ...proof } = file;
    expect(verifyOwnRow({ ...proof, row: row as unknown as Json }, disclosedRoot)).toBe(true);
    const better = { ...row, stages: { ...row.stages, document: "100.00" } } as Json;
    expect(verifyOwnRow({ ...proof, row: better }, disclosedRoot)).toBe(false);
    await main.locator("details:has(ol) summary").click();
    await expect(main.locator("details:has(ol)")).toContainText(disclosedRoot);

    await go(paths.my.data());
    const { data } = await opened((await fetched(paths.my.dataArchive())).bytes);
    expect(data).toMatchObject({ account: { email: actor.email }, applications: [{ applicationNumber: "A" }] });
    await leave();
  });
}

for (const [name, number] of [
  ["en, phone, without scripts", "A"],
  ["en, desk", "G"],
] as const) {
  test(`a seat is accepted with the pledge, asked twice, and its documents handed in (${name})`, async ({
    browser,
  }) => {
    const person = await as(browser, number, manners[name]);
    const { page, hand, main, applicationId } = person;
    await person.go(paths.my.result(applicationId));
    await expect(page.locator("button[value=accept]")).toBeHidden();
    await person.act("accept");
    await expect(page.locator("main .error-summary")).toBeVisible();
    // The browser wrote this one refusal down, and nothing else.
    await expect.poll(() => complaints.filter((line) => line.startsWith(page.url()))).toHaveLength(1);
    expect(complaints.pop()).toContain("status of 409");
    await expect(page.locator("button[value=accept]")).toBeVisible();
    await hand.tick(page.locator("main input[name=pledge]"));
    await person.act("accept");
    await expect(main).toContainText("Your seat is confirmed");
    await portal.mailbox.wait(person.actor.email, "등록이 완료");

    await hand.press(linkTo(page, paths.my.afterSelection(applicationId)));
    const files = [{ name: "졸업증명서.pdf", mimeType: "application/pdf", buffer: Buffer.from(aPdf) }];
    const carrying = person.hasScripts ? ("drop" as const) : ("plain" as const);
    await handInFiles(page, hand, { documentId: "graduation", files, carrying });
    await person.go(paths.my.result(applicationId));
    const handedIn = page.locator("main li", { hasText: "Handed in" });
    await expect(handedIn).toHaveText("Certificate of highest education Handed in");
    await expect(page.locator("main progress")).toHaveAttribute("value", "1");
    await person.leave();
  });
}

for (const [name, number, left] of [
  ["ko, phone", "B", "C"],
  ["ko, desk, without scripts", "A", null],
] as const) {
  test(`a seat is given back once and for all, asked twice: ${number}'s goes to ${left ?? "nobody, when nobody waits"} (${name})`, async ({
    browser,
  }) => {
    const person = await as(browser, number, manners[name]);
    await person.go(paths.my.result(person.applicationId));
    await expect(person.page.locator("button[value=decline]")).toBeHidden();
    await person.act("decline");
    await expect(person.main).toContainText("되돌릴 수 없습니다");
    await expect(person.page.locator("button[value=decline], button[value=accept]")).toHaveCount(0);
    await portal.mailbox.wait(person.actor.email, "등록 포기");
    const held = await portal.db
      .selectFrom("offer")
      .select(["applicationId", "status"])
      .where("status", "=", "held")
      .execute();
    expect(held).toEqual([{ applicationId: cohort.idOf("C"), status: "held" }]);
    await person.leave();
  });
}

async function opened(zip: Uint8Array) {
  const entries = await new ZipReader(new Uint8ArrayReader(zip)).getEntries();
  const files = entries.filter((entry) => !entry.directory);
  const written = files.find(({ filename }) => filename === "data.json");
  if (!written) throw new Error(`no data among ${files.map(({ filename }) => filename).join(", ")}`);
  const data = JSON.parse(await written.getData(new TextWriter())) as unknown;
  const bytesOf = (ending: string) =>
    files.find(({ filename }) => filename.endsWith(ending))?.getData(new Uint8ArrayWriter());
  return { data, bytesOf };
}
