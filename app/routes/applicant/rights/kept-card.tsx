import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OwnDataView } from "./own-data-view.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { formatBytes } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";

type Kept = OwnDataView["applications"][number];

/** What is kept with one application: each class with how much there is and where it can be read. */
export function KeptClasses({ kept }: { readonly kept: Kept }) {
  const { t } = useTranslation();
  const { id, counts } = kept;
  const links: Readonly<Record<keyof Kept["counts"], string | null>> = {
    answers: paths.my.application(id),
    submissions: kept.submittedAt ? paths.my.receipt(id) : null,
    consents: paths.my.consents(id),
    messages: null,
    results: paths.my.result(id),
    bonusClaims: null,
    appeals: paths.my.appeals(id),
    openedBy: paths.my.access(id),
  };
  const classes = (Object.keys(links) as readonly (keyof Kept["counts"])[]).map((name) => {
    const to = links[name];
    return {
      term: t(`rights:kept.${name}`),
      description: (
        <>
          {t("rights:kept.amount", { amount: counts[name] })} {to && <Link to={to}>{t("rights:kept.open")}</Link>}
        </>
      ),
    };
  });
  const files = kept.files.map(({ id: fileId, name, bytes, href }) => (
    <li key={fileId}>
      <a href={href}>{name}</a> ({formatBytes(bytes)})
    </li>
  ));
  return (
    <DescriptionList
      items={[
        ...classes,
        {
          term: t("rights:kept.files"),
          description: files.length > 0 ? <ul>{files}</ul> : t("rights:kept.amount", { amount: 0 }),
        },
      ]}
    />
  );
}

/** What it is used for and how long it is kept, as the rules say. */
export function KeptWhy({ kept }: { readonly kept: Kept }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t("rights:kept.purposes")}</h3>
      <DescriptionList
        items={kept.purposes.map(({ title, purpose, items, retention }) => ({
          term: title,
          description: (
            <>
              {purpose}
              <br />
              <span className="muted small">
                {items}
                {retention && ` · ${retention}`}
              </span>
            </>
          ),
        }))}
      />
      <h3>{t("rights:kept.retention")}</h3>
      <DescriptionList
        items={kept.retention.map(({ scope, from, amount, unit }) => ({
          term: t(`rights:scope.${scope}`),
          description: t(`rights:from.${from}`, { period: t(`rights:unit.${unit}`, { amount }) }),
        }))}
      />
      <p>{t("rights:kept.officer", { officer: kept.officer })}</p>
    </>
  );
}
