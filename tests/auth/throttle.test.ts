import { expect, test } from "vitest";
import { env } from "#app/env.server.ts";
import { forgetAttempts, mayAttempt, mayLookUp } from "#app/auth/throttle.server.ts";

/** How many of so many attempts were let through. */
async function allowed(count: number, attempt: (index: number) => { address: string; email?: string }) {
  let passed = 0;
  for (let index = 0; index < count; index += 1) if (await mayAttempt(attempt(index))) passed += 1;
  return passed;
}

test("ten attempts at an account from one place shut that place out, and nobody else", async () => {
  const email = "victim@people.example";
  expect(await allowed(12, () => ({ address: "192.0.2.10", email }))).toBe(10);
  expect(await mayAttempt({ address: "192.0.2.11", email })).toBe(true);
});

test("attempts from very many places are stopped all the same", async () => {
  const email = "popular@people.example";
  expect(await allowed(120, (index) => ({ address: `198.51.100.${index}`, email }))).toBe(100);
});

test("signing in forgets one's own wrong attempts", async () => {
  const attempt = { address: "192.0.2.20", email: "forgetful@people.example" };
  await allowed(9, () => attempt);
  await forgetAttempts(attempt);
  expect(await allowed(10, () => attempt)).toBe(10);
});

test("all addresses of one IPv6 connection count as one, in large and small letters", async () => {
  expect(await allowed(env.signInLimit + 5, (index) => ({ address: `2001:db8:5:5::${index.toString(16)}` }))).toBe(
    env.signInLimit,
  );
  expect(await mayAttempt({ address: "2001:DB8:5:5:ffff::1" })).toBe(false);
});

test("a record is looked up ten times in a quarter of an hour, from wherever", async () => {
  let passed = 0;
  for (let index = 0; index < 15; index += 1)
    if (await mayLookUp({ address: `203.0.113.${index}`, subject: "cohort:GCC02-0001" })) passed += 1;
  expect(passed).toBe(10);
});
