import { useTranslation } from "react-i18next";

/** "D-3" in Korean, "3 days left" in English; what it counts to stands beside it. */
export function DaysLeft({ days }: { readonly days: number | null }) {
  const { t } = useTranslation();
  if (days === null) return null;
  return <>{days === 0 ? t("common:clock.lastDay") : t("common:clock.daysLeft", { count: days })}</>;
}

/** The same beside a deadline. */
export function DaysInBrackets({ days }: { readonly days: number | null }) {
  if (days === null) return null;
  return (
    <strong>
      (<DaysLeft days={days} />)
    </strong>
  );
}
