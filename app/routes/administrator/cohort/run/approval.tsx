import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { paths } from "#app/paths.ts";

type ApprovalProps = {
  readonly cohortId: string;
  readonly status: "stopped" | "complete" | "approved" | "published" | "superseded";
  readonly kind: "tryout" | "official";
  readonly isNewest: boolean;
  readonly mayApprove: boolean;
  readonly hasChanged: boolean;
  readonly counts: { readonly selected: number; readonly reserve: number };
};

/** What comes next for this run, and the check that anybody may repeat. */
export function Approval({ cohortId, status, kind, isNewest, mayApprove, hasChanged, counts }: ApprovalProps) {
  const { t } = useTranslation();
  const awaits = kind === "official" && status === "complete" && isNewest;
  return (
    <SectionCard title={t("selection:run.next")}>
      <div className="stack">
        {kind === "tryout" && <p>{t("selection:run.isTryout")}</p>}
        {status === "superseded" && <p>{t("selection:run.isSuperseded")}</p>}
        {awaits && hasChanged && <Notice tone="warning">{t("selection:refusal.changed-since-run")}</Notice>}
        {awaits && !hasChanged && !mayApprove && <Notice>{t("selection:run.secondNeeded")}</Notice>}
        {awaits && !hasChanged && mayApprove && (
          <ConfirmBox
            intent="approve"
            variant="primary"
            label={t("selection:run.approve")}
            explanation={<p>{t("selection:run.approveHelp", counts)}</p>}
            confirmLabel={t("selection:run.approveConfirm")}
          />
        )}
        {(status === "approved" || status === "published") && (
          <div className="actions">
            <LinkButton to={paths.manage.decisions(cohortId)}>{t("selection:run.toDecisions")}</LinkButton>
          </div>
        )}
        {status === "stopped" && (
          <div className="actions">
            <LinkButton to={`${paths.manage.selection(cohortId)}#tie`}>{t("selection:run.toTie")}</LinkButton>
          </div>
        )}
        <Form method="post" noValidate>
          <SubmitButton intent="replay" variant="tertiary">
            {t("selection:run.replay")}
          </SubmitButton>
        </Form>
      </div>
    </SectionCard>
  );
}
