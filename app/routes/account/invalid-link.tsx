import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";

/** In place of a page whose link opens nothing any more; `children` says how to get another one. */
export function InvalidLink({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="narrow stack">
      <PageHeader title={t("account:invalidLink.title")} />
      <Notice tone="warning">{t("account:invalidLink.text")}</Notice>
      {children}
    </div>
  );
}
