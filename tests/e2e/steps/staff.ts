import { paths } from "#app/paths.ts";
import { createFirstAdministratorToken } from "#app/use-cases/create-first-administrator.ts";
import type { Portal } from "#tests/support/portal.ts";
import { linkIn, password, type Person } from "./person.ts";

/** Invited on the page, told by mail, and in with a name and a password of their own. */
export async function invite(
  portal: Portal,
  admin: Person,
  guest: Person,
  { email, role, name }: { email: string; role: string; name: string },
): Promise<void> {
  await admin.go(paths.manage.people());
  await admin.page.locator("main input[name=email]").fill(email);
  await admin.page.locator("main select[name=role]").selectOption(role);
  await admin.act("invite");
  const mail = await portal.mailbox.wait(email, "");
  await guest.go(linkIn(mail.text, portal.url));
  await guest.look();
  await guest.page.locator("input[name=name]").fill(name);
  await guest.page.locator("input[name=password]").fill(password);
  await guest.page.locator("main form button[type=submit]").first().click();
  await guest.page.waitForURL((at) => !at.pathname.startsWith("/invitation"));
  if (new URL(guest.page.url()).pathname === paths.signIn()) await guest.signIn(email, password);
  await guest.look();
}

/** Two reviewers are called to a track's panel; the assignment is previewed and done. */
export async function seatInPanel(
  admin: Person,
  { cohortId, stageKey, reviewerIds }: { cohortId: string; stageKey: string; reviewerIds: readonly string[] },
): Promise<void> {
  await admin.go(paths.manage.reviewers(cohortId, stageKey));
  await admin.look();
  for (const reviewerId of reviewerIds) {
    await admin.page.locator("select[name=reviewerId]").selectOption(reviewerId);
    await admin.page.locator("select[name=trackKey]").selectOption("webtoon");
    await admin.page.locator("input[name=isExternal][value=external]").check();
    await admin.act("add");
  }
  await admin.act("prepare");
  await admin.look();
  await admin.act("assign");
}

/** The one-time link of an empty portal makes the academy and its first administrator. */
export async function openAcademy(portal: Portal, admin: Person): Promise<void> {
  await admin.go(paths.home());
  await admin.look();
  await admin.go(paths.firstAdministrator((await createFirstAdministratorToken(portal.db, new Date())) ?? ""));
  await admin.look();
  const fields = {
    academyNameKo: "(예시) 구름 사관학교",
    academyNameEn: "(sample) Cloud Academy",
    name: "담당 하나",
    email: "admin1@cloud.example",
    password,
  };
  for (const [name, value] of Object.entries(fields)) await admin.page.locator(`input[name=${name}]`).fill(value);
  await admin.page.locator("main form button[type=submit]").first().click();
  await admin.page.waitForURL((at) => !at.pathname.startsWith("/first-administrator"));
  if (new URL(admin.page.url()).pathname === paths.signIn()) await admin.signIn("admin1@cloud.example", password);
}
