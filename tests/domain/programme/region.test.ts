import { describe, expect, test } from "vitest";
import { regionsOf } from "#app/domain/programme/region.ts";
import { sampleDefinition } from "./broken-copy.ts";

const ai = sampleDefinition("ai");

describe("regions of an address, by the names of the day", () => {
  test.each([
    ["the old name, on its last day", "광주광역시", "북구", "2026-06-30", ["gwangju", "honam"]],
    ["the old name, a day later", "광주광역시", "북구", "2026-07-01", []],
    ["the new name, on its first day", "전남광주통합특별시", "광산구", "2026-07-01", ["gwangju", "honam"]],
    ["the new name, a day before", "전남광주통합특별시", "광산구", "2026-06-30", []],
    ["a part of the new city that was Jeonnam", "전남광주통합특별시", "여수시", "2026-07-01", ["honam"]],
    ["Jeonnam as long as it was one", "전라남도", "여수시", "2026-06-30", ["honam"]],
    ["Jeonbuk under its old name", "전라북도", "전주시", "2024-01-17", ["honam"]],
    ["Jeonbuk under its new name", "전북특별자치도", "전주시", "2024-01-18", ["honam"]],
    ["another city's Buk-gu", "대구광역시", "북구", "2026-07-01", []],
    ["no city at all", "", "", "2026-07-01", []],
  ])("%s", (_name, sido, sigungu, onDate, regions) => {
    expect(regionsOf(ai, { sido, sigungu }, onDate)).toEqual(regions);
  });

  test("a name typed on a Mac, or with blanks, is the same name", () => {
    expect(regionsOf(ai, { sido: ` ${"광주광역시".normalize("NFD")} `, sigungu: "동구" }, "2025-03-17")).toContain(
      "gwangju",
    );
  });

  test("without a district only whole provinces match", () => {
    expect(regionsOf(ai, { sido: "전남광주통합특별시" }, "2026-07-01")).toEqual(["honam"]);
  });
});
