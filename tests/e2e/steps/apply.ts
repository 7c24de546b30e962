import { expect } from "@playwright/test";
import type { Answers } from "#app/domain/application/answers.ts";
import type { ProgrammeDefinition, FormField } from "#app/domain/programme/definition.ts";
import { paths } from "#app/paths.ts";
import type { Portal } from "#tests/support/portal.ts";
import { linkIn, password, type Person } from "./person.ts";

export type Applying = {
  readonly portal: Portal;
  readonly definition: ProgrammeDefinition;
  readonly email: string;
  readonly answers: Answers;
  /** Axe needs scripts. */
  readonly looks: boolean;
};

/** From nobody to a submitted application, through every page that an applicant meets; answers the application number. */
export async function applyThroughTheForm(person: Person, applying: Applying): Promise<string> {
  const { portal, definition, email, answers, looks } = applying;
  const { page } = person;
  const look = async () => (looks ? person.look() : undefined);

  await person.go(paths.cohort(definition.slug));
  await look();
  await person.go(paths.signUp());
  await look();
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=name]").fill(String(answers.name));
  await page.locator("input[name=password]").fill(password);
  await page.locator("main form button[type=submit]").first().click();
  const verification = await portal.mailbox.wait(email, "");
  await person.go(linkIn(verification.text, portal.url));
  await look();
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForLoadState();
  await person.signIn(email, password);
  await look();

  await person.go(paths.my.apply(definition.slug));
  await look();
  await page.locator("main input[name=consent]").first().check();
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/\/my\/applications\//);
  const applicationId = new URL(page.url()).pathname.split("/")[3] ?? "";
  await look();
  await portal.mailbox.wait(email, "작성이 시작");

  for (const section of definition.form.sections) {
    await person.go(paths.my.section(applicationId, section.id));
    await look();
    for (const field of section.fields) await fill(person, field, answers);
    // The page saves by itself too: only where it leads on was the person's own save answered.
    const here = paths.my.section(applicationId, section.id);
    await Promise.all([page.waitForURL((url) => url.pathname !== here), person.act("next")]);
  }
  await person.go(paths.my.documents(applicationId));
  await look();
  await person.go(paths.my.consents(applicationId));
  await look();
  for (const consent of await page.locator("main input[name=consent]").all()) await consent.check();
  await person.act("next");
  await person.go(paths.my.submit(applicationId));
  await look();
  for (const pledge of await page.locator("main input[name=pledge]").all()) await pledge.check();
  await page.locator("main form:has(input[name=pledge]) button[type=submit]").click();
  await page.waitForURL(/\/receipt$/);
  await look();

  const receipt = await portal.mailbox.wait(email, "접수되었습니다");
  const number = /접수번호:\s*([A-Z0-9-]+)/.exec(receipt.text)?.[1] ?? "";
  expect(number).toMatch(/^GCC02-\d{4}$/);
  await expect(page.locator("main")).toContainText(number);
  return number;
}

async function fill({ page }: Person, field: FormField, answers: Answers): Promise<void> {
  const answer = answers[field.id];
  if (answer === undefined || answer === "" || (Array.isArray(answer) && answer.length === 0)) return;
  const control = page.locator(`main [name="${field.id}"]`);
  switch (field.type) {
    case "select":
      await control.selectOption(String(answer));
      return;
    case "radio":
      await page.locator(`main input[name="${field.id}"][value="${String(answer)}"]`).check();
      return;
    case "checkbox":
      await control.check();
      return;
    case "multiselect":
      for (const value of answer as readonly string[])
        await page.locator(`main input[name="${field.id}"][value="${value}"]`).check();
      return;
    case "address":
      for (const part of ["zonecode", "sigungu", "road", "detail"] as const) {
        await page
          .locator(`main [name="${field.id}.${part}"]`)
          .fill(String((answer as Record<string, string>)[part] ?? ""));
      }
      await page
        .locator(`main [name="${field.id}.sido"]`)
        .selectOption(String((answer as Record<string, string>).sido));
      return;
    default:
      await control.fill(String(answer));
  }
}
