import { Link, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "#app/components/layout/language-switch.tsx";
import type { Role } from "#app/domain/access/actor.ts";
import { paths } from "#app/paths.ts";

export type NavigationLink = {
  readonly to: string;
  readonly label: ReactNode;
  /** Marked only on this very page, not on pages below it. */
  readonly end?: boolean | undefined;
};

type SiteHeaderProps = {
  /** Nobody is signed in without it. */
  readonly person?: { readonly name: string; readonly role: Role } | null | undefined;
  /** Instead of the links that belong to the person's role. */
  readonly links?: readonly NavigationLink[] | undefined;
};

export function SiteHeader({ person, links }: SiteHeaderProps) {
  const { t } = useTranslation();
  const roleLinks = useRoleLinks(person?.role);
  const { pathname, search } = useLocation();
  return (
    <header className="site-header">
      <div className="site-header__top">
        <Link to={paths.home()} className="site-header__logo" aria-label={t("common:header.home")}>
          <span lang="ko">선발</span>{" "}
          <span className="site-header__latin" lang="en">
            Seonbal
          </span>
        </Link>
        <div className="site-header__side">
          <LanguageSwitch returnTo={`${pathname}${search}`} />
          {person ? <UserMenu name={person.name} /> : <SignInLinks />}
        </div>
      </div>
      <nav className="site-header__navigation" aria-label={t("common:header.mainNavigation")}>
        <ul>
          {(links ?? roleLinks).map(({ to, label, end }) => (
            <li key={to}>
              <NavLink to={to} end={end ?? false}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function useRoleLinks(role: Role | undefined): readonly NavigationLink[] {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const links: Readonly<Record<Role, readonly NavigationLink[]>> = {
    applicant: [
      { to: paths.my.dashboard(), label: t("common:header.links.my"), end: !pathname.startsWith("/my/app") },
      { to: paths.my.data(), label: t("common:header.links.data") },
    ],
    reviewer: [{ to: paths.review.home(), label: t("common:header.links.review") }],
    administrator: [
      {
        to: paths.manage.home(),
        label: t("common:header.links.manage"),
        end: !pathname.startsWith("/manage/cohorts/"),
      },
      { to: paths.manage.people(), label: t("common:header.links.people") },
    ],
    auditor: [{ to: paths.audit.home(), label: t("common:header.links.audit") }],
  };
  const home = { to: paths.home(), label: t("common:header.links.cohorts"), end: true };
  return role ? [home, ...links[role]] : [home];
}

function UserMenu({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  return (
    <form className="site-header__user" method="post" action={paths.signOut()}>
      <span className="site-header__name">{name}</span>
      <button className="button button--tertiary" type="submit">
        {t("common:header.signOut")}
      </button>
    </form>
  );
}

function SignInLinks() {
  const { t } = useTranslation();
  return (
    <div className="site-header__user">
      <Link to={paths.signIn()}>{t("common:header.signIn")}</Link>
      <Link to={paths.signUp()}>{t("common:header.signUp")}</Link>
    </div>
  );
}
