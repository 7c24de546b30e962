import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { NumberField } from "#app/components/form/number-field.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";

type SeatsCardProps = {
  readonly tracks: readonly {
    readonly id: string;
    readonly title: string;
    readonly capacity: number;
    readonly added: number;
  }[];
  readonly additions: readonly {
    readonly id: string;
    readonly track: string;
    readonly seats: number;
    readonly minuteNumber: string;
    readonly reason: string;
    readonly decidedAt: string;
  }[];
  /** The largest share that the definition allows; null where it allows none, or it is too late. */
  readonly maxPercent: number | null;
  /** By name of the field, when an addition was just refused. */
  readonly typed: Readonly<Record<string, string>> | undefined;
};

/** The seats that count: capacity and what the committee added. */
export function SeatsCard({ tracks, additions, maxPercent, typed }: SeatsCardProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("selection:seats.title")}>
      <DataTable
        caption={t("selection:seats.caption")}
        captionHidden
        rows={tracks}
        rowKey={({ id }) => id}
        columns={[
          { key: "track", header: t("selection:track"), rowHeader: true, cell: ({ title }) => title },
          { key: "capacity", header: t("selection:seats.capacity"), align: "end", cell: ({ capacity }) => capacity },
          { key: "added", header: t("selection:seats.added"), align: "end", cell: ({ added }) => added },
          { key: "sum", header: t("selection:seats.sum"), align: "end", cell: (row) => row.capacity + row.added },
        ]}
      />
      {additions.length > 0 && (
        <ul>
          {additions.map((addition) => (
            <li key={addition.id}>
              {t("selection:seats.addition", addition)} <TimeStamp value={addition.decidedAt} />
            </li>
          ))}
        </ul>
      )}
      {maxPercent !== null && (
        <ConfirmBox
          intent="seats"
          variant="primary"
          open={typed !== undefined}
          label={t("selection:seats.add")}
          explanation={<p>{t("selection:seats.addHelp", { percent: maxPercent })}</p>}
          confirmLabel={t("selection:seats.addConfirm")}
        >
          <SelectField
            name="track"
            label={t("selection:track")}
            options={tracks.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={typed?.track}
            required
          />
          <NumberField name="seats" label={t("selection:seats.more")} defaultValue={typed?.seats} required />
          <TextField
            name="minuteNumber"
            id="seatsMinute"
            defaultValue={typed?.minuteNumber}
            label={t("selection:minuteNumber")}
            width="medium"
            required
          />
          <TextAreaField
            name="reason"
            id="seatsReason"
            defaultValue={typed?.reason}
            label={t("selection:reasonLabel")}
            rows={2}
            required
          />
        </ConfirmBox>
      )}
    </SectionCard>
  );
}

type TieRecordsProps = {
  readonly decisions: readonly {
    readonly id: string;
    readonly numbers: readonly string[];
    readonly minuteNumber: string;
    readonly reason: string;
    readonly decidedByName: string | null;
    readonly decidedAt: string;
  }[];
};

/** Orders that the committee has given, as every later run applies them. */
export function TieRecords({ decisions }: TieRecordsProps) {
  const { t } = useTranslation();
  if (decisions.length === 0) return null;
  return (
    <SectionCard title={t("selection:tie.records")}>
      <DataTable
        caption={t("selection:tie.records")}
        captionHidden
        rows={decisions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "order",
            header: t("selection:tie.order"),
            rowHeader: true,
            cell: ({ numbers }) => numbers.join(" → "),
          },
          { key: "minute", header: t("selection:minuteNumber"), cell: ({ minuteNumber }) => minuteNumber },
          { key: "reason", header: t("selection:reasonLabel"), cell: ({ reason }) => reason },
          { key: "who", header: t("selection:tie.recordedBy"), cell: ({ decidedByName }) => decidedByName },
          { key: "when", header: t("selection:runs.when"), cell: ({ decidedAt }) => <TimeStamp value={decidedAt} /> },
        ]}
      />
    </SectionCard>
  );
}
