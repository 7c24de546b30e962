import { expect, test } from "vitest";
import { faultForLog, pathForLog } from "#app/use-cases/fault-for-log.ts";

test("a fault is logged without the row and the addresses that came with it", () => {
  const fault = Object.assign(new Error('550 <gasang@people.example> is unknown at "mail"'), {
    code: "23505",
    detail: "Key (email)=(gasang@people.example) already exists.",
    parameters: ["가상인", "2000-01-31"],
  });
  const logged = JSON.stringify(faultForLog(new Error("could not save", { cause: fault })));
  expect(logged).not.toMatch(/gasang|가상인|2000-01-31/);
  expect(logged).toContain("23505");
  expect(logged).toContain("fault-for-log.test.ts");
});

test("what is thrown and is no error says only what kind of thing it was", () => {
  expect(faultForLog({ email: "gasang@people.example" })).toEqual({ name: "object", stack: "" });
});

test("causes that go in a circle end", () => {
  const fault = new Error("one");
  fault.cause = new Error("two", { cause: fault });
  expect(faultForLog(fault)).toMatchObject({ name: "Error", cause: { name: "Error" } });
});

test.each([
  ["/reset-password/AbC-123_x", "/reset-password/…"],
  ["/invitation/AbC.data", "/invitation/…"],
  ["/verify-email/AbC/more", "/verify-email/…/more"],
  ["/first-administrator/AbC", "/first-administrator/…"],
  ["/my/applications/1", "/my/applications/1"],
])("the path %s is logged as %s", (path, logged) => {
  expect(pathForLog(path)).toBe(logged);
});
