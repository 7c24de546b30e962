import { useTranslation } from "react-i18next";
import type { ConsentView } from "./consent-view.ts";
import { DescriptionList } from "#app/components/description-list.tsx";

/** What is consented to: purpose, items, how long, to whom, and what refusing means. */
export function ConsentText({ consent }: { readonly consent: ConsentView }) {
  const { t } = useTranslation();
  const recipients = consent.recipients.map(({ to, purpose }) => (
    <li key={to}>
      {to}: {purpose}
    </li>
  ));
  return (
    <div className="stack stack--small">
      {consent.text && <p>{consent.text}</p>}
      <DescriptionList
        items={[
          { term: t("applicant:consent.purpose"), description: consent.purpose },
          {
            term: t("applicant:consent.items"),
            description: consent.items.length > 0 && <strong>{consent.items.join(", ")}</strong>,
          },
          {
            term: t("applicant:consent.retention"),
            description: consent.retention && <strong>{consent.retention}</strong>,
          },
          { term: t("applicant:consent.recipients"), description: recipients.length > 0 && <ul>{recipients}</ul> },
          { term: t("applicant:consent.refusal"), description: consent.refusal },
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
