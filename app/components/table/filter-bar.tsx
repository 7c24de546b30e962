import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";

type FilterBarProps = {
  /** The fields; they are sent by GET and must hold no personal data. */
  readonly children: ReactNode;
  /** The list without any filter. */
  readonly clearHref: string;
  /** How many filters are in use. */
  readonly active?: number | undefined;
};

export function FilterBar({ children, clearHref, active = 0 }: FilterBarProps) {
  const { t } = useTranslation();
  return (
    <search>
      <Form method="get" className="filter-bar" aria-label={t("common:filter.label")}>
        <div className="filter-bar__fields">{children}</div>
        <div className="filter-bar__actions">
          <SubmitButton variant="secondary">{t("common:action.apply")}</SubmitButton>
          {active > 0 && (
            <LinkButton to={clearHref} variant="tertiary">
              {t("common:action.clear")}
            </LinkButton>
          )}
          {active > 0 && <p className="filter-bar__active">{t("common:filter.active", { filters: active })}</p>}
        </div>
      </Form>
    </search>
  );
}
