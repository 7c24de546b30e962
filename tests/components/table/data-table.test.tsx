import { expect, test } from "vitest";
import { DataTable, type Column } from "#app/components/table/data-table.tsx";
import { render, tagsNamed, textOf } from "#tests/components/render.tsx";

type Row = { readonly number: string; readonly score: string };

const columns: readonly Column<Row>[] = [
  { key: "number", header: "접수번호", cell: ({ number }) => number, rowHeader: true },
  { key: "score", header: "점수", cell: ({ score }) => score, align: "end", sorted: "descending" },
];

test("a table has a caption, headers with a scope and a box that a keyboard can scroll", () => {
  const rows = [{ number: "AI-1", score: "87.34" }];
  const html = render(<DataTable caption="결과" columns={columns} rows={rows} rowKey={({ number }) => number} />);
  expect(html).toContain("<caption>결과</caption>");
  expect(tagsNamed(html, "th").map(({ attributes }) => attributes["scope"])).toEqual(["col", "col", "row"]);
  expect(tagsNamed(html, "th")[1]?.attributes["aria-sort"]).toBe("descending");
  expect(tagsNamed(html, "section")[0]?.attributes).toMatchObject({
    tabindex: "0",
    "aria-label": "결과. 좌우로 움직여 볼 수 있는 표입니다.",
  });
});

test("an empty table says so in one cell", () => {
  const html = render(<DataTable caption="결과" columns={columns} rows={[]} rowKey={({ number }) => number} />);
  expect(textOf(html)).toContain("표시할 내용이 없습니다.");
  expect(tagsNamed(html, "td").map(({ attributes }) => attributes["colSpan"] ?? attributes["colspan"])).toEqual(["2"]);
});
