import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import { reasonState, type FailedForm } from "./failed-form.ts";

type ExclusionBoxProps = {
  readonly status: ApplicationStatus;
  readonly excludedReason: string | null;
  readonly mayScreen: boolean;
  readonly flags: readonly { readonly status: string; readonly rule: string; readonly decisionReason: string | null }[];
  readonly failed: FailedForm | undefined;
};

/** Out of the running and back in; offered at once where a person found the applicant ineligible. */
export function ExclusionBox({ status, excludedReason, mayScreen, flags, failed }: ExclusionBoxProps) {
  const { t } = useTranslation();
  const ineligible = flags.find((flag) => flag.status === "ineligible");
  const suggested = ineligible ? `${ineligible.rule}: ${ineligible.decisionReason ?? ""}` : "";
  if (status === "excluded") {
    return (
      <SectionCard title={t("administrator:exclusion.excluded")}>
        <p>{excludedReason}</p>
        {mayScreen && (
          <ConfirmBox
            variant="primary"
            label={t("administrator:exclusion.restore")}
            explanation={t("administrator:exclusion.restoreExplanation")}
            confirmLabel={t("administrator:exclusion.restoreConfirm")}
            intent="restore"
            open={failed?.at === "restore"}
          >
            <Reason {...reasonState(failed, "restore")} />
          </ConfirmBox>
        )}
      </SectionCard>
    );
  }
  if (status !== "submitted" && status !== "reserved") return null;
  const state = reasonState(failed, "exclude");
  return (
    <SectionCard title={t("administrator:exclusion.title")}>
      {ineligible && <Notice tone="warning">{t("administrator:exclusion.offered")}</Notice>}
      <ConfirmBox
        label={t("administrator:exclusion.exclude")}
        explanation={t("administrator:exclusion.explanation")}
        confirmLabel={t("administrator:exclusion.confirm")}
        intent="exclude"
        open={failed?.at === "exclude" || ineligible !== undefined}
      >
        <Reason {...state} defaultValue={state.errors.length > 0 ? state.defaultValue : suggested} />
      </ConfirmBox>
    </SectionCard>
  );
}

function Reason(state: ReturnType<typeof reasonState>) {
  const { t } = useTranslation();
  return (
    <TextAreaField
      name="reason"
      {...state}
      label={t("administrator:reason")}
      help={t("administrator:reasonHelp")}
      rows={2}
      maxLength={1000}
      required
    />
  );
}
