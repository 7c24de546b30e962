import { useTranslation } from "react-i18next";
import type { ConsentView } from "./consent-view.ts";
import { DescriptionList } from "#app/components/description-list.tsx";

/**
 * What is consented to: purpose, items, how long, to whom, and what refusing means. Items, period and recipients stand
 * out, as the law asks (개인정보 보호법 시행령 제17조).
 */
export function ConsentText({ consent }: { readonly consent: ConsentView }) {
  const { t } = useTranslation();
  const recipients = (
    <ul>
      {consent.recipients.map(({ to, purpose }) => (
        <li key={to}>
          <strong className="marked">{to}</strong>: {purpose}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="stack stack--small">
      {consent.text && <p>{consent.text}</p>}
      <DescriptionList
        items={[
          { term: t("applicant:consent.purpose"), description: consent.purpose },
          {
            term: t("applicant:consent.items"),
            description: consent.items.length > 0 && <strong className="marked">{consent.items.join(", ")}</strong>,
          },
          {
            term: t("applicant:consent.retention"),
            description: consent.retention && <strong className="marked">{consent.retention}</strong>,
          },
          { term: t("applicant:consent.recipients"), description: consent.recipients.length > 0 && recipients },
          { term: t("applicant:consent.refusal"), description: consent.refusal },
          { term: t("rights:consent.basis"), description: consent.basis && t(`rights:consent.bases.${consent.basis}`) },
          { term: t("rights:consent.alternative"), description: consent.alternative },
          { term: t("applicant:consent.note"), description: consent.note },
        ].filter(({ description }) => description !== false)}
      />
      {consent.contractors.length > 0 && (
        <ul>
          {consent.contractors.map(({ contractor, task }) => (
            <li key={contractor}>
              {contractor}: {task}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
