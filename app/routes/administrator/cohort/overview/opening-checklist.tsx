import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import type { Readiness } from "#app/domain/cohort/ready-to-open.ts";
import { paths } from "#app/paths.ts";

type OpeningChecklistProps = { readonly checklist: readonly Readiness[]; readonly cohortId: string };

/** What should stand before applications are taken; opening waits only for what is needed. */
export function OpeningChecklist({ checklist, cohortId }: OpeningChecklistProps) {
  const { t } = useTranslation();
  const isReady = checklist.every(({ ok, needed }) => ok || !needed);
  return (
    <SectionCard title={t("administrator:open.title")}>
      <ul className="task-list">
        {checklist.map(({ key, ok, needed }) => (
          <li key={key} className="task-list__item">
            <div>
              {t(`administrator:open.items.${key}.label`)}
              {!ok && <div className="task-list__help">{t(`administrator:open.items.${key}.help`)}</div>}
            </div>
            <StatusTag tone={ok ? "success" : needed ? "danger" : "warning"}>
              {ok
                ? t("administrator:open.ok")
                : needed
                  ? t("administrator:open.missing")
                  : t("administrator:open.advice")}
            </StatusTag>
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.manage.definition(cohortId)}>{t("administrator:open.toDefinition")}</Link>
      </p>
      {isReady ? (
        <ConfirmBox
          variant="primary"
          label={t("administrator:open.label")}
          explanation={t("administrator:open.explanation")}
          confirmLabel={t("administrator:open.confirm")}
          intent="open"
        />
      ) : (
        <p>{t("administrator:open.notReady")}</p>
      )}
    </SectionCard>
  );
}
