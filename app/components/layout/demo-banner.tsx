import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";

/** On every page of a demo database, with the way to the mail that it did not send; `children` may add links. */
export function DemoBanner({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <aside className="demo-banner" aria-label={t("common:demo.label")}>
      <p>
        <strong>{t("common:demo.title")}</strong> {t("common:demo.text")}{" "}
        <a href={paths.demoMail()}>{t("common:demo.mail")}</a> {children}
      </p>
    </aside>
  );
}
