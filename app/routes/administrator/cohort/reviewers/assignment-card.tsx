import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PanelData } from "./panel-data.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";

/** First a preview with its seed, then the assignment by the same seed. */
export function AssignmentCard({ page }: { readonly page: PanelData }) {
  const { t } = useTranslation();
  if (page.status !== "open") {
    return (
      <SectionCard title={t("panel:assignment.title")}>
        <p>{t(page.status === "waiting" ? "panel:assignment.waiting" : "panel:assignment.closed")}</p>
      </SectionCard>
    );
  }
  const undeclared = page.members.filter(({ hasPledged, hasDeclared }) => !hasPledged || !hasDeclared).length;
  return (
    <SectionCard title={t("panel:assignment.title")}>
      <p>{t("panel:assignment.lead")}</p>
      {undeclared > 0 && <Notice>{t("panel:assignment.undeclared", { reviewers: undeclared })}</Notice>}
      {page.preview ? (
        <Preview preview={page.preview} />
      ) : (
        <Form method="post">
          <HiddenIntent value="prepare" />
          <SubmitButton variant="secondary">{t("panel:assignment.preview")}</SubmitButton>
        </Form>
      )}
    </SectionCard>
  );
}

function Preview({ preview }: { readonly preview: NonNullable<PanelData["preview"]> }) {
  const { t } = useTranslation();
  return (
    <>
      <DescriptionList
        items={[
          { term: t("panel:assignment.applications"), description: preview.applications },
          { term: t("panel:assignment.size"), description: preview.size },
          { term: t("panel:assignment.added"), description: preview.short ? undefined : preview.added },
          { term: t("panel:assignment.seed"), description: <code className="code">{preview.seed}</code> },
        ]}
      />
      {preview.external
        .filter(({ isEnough }) => !isEnough)
        .map(({ track, external, members }) => (
          <Notice key={track} tone="warning">
            {t(track === "" ? "panel:assignment.fewExternal" : "panel:assignment.fewExternalInTrack", {
              track,
              external,
              members,
            })}
          </Notice>
        ))}
      {preview.short && <Shortage short={preview.short} />}
      {!preview.short && (
        <>
          <DataTable
            caption={t("panel:assignment.loads")}
            rows={preview.loads}
            rowKey={({ reviewerId }) => reviewerId}
            dense
            columns={[
              { key: "name", header: t("panel:pool.reviewer"), cell: ({ name }) => name, rowHeader: true },
              { key: "added", header: t("panel:assignment.newReviews"), cell: ({ added }) => added, align: "end" },
              { key: "load", header: t("panel:assignment.allReviews"), cell: ({ load }) => load, align: "end" },
            ]}
          />
          {preview.added > 0 ? (
            <Form method="post">
              <HiddenIntent value="assign" />
              <SubmitButton>{t("panel:assignment.assign", { reviews: preview.added })}</SubmitButton>
            </Form>
          ) : (
            <p>{t("panel:notice.nothing")}</p>
          )}
        </>
      )}
    </>
  );
}

type Short = NonNullable<NonNullable<PanelData["preview"]>["short"]>;

function Shortage({ short }: { readonly short: Short }) {
  const { t } = useTranslation();
  return (
    <Notice tone="danger" title={t("panel:assignment.shortTitle", { reviews: short.missing })}>
      <p>{t("panel:assignment.shortText")}</p>
      <p>
        {t("panel:assignment.shortApplications")}: {short.applications.slice(0, 100).join(", ")}
      </p>
      <p>
        {t("panel:assignment.shortReviewers")}: {short.reviewers.join(", ") || t("common:answer.none")}
      </p>
    </Notice>
  );
}
