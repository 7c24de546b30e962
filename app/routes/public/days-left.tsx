import { useTranslation } from "react-i18next";

/** "D-3" in Korean, "3 days left" in English; what it counts to stands beside it. */
export function DaysLeft({ days }: { readonly days: number | null }) {
  const { t } = useTranslation();
  if (days === null) return null;
  return <>{days === 0 ? t("public:days.last") : t("public:days.left", { count: days })}</>;
}
