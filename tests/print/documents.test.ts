import { expect, test } from "vitest";
import { translator } from "#app/i18n/i18n.server.ts";
import { certificateDocument, type Certificate } from "#app/print/documents/certificate.ts";
import { receiptDocument, type Receipt } from "#app/print/documents/receipt.ts";
import { drawDocument } from "#app/print/draw-document.ts";
import { readPdf } from "./read-pdf.ts";

const sha256 = "0123456789abcdef".repeat(4);
const receipt: Receipt = {
  applicationNumber: "AI06-00123",
  name: "가상뷁",
  cohort: "(예시) 인공지능사관학교 6기",
  organisation: "(예시) 운영사무국",
  contact: "062-000-0000 · apply@example.go.kr",
  firstChoice: "인공지능 모델",
  secondChoice: "",
  submissions: [
    { number: 1, arrivedAt: "2026-04-13T01:02:03.004Z", sha256: "f".repeat(64) },
    { number: 2, arrivedAt: "2026-04-14T08:59:59.999Z", sha256 },
  ],
  submittedAt: "2026-04-14T08:59:59.999Z",
  isWithdrawn: false,
  url: "https://portal.example/my/applications/1/receipt",
};
const certificate: Certificate = {
  ...receipt,
  outcome: "reserve",
  track: "인공지능 모델",
  reserveNumber: 7,
  standing: "예비합격",
  publishedAt: "2026-05-23T05:00:00.000Z",
  issuedAt: new Date("2026-05-24T00:00:00.000Z"),
  digest: sha256,
};
const inKorean = { t: translator("ko"), language: "ko" } as const;
const inEnglish = { t: translator("en"), language: "en" } as const;

test("a receipt's text holds number, name, the time to the second in Seoul, the digest and every version", async () => {
  const { text, pages } = await readPdf(await drawDocument(receiptDocument(receipt, inKorean)));

  for (const part of [
    "지원서 접수증",
    "AI06-00123",
    "가상뷁",
    "2026. 4. 14.(화) 17:59:59",
    sha256,
    "f".repeat(64),
    "1 / 1",
  ]) {
    expect(text).toContain(part);
  }
  expect(pages).toHaveLength(1);
});

test("a receipt in English holds the same facts in English", async () => {
  const { text } = await readPdf(await drawDocument(receiptDocument(receipt, inEnglish)));

  for (const part of ["Receipt of application", "AI06-00123", "가상뷁", "Tue 14 Apr 2026, 17:59:59 (KST)", sha256]) {
    expect(text).toContain(part);
  }
});

test("the same content gives the same bytes, and another name gives others", async () => {
  const once = await drawDocument(receiptDocument(receipt, inKorean));
  const again = await drawDocument(receiptDocument(receipt, inKorean));
  const other = await drawDocument(receiptDocument({ ...receipt, name: "나상인" }, inKorean));

  expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
  expect(Buffer.from(other).equals(Buffer.from(once))).toBe(false);
});

test("fonts are embedded, and only with the letters used", async () => {
  const pdf = await drawDocument(receiptDocument(receipt, inKorean));
  const raw = Buffer.from(pdf).toString("latin1");

  expect(raw).toMatch(/\/FontFile2/);
  expect(raw).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansKR/);
  expect(raw).not.toContain("Helvetica");
  expect(raw).toContain("/StructTreeRoot");
  expect(pdf.byteLength).toBeLessThan(120_000);
});

test("a hundred versions run over pages, each with the table's head and its number", async () => {
  const submissions = Array.from({ length: 100 }, (_, index) => ({ ...receipt.submissions[1]!, number: index + 1 }));
  const { pages } = await readPdf(await drawDocument(receiptDocument({ ...receipt, submissions }, inKorean)));

  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`${index + 1} / ${pages.length}`);
    if (index < pages.length - 1) expect(page).toContain("도착 일시");
  }
});

test("a certificate says the own outcome, when it was published and issued, and a digest", async () => {
  const { text } = await readPdf(await drawDocument(certificateDocument(certificate, inKorean)));

  for (const part of [
    "선발 결과 확인서",
    "예비합격 7번",
    "AI06-00123",
    "가상뷁",
    "2026. 5. 24.(일) 09:00:00",
    sha256,
  ]) {
    expect(text).toContain(part);
  }
  const english = await readPdf(
    await drawDocument(certificateDocument({ ...certificate, outcome: "not_selected" }, inEnglish)),
  );
  expect(english.text).toContain("Not selected");
});
