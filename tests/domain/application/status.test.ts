import { expect, test } from "vitest";
import { applicationStatuses, moveApplication } from "#app/domain/application/status.ts";

test("an expired draft can become a draft again, and nothing else that has ended can", () => {
  expect(moveApplication("expired", "reopen")).toEqual({ ok: true, value: "draft" });

  const others = applicationStatuses.filter((status) => status !== "expired");
  for (const status of others) {
    expect(moveApplication(status, "reopen")).toEqual({ ok: false, refusal: "move-not-allowed" });
  }
});

test("an expired draft cannot be submitted without having become a draft again", () => {
  expect(moveApplication("expired", "submit").ok).toBe(false);
});
