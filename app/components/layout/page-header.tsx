import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The last one is the page itself and needs no `to`. */
export type Breadcrumb = { readonly label: ReactNode; readonly to?: string | undefined };

type PageHeaderProps = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined;
  /** A status tag beside the title. */
  readonly tag?: ReactNode;
  /** Buttons that belong to the whole page. */
  readonly actions?: ReactNode;
};

/** The page's only h1. */
export function PageHeader({ title, lead, breadcrumbs = [], tag, actions }: PageHeaderProps) {
  return (
    <div className="page-header">
      {breadcrumbs.length > 0 && <Breadcrumbs breadcrumbs={breadcrumbs} />}
      <div className="page-header__line">
        <h1 className="page-header__title">{title}</h1>
        {tag}
      </div>
      {lead && <div className="page-header__lead">{lead}</div>}
      {actions && <div className="page-header__actions">{actions}</div>}
    </div>
  );
}

function Breadcrumbs({ breadcrumbs }: { readonly breadcrumbs: readonly Breadcrumb[] }) {
  const { t } = useTranslation();
  return (
    <nav className="breadcrumbs" aria-label={t("common:breadcrumbs.label")}>
      <ol>
        {breadcrumbs.map(({ label, to }, index) => (
          <li key={index}>{to ? <Link to={to}>{label}</Link> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
