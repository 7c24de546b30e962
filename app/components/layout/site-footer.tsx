import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** `children` is for the academy: contact, privacy officer, address. */
export function SiteFooter({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <footer className="site-footer" aria-label={t("common:footer.label")}>
      <div className="site-footer__content">
        {children}
        <p>{t("common:footer.about")}</p>
        <p className="site-footer__small">{t("common:footer.font")}</p>
      </div>
    </footer>
  );
}
