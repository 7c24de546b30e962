import { useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { OwnZoneTime } from "#app/components/clock/own-zone-time.tsx";
import { ServerClock } from "#app/components/clock/server-clock.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";
import type { loader as rootLoader } from "#app/root.tsx";
import type { CohortPageView } from "./cohort-page.server.ts";
import { DaysLeft } from "#app/components/clock/days-left.tsx";

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
  const isComing = page.door === "not_yet";
  const role = useRouteLoaderData<typeof rootLoader>("root")?.person?.role ?? "applicant";
  const mayApply = isOpen && role === "applicant";
  const next = isComing ? page.opensAt : page.closesAt;
  return (
    <>
      <Notice
        tone={isOpen ? "success" : "info"}
        title={
          <>
            {t(`public:door.${page.door}`)}
            {isOpen && page.daysLeft !== null && (
              <>
                {" · "}
                <DaysLeft days={page.daysLeft} />
              </>
            )}
          </>
        }
      >
        <p className="deadline">
          {t(isComing ? "public:cohort.opensAt" : "public:cohort.closesAt")}{" "}
          <strong>
            <TimeStamp value={next} />
          </strong>{" "}
          <OwnZoneTime instant={next} />
        </p>
        {page.door !== "over" && <ServerClock serverTime={page.serverTime} deadline={isOpen ? next : undefined} />}
        {page.door !== "over" && <p className="muted small">{t("public:cohort.deadlineRule")}</p>}
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
