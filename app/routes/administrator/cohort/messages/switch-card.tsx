import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";

/** Stops every message of the cohort, or lets them go on. */
export function SwitchCard({ areStopped }: { readonly areStopped: boolean }) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("seats:messages.switch.title")}>
      {areStopped ? (
        <Notice tone="warning">{t("seats:messages.switch.isOff")}</Notice>
      ) : (
        <p>{t("seats:messages.switch.isOn")}</p>
      )}
      <ConfirmBox
        label={areStopped ? t("seats:messages.switch.resume") : t("seats:messages.switch.stop")}
        explanation={
          <p>
            {areStopped ? t("seats:messages.switch.resumeExplanation") : t("seats:messages.switch.stopExplanation")}
          </p>
        }
        confirmLabel={areStopped ? t("seats:messages.switch.resume") : t("seats:messages.switch.stop")}
        intent={areStopped ? "resume" : "stop"}
        variant={areStopped ? "secondary" : "danger"}
      >
        <TextField name="reason" id="switch-reason" label={t("seats:messages.reason")} maxLength={200} required />
      </ConfirmBox>
    </SectionCard>
  );
}
