import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, test } from "vitest";
import { drawDocument } from "#app/print/draw-document.ts";
import type { PrintedDocument } from "#app/print/printed-document.ts";
import { printDocument } from "#app/threads/print-document.ts";

const register: PrintedDocument = {
  language: "ko",
  title: "접수대장",
  author: "(예시) 운영사무국",
  createdAt: new Date("2026-04-14T09:00:00.000Z"),
  layout: "landscape",
  header: ["(예시) 운영사무국", "접수대장"],
  footer: "AI06",
  parts: [
    { kind: "title", text: "접수대장" },
    {
      kind: "table",
      columns: [
        { header: "접수번호", share: 1 },
        { header: "성명", share: 2 },
      ],
      rows: Array.from({ length: 300 }, (_, index) => [`AI06-${index}`, "가상인"]),
    },
    { kind: "signatures", mark: "(서명)", signatories: [{ role: "위원장", name: "가상인" }] },
  ],
};

test("what the thread draws is what would be drawn here, and this thread goes on meanwhile", async () => {
  await printDocument(register);
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const printed = await printDocument(register);
  delay.disable();
  clearInterval(turning);

  console.info(`a list of 300 people was printed; the longest pause was ${(delay.max / 1e6).toFixed(0)} ms`);
  expect(turns).toBeGreaterThan(5);
  expect(Buffer.from(printed).equals(Buffer.from(await drawDocument(register)))).toBe(true);
});
