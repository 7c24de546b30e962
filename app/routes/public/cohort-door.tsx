import { useTranslation } from "react-i18next";
import type { CohortPageView } from "./cohort-page.server.ts";
import { useRouteLoaderData } from "@remix-run/react";
import type { loader as rootLoader } from "#app/root.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";

type CohortDoorProps = {
  readonly page: Pick<
    CohortPageView,
    "door" | "slug" | "opensAt" | "closesAt" | "daysLeft" | "serverTime" | "isPublished"
  >;
};

/** Whether one can apply now, until when by which clock, and the button. */
export function CohortDoor({ page }: CohortDoorProps) {
  const { t } = useTranslation();
  const isOpen = page.door === "open";
  const role = useRouteLoaderData<typeof rootLoader>("root")?.person?.role ?? "applicant";
  const mayApply = isOpen && role === "applicant";
  return (
    <>
      <Notice
        tone={isOpen ? "success" : "info"}
        title={
          <>
            {t(`public:door.${page.door}`)}
            {isOpen && page.daysLeft ? ` (${page.daysLeft})` : ""}
          </>
        }
      >
        <p>
          {t("public:cohort.opensAt")}: <TimeStamp value={page.opensAt} /> · {t("public:cohort.closesAt")}:{" "}
          <strong>
            <TimeStamp value={page.closesAt} />
          </strong>
        </p>
        <p>
          {t("public:cohort.serverTime")}: <TimeStamp value={page.serverTime} as="seconds" />.{" "}
          {t("public:cohort.deadlineRule")}
        </p>
      </Notice>
      {isOpen && !mayApply && <p className="muted">{t("public:cohort.staffCannotApply")}</p>}
      {(mayApply || page.isPublished) && (
        <div className="actions">
          {mayApply && (
            <LinkButton to={paths.my.apply(page.slug)} size="large">
              {t("public:cohort.apply")}
            </LinkButton>
          )}
          {page.isPublished && (
            <LinkButton to={paths.results(page.slug)} variant="secondary">
              {t("public:cohort.toResults")}
            </LinkButton>
          )}
        </div>
      )}
    </>
  );
}
