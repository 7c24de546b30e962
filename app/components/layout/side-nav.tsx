import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { NavigationLink } from "#app/components/layout/site-header.tsx";

export type SideNavSection = { readonly title?: ReactNode; readonly links: readonly NavigationLink[] };

type SideNavProps = {
  readonly sections: readonly SideNavSection[];
  /** Names the navigation, for example the cohort. */
  readonly label?: string | undefined;
};

/** Pages of one room; the router marks the current one. */
export function SideNav({ sections, label }: SideNavProps) {
  const { t } = useTranslation();
  return (
    <nav className="side-nav" aria-label={label ?? t("common:navigation.section")}>
      {sections.map(({ title, links }, index) => (
        <div key={index} className="side-nav__section">
          {title && <p className="side-nav__title">{title}</p>}
          <ul>
            {links.map((link) => (
              <li key={link.to}>
                <NavLink to={link.to} end={link.end ?? false}>
                  {link.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
