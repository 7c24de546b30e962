import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { VisuallyHidden } from "#app/components/visually-hidden.tsx";

export type Column<Row> = {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** "end" for numbers. */
  readonly align?: "start" | "center" | "end" | undefined;
  /** This cell names the row. */
  readonly rowHeader?: boolean | undefined;
  readonly sortHref?: string | undefined;
  readonly sorted?: "ascending" | "descending" | undefined;
};

type DataTableProps<Row> = {
  readonly caption: string;
  /** The heading above says it already. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string | number;
  readonly empty?: ReactNode;
  readonly dense?: boolean | undefined;
};

/** A table that scrolls sideways by itself, by touch and by keyboard, so that the page never does. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, ...look }: DataTableProps<Row>) {
  const { t } = useTranslation();
  return (
    // A box that scrolls must take the focus, or a keyboard cannot scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll" tabIndex={0} aria-label={t("common:table.scroll", { caption })}>
      <table className={look.dense ? "table table--dense" : "table"}>
        <caption className={look.captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={alignment(column)} aria-sort={column.sorted}>
                <ColumnHeader header={column.header} sortHref={column.sortHref} sorted={column.sorted} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td className="table__empty" colSpan={columns.length}>
                {empty ?? t("common:table.empty")}
              </td>
            </tr>
          )}
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" className={alignment(column)}>
                    {column.cell(row, index)}
                  </th>
                ) : (
                  <td key={column.key} className={alignment(column)}>
                    {column.cell(row, index)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type ColumnHeaderProps = Pick<Column<never>, "header" | "sortHref" | "sorted">;

function ColumnHeader({ header, sortHref, sorted }: ColumnHeaderProps) {
  const { t } = useTranslation();
  if (sortHref === undefined) return header;
  const direction = sorted === "ascending" ? t("common:table.sortAscending") : t("common:table.sortDescending");
  return (
    <Link to={sortHref} className="table__sort">
      {header}
      {sorted && (
        <>
          <span aria-hidden="true">{sorted === "ascending" ? " ▲" : " ▼"}</span>
          <VisuallyHidden> ({direction})</VisuallyHidden>
        </>
      )}
    </Link>
  );
}

function alignment({ align = "start" }: { readonly align?: Column<never>["align"] }): string {
  return `table__cell--${align}`;
}
