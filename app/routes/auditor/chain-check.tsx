import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { formatNumber } from "#app/i18n/format.ts";

type ChainCheckProps = { readonly checked: { readonly size: number; readonly brokenAt: number | null } | undefined };

/** Recomputes the chain from its first entry: whole, or the first entry that does not fit. */
export function ChainCheck({ checked }: ChainCheckProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("auditor:chain.title")}>
      <p>{t("auditor:chain.explanation")}</p>
      {checked && (
        <Notice
          tone={checked.brokenAt === null ? "success" : "danger"}
          role={checked.brokenAt === null ? "status" : "alert"}
          title={checked.brokenAt === null ? t("auditor:chain.whole") : t("auditor:chain.broken")}
        >
          {checked.brokenAt === null
            ? t("auditor:chain.wholeText", { entries: formatNumber(checked.size) })
            : t("auditor:chain.brokenText", { sequence: formatNumber(checked.brokenAt) })}
        </Notice>
      )}
      <Form method="post">
        <SubmitButton variant="secondary">{t("auditor:chain.check")}</SubmitButton>
      </Form>
    </SectionCard>
  );
}
