import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { readScoreFile } from "#app/routes/administrator/cohort/scores/read-score-file.server.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("a score file", () => {
  test("is read from a workbook as a spreadsheet shows it", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("점수");
    sheet.addRow(["접수번호", "진도율", "과제점수"]);
    sheet.addRow(["AI06-00001", 0.855, 0.1 + 0.2]);
    sheet.getCell("B2").numFmt = "0.0%";
    sheet.getCell("A4").value = { richText: [{ text: "AI06-" }, { text: "00002" }] };
    sheet.getCell("B4").value = { formula: "40+2", result: 42 };
    sheet.getCell("C4").value = { error: "#N/A" };
    workbook.addWorksheet("다른 시트").addRow(["접수번호"]);
    const read = await readScoreFile(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read).toEqual({
      ok: true,
      value: [
        { row: 1, cells: ["접수번호", "진도율", "과제점수"] },
        { row: 2, cells: ["AI06-00001", "85.5", "0.3"] },
        { row: 4, cells: ["AI06-00002", "42", "#N/A"] },
      ],
    });
  });

  test("is read from text in UTF-8 and in CP949", async () => {
    const expected = {
      ok: true,
      value: [
        { row: 1, cells: ["접수번호", "진도율"] },
        { row: 2, cells: ["AI06-00001", "85.5"] },
      ],
    };
    const text = "접수번호,진도율\r\nAI06-00001,85.5\r\n";
    expect(await readScoreFile(bytesOf(text))).toEqual(expected);
    expect(await readScoreFile(bytesOf(`\uFEFF${text}`))).toEqual(expected);
    expect(await readScoreFile(new Uint8Array(cp949))).toEqual(expected);
  });

  test("that is none is refused in words", async () => {
    expect(await readScoreFile(new Uint8Array())).toMatchObject({ refusal: "file-empty" });
    expect(await readScoreFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toMatchObject({ refusal: "file-old-xls" });
    expect(await readScoreFile(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).toMatchObject({ refusal: "file-not-read" });
    expect(await readScoreFile(bytesOf('a,"b'))).toMatchObject({ refusal: "file-not-read" });
    expect(await readScoreFile(new Uint8Array([97, 0, 98]))).toMatchObject({ refusal: "file-not-read" });
  });
});

/** 접수번호,진도율 / AI06-00001,85.5 as an old Korean spreadsheet writes it. */
const cp949 = [
  193, 162, 188, 246, 185, 248, 200, 163, 44, 193, 248, 181, 181, 192, 178, 13, 10, 65, 73, 48, 54, 45, 48, 48, 48, 48,
  49, 44, 56, 53, 46, 53, 13, 10,
];
