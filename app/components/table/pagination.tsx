import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";

type PaginationProps = {
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly hrefOf: (page: number) => string;
};

/** Links to the pages of a list: the first, the last and those around the current one. */
export function Pagination({ page, pageSize, total, hrefOf }: PaginationProps) {
  const { t } = useTranslation();
  if (total === 0) return null;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (each) => each === 1 || each === pages || Math.abs(each - page) <= 2,
  );
  const summary = t("common:pagination.summary", {
    from: formatNumber((page - 1) * pageSize + 1),
    to: formatNumber(Math.min(page * pageSize, total)),
    total: formatNumber(total),
  });
  return (
    <nav className="pagination" aria-label={t("common:pagination.label")}>
      <p className="pagination__summary">{summary}</p>
      {pages > 1 && (
        <ul className="pagination__list">
          {page > 1 && (
            <li>
              <Link className="pagination__link" to={hrefOf(page - 1)} rel="prev">
                {t("common:pagination.previous")}
              </Link>
            </li>
          )}
          {shown.map((each, index) => (
            <li key={each} className={each - (shown[index - 1] ?? 0) > 1 ? "pagination__gap" : undefined}>
              <Link
                className="pagination__link"
                to={hrefOf(each)}
                aria-label={t("common:pagination.page", { page: each })}
                aria-current={each === page ? "page" : undefined}
              >
                {each}
              </Link>
            </li>
          ))}
          {page < pages && (
            <li>
              <Link className="pagination__link" to={hrefOf(page + 1)} rel="next">
                {t("common:pagination.next")}
              </Link>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}
