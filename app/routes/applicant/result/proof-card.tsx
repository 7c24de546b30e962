import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { paths } from "#app/paths.ts";
import type { ResultView } from "./result-view.server.ts";

type ProofCardProps = {
  readonly applicationId: string;
  readonly proof: NonNullable<ResultView["proof"]>;
};

/** What shows that the own row is in the published computation, and how anybody can check it. */
export function ProofCard({ applicationId, proof }: ProofCardProps) {
  const { t } = useTranslation();
  const items = [
    { term: t("applicant:result.proof.ref"), description: <span className="code">{proof.ref}</span> },
    { term: t("applicant:result.proof.root"), description: <span className="code">{proof.root}</span> },
    {
      term: t("applicant:result.proof.disclosedRoot"),
      description: <span className="code">{proof.disclosedRoot}</span>,
    },
    {
      term: t("applicant:result.proof.place"),
      description: t("applicant:result.proof.placeOf", { place: proof.place, size: proof.size }),
    },
  ];
  return (
    <SectionCard title={t("applicant:result.proof.title")}>
      <p>{t("applicant:result.proof.lead")}</p>
      <a className={buttonClass({ variant: "secondary" })} href={paths.my.proof(applicationId)} download>
        {t("applicant:result.proof.download")}
      </a>
      <details className="confirm-box">
        <summary className={buttonClass({ variant: "tertiary" })}>{t("applicant:result.proof.how")}</summary>
        <div className="confirm-box__content">
          <ol>
            <li>{t("applicant:result.proof.step1")}</li>
            <li>{t("applicant:result.proof.step2")}</li>
            <li>{t("applicant:result.proof.step3")}</li>
            <li>{t("applicant:result.proof.step4")}</li>
          </ol>
          <p className="muted small">{t("applicant:result.proof.secret")}</p>
          <DescriptionList items={items} />
        </div>
      </details>
    </SectionCard>
  );
}
