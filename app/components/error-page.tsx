import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { paths } from "#app/paths.ts";

const explained = [400, 401, 403, 404, 405, 409, 413, 429, 500, 503] as const;

type ErrorPageProps = {
  readonly status: number;
  readonly title?: ReactNode;
  /** What the reader can do now. */
  readonly advice?: ReactNode;
  readonly homeHref?: string | undefined;
  readonly children?: ReactNode;
};

/** What went wrong and what to do, in the reader's language; for every ErrorBoundary. */
export function ErrorPage({ status, title, advice, homeHref = "/", children }: ErrorPageProps) {
  const { t } = useTranslation();
  const known = explained.find((each) => each === status) ?? (status >= 500 ? 500 : 400);
  return (
    <div className="error-page">
      <p className="error-page__status">{t("common:errorPage.status", { status })}</p>
      <h1>{title ?? t(`common:errorPage.${known}.title`)}</h1>
      <p>{advice ?? t(`common:errorPage.${known}.advice`)}</p>
      {children}
      {/* The home of a room that is closed to the reader would only refuse again. */}
      <LinkButton to={status === 403 ? paths.home() : homeHref} variant="secondary">
        {t("common:errorPage.home")}
      </LinkButton>
    </div>
  );
}
