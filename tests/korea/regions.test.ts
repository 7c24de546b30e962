import { describe, expect, test } from "vitest";
import { groupTags } from "#app/domain/selection/group-tags.ts";
import { regionsOf } from "#app/domain/programme/region.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { getApplication } from "#db/queries/applications.ts";
import { listSelectionApplications } from "#db/queries/selection-people.ts";
import { aPerson, aRule, seated, select } from "#tests/domain/selection/cohort.ts";
import { sampleDefinition } from "#tests/domain/programme/broken-copy.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { freshDatabase } from "#tests/support/database.ts";

const addressIn = (sido: string, sigungu: string) => ({
  zonecode: "61000",
  road: `${sido} ${sigungu} 가상로 1`,
  jibun: "",
  detail: "101호",
  sido,
  sigungu,
  bcode: "",
});

describe("KOREA 7.7: the regional share", () => {
  const rule = aRule({
    tracks: [{ id: "a", seats: 2 }],
    quotas: [{ id: "half", kind: "region_swap", tag: "gwangju", percent: "50" }],
  });
  const tags = ["gwangju"];

  test("no resident above the minimum is left: nobody is swapped, and the shortfall is reported", () => {
    const people = [aPerson("1", "90"), aPerson("2", "88"), aPerson("3", "59.99", { tags })];
    const result = select({ rule, people });
    expect(seated(result, "a")).toEqual(["1", "2"]);
    expect(result.swaps).toEqual([]);
    expect(result.quotas).toMatchObject([{ needed: 1, byMerit: 0, achieved: 0, shortfall: 1 }]);
  });

  test("a resident just at the minimum is swapped in, and the displaced person heads the reserve list", () => {
    const people = [aPerson("1", "90"), aPerson("2", "88"), aPerson("3", "60", { tags })];
    const result = select({ rule, people });
    expect(seated(result, "a")).toEqual(["1", "3"]);
    expect(result.reserves[0]).toMatchObject({ applicationNo: "2", number: 1, displacedBy: "3" });
    expect(result.quotas).toMatchObject([{ achieved: 1, shortfall: 0 }]);
  });
});

describe("KOREA 7.7: an address changed between notice and interview", () => {
  test("counts as it was submitted last before the close; a change after the close is refused", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db, { sample: "ai-academy" });
    const { cohortId, definition, closesAt, now } = cohort;
    const home = { address: addressIn("서울특별시", "종로구") };
    const { applicationId, applicant } = await aReadyDraft(db, { cohort, answers: home });
    await submitApplication(db, applicant, { applicationId, arrivedAt: now, now });
    const sectionId = definition.form.sections.find(({ fields }) => fields.some(({ id }) => id === "address"))!.id;
    const move = async (address: ReturnType<typeof addressIn>, arrivedAt: Date) => {
      const { answers, revision } = await getApplication(db, applicationId);
      const values = { ...answers, address };
      return saveDraft(db, applicant, { applicationId, sectionId, values, revision, arrivedAt, now: arrivedAt });
    };
    const counted = async () => {
      const [person] = await listSelectionApplications(db, cohortId);
      return groupTags({ definition, answers: person!.answers, claims: [] });
    };
    expect(await counted()).toEqual([]);

    const resident = addressIn("전남광주통합특별시", "북구");
    expect(await move(resident, now)).toMatchObject({ ok: true, value: { resubmitted: true } });
    expect(await counted()).toEqual(["gwangju"]);
    const later = new Date(closesAt.getTime() + 7 * 86_400_000);
    const refused = await move(addressIn("부산광역시", "중구"), later);
    expect(refused).toEqual({ ok: false, refusal: "window-closed" });
    expect(await counted()).toEqual(["gwangju"]);
  });
});

describe("KOREA 7.7: addresses before and after 1 July 2026", () => {
  test.each([
    ["광주광역시", "2026-06-30", true],
    ["광주광역시", "2026-07-01", false],
    ["전남광주통합특별시", "2026-07-01", true],
    ["전남광주통합특별시", "2026-06-30", false],
  ])("%s on %s: a resident of Gwangju is %s", (sido, day, isResident) => {
    const regions = regionsOf(sampleDefinition("ai"), { sido, sigungu: "북구" }, day);
    expect(regions.includes("gwangju")).toBe(isResident);
  });
});
