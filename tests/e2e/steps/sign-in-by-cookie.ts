import { randomUUID } from "node:crypto";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import type { Portal } from "#tests/support/portal.ts";
import type { Person } from "./person.ts";

/** A session as signing in leaves it, for journeys that are about something else. */
export async function signInByCookie(
  { db, url }: Portal,
  { page }: Person,
  { accountId, language }: AccountActor,
): Promise<void> {
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + 12 * 3_600_000).toISOString();
  await db
    .insertInto("session")
    .values({ id: sha256Hex(id), accountId, expiresAt })
    .execute();
  await page.context().addCookies([
    { name: "session", value: id, url, httpOnly: true },
    { name: "language", value: language, url },
  ]);
}
