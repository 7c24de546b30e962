import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { digestOfResult, type CertifiedResult } from "#app/domain/application/certificate.ts";

const result: CertifiedResult = {
  cohort: "ai-academy-6",
  applicationNumber: "AI06-00001",
  outcome: "reserve",
  track: "model",
  reserveNumber: 7,
  publishedAt: "2026-05-23T05:00:00.000Z",
};

test("the digest can be computed again from the result alone, its members in alphabetical order", () => {
  const written =
    '{"applicationNumber":"AI06-00001","cohort":"ai-academy-6","outcome":"reserve",' +
    '"publishedAt":"2026-05-23T05:00:00.000Z","reserveNumber":7,"track":"model"}';
  expect(digestOfResult(result)).toBe(createHash("sha256").update(written).digest("hex"));
});

test("what else is known of a person changes nothing, and any fact of the result changes all", () => {
  const digest = digestOfResult(result);
  expect(digestOfResult({ ...result, name: "가상인" } as CertifiedResult)).toBe(digest);
  const others: readonly Partial<CertifiedResult>[] = [
    { cohort: "other" },
    { applicationNumber: "AI06-00002" },
    { outcome: "selected" },
    { track: null },
    { reserveNumber: 8 },
    { publishedAt: "2026-05-23T05:00:00.001Z" },
  ];
  for (const other of others) expect(digestOfResult({ ...result, ...other })).not.toBe(digest);
});
