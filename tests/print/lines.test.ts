import { expect, test } from "vitest";
import { loadFaces } from "#app/print/faces.ts";
import { heightOf, linesOf } from "#app/print/lines.ts";
import { font, newPaper } from "#app/print/paper.ts";

const settings = { title: "", author: "", createdAt: new Date(0), language: "ko", layout: "portrait" } as const;
const paper = newPaper(await loadFaces(), settings);
font(paper, "regular", 10);
const width = 120;

test("a Korean line ends between words and never inside of one", () => {
  const text = "지원서가 접수되었음을 확인합니다. 일시는 요청이 서버에 도착한 때입니다.";
  const lines = linesOf(paper, text, width);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join(" ")).toBe(text);
  for (const line of lines) expect(paper.pdf.widthOfString(line)).toBeLessThanOrEqual(width);
});

test("an address longer than a line ends after a slash, a digest where the line does, and no letter is lost", () => {
  const address = "https://portal.example/my/applications/399f0449-ce3b-8587";
  const lines = linesOf(paper, address, width);
  expect(lines[0]).toMatch(/\/$/);
  expect(lines.join("")).toBe(address);
  const digest = "0123456789abcdef".repeat(4);
  expect(linesOf(paper, digest, width).join("")).toBe(digest);
  expect(linesOf(paper, "가", 1)).toEqual(["가"]);
});

test("what a text takes of the page is what its lines take", () => {
  const one = heightOf(paper, "한 줄", { width });
  expect(heightOf(paper, "한 줄\n두 줄", { width, lineGap: 3 })).toBeCloseTo(2 * (one + 3));
});
