import { useId } from "react";
import { useTranslation } from "react-i18next";

export type PageContent = { readonly id: string; readonly title: string };

/** What a long page holds, with a way to each part. */
export function PageContents({ contents }: { readonly contents: readonly PageContent[] }) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <nav className="page-contents no-print" aria-labelledby={titleId}>
      <p className="page-contents__title" id={titleId}>
        {t("common:contents.label")}
      </p>
      <ul>
        {contents.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
