import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { paths } from "#app/paths.ts";

export type PreconditionsProps = {
  readonly cohortId: string;
  readonly stages: readonly { readonly stageKey: string; readonly title: string; readonly isReady: boolean }[];
  readonly undecidedFlags: number;
  readonly undecidedClaims: number;
};

type Check = { readonly label: string; readonly to: string; readonly isMet: boolean; readonly help?: string };

/** What must be settled before the run that counts. */
export function Preconditions({ cohortId, stages, undecidedFlags, undecidedClaims }: PreconditionsProps) {
  const { t } = useTranslation();
  const applications = paths.manage.applications(cohortId);
  const checks: readonly Check[] = [
    ...stages.map(({ stageKey, title, isReady }) => ({
      label: t("selection:check.stage", { stage: title }),
      to: paths.manage.stage(cohortId, stageKey),
      isMet: isReady,
    })),
    {
      label: t("selection:check.flags"),
      to: applications,
      isMet: undecidedFlags === 0,
      help: t("selection:check.flagsOpen", { flags: undecidedFlags }),
    },
    {
      label: t("selection:check.claims"),
      to: applications,
      isMet: undecidedClaims === 0,
      help: t("selection:check.claimsOpen", { claims: undecidedClaims }),
    },
  ];
  return (
    <SectionCard title={t("selection:check.title")}>
      <DescriptionList
        items={checks.map(({ label, to, isMet, help }) => ({
          term: <Link to={to}>{label}</Link>,
          description: (
            <>
              <StatusTag tone={isMet ? "success" : "warning"}>
                {t(isMet ? "selection:check.met" : "selection:check.open")}
              </StatusTag>{" "}
              {isMet ? "" : help}
            </>
          ),
        }))}
      />
    </SectionCard>
  );
}
