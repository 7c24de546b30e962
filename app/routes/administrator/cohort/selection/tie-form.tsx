import { useTranslation } from "react-i18next";
import { TieOrderForm } from "../tie-order-form.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

export type TieToDecide = {
  readonly runId: string;
  readonly group: readonly string[];
  readonly contenders: readonly string[];
  readonly where: "seat" | "swap" | "reserve_number" | "end_of_reserve_list";
  readonly track: string;
};

type TieFormProps = TieToDecide & {
  /** By name of the field, when the order was just refused. */
  readonly typed: Readonly<Record<string, string>>;
};

/** Shows where the tie matters and takes the committee's order. */
export function TieForm({ runId, group, contenders, where, track, typed }: TieFormProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("selection:tie.title")} id="tie">
      <p>{t(`selection:tie.where.${where}`, { track })}</p>
      {contenders.length < group.length && <p>{t("selection:tie.contenders", { numbers: contenders.join(", ") })}</p>}
      <TieOrderForm group={group} typed={typed}>
        <input type="hidden" name="runId" value={runId} />
      </TieOrderForm>
    </SectionCard>
  );
}
