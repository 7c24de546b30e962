import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

type RunActsProps = {
  readonly mayTry: boolean;
  readonly mayRun: boolean;
  /** An official run stands already and would be superseded. */
  readonly supersedes: boolean;
};

/** Try-outs are free; the run that counts asks twice. */
export function RunActs({ mayTry, mayRun, supersedes }: RunActsProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("selection:runs.acts")}>
      {mayTry ? (
        <div className="stack">
          <p>{t("selection:runs.tryoutHelp")}</p>
          <Form method="post" noValidate>
            <SubmitButton intent="tryout" variant="secondary">
              {t("selection:runs.tryout")}
            </SubmitButton>
          </Form>
          {mayRun && (
            <ConfirmBox
              intent="official"
              variant="primary"
              label={t("selection:runs.official")}
              explanation={
                <>
                  <p>{t("selection:runs.officialHelp")}</p>
                  {supersedes && <p>{t("selection:runs.supersedes")}</p>}
                </>
              }
              confirmLabel={t("selection:runs.officialConfirm")}
            />
          )}
        </div>
      ) : (
        <p>{t("selection:runs.notYet")}</p>
      )}
    </SectionCard>
  );
}
