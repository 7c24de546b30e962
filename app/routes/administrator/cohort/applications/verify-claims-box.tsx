import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatNumber } from "#app/i18n/format.ts";

/** Many claims at once: only those with a proof file, and only after the count was seen. */
export function VerifyClaimsBox({ claims }: { readonly claims: number }) {
  const { t } = useTranslation();
  const values = { claims: formatNumber(claims) };
  return (
    <SectionCard title={t("administrator:verifyClaims.title")}>
      <p>{t("administrator:verifyClaims.waiting", values)}</p>
      <ConfirmBox
        variant="primary"
        label={t("administrator:verifyClaims.label")}
        explanation={t("administrator:verifyClaims.explanation", values)}
        confirmLabel={t("administrator:verifyClaims.confirm", values)}
        intent="verifyClaims"
      />
    </SectionCard>
  );
}
