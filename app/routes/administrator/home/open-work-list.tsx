import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { daysLeft, formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";
import type { NextStep } from "#app/domain/cohort/next-step.ts";
import { stepPlace } from "../cohort/overview/step-place.ts";

type Heap = {
  readonly kind: "flags" | "claims" | "stageApproval" | "runApproval" | "failedMessages" | "heldSeats";
  readonly cohortId: string;
  readonly things: number;
  readonly stageKey?: string;
  readonly runId?: string;
  /** The first half was mine, so the second is for somebody else. */
  readonly byMe: boolean;
};

type CohortAtWork = {
  readonly id: string;
  readonly name: string;
  readonly stageTitles: Readonly<Record<string, string>>;
  readonly step: {
    readonly key: NextStep["key"];
    readonly at: string | null;
    readonly stageKey: string | null;
    readonly stage: string;
  };
};

type OpenWorkListProps = {
  readonly work: readonly Heap[];
  readonly cohorts: readonly CohortAtWork[];
  readonly now: string;
};

/** What waits for somebody, across cohorts, each with the page where it is done. */
export function OpenWorkList({ work, cohorts, now }: OpenWorkListProps) {
  const { t } = useTranslation();
  const steps = cohorts.filter(({ id, step }) => needsSomebody(step.key, id, work));
  if (work.length + steps.length === 0) return <p>{t("administrator:work.none")}</p>;
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
      {steps.map((cohort) => (
        <NextStepItem key={cohort.id} cohort={cohort} now={now} />
      ))}
    </ul>
  );
}

function NextStepItem({ cohort, now }: { readonly cohort: CohortAtWork; readonly now: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, name, step } = cohort;
  const when = step.at === null ? "" : formatInstant(step.at, language);
  const days = step.at === null ? undefined : daysLeft(step.at, new Date(now));
  return (
    <li>
      <Link to={stepPlace(step.key, id, step.stageKey) ?? paths.manage.cohort(id)}>
        {name}: {t(`administrator:next.${step.key}`, { when, stage: step.stage })}
      </Link>{" "}
      {days && <strong className="nowrap">{days}</strong>}
    </li>
  );
}

/** Not the steps that only time brings, nor those of which the heaps already tell. */
function needsSomebody(key: NextStep["key"], cohortId: string, work: readonly Heap[]): boolean {
  if (key === "select") return !work.some((heap) => heap.kind === "runApproval" && heap.cohortId === cohortId);
  return ["open", "close", "openStage", "scoreStage", "publishStage", "publishDecisions", "archive"].includes(key);
}

function placeOf({ kind, cohortId, stageKey = "", runId = "" }: Heap): string {
  const { manage } = paths;
  if (kind === "flags") return `${manage.applications(cohortId)}?waiting=flag`;
  if (kind === "claims") return `${manage.applications(cohortId)}?waiting=claim`;
  if (kind === "stageApproval") return manage.stage(cohortId, stageKey);
  if (kind === "runApproval") return manage.run(cohortId, runId);
  return kind === "failedMessages" ? manage.messages(cohortId) : manage.seats(cohortId);
}
