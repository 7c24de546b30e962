import type { TFunction } from "i18next";
import type { PageContent } from "#app/components/layout/page-contents.tsx";
import type { CohortPageView } from "./cohort-page.server.ts";

/** The parts of a notice in their order; those that this notice has nothing for are left out. */
export function contentsOf(page: CohortPageView, t: TFunction): readonly PageContent[] {
  const parts = [
    { id: "course", title: t("public:cohort.course"), isThere: true },
    { id: "tracks", title: t("public:cohort.tracks"), isThere: true },
    { id: "calendar", title: t("public:cohort.calendar"), isThere: true },
    { id: "eligibility", title: t("public:cohort.eligibility"), isThere: true },
    { id: "documents", title: t("public:cohort.documents"), isThere: true },
    { id: "consents", title: t("public:cohort.consents"), isThere: true },
    { id: "stages", title: t("public:cohort.stages"), isThere: true },
    { id: "bonus", title: t("public:cohort.bonus"), isThere: page.bonus.items.length > 0 },
    { id: "ties", title: t("public:cohort.ties"), isThere: true },
    { id: "announcement", title: t("public:after.announcement"), isThere: true },
    { id: "reserve", title: t("public:after.reserve"), isThere: true },
    { id: "appeals", title: t("public:after.appeals"), isThere: true },
    { id: "attachments", title: t("public:cohort.attachments"), isThere: page.attachments.length > 0 },
    { id: "faq", title: t("public:cohort.faq"), isThere: page.faq.length > 0 },
    { id: "contact", title: t("public:cohort.contact"), isThere: true },
  ];
  return parts.filter(({ isThere }) => isThere).map(({ id, title }) => ({ id, title }));
}
