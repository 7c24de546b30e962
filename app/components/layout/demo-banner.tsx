import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** On every page of a demo database; `children` may add links (the mail sink). */
export function DemoBanner({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <aside className="demo-banner" aria-label={t("common:demo.label")}>
      <p>
        <strong>{t("common:demo.title")}</strong> {t("common:demo.text")} {children}
      </p>
    </aside>
  );
}
