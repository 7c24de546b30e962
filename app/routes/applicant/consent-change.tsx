import { useTranslation } from "react-i18next";
import type { ConsentView } from "./consent-view.ts";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";

type ConsentChangeProps = {
  readonly consent: ConsentView;
  /** Labels of what is answered now and would be deleted. */
  readonly covers: readonly string[];
};

/** An optional consent once the form is closed: taken back with its consequence said first, or given (again). */
export function ConsentChange({ consent, covers }: ConsentChangeProps) {
  const { t } = useTranslation();
  const isGiven = consent.givenAt !== "";
  const { title } = consent;
  return (
    <ConfirmBox
      label={t(isGiven ? "rights:consent.withdraw" : "rights:consent.give", { title })}
      confirmLabel={t(isGiven ? "rights:consent.withdrawConfirm" : "rights:consent.giveConfirm")}
      intent={isGiven ? "withdraw" : "give"}
      variant={isGiven ? "danger" : "secondary"}
      explanation={isGiven ? <Consequence covers={covers} /> : <p>{t("rights:consent.giveText")}</p>}
    >
      <input type="hidden" name="consentId" value={consent.id} />
    </ConfirmBox>
  );
}

/** What withdrawing does, and what it cannot undo. */
export function Consequence({ covers }: Pick<ConsentChangeProps, "covers">) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("rights:consent.noDisadvantage")}</p>
      {covers.length > 0 && <p>{t("rights:consent.dropped", { items: covers.join(", ") })}</p>}
      <p>{t("rights:consent.cannotUndo")}</p>
    </>
  );
}
