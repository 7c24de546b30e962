import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";

export type RunRecordProps = {
  readonly kind: "tryout" | "official";
  readonly digest: string;
  readonly engineVersion: string;
  readonly definitionVersion: number;
  readonly createdAt: string;
  readonly createdByName: string | null;
  readonly approvedAt: string | null;
  readonly approvedByName: string | null;
  readonly publishedAt: string | null;
  readonly downloads: { readonly input: string; readonly result: string };
};

/** Under what the run can be repeated: versions, digest, and the very bytes. */
export function RunRecord({ downloads, ...run }: RunRecordProps) {
  const { t } = useTranslation();
  const signed = (at: string | null, by: string | null) =>
    at === null ? null : (
      <>
        <TimeStamp value={at} as="seconds" /> {by}
      </>
    );
  return (
    <SectionCard
      title={t("selection:run.record")}
      actions={
        <>
          <a className={buttonClass({ variant: "tertiary" })} href={downloads.input} download>
            {t("selection:run.downloadInput")}
          </a>
          <a className={buttonClass({ variant: "tertiary" })} href={downloads.result} download>
            {t("selection:run.downloadResult")}
          </a>
        </>
      }
    >
      <DescriptionList
        items={[
          { term: t("selection:runs.kind"), description: t(`selection:runKind.${run.kind}`) },
          {
            term: t("selection:runs.when"),
            description: signed(run.createdAt, run.createdByName ?? t("selection:runs.system")),
          },
          { term: t("selection:run.approvedAt"), description: signed(run.approvedAt, run.approvedByName) },
          { term: t("selection:run.publishedAt"), description: signed(run.publishedAt, "") },
          { term: t("selection:run.definitionVersion"), description: run.definitionVersion },
          { term: t("selection:run.engineVersion"), description: run.engineVersion },
          { term: t("selection:digest"), description: <span className="code">{run.digest}</span> },
        ]}
      />
    </SectionCard>
  );
}
