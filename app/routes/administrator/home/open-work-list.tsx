import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";

type Heap = {
  readonly kind: "flags" | "claims" | "stageApproval" | "runApproval" | "failedMessages" | "heldSeats";
  readonly cohortId: string;
  readonly things: number;
  readonly stageKey?: string;
  readonly runId?: string;
  /** The first half was mine, so the second is for somebody else. */
  readonly byMe: boolean;
};

type OpenWorkListProps = {
  readonly work: readonly Heap[];
  readonly cohorts: readonly {
    readonly id: string;
    readonly name: string;
    readonly stageTitles: Readonly<Record<string, string>>;
  }[];
};

/** What waits for somebody, across cohorts, each with the page where it is done. */
export function OpenWorkList({ work, cohorts }: OpenWorkListProps) {
  const { t } = useTranslation();
  if (work.length === 0) return <p>{t("administrator:work.none")}</p>;
  return (
    <ul>
      {work.map((heap) => {
        const cohort = cohorts.find(({ id }) => id === heap.cohortId);
        const values = {
          cohort: cohort?.name ?? "",
          stage: cohort?.stageTitles[heap.stageKey ?? ""] ?? heap.stageKey ?? "",
          things: formatNumber(heap.things),
        };
        return (
          <li key={`${heap.kind} ${heap.cohortId} ${heap.stageKey ?? heap.runId ?? ""}`}>
            <Link to={placeOf(heap)}>{t(`administrator:work.${heap.kind}`, values)}</Link>
            {heap.byMe && <span className="muted"> {t("administrator:work.byMe")}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function placeOf({ kind, cohortId, stageKey = "", runId = "" }: Heap): string {
  const { manage } = paths;
  if (kind === "flags") return `${manage.applications(cohortId)}?waiting=flag`;
  if (kind === "claims") return `${manage.applications(cohortId)}?waiting=claim`;
  if (kind === "stageApproval") return manage.stage(cohortId, stageKey);
  if (kind === "runApproval") return manage.run(cohortId, runId);
  return kind === "failedMessages" ? manage.messages(cohortId) : manage.seats(cohortId);
}
