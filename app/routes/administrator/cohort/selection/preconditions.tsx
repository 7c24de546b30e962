import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TaskList, type Task } from "#app/components/task-list.tsx";
import { paths } from "#app/paths.ts";

export type PreconditionsProps = {
  readonly cohortId: string;
  readonly stages: readonly { readonly stageKey: string; readonly title: string; readonly isReady: boolean }[];
  readonly undecidedFlags: number;
  readonly undecidedClaims: number;
};

/** What must be settled before the run that counts. */
export function Preconditions({ cohortId, stages, undecidedFlags, undecidedClaims }: PreconditionsProps) {
  const { t } = useTranslation();
  const applications = paths.manage.applications(cohortId);
  const tasks: readonly Task[] = [
    ...stages.map(({ stageKey, title, isReady }) => ({
      label: t("selection:check.stage", { stage: title }),
      state: isReady ? ("done" as const) : ("todo" as const),
      to: paths.manage.stage(cohortId, stageKey),
    })),
    {
      label: t("selection:check.flags"),
      state: undecidedFlags === 0 ? "done" : "error",
      to: applications,
      help: undecidedFlags === 0 ? undefined : t("selection:check.flagsOpen", { flags: undecidedFlags }),
    },
    {
      label: t("selection:check.claims"),
      state: undecidedClaims === 0 ? "done" : "error",
      to: applications,
      help: undecidedClaims === 0 ? undefined : t("selection:check.claimsOpen", { claims: undecidedClaims }),
    },
  ];
  return (
    <SectionCard title={t("selection:check.title")}>
      <TaskList tasks={tasks} />
    </SectionCard>
  );
}
